package dev.weft;

import dev.weft.spi.Coroutine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source that computes one element after the other, without a body that would have to be suspended.
final class StepSource implements Source {

    /// Steps, as whoever makes them hands them over. An interface, because the virtual machine takes it that an object
    /// has an interface, while it loads a class to see whether it extends another one: before the first use of [Async]
    /// it would load the steps of two dozen operators.
    sealed interface AnySteps permits Steps {}

    /// What computes the elements of one generator. Used by one strand at a time.
    abstract static non-sealed class Steps implements AnySteps {

        /// Computes the next element.
        ///
        /// @return the element, or [Execution#END]
        abstract @Nullable Object next() throws Throwable;

        /// Computes all elements into `consumer`, until it wants no more. Called instead of [#next()], never after it.
        void drain(Protocol protocol, Sink consumer) throws Throwable {
            Object element = nextOutside(protocol);
            while (!Core.isEnd(element) && consumer.accept(element)) {
                element = nextOutside(protocol);
            }
        }

        private @Nullable Object nextOutside(Protocol protocol) throws Throwable {
            try {
                return next();
            } catch (Throwable failure) {
                throw protocol.asSeenOutside(failure);
            }
        }

        /// The sources that this reads.
        List<? extends AsyncIterable<?>> sources() {
            return List.of();
        }

        /// Lets go of what this holds. Called on every exit, and on a source that never ran.
        void close() throws Throwable {}

        /// Whether [#close()] would do anything now.
        boolean unwinds() {
            return true;
        }

        /// Whether something would be lost if this were dropped; see [Coroutine#mustBeClosed()].
        boolean mustBeClosed() {
            return unwinds();
        }
    }

    /// Steps that hold nothing.
    abstract static class FreeSteps extends Steps {
        @Override
        final void close() {
            // There is nothing to let go of.
        }

        @Override
        final boolean unwinds() {
            return false;
        }
    }

    private final String kind;
    private final String name;
    private final Steps steps;

    private StepSource(String kind, String name, AnySteps steps) {
        this.kind = kind;
        this.name = name;
        this.steps = (Steps) steps;
    }

    static <T extends @Nullable Object> AsyncGenerator<T> generator(String name, AnySteps steps) {
        return new Generator<T, @Nullable Void, @Nullable Void>(new StepSource("source", name, steps));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> operator(String name, AnySteps steps) {
        return new Generator<T, @Nullable Void, @Nullable Void>(new StepSource("operator", name, steps));
    }

    @Override
    public Coroutine coroutine(Context context) {
        return new UpstreamCoroutine(this) {
            @Override
            @Nullable Object next() throws Throwable {
                return steps.next();
            }

            @Override
            void close() throws Throwable {
                steps.close();
            }

            @Override
            public boolean unwinds() {
                return steps.unwinds();
            }

            @Override
            public boolean mustBeClosed() {
                return steps.mustBeClosed();
            }
        };
    }

    @Override
    public Push pushing(Protocol protocol) {
        return new OperatorPush(consumer -> {
            @Nullable Throwable failure = null;
            try {
                steps.drain(protocol, consumer);
            } catch (Throwable t) {
                failure = t;
            }
            try {
                steps.close();
            } catch (Throwable t) {
                failure = Throw.both(failure, t);
            }
            if (failure != null) {
                throw failure;
            }
        });
    }

    @Override
    public void discard() {
        try {
            steps.close();
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }

    @Override
    public List<Protocol> upstreams() {
        return Source.generatorsAmong(steps.sources());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable AsyncIterable<?> operand() {
        List<? extends AsyncIterable<?>> sources = steps.sources();
        return sources.size() == 1 ? sources.getFirst() : null;
    }

    @Override
    public String site() {
        return kind + " " + name;
    }
}
