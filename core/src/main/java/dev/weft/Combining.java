package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The operators that read several sources.
///
/// @param <T> the type of the elements
public sealed interface Combining<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Yields `function` of the first elements, of the second ones, and so on, until one of the two sources ends.
    ///
    /// Both are asked at the same time, so a step takes as long as the slower one. When one ends, the other one's step
    /// is cancelled, both are closed, and the element that had no partner is lost with it.
    ///
    /// - **Suspends**: until both have an element.
    /// - **Cancellation**: closes both.
    /// - **Threads**: two tasks for each step; `function` runs on the caller's thread.
    /// - **Errors**: the first failure cancels the other step, closes both, and goes on, unchanged.
    /// - **Cost**: two tasks for each element; no memory.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=zip}
    ///
    /// @param <U> the type of the other elements
    /// @param <R> the type of the results
    /// @param other the other source
    /// @param function what to make of two elements; may wait and throw
    /// @return one result for each pair
    default <U extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> zip(
            AsyncIterable<? extends U> other, CheckedBiFunction<? super T, ? super U, ? extends R> function) {
        Objects.requireNonNull(other, "other");
        return Async.zip((AsyncIterable<T>) this, other, function);
    }
}
