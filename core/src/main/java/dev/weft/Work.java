package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What [OverlapSteps] does with one element, a result at a time.
sealed interface Work extends Awaitable<@Nullable Object> {

    /// Whether `result` is none, and the work has ended with it.
    boolean endsWith(@Nullable Object result);

    /// Whether the work goes on when a result has been taken.
    boolean goesOn();

    /// Closes what the work holds. None of it runs.
    void close() throws Throwable;

    /// One result: that of a function.
    record Call(
            CheckedFunction<@Nullable Object, @Nullable Object> function,
            @Nullable Object element) implements Work {

        @Override
        public @Nullable Object await() throws Exception {
            return function.apply(element);
        }

        @Override
        public boolean endsWith(@Nullable Object result) {
            return false;
        }

        @Override
        public boolean goesOn() {
            return false;
        }

        @Override
        public void close() {
            // A function holds nothing.
        }
    }

    /// The elements of a source that a function makes.
    final class Inner implements Work {
        private final CheckedFunction<@Nullable Object, ? extends AsyncIterable<?>> function;
        private final @Nullable Object element;
        private @Nullable Upstream upstream; // handed on with the step

        Inner(CheckedFunction<@Nullable Object, ? extends AsyncIterable<?>> function, @Nullable Object element) {
            this.function = function;
            this.element = element;
        }

        @Override
        public @Nullable Object await() {
            try {
                Upstream source = upstream;
                if (source == null) {
                    source = Upstream.of(Objects.requireNonNull(
                            function.apply(element),
                            "the function of flatMapConcurrent returned null; return a source"));
                    upstream = source;
                }
                Object result = source.next();
                if (Core.isEnd(result)) {
                    source.close();
                }
                return result;
            } catch (Throwable failure) {
                throw Throw.unchecked(failure);
            }
        }

        @Override
        public boolean endsWith(@Nullable Object result) {
            return Core.isEnd(result);
        }

        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void close() throws Throwable {
            if (upstream != null) {
                upstream.close();
            }
        }
    }
}
