package dev.weft;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The `for` loop's view of an iterator: reads one element ahead only when asked whether there is one.
final class BlockingIterator<T extends @Nullable Object> implements Iterator<T> {

    private final Upstream upstream;
    private @Nullable Object ahead;
    private boolean fetched;

    BlockingIterator(AsyncIterator<T> iterator) {
        upstream = Upstream.of(iterator);
    }

    @Override
    public boolean hasNext() {
        if (!fetched) {
            try {
                ahead = upstream.next();
            } catch (Throwable failure) {
                throw Throw.unchecked(failure);
            }
            fetched = true;
        }
        return !Execution.isEnd(ahead);
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more elements");
        }
        Object element = ahead;
        ahead = null;
        fetched = false;
        return Tasks.unchecked(element);
    }
}
