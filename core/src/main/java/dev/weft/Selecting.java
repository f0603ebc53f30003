package dev.weft;

import org.jspecify.annotations.Nullable;

/// The operators that let some of the elements through.
///
/// @param <T> the type of the elements
public sealed interface Selecting<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Yields the elements that pass `predicate`.
    ///
    /// - **Suspends**: while the upstream or `predicate` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `predicate` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=filter}
    ///
    /// @param predicate which to let through; may wait and throw
    /// @return those that pass
    default AsyncGenerator<T> filter(CheckedPredicate<? super T> predicate) {
        return Gathered.of("filter", (AsyncIterable<T>) this, Gathered.filter(predicate));
    }

    /// Yields the first `count` elements.
    ///
    /// Asks the upstream for no element beyond them. Closes it when the consumer asks for the one after the last.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream and, at the end, those of its clean-up.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=take}
    ///
    /// @param count how many at the most, not negative
    /// @return the first elements
    /// @throws IllegalArgumentException if `count` is negative
    default AsyncGenerator<T> take(long count) {
        return Gathered.take((AsyncIterable<T>) this, count);
    }
}
