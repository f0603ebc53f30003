package dev.weft.languages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Dialogue;
import dev.weft.DialogueBody;
import dev.weft.Explanation;
import dev.weft.GeneratorBody;
import dev.weft.RunOptions;
import java.util.ArrayList;
import java.util.List;

/// Bodies that one object makes, each in a method without parameters.
///
/// @param maker the object
record Bodies(Object maker) {

    private Object made(String name) throws ReflectiveOperationException {
        return maker.getClass().getMethod(name).invoke(maker);
    }

    @SuppressWarnings("unchecked")
    private GeneratorBody<Object> body(String name) throws ReflectiveOperationException {
        return (GeneratorBody<Object>) made(name);
    }

    /// Reads a body, which must be compiled, on the engine that compiles.
    List<Object> read(String name) throws Exception {
        GeneratorBody<Object> body = body(name);
        assertThat(Async.explain(body)).hasToString("compiled");
        return Async.run(RunOptions.defaults().engine("compiled"), () -> elements(body));
    }

    /// Reads a body on whatever engine it gets.
    List<Object> readAnyhow(String name) throws Exception {
        GeneratorBody<Object> body = body(name);
        return Async.run(() -> elements(body));
    }

    private static List<Object> elements(GeneratorBody<Object> body) {
        var elements = new ArrayList<>();
        try (AsyncGenerator<Object> generator = Async.generator(body)) {
            for (Object element : generator) {
                elements.add(element);
            }
        }
        return elements;
    }

    /// Sends one answer to a dialogue, which must be compiled, and returns what it makes of it.
    @SuppressWarnings("unchecked")
    Object answer(String name, Object answer) throws Exception {
        var body = (DialogueBody<Object, Object, Object>) made(name);
        assertThat(Async.explainDialogue(body)).hasToString("compiled");
        return Async.run(RunOptions.defaults().engine("compiled"), () -> {
            try (Dialogue<Object, Object, Object> dialogue = Async.dialogue(body)) {
                dialogue.anext().await();
                return dialogue.asend(answer).await();
            }
        });
    }

    /// Why a body is not compiled.
    String refusal(String name) throws ReflectiveOperationException {
        Explanation explanation = Async.explain(body(name));
        assertThat(explanation.engine()).isEqualTo("thread");
        return explanation.reasons().getFirst().replaceFirst("^compiled: ", "");
    }
}
