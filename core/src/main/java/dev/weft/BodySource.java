package dev.weft;

import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A generator written by a user: a body that yields.
final class BodySource implements Source {

    private final @Nullable String name;
    private final Object body; // the user's lambda
    private final Emission.BodyCall call;

    private BodySource(@Nullable String name, Object body, Emission.BodyCall call) {
        this.name = name;
        this.body = body;
        this.call = call;
    }

    static <T extends @Nullable Object> BodySource ofGenerator(@Nullable String name, GeneratorBody<T> body) {
        return new BodySource(name, body, emission -> {
            body.run(new PlainYielder<T>(emission));
            return null;
        });
    }

    static <T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object> BodySource ofDialogue(
            @Nullable String name, DialogueBody<T, S, R> body) {
        return new BodySource(name, body, emission -> body.run(new SpokenYielder<T, S>(emission)));
    }

    Emission.BodyCall call() {
        return call;
    }

    @Override
    public Coroutine coroutine(Protocol protocol, Context context) {
        return Kernel.KERNEL.coroutine(new Run(protocol, context), context);
    }

    @Override
    public @Nullable Object push(Protocol protocol, Sink sink) throws Throwable {
        return PushRun.run(protocol, sink, call);
    }

    @Override
    public void discard() {
        // A body that never ran holds nothing.
    }

    @Override
    public String name() {
        return name == null ? "generator at " + site() : name;
    }

    @Override
    public String site() {
        return Site.of(body);
    }

    /// What the engine would say of a body.
    static Explanation explain(Object body) {
        var source = new BodySource("body", body, emission -> null);
        return Kernel.KERNEL.explain(source.new Run(null, Context.current()), Context.current());
    }

    /// The body of one generator, for an engine.
    private final class Run implements Body {

        private final @Nullable Protocol protocol;
        private final Context context;

        Run(@Nullable Protocol protocol, Context context) {
            this.protocol = protocol;
            this.context = context;
        }

        @Override
        public @Nullable Object run(Suspension suspension) throws Throwable {
            Protocol driven = Objects.requireNonNull(protocol);
            var activation = new Activation(driven, null);
            return context.forBody(activation).call(() -> {
                var emission = new PullEmission(name(), suspension, activation);
                driven.execution().emitting(emission);
                return emission.during(call);
            });
        }

        @Override
        public Object source() {
            return body;
        }

        @Override
        public String name() {
            return BodySource.this.name();
        }
    }
}
