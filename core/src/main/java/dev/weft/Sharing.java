package dev.weft;

import org.jspecify.annotations.Nullable;

/// The operators that let several consumers read one source.
///
/// @param <T> the type of the elements
public sealed interface Sharing<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();
}
