package dev.weft;

import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Something whose elements arrive over time.
///
/// Works in a `for` loop, which waits for each element on the calling thread, and carries the operators, by family:
/// [Transforming], [Selecting], [Combining], [Overlapping], [Timing], [Recovering], [Sharing], [Collecting] and
/// [Leaving]. Each operator reads `aiter()` once, when its own first element is asked for, and owns what it reads: it
/// closes it on every exit and awaits its clean-up.
///
/// A generator gives itself, so it can be read once; a lambda that makes a new generator can be read any number of
/// times:
///
/// {@snippet class=dev.weft.spec.Snippets region=again}
///
/// - **Source**: PEP 492, "Asynchronous Iterators and async for".
///
/// @param <T> the type of the elements
@FunctionalInterface
public non-sealed interface AsyncIterable<T extends @Nullable Object>
        extends Iterable<T>,
                Transforming<T>,
                Selecting<T>,
                Combining<T>,
                Overlapping<T>,
                Timing<T>,
                Recovering<T>,
                Sharing<T>,
                Collecting<T>,
                Leaving<T> {

    /// Returns an iterator over the elements. Runs nothing of the source.
    ///
    /// @return an iterator, which may be this object
    @Override
    AsyncIterator<T> aiter();

    /// Returns a plain iterator, for the `for` loop.
    ///
    /// Its `hasNext` awaits the next element. Rethrows what the source lets out, checked or not, as the same instance.
    /// Leaving the loop early closes nothing, as in Python; put the generator into a try-with-resources statement.
    ///
    /// @return an iterator over [#aiter()]
    @Override
    default Iterator<T> iterator() {
        return BlockingIterator.of(aiter());
    }

    /// Acts on each element, and closes the source; see [Collecting#each(CheckedConsumer)].
    ///
    /// @param action what to do; an exception of it closes the source and then goes on, unchanged
    @Override
    default void forEach(Consumer<? super T> action) {
        Objects.requireNonNull(action, "action");
        each(action::accept);
    }
}
