package dev.weft;

import static dev.weft.GeneratorStateException.Reason.AWAITED_TWICE;

import java.lang.ref.Reference;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The handle that consumers hold. Nothing that runs the body refers to it, so that the [LeakGuard] can tell when it
/// was dropped.
final class Generator<T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
        implements Dialogue<T, S, R> {

    private final Protocol protocol;

    Generator(Source source) {
        this(new Protocol(source));
    }

    /// Makes another handle, which nobody watches.
    Generator(Protocol protocol) {
        this.protocol = protocol;
    }

    Protocol protocol() {
        return protocol;
    }

    static Protocol protocolOf(Dialogue<?, ?, ?> dialogue) {
        return ((Generator<?, ?, ?>) dialogue).protocol;
    }

    /// Runs one step; the handle stays reachable while it runs.
    @Nullable Object step(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        try {
            return protocol.step(sent, thrown, this);
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
        Step step = new Step(null, null);
        return () -> step.run(defaultValue, true);
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
            once(used, "aclose");
            close();
            return null;
        };
    }

    @Override
    public void close() {
        try {
            protocol.close();
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public R result() {
        return Tasks.unchecked(protocol.result());
    }

    @Override
    public <X extends Exception> void each(CheckedConsumer<? super T, X> action) throws X {
        Objects.requireNonNull(action, "action");
        Sink sink = element -> {
            action.accept(Tasks.<T>unchecked(element));
            return true;
        };
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
        if (protocol.push(sink) || !protocol.beginLoop()) {
            return;
        }
        try {
            Object element = protocol.loopStep();
            while (!Execution.isEnd(element) && sink.accept(element)) {
                element = protocol.loopStep();
            }
        } catch (Throwable failure) {
            try {
                protocol.closeLoop();
            } catch (Throwable t) {
                throw Throw.both(failure, t);
            }
            throw failure;
        }
        protocol.closeLoop();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Generator<?, ?, ?> generator && generator.protocol.equals(protocol);
    }

    @Override
    public int hashCode() {
        return protocol.hashCode();
    }

    @Override
    public String toString() {
        return protocol.name();
    }

    private static void once(AtomicBoolean used, String what) {
        if (used.getAndSet(true)) {
            throw new GeneratorStateException(
                    AWAITED_TWICE,
                    "this " + what + " was awaited before; call " + what
                            + " again for another one, or start() it once and" + " await the task as often as needed");
        }
    }

    /// One step, described: it runs when awaited, at most once.
    private final class Step implements Awaitable<T> {
        private final AtomicBoolean used = new AtomicBoolean();
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

        T run(@Nullable Object defaultValue, boolean hasDefault) {
            once(used, thrown != null ? "athrow" : "anext or asend");
            @Nullable Object element;
            try {
                element = step(sent, thrown);
            } catch (Throwable failure) {
                throw Throw.unchecked(failure);
            }
            if (!Execution.isEnd(element)) {
                return Tasks.unchecked(element);
            }
            if (hasDefault) {
                return Tasks.unchecked(defaultValue);
            }
            throw new StopAsyncIteration();
        }

        @Override
        public String toString() {
            return "a step of " + protocol.name();
        }
    }
}
