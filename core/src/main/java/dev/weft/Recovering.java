package dev.weft;

import org.jspecify.annotations.Nullable;

/// The operators that watch how a source ends, and go on after a failure.
///
/// @param <T> the type of the elements
public sealed interface Recovering<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();
}
