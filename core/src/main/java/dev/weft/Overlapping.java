package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operators that let their source, or functions of yours, run ahead of the consumer.
///
/// @param <T> the type of the elements
public sealed interface Overlapping<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Yields the elements, while the upstream runs up to `capacity` of them ahead.
    ///
    /// The same as [#buffer(int, Overflow)] with [Overflow#SUSPEND]: nothing is dropped.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=buffer}
    ///
    /// @param capacity how many elements may wait for the consumer, positive
    /// @return the elements
    /// @throws IllegalArgumentException if `capacity` is not positive
    default AsyncGenerator<T> buffer(int capacity) {
        return buffer(capacity, Overflow.SUSPEND);
    }

    /// Yields the elements, while the upstream runs ahead, and does as `overflow` says when `capacity` of them wait.
    ///
    /// The upstream begins to run ahead with the first step. When the buffer is full it is not asked for another
    /// element with [Overflow#SUSPEND], so it is never more than `capacity` elements ahead; with the other policies it
    /// goes on, and before an element is dropped a consumer that is ready has its turn.
    ///
    /// - **Suspends**: while the buffer is empty and the upstream has not ended.
    /// - **Cancellation**: cancels the task, waits for it, and closes the upstream; drops the elements in the buffer.
    /// - **Threads**: one task reads the upstream; elements arrive on the caller's thread.
    /// - **Errors**: rethrows those of the upstream after the elements before them; one that the consumer has not
    ///   reached comes out of the close. [Overflow#FAIL] closes the upstream and ends with an [OverflowException].
    /// - **Cost**: one task per run; `capacity` elements of memory.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=dropOldest}
    ///
    /// @param capacity how many elements may wait for the consumer, positive
    /// @param overflow what to do with one more
    /// @return the elements, without those that were dropped
    /// @throws IllegalArgumentException if `capacity` is not positive
    default AsyncGenerator<T> buffer(int capacity, Overflow overflow) {
        return buffer(capacity, overflow, _ -> {});
    }

    /// Yields the elements, while the upstream runs ahead, and tells of each one that is dropped; else as
    /// [#buffer(int, Overflow)].
    ///
    /// - **Threads**: `onDrop` runs in the task that reads the upstream, which waits for it.
    /// - **Errors**: one of `onDrop` closes the upstream and goes on, unchanged, after the elements in the buffer.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=onDrop}
    ///
    /// @param capacity how many elements may wait for the consumer, positive
    /// @param overflow what to do with one more
    /// @param onDrop what to do with an element that `overflow` drops: count it, or release it; may wait and throw. Is
    ///     not told of those that are left in the buffer when it is closed
    /// @return the elements, without those that were dropped
    /// @throws IllegalArgumentException if `capacity` is not positive
    default AsyncGenerator<T> buffer(
            int capacity, Overflow overflow, CheckedConsumer<? super T, ? extends Exception> onDrop) {
        return Pumped.buffer("buffer", (AsyncIterable<T>) this, capacity, overflow, onDrop);
    }

    /// Yields the elements, while the upstream runs up to `capacity` of them ahead: [#buffer(int)] under the name that
    /// some know it by.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=prefetch}
    ///
    /// @param capacity how many elements may wait for the consumer, positive
    /// @return the elements
    /// @throws IllegalArgumentException if `capacity` is not positive
    default AsyncGenerator<T> prefetch(int capacity) {
        return Pumped.buffer("prefetch", (AsyncIterable<T>) this, capacity, Overflow.SUSPEND, _ -> {});
    }

    /// Yields the latest element each time that the consumer asks, and drops those before it that it has not seen.
    ///
    /// A buffer of one element with [Overflow#DROP_OLDEST]; see [#buffer(int, Overflow)]. The last element is never
    /// dropped.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=conflate}
    ///
    /// @return the elements, without those that were dropped
    default AsyncGenerator<T> conflate() {
        return Pumped.buffer("conflate", (AsyncIterable<T>) this, 1, Overflow.DROP_OLDEST, _ -> {});
    }

    /// Yields one result of all the elements that have come since the consumer took the last one.
    ///
    /// - **Suspends**: until there is an element that the consumer has not seen.
    /// - **Cancellation**: cancels the task, waits for it, and closes the upstream; drops the result held back.
    /// - **Threads**: one task reads the upstream and runs the functions; results arrive on the caller's thread.
    /// - **Errors**: rethrows those of the upstream, and those of the functions, which close it, after the result held
    ///   back; one that the consumer has not reached comes out of the close.
    /// - **Cost**: one task per run; one result of memory.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=conflateMerging}
    ///
    /// @param <R> the type of the results
    /// @param first makes a result of an element that follows none; may wait and throw
    /// @param merge makes a result of the one held back and a further element; may wait and throw
    /// @return the results
    default <R extends @Nullable Object> AsyncGenerator<R> conflate(
            CheckedFunction<? super T, ? extends R> first, CheckedBiFunction<? super R, ? super T, ? extends R> merge) {
        return Pumped.conflate((AsyncIterable<T>) this, first, merge);
    }

    /// Yields all the elements that have come since the consumer took the last ones, up to `max` in one list.
    ///
    /// Never waits for a list to fill. The upstream runs at most `max` elements ahead.
    ///
    /// - **Suspends**: until there is an element that the consumer has not seen.
    /// - **Cancellation**: cancels the task, waits for it, and closes the upstream; drops the elements held back.
    /// - **Threads**: one task reads the upstream; lists arrive on the caller's thread.
    /// - **Errors**: rethrows those of the upstream after the elements before them; one that the consumer has not
    ///   reached comes out of the close.
    /// - **Cost**: one task per run; `max` elements of memory.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=batch}
    ///
    /// @param max how many elements a list holds at the most, positive
    /// @return unmodifiable lists of at least one element
    /// @throws IllegalArgumentException if `max` is not positive
    default AsyncGenerator<List<T>> batch(int max) {
        return Pumped.batch((AsyncIterable<T>) this, max);
    }

    /// Groups the elements by key, with a lag of at most 256 elements; see [#groupBy(CheckedFunction, int)].
    ///
    /// @param <K> the type of the keys
    /// @param key finds the key of an element; may wait and throw
    /// @return the groups, each when its first element has come
    default <K extends @Nullable Object> AsyncGenerator<Grouped<K, T>> groupBy(
            CheckedFunction<? super T, ? extends K> key) {
        return groupBy(key, Pumped.LAG);
    }

    /// Yields a group for each key, when its first element has come; the group yields the elements that have the key.
    ///
    /// The groups are read at the same time, each by a task of its own. The upstream is asked for an element when a
    /// reader, of a group or of the groups, waits for one. An element whose group has `lag` elements that wait to be
    /// read, or a new group when `lag` groups wait, holds up all others. So **read every group or close it**: the
    /// elements of a closed group are skipped, but those of a group that nobody reads stop everything.
    ///
    /// When the groups are closed before their end, those that were not taken go too, and elements of new keys are
    /// skipped; groups that somebody has begun to read go on, and the last one of them that is closed, or ends, closes
    /// the upstream. A group that nobody has begun to read by then fails when it is read.
    ///
    /// - **Suspends**: until an element for the reader has come.
    /// - **Cancellation**: of one reader, closes its group alone; the last one cancels the task, waits for it, and
    ///   closes the upstream.
    /// - **Threads**: one task reads the upstream and runs `key`. It belongs to the readers, and to the run in which
    ///   the first one of them made its first step; elements arrive on the reader's thread.
    /// - **Errors**: one of the upstream or of `key` closes the upstream and comes out of the groups and of each group,
    ///   the same instance, after the elements before it. If no reader reaches it, it comes out of the last close.
    /// - **Cost**: one task per run; `lag` elements of memory for each group, and every key.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=groupBy}
    ///
    /// @param <K> the type of the keys
    /// @param key finds the key of an element; may wait and throw
    /// @param lag how many elements of a group, and how many groups, may wait to be read, positive
    /// @return the groups
    /// @throws IllegalArgumentException if `lag` is not positive
    default <K extends @Nullable Object> AsyncGenerator<Grouped<K, T>> groupBy(
            CheckedFunction<? super T, ? extends K> key, int lag) {
        return Pumped.groupBy((AsyncIterable<T>) this, key, lag);
    }

    /// Parts the elements in two, with a lag of at most 256 elements; see [#partition(CheckedPredicate, int)].
    ///
    /// @param predicate which element is of the first part; may wait and throw
    /// @return the two parts
    default Partitioned<T> partition(CheckedPredicate<? super T> predicate) {
        return partition(predicate, Pumped.LAG);
    }

    /// Parts the elements in two: those that pass `predicate`, and the others.
    ///
    /// The two parts are read at the same time. The upstream is asked for an element when a reader waits for one; an
    /// element whose part has `lag` elements that wait to be read holds up the other one. So **read both parts or close
    /// one**: the elements of a closed part are skipped. The upstream is closed when both parts have been closed or
    /// have ended.
    ///
    /// - **Suspends**: until an element for the reader has come.
    /// - **Cancellation**: of one reader, closes its part alone; the second one cancels the task, waits for it, and
    ///   closes the upstream.
    /// - **Threads**: one task reads the upstream and runs `predicate`. It belongs to the readers, and to the run in
    ///   which the first one of them made its first step; elements arrive on the reader's thread.
    /// - **Errors**: one of the upstream or of `predicate` closes the upstream and comes out of both parts, the same
    ///   instance, after the elements before it. If no reader reaches it, it comes out of the last close.
    /// - **Cost**: one task per run; `lag` elements of memory for each part.
    ///
    /// {@snippet class=dev.weft.spec.BufferSnippets region=partition}
    ///
    /// @param predicate which element is of the first part; may wait and throw
    /// @param lag how many elements of a part may wait to be read, positive
    /// @return the two parts
    /// @throws IllegalArgumentException if `lag` is not positive
    default Partitioned<T> partition(CheckedPredicate<? super T> predicate, int lag) {
        return Pumped.partition((AsyncIterable<T>) this, predicate, lag);
    }

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
    /// - **Threads**: one task reads the source, beginning with the first step; if that is a generator whose steps are
    ///   known to wait for nothing, the consumer's thread reads it later. Each call is a task of its own.
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
        return OverlapSources.map(
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
        return OverlapSources.map(
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
        return OverlapSources.flatMap(limit, (AsyncIterable<T>) this, function);
    }
}
