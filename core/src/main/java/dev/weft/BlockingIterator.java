package dev.weft;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The `for` loop's view of an iterator: reads one element ahead only when asked whether there is one.
abstract class BlockingIterator<T extends @Nullable Object> implements Iterator<T> {

    private static final Object NULL = new Object();

    private @Nullable Object ahead; // an element that was read, NULL in place of null; null if there is none

    static <T extends @Nullable Object> BlockingIterator<T> of(AsyncIterator<T> iterator) {
        return iterator instanceof Generator<?, ?, ?> generator
                ? new OfGenerator<>(generator)
                : new OfOther<>(Upstream.of(iterator));
    }

    /// Awaits the next element.
    ///
    /// @return the element, or [Execution#END]
    abstract @Nullable Object read() throws Throwable;

    @Override
    public final boolean hasNext() {
        Object element = ahead;
        if (element == null) {
            element = readNext();
            ahead = element == null ? NULL : element;
        }
        return !Core.isEnd(element);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // it is one object
    public final T next() {
        Object element = ahead;
        if (element == null) {
            element = readNext();
        } else if (element == NULL) {
            element = null;
        }
        if (Core.isEnd(element)) {
            ahead = element;
            throw new NoSuchElementException("there are no more elements");
        }
        ahead = null;
        return Tasks.unchecked(element);
    }

    private @Nullable Object readNext() {
        try {
            return read();
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }

    private static final class OfGenerator<T extends @Nullable Object> extends BlockingIterator<T> {
        private final Generator<?, ?, ?> generator;

        OfGenerator(Generator<?, ?, ?> generator) {
            this.generator = generator;
        }

        @Override
        @Nullable Object read() throws Throwable {
            return generator.pull();
        }
    }

    private static final class OfOther<T extends @Nullable Object> extends BlockingIterator<T> {
        private final Upstream upstream;

        OfOther(Upstream upstream) {
            this.upstream = upstream;
        }

        @Override
        @Nullable Object read() throws Throwable {
            return upstream.next();
        }
    }
}
