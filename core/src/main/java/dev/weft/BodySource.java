package dev.weft;

import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A generator written by a user: a body that yields.
final class BodySource implements Source {

    private final @Nullable String name;
    private final Object body; // the user's lambda
    private final Emission.BodyCall call;
    private final Function<Emission, Object> yielder;

    private BodySource(@Nullable String name, Object body, Emission.BodyCall call, Function<Emission, Object> yielder) {
        this.name = name;
        this.body = body;
        this.call = call;
        this.yielder = yielder;
    }

    static <T extends @Nullable Object> BodySource ofGenerator(@Nullable String name, GeneratorBody<T> body) {
        Emission.BodyCall call = emission -> {
            body.run(new PlainYielder<T>(emission));
            return null;
        };
        return new BodySource(name, body, call, PlainYielder::new);
    }

    static <T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object> BodySource ofDialogue(
            @Nullable String name, DialogueBody<T, S, R> body) {
        Emission.BodyCall call = emission -> body.run(new SpokenYielder<T, S>(emission));
        return new BodySource(name, body, call, SpokenYielder::new);
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
        var source = new BodySource("body", body, emission -> null, emission -> emission);
        return Kernel.KERNEL.explain(source.new Run(null, Context.current()), Context.current());
    }

    /// The body of one generator, for an engine.
    private final class Run implements Body {

        private final @Nullable Protocol protocol;
        private final Context context;
        private @Nullable Resources resources;

        Run(@Nullable Protocol protocol, Context context) {
            this.protocol = protocol;
            this.context = context;
        }

        @Override
        public @Nullable Object run(Suspension suspension) throws Throwable {
            return onOwnThread(suspension, emission -> emission.during(call));
        }

        /// Runs the body, or a part of it, on the calling thread, which is one of its own.
        private @Nullable Object onOwnThread(Suspension suspension, Emission.BodyCall code) throws Throwable {
            var activation = new Activation(protocol(), null);
            return context.forBody(activation)
                    .call(() -> code.run(new PullEmission(name(), resources(), suspension, activation)));
        }

        private Resources resources() {
            if (resources == null) {
                resources = new Resources();
                protocol().execution().uses(resources);
            }
            return resources;
        }

        private Protocol protocol() {
            return Objects.requireNonNull(protocol);
        }

        @Override
        public Object source() {
            return body;
        }

        @Override
        public String name() {
            return BodySource.this.name();
        }

        @Override
        public Coroutine yieldAll(@Nullable Object iterable) {
            AsyncIterator<?> iterator = ((AsyncIterable<?>) Objects.requireNonNull(iterable, "inner")).aiter();
            return iterator instanceof Generator<?, ?, ?> generator
                    ? new Delegating(generator.protocol())
                    : new Reading(Upstream.of(iterator));
        }

        @Override
        public @Nullable Object use(@Nullable AutoCloseable resource) {
            return resources().add(resource);
        }

        @Override
        public @Nullable Throwable ended(@Nullable Throwable failure) {
            return resources().close(failure);
        }

        @Override
        public Coroutine part(Part part) {
            return Kernel.KERNEL.coroutineOfPart(new PartOf(this, part), context.runtime());
        }
    }

    /// A part of a body whose other parts an engine has transformed.
    private final class PartOf implements Body {
        private final Run whole;
        private final Part part;

        PartOf(Run whole, Part part) {
            this.whole = whole;
            this.part = part;
        }

        @Override
        public @Nullable Object run(Suspension suspension) throws Throwable {
            return whole.onOwnThread(suspension, emission -> emission.part(inner -> part.run(yielder.apply(inner))));
        }

        @Override
        public Object source() {
            return part;
        }

        @Override
        public String name() {
            return BodySource.this.name();
        }

        @Override
        public Coroutine yieldAll(@Nullable Object iterable) {
            return whole.yieldAll(iterable);
        }

        @Override
        public @Nullable Object use(@Nullable AutoCloseable resource) {
            return whole.use(resource);
        }

        @Override
        public @Nullable Throwable ended(@Nullable Throwable failure) {
            return failure;
        }

        @Override
        public Coroutine part(Part inner) {
            return whole.part(inner);
        }
    }

    /// Asks whoever drives the body to run a generator in its place, as [PullEmission#delegate(Protocol)] does.
    private static final class Delegating implements Coroutine {
        private final Delegation request;
        private boolean asked;

        Delegating(Protocol inner) {
            request = new Delegation(inner, null);
        }

        @Override
        public @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
            if (!asked) {
                asked = true;
                return request;
            }
            Throwable failure = request.settle(thrown);
            if (failure != null) {
                throw failure;
            }
            return END;
        }

        @Override
        public @Nullable Object result() {
            return request.result();
        }

        @Override
        public boolean inline() {
            return true;
        }

        @Override
        public void abandon() {
            // It never answers an exit with a value.
        }
    }

    /// Reads an iterator that is no generator to its end.
    private static final class Reading extends UpstreamCoroutine {
        private final Upstream upstream;

        Reading(Upstream upstream) {
            this.upstream = upstream;
        }

        @Override
        @Nullable Object next() throws Throwable {
            return upstream.next();
        }

        @Override
        void close() throws Throwable {
            upstream.close();
        }
    }
}
