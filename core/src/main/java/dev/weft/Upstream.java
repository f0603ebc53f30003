package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an operator reads from, and owns: it is closed on every way out, once.
///
/// Opened by the first [#next()]. What was never opened is closed only if it is an iterator itself, as a generator is:
/// then it belongs to whoever was given it.
final class Upstream {

    private final AsyncIterable<?> iterable;
    private @Nullable AsyncIterator<?> iterator;
    private boolean closed;

    private Upstream(AsyncIterable<?> iterable) {
        this.iterable = iterable;
    }

    static Upstream of(AsyncIterable<?> iterable) {
        return new Upstream(iterable);
    }

    /// Awaits the next element.
    ///
    /// @return the element, or [Execution#END]
    @Nullable Object next() throws Throwable {
        if (closed) {
            return Execution.END;
        }
        AsyncIterator<?> opened = iterator;
        if (opened == null) {
            opened = open();
        }
        if (opened instanceof Generator<?, ?, ?> generator) {
            return generator.pull();
        }
        Awaitable<?> step = Objects.requireNonNull(
                opened.anext(), () -> "anext() of " + iterator + " returned null; return an Awaitable");
        try {
            return step.await();
        } catch (StopAsyncIteration end) {
            return Execution.END;
        }
    }

    /// Whether the next step would end soon and wait for nothing.
    boolean isPrompt() {
        return closed || (iterator instanceof Generator<?, ?, ?> generator && generator.isPrompt());
    }

    /// Awaits the next element. At the end this has closed the source, whose clean-up may fail as the source may.
    ///
    /// @return the element, or [Execution#END]
    @Nullable Object nextOrClosed() throws Throwable {
        Object element = next();
        if (Core.isEnd(element)) {
            close();
        }
        return element;
    }

    private AsyncIterator<?> open() {
        iterator = open(iterable);
        return iterator;
    }

    /// Asks an iterable for its iterator.
    static AsyncIterator<?> open(AsyncIterable<?> iterable) {
        return Objects.requireNonNull(
                iterable.aiter(), () -> "aiter() of " + iterable + " returned null; return an iterator");
    }

    /// Whether nobody but the reader would close the source. A generator is closed when it is dropped.
    boolean needsClosing() {
        Object owned = iterator == null ? iterable : iterator;
        return !(owned instanceof Generator<?, ?, ?>)
                && (!(owned instanceof AsyncIterator<?>) || owned instanceof AutoCloseable);
    }

    /// Closes the source and waits for its clean-up.
    void close() throws Throwable {
        if (closed) {
            return;
        }
        closed = true;
        Object owned = iterator == null ? iterable : iterator;
        if (owned instanceof Generator<?, ?, ?> generator) {
            generator.awaitClosed();
        } else if (owned instanceof AsyncIterator<?> && owned instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /// Closes all, whatever happens; throws the first failure, with later ones in it.
    static void closeAll(Iterable<Upstream> upstreams) throws Throwable {
        @Nullable Throwable failure = null;
        for (Upstream upstream : upstreams) {
            failure = ConcatSteps.closed(upstream, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// Closes the source because of `failure`, and returns what to throw: `failure`, with that of the clean-up in it.
    Throwable closeAfter(Throwable failure) {
        try {
            close();
            return failure;
        } catch (Throwable t) {
            return Throw.both(failure, t);
        }
    }

    /// Runs code that reads this, and closes this afterwards, whatever happens.
    void during(Reading code) {
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
}
