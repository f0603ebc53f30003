package dev.weft;

import org.jspecify.annotations.Nullable;

/// The operators that let their source, or functions of yours, run ahead of the consumer.
///
/// @param <T> the type of the elements
public sealed interface Overlapping<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();
}
