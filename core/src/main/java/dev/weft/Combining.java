package dev.weft;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The operators that read several sources. Those for any number of sources are static methods of [Async].
///
/// @param <T> the type of the elements
public sealed interface Combining<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    // ---- in step ----

    /// Yields `function` of the first elements, of the second ones, and so on, until one of the two sources ends.
    ///
    /// Both are asked at the same time, so a step takes as long as the slower one. When one ends, the other one's step
    /// is cancelled, both are closed, and the element that had no partner is lost with it.
    ///
    /// - **Suspends**: until both have an element.
    /// - **Cancellation**: closes both.
    /// - **Threads**: the sources are asked in tasks, or in turn if neither can wait, as [Async#gather] says;
    ///   `function` runs on the caller's thread.
    /// - **Errors**: the first failure cancels the other step, closes both, and goes on, unchanged.
    /// - **Cost**: one task for each element, unless neither source can wait; no memory.
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

    /// Yields `function` of the elements of two sources that must be equally long; else as
    /// [#zip(AsyncIterable, CheckedBiFunction)].
    ///
    /// Waits for both steps before a pair is judged, also if one source has ended.
    ///
    /// - **Errors**: if only one source has ended, both are closed, and an [IllegalStateException] says which one is
    ///   too short, counted from 0, and how many pairs there were.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=zipStrict}
    ///
    /// @param <U> the type of the other elements
    /// @param <R> the type of the results
    /// @param other the other source
    /// @param function what to make of two elements; may wait and throw
    /// @return one result for each pair
    default <U extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> zipStrict(
            AsyncIterable<? extends U> other, CheckedBiFunction<? super T, ? super U, ? extends R> function) {
        Objects.requireNonNull(other, "other");
        return StepSource.generator(
                "zipStrict",
                new ZipSteps(
                        "zipStrict",
                        ZipSteps.Until.COMMON_END,
                        List.of((AsyncIterable<T>) this, other),
                        List.of(),
                        Rows.<T, U>of(function)));
    }

    /// Yields `function` of the elements of two sources until both have ended, with a default for each that is missing;
    /// else as [#zip(AsyncIterable, CheckedBiFunction)].
    ///
    /// The source that has ended is closed, and not asked again.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=zipLongest}
    ///
    /// @param <U> the type of the other elements
    /// @param <R> the type of the results
    /// @param other the other source
    /// @param missing what stands for the elements of this source when it has ended
    /// @param otherMissing what stands for the elements of the other source when that has ended
    /// @param function what to make of two elements; may wait and throw
    /// @return one result for each pair
    default <U extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> zipLongest(
            AsyncIterable<? extends U> other,
            T missing,
            U otherMissing,
            CheckedBiFunction<? super T, ? super U, ? extends R> function) {
        Objects.requireNonNull(other, "other");
        return StepSource.generator(
                "zipLongest",
                new ZipSteps(
                        "zipLongest",
                        ZipSteps.Until.LAST_END,
                        List.of((AsyncIterable<T>) this, other),
                        Arrays.<@Nullable Object>asList(missing, otherMissing),
                        Rows.<T, U>of(function)));
    }

    // ---- as they come ----

    /// Yields the elements of this source and of another one as they come; see [Async#merge(AsyncIterable...)].
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=mergeWith}
    ///
    /// @param other the other source
    /// @return a generator of all elements
    default AsyncGenerator<T> mergeWith(AsyncIterable<? extends T> other) {
        Objects.requireNonNull(other, "other");
        return Async.merge((AsyncIterable<T>) this, other);
    }

    /// Yields the elements of whichever of two sources is the first to yield one; see
    /// [Async#firstToYield(AsyncIterable...)].
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=raceWith}
    ///
    /// @param other the other source
    /// @return the elements of the winner
    default AsyncGenerator<T> race(AsyncIterable<? extends T> other) {
        Objects.requireNonNull(other, "other");
        return Async.firstToYield((AsyncIterable<T>) this, other);
    }

    // ---- the latest ----

    /// Yields `function` of each element and the latest one of another source.
    ///
    /// Elements that come before the other source has had one are dropped. Ends when this source ends, or when the
    /// other one ends without having had an element. Of two that are ready, the other source's element comes first. The
    /// other source is read while the consumer waits; while the consumer is busy each runs at most one element ahead.
    ///
    /// - **Suspends**: until this source has an element, and the other one has had one.
    /// - **Cancellation**: cancels the steps in flight, and closes both.
    /// - **Threads**: one task for each step of a source; `function` runs on the caller's thread.
    /// - **Errors**: the first failure closes both and goes on, unchanged.
    /// - **Cost**: one task per element; one element of memory per source, and the latest one.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=withLatestFrom}
    ///
    /// @param <U> the type of the other elements
    /// @param <R> the type of the results
    /// @param other the other source
    /// @param function what to make of two elements; may wait and throw
    /// @return one result for each element of this source
    default <U extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> withLatestFrom(
            AsyncIterable<? extends U> other, CheckedBiFunction<? super T, ? super U, ? extends R> function) {
        Objects.requireNonNull(other, "other");
        return StepSource.generator(
                "withLatestFrom", new SampledSteps((AsyncIterable<T>) this, other, Rows.<T, U>of(function)));
    }

    /// Yields the elements of the source that `function` makes of the latest element.
    ///
    /// A new element cancels the step of the inner source, which is awaited and closed before `function` is called and
    /// the next one begins. What the inner source would still have had is lost. Ends when the source and the last inner
    /// one have ended.
    ///
    /// - **Suspends**: until the inner source has an element.
    /// - **Cancellation**: cancels the steps in flight, and closes both.
    /// - **Threads**: one task for each step of a source; `function` runs on the caller's thread. While the consumer is
    ///   busy the inner source does not run, and the source runs at most one element ahead.
    /// - **Errors**: the first failure, of a source, of `function` or of the clean-up of an inner source, closes both
    ///   and goes on, unchanged.
    /// - **Cost**: one task per element; one element of memory per source.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=switchMap}
    ///
    /// @param <R> the type of the results
    /// @param function makes an inner source, which is owned from then on; may wait and throw
    /// @return the elements of the inner sources
    default <R extends @Nullable Object> AsyncGenerator<R> switchMap(
            CheckedFunction<? super T, ? extends AsyncIterable<? extends R>> function) {
        Objects.requireNonNull(function, "function");
        return StepSource.generator(
                "switchMap",
                new SwitchSteps((AsyncIterable<T>) this, element -> function.apply(Tasks.<T>unchecked(element))));
    }

    /// Yields the elements until another source yields or ends.
    ///
    /// The other source is asked first: if it is ready at the first step there is no element. Its element is lost.
    ///
    /// - **Suspends**: until this source has an element, or the other one yields or ends.
    /// - **Cancellation**: cancels the steps in flight, and closes both.
    /// - **Threads**: one task for each step of this source, and one for the other. While the consumer is busy this
    ///   source runs at most one element ahead.
    /// - **Errors**: the first failure closes both and goes on, unchanged.
    /// - **Cost**: one task per element; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=takeUntil}
    ///
    /// @param other what ends this source
    /// @return the elements until then
    default AsyncGenerator<T> takeUntil(AsyncIterable<?> other) {
        Objects.requireNonNull(other, "other");
        return StepSource.generator("takeUntil", new UntilSteps((AsyncIterable<T>) this, other));
    }
}
