package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Dialogue;
import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.RunOptions;
import dev.weft.StopAsyncIteration;
import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// The compiled engine alone: a body that it declines fails the test.
final class Compiled {

    static final RunOptions ALONE = RunOptions.defaults().engine("compiled");

    private Compiled() {}

    /// Reads a body to its end, step by step.
    static <T> List<T> read(GeneratorBody<T> body) throws Exception {
        assertThat(Async.explain(body)).hasToString("compiled");
        return Async.run(ALONE, () -> {
            var read = new ArrayList<T>();
            try (AsyncGenerator<T> generator = Async.generator(body)) {
                for (T element : generator) {
                    read.add(element);
                }
            }
            return read;
        });
    }

    /// Leads a dialogue to its end: sends what is given, one after the other, and then nothing.
    ///
    /// @return what was handed out, and at last the result
    @SafeVarargs
    static <T, S> List<Object> lead(DialogueBody<T, S, ?> body, S... answers) throws Exception {
        assertThat(Async.explainDialogue(body)).hasToString("compiled");
        return Async.run(ALONE, () -> {
            var heard = new ArrayList<Object>();
            try (Dialogue<T, S, ?> dialogue = Async.dialogue(body)) {
                try {
                    heard.add(dialogue.anext().await());
                    for (S answer : answers) {
                        heard.add(dialogue.asend(answer).await());
                    }
                    while (true) {
                        heard.add(dialogue.anext().await());
                    }
                } catch (StopAsyncIteration end) {
                    heard.add(dialogue.result());
                }
            }
            return heard;
        });
    }

    /// Why the engine declines a body.
    static String refusal(GeneratorBody<?> body) {
        var explanation = Async.explain(body);
        assertThat(explanation.engine()).isEqualTo("thread");
        assertThat(explanation.reasons()).hasSize(1);
        return explanation.reasons().getFirst().substring("compiled: ".length());
    }

    /// The bare coroutine of a body.
    static Coroutine coroutine(GeneratorBody<?> body) {
        return engine().coroutine(new BareBody(body), null);
    }

    /// Why the engine declines anything.
    static String reasonAgainst(Object source) {
        return engine().reasonAgainst(new BareBody(source));
    }

    private static Engine engine() {
        return ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals("compiled"))
                .findFirst()
                .orElseThrow();
    }

    /// A body without a generator around it: its yielder can do no more than yield.
    private record BareBody(Object source) implements Body {

        @Override
        public Object run(Suspension suspension) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String name() {
            return "bare";
        }

        @Override
        public String givenName() {
            return null;
        }

        @Override
        public Coroutine yieldAll(Object iterable) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object use(AutoCloseable resource) {
            return resource;
        }

        @Override
        public Throwable ended(Throwable failure) {
            return failure;
        }

        @Override
        public Coroutine part(Part part) {
            throw new UnsupportedOperationException();
        }
    }
}
