package dev.weft;

import static dev.weft.GeneratorStateException.Reason.AWAITED_TWICE;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The handle that consumers hold. If something has to be done when it is dropped, nothing that runs the body refers to
/// it, so that the [LeakGuard] can tell.
final class Generator<T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
        extends Protocol implements Dialogue<T, S, R> {

    Generator(Source source) {
        super(source);
    }

    Generator(GeneratorBody<T> body) {
        super(body);
    }

    /// Makes another handle of a generator that has begun; nobody watches it.
    Generator(Seat seat) {
        super(seat);
        state(State.MOVED);
    }

    /// Runs the step to the next value; the handle stays reachable while it runs.
    ///
    /// @return the value, or [Execution#END]
    @SuppressWarnings("ReferenceEquality") // it is one object
    @Nullable Object pull() throws Throwable {
        try {
            Object value = runBiased();
            return value == NOT_BIASED ? step(null, null) : value;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /// Runs one step; the handle stays reachable while it runs.
    @Nullable Object pull(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        try {
            return step(sent, thrown);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public Awaitable<T> anext() {
        return new Step(null, null);
    }

    @Override
    public Awaitable<T> anext(T defaultValue) {
        return new LastStep(defaultValue);
    }

    @Override
    public Awaitable<T> asend(S value) {
        return new Step(value, null);
    }

    @Override
    public Awaitable<T> athrow(Throwable error) {
        return new Step(null, Objects.requireNonNull(error, "error"));
    }

    @Override
    public Awaitable<@Nullable Void> aclose() {
        var used = new AtomicBoolean();
        return () -> {
            once(!used.getAndSet(true), "aclose");
            close();
            return null;
        };
    }

    @Override
    public void close() {
        try {
            awaitClosed();
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public R result() {
        return Tasks.unchecked(requireResult());
    }

    @Override
    public <X extends Exception> void each(CheckedConsumer<? super T, X> action) throws X {
        Objects.requireNonNull(action, "action");
        Sink sink = element -> {
            action.accept(Tasks.<T>unchecked(element));
            return true;
        };
        drainAll(sink);
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        Objects.requireNonNull(action, "action");
        drainAll(new ToFunction(Tasks.unchecked(action)));
    }

    private void drainAll(Sink sink) {
        try {
            drain(sink);
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /// Runs to the end, or until `sink` wants no more, and closes: pushes if nothing has run yet, else pulls.
    void drain(Sink sink) throws Throwable {
        if (push(sink)) {
            return;
        }
        Core seated = seated();
        if (!beginLoop()) {
            return;
        }
        try {
            Object element = loopStep();
            while (!Core.isEnd(element) && sink.accept(element)) {
                element = loopStep();
            }
        } catch (Throwable failure) {
            try {
                closeLoop();
            } catch (Throwable t) {
                if (t instanceof VirtualMachineError) {
                    seated.aborted = true;
                }
                throw Throw.both(failure, t);
            }
            throw failure;
        }
        try {
            closeLoop();
        } catch (VirtualMachineError failure) {
            seated.aborted = true;
            throw failure;
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a generator is one object, whatever handles there are
    public boolean equals(@Nullable Object other) {
        return other instanceof Generator<?, ?, ?> generator && generator.seated() == seated();
    }

    @Override
    public int hashCode() {
        return state() == State.MOVED ? seat().handleHash() : System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return name();
    }

    private static void once(boolean first, String what) {
        if (!first) {
            throw new GeneratorStateException(
                    AWAITED_TWICE,
                    "this " + what + " was awaited before; call " + what
                            + " again for another one, or start() it once and" + " await the task as often as needed");
        }
    }

    /// One step, described: it runs when awaited, at most once.
    private class Step implements Prompt<T> {
        private static final VarHandle USED = Fields.handle(MethodHandles.lookup(), "used", boolean.class);

        @SuppressWarnings("UnusedVariable") // read through its handle
        private volatile boolean used;

        private final @Nullable Object sent;
        private final @Nullable Throwable thrown;

        Step(@Nullable Object sent, @Nullable Throwable thrown) {
            this.sent = sent;
            this.thrown = thrown;
        }

        @Override
        public T await() {
            return run(null, false);
        }

        @Override
        public boolean isPrompt() {
            return thrown == null && Generator.this.isPrompt();
        }

        final T run(@Nullable Object defaultValue, boolean hasDefault) {
            once(USED.compareAndSet(this, false, true), thrown != null ? "athrow" : "anext or asend");
            @Nullable Object element;
            try {
                element = pull(sent, thrown);
            } catch (Throwable failure) {
                throw Throw.unchecked(failure);
            }
            if (!Core.isEnd(element)) {
                return Tasks.unchecked(element);
            }
            if (hasDefault) {
                return Tasks.unchecked(defaultValue);
            }
            throw new StopAsyncIteration();
        }

        @Override
        public String toString() {
            return "a step of " + name();
        }
    }

    /// A step that gives something else at the end.
    private final class LastStep extends Step {
        private final T defaultValue;

        LastStep(T defaultValue) {
            super(null, null);
            this.defaultValue = defaultValue;
        }

        @Override
        public T await() {
            return run(defaultValue, true);
        }
    }
}
