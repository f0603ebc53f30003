package dev.weft;

import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Event;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A generator written by a user: a body that yields.
abstract class BodySource implements Source, Body {

    private final @Nullable String name;
    private final Object body; // the user's lambda
    private @Nullable Protocol protocol; // set before the first step, if anything but the coroutine needs it
    private @Nullable Resources resources;

    private BodySource(@Nullable String name, Object body) {
        this.name = name;
        this.body = body;
    }

    static <T extends @Nullable Object> BodySource ofGenerator(@Nullable String name, GeneratorBody<T> body) {
        return new Plain<>(name, body);
    }

    static <T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object> BodySource ofDialogue(
            @Nullable String name, DialogueBody<T, S, R> body) {
        return new Spoken<>(name, body);
    }

    /// Calls the user's body.
    abstract @Nullable Object call(Emission emission) throws Throwable;

    /// Makes what the body yields with.
    abstract Object yielder(Emission emission);

    private static final class Plain<T extends @Nullable Object> extends BodySource {
        private final GeneratorBody<T> body;

        Plain(@Nullable String name, GeneratorBody<T> body) {
            super(name, body);
            this.body = body;
        }

        @Override
        @Nullable Object call(Emission emission) throws Throwable {
            body.run(Tasks.unchecked(emission.yielder()));
            return null;
        }

        @Override
        Object yielder(Emission emission) {
            return emission.yielder();
        }
    }

    private static final class Spoken<
                    T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
            extends BodySource {
        private final DialogueBody<T, S, R> body;

        Spoken(@Nullable String name, DialogueBody<T, S, R> body) {
            super(name, body);
            this.body = body;
        }

        @Override
        @Nullable Object call(Emission emission) throws Throwable {
            return body.run(new SpokenYielder<T, S>(emission));
        }

        @Override
        Object yielder(Emission emission) {
            return new SpokenYielder<>(emission);
        }
    }

    // ---- as a source ----

    @Override
    public Coroutine coroutine(Context context) {
        return Kernel.KERNEL.coroutine(this, context);
    }

    @Override
    public void drivenBy(Protocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public Push pushing(Protocol protocol) {
        return new PushRun(protocol, this);
    }

    @Override
    public void discard() {
        // A body that never ran holds nothing.
    }

    @Override
    public String name() {
        return name == null ? Site.generatorAt(body) : name;
    }

    @Override
    public @Nullable String givenName() {
        return name;
    }

    @Override
    public String site() {
        return Site.of(body);
    }

    /// What the engine would say of a body.
    static Explanation explain(BodySource source) {
        return Kernel.KERNEL.explain(source, Context.current());
    }

    // ---- as a body, for an engine ----

    @Override
    public Object source() {
        return body;
    }

    @Override
    public @Nullable Object run(Suspension suspension) throws Throwable {
        return onOwnThread(suspension, emission -> emission.during(this::call));
    }

    /// Runs the body, or a part of it, on the calling thread, which is one of its own.
    private @Nullable Object onOwnThread(Suspension suspension, Emission.BodyCall code) throws Throwable {
        var activation = new Activation(Objects.requireNonNull(protocol), null);
        Execution execution = protocol.execution();
        Context own = home().forBody(activation, execution.ownThread());
        return Carried.call(
                execution.captured(),
                () -> own.call(() -> code.run(new PullEmission(name(), resources(), suspension, activation))));
    }

    /// Whether a frame of a stack trace is where a body's own thread begins.
    static boolean isOwnThread(StackTraceElement frame) {
        return frame.getMethodName().equals("onOwnThread")
                && frame.getClassName().equals(BodySource.class.getName());
    }

    private Context home() {
        return Objects.requireNonNull(protocol).execution().home();
    }

    private Resources resources() {
        if (resources == null) {
            resources = new Resources();
            Objects.requireNonNull(protocol).execution().uses(resources);
        }
        return resources;
    }

    @Override
    public Coroutine yieldAll(@Nullable Object iterable) {
        AsyncIterator<?> iterator = ((AsyncIterable<?>) Objects.requireNonNull(iterable, "inner")).aiter();
        return iterator instanceof Generator<?, ?, ?> generator
                ? new Delegating(generator)
                : new Reading(this, Upstream.of(iterator));
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
        Coroutine made = Kernel.KERNEL.coroutineOfPart(new PartOf(this, part), home().runtime());
        if (!made.inline()) {
            Execution execution = Objects.requireNonNull(protocol).execution();
            execution.capture();
            execution.tell(Event.Kind.FELL_BACK, "a helper that yields runs on a thread of its own");
        }
        return made;
    }

    /// A part of a body whose other parts an engine has transformed.
    private record PartOf(BodySource whole, Part part) implements Body {

        @Override
        public @Nullable Object run(Suspension suspension) throws Throwable {
            return whole.onOwnThread(suspension, emission -> emission.part(inner -> part.run(whole.yielder(inner))));
        }

        @Override
        public Object source() {
            return part;
        }

        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public @Nullable String givenName() {
            return whole.givenName();
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
        public String name() {
            return "yieldAll of " + request.inner.name();
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

        Reading(Source source, Upstream upstream) {
            super(source);
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
