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

    // ---- functions at the same time ----

    /// Yields `function` of each element, as [Transforming#map(CheckedFunction)] does, but with up to `limit` calls at
    /// the same time. The results keep the order of the elements.
    ///
    /// The source is asked for an element whenever there is a place for it. There are `limit` places; an element has
    /// one from the moment at which the source is asked for it until its result is handed to the consumer, whether it
    /// waits for the call, for an earlier result, or for the consumer. So at most `limit` calls run, and the source is
    /// read at most `limit` elements ahead.
    ///
    /// - **Suspends**: until the next result in order is there.
    /// - **Cancellation**: cancels and awaits the calls and the step of the source, and closes it.
    /// - **Threads**: one task reads the source, beginning with the first step; each call is a task of its own.
    /// - **Errors**: a failure of `function` cancels the calls for later elements and the step of the source, at once.
    ///   It goes on, unchanged, after the results for earlier elements and when everything has ended and the source is
    ///   closed. A failure of the source goes on after all results.
    /// - **Cost**: one task per element, and one for the source; at most `limit` elements or results of memory.
    ///
    /// {@snippet class=dev.weft.spec.OverlappingSnippets region=mapConcurrent}
    ///
    /// @param <R> the type of the results
    /// @param limit how many calls at the same time, positive
    /// @param function what to compute; may wait and throw
    /// @return the results, in the order of the elements
    /// @throws IllegalArgumentException if `limit` is not positive
    default <R extends @Nullable Object> AsyncGenerator<R> mapConcurrent(
            int limit, CheckedFunction<? super T, ? extends R> function) {
        return OverlapSteps.map(
                "mapConcurrent", limit, OverlapSteps.Order.OF_THE_SOURCE, (AsyncIterable<T>) this, function);
    }

    /// Yields `function` of each element, with up to `limit` calls at the same time, in the order in which they end;
    /// else as [#mapConcurrent(int, CheckedFunction)].
    ///
    /// - **Suspends**: until any result is there.
    /// - **Errors**: the first failure, of `function` or of the source, cancels all calls and the step of the source,
    ///   at once. It goes on, unchanged, after the results that were there before and when everything has ended.
    ///
    /// {@snippet class=dev.weft.spec.OverlappingSnippets region=mapConcurrentUnordered}
    ///
    /// @param <R> the type of the results
    /// @param limit how many calls at the same time, positive
    /// @param function what to compute; may wait and throw
    /// @return the results, as they come
    /// @throws IllegalArgumentException if `limit` is not positive
    default <R extends @Nullable Object> AsyncGenerator<R> mapConcurrentUnordered(
            int limit, CheckedFunction<? super T, ? extends R> function) {
        return OverlapSteps.map(
                "mapConcurrentUnordered", limit, OverlapSteps.Order.OF_THE_ENDS, (AsyncIterable<T>) this, function);
    }

    /// Yields the elements of the sources that `function` makes of the elements, as they come, with up to `limit` of
    /// those inner sources open at the same time.
    ///
    /// The outer source is asked for an element whenever fewer than `limit` inner ones are open, so it is read at most
    /// `limit` elements ahead. While the consumer is busy each inner source runs at most one element ahead; elements
    /// are not reordered within an inner source. Each inner source is closed when it has ended, before another one
    /// takes its place.
    ///
    /// - **Suspends**: until any inner source has an element.
    /// - **Cancellation**: cancels and awaits the steps of all sources, and closes them.
    /// - **Threads**: one task reads the outer source, beginning with the first step; each step of an inner source is a
    ///   task, and `function` runs in that of the first step.
    /// - **Errors**: the first failure, of a source or of `function`, cancels all steps at once. It goes on, unchanged,
    ///   after the elements that were there before and when all sources are closed.
    /// - **Cost**: one task per element, and one for the outer source; one element of memory per inner source.
    ///
    /// {@snippet class=dev.weft.spec.OverlappingSnippets region=flatMapConcurrent}
    ///
    /// @param <R> the type of the results
    /// @param limit how many inner sources at the same time, positive
    /// @param function makes an inner source, which is owned from then on; may wait and throw
    /// @return the elements of the inner sources, as they come
    /// @throws IllegalArgumentException if `limit` is not positive
    default <R extends @Nullable Object> AsyncGenerator<R> flatMapConcurrent(
            int limit, CheckedFunction<? super T, ? extends AsyncIterable<? extends R>> function) {
        return OverlapSteps.flatMap(limit, (AsyncIterable<T>) this, function);
    }
}
