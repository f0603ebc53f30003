package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an operator reads from, and owns: it is closed on every way out.
abstract class Upstream {

    static Upstream of(AsyncIterable<?> iterable) {
        AsyncIterator<?> iterator = Objects.requireNonNull(
                iterable.aiter(), () -> "aiter() of " + iterable + " returned null; return an iterator");
        return iterator instanceof Generator<?, ?, ?> generator ? new OfGenerator(generator) : new OfIterator(iterator);
    }

    /// Awaits the next element.
    ///
    /// @return the element, or [Execution#END]
    abstract @Nullable Object next() throws Throwable;

    /// Closes the source and waits for its clean-up.
    abstract void close() throws Throwable;

    /// Closes the source because of `failure`, and returns what to throw: `failure`, with that of the clean-up in it.
    final Throwable closeAfter(Throwable failure) {
        try {
            close();
            return failure;
        } catch (Throwable t) {
            return Throw.both(failure, t);
        }
    }

    /// Runs code that reads this, and closes this afterwards, whatever happens.
    final void during(Reading code) {
        try {
            try {
                code.run();
            } catch (Throwable failure) {
                throw closeAfter(failure);
            }
            close();
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }

    /// Code that reads an upstream.
    @FunctionalInterface
    interface Reading {
        void run() throws Throwable;
    }

    private static final class OfGenerator extends Upstream {
        private final Generator<?, ?, ?> generator;

        OfGenerator(Generator<?, ?, ?> generator) {
            this.generator = generator;
        }

        @Override
        @Nullable Object next() throws Throwable {
            return generator.step(null, null);
        }

        @Override
        void close() throws Throwable {
            generator.protocol().close();
        }
    }

    private static final class OfIterator extends Upstream {
        private final AsyncIterator<?> iterator;

        OfIterator(AsyncIterator<?> iterator) {
            this.iterator = iterator;
        }

        @Override
        @Nullable Object next() throws Throwable {
            Awaitable<?> step = iterator.anext();
            if (step == null) {
                throw new NullPointerException("anext() of " + iterator + " returned null; return an Awaitable");
            }
            try {
                return step.await();
            } catch (StopAsyncIteration end) {
                return Execution.END;
            }
        }

        @Override
        void close() throws Throwable {
            if (iterator instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
