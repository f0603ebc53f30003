package dev.weft;

import org.jspecify.annotations.Nullable;

/// The operators that deal in time: that of the [Runtime][dev.weft.spi.Runtime], which is virtual in tests.
///
/// @param <T> the type of the elements
public sealed interface Timing<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();
}
