package dev.weft;

import org.jspecify.annotations.Nullable;

/// An iterator whose elements are awaited. Implement it with the one method [#anext()].
///
/// Is its own iterable. If the implementation is [AutoCloseable] too, whatever owns the iterator closes it.
///
/// {@snippet class=dev.weft.spec.Snippets region=iterator}
///
/// - **Source**: PEP 492, "Asynchronous Iterators".
///
/// @param <T> the type of the elements
@FunctionalInterface
public interface AsyncIterator<T extends @Nullable Object> extends AsyncIterable<T> {

    /// Describes the step to the next element. Nothing runs until it is awaited.
    ///
    /// Awaiting it gives the element, or throws [StopAsyncIteration] at the end and from then on.
    ///
    /// @return the step
    Awaitable<T> anext();

    /// Describes the step to the next element, or to `defaultValue` when there is none.
    ///
    /// Replaces the end only: what goes wrong is thrown as ever.
    ///
    /// - **Source**: `anext(iterator, default)` of Python 3.10.
    ///
    /// @param defaultValue what to give at the end
    /// @return the step
    default Awaitable<T> anext(T defaultValue) {
        Awaitable<T> step = anext();
        return () -> {
            try {
                return step.await();
            } catch (StopAsyncIteration end) {
                return defaultValue;
            }
        };
    }

    /// Returns this iterator.
    ///
    /// @return `this`
    @Override
    @SuppressWarnings("FunctionalInterfaceMethodChanged") // what a lambda implements is anext()
    default AsyncIterator<T> aiter() {
        return this;
    }
}
