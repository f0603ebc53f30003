package dev.weft;

import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherer;
import org.jspecify.annotations.Nullable;

/// The operators that make other elements of the elements.
///
/// @param <T> the type of the elements
public sealed interface Transforming<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Yields `function` of each element.
    ///
    /// - **Suspends**: while the upstream or `function` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `function` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=map}
    ///
    /// @param <R> the type of the results
    /// @param function what to compute; may wait and throw
    /// @return the results
    default <R extends @Nullable Object> AsyncGenerator<R> map(CheckedFunction<? super T, ? extends R> function) {
        return gather(Transformed.map(function), "map");
    }

    /// Yields the elements of what `function` makes of each element, one source after the other.
    ///
    /// An inner source is an [AsyncIterable], which is awaited as ever, or any other iterable; for a stream, use
    /// [Async#from(java.util.stream.Stream)]. It is opened when the one before it has ended and is closed, and it is
    /// closed before the upstream is asked for its next element. For elements that are sources already, see
    /// [Async#flatten(AsyncIterable)].
    ///
    /// - **Suspends**: while the upstream, `function` or an inner source does.
    /// - **Cancellation**: closes the inner source that is open, and then the upstream.
    /// - **Errors**: rethrows those of the upstream and of the inner sources; one of `function` or of an inner source
    ///   closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; an inner source at a time.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=flatMap}
    ///
    /// @param <R> the type of the results
    /// @param function makes an inner source, which then belongs to the result; may wait and throw
    /// @return the elements of all inner sources
    default <R extends @Nullable Object> AsyncGenerator<R> flatMap(
            CheckedFunction<? super T, ? extends Iterable<? extends R>> function) {
        return Transformed.flatMap((AsyncIterable<T>) this, function);
    }

    /// Yields `function` of each element, where it is not `null`.
    ///
    /// - **Suspends**: while the upstream or `function` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `function` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=mapNotNull}
    ///
    /// @param <R> the type of the results
    /// @param function what to compute, or `null` for no element; may wait and throw
    /// @return the results
    default <R> AsyncGenerator<R> mapNotNull(CheckedFunction<? super T, ? extends @Nullable R> function) {
        return gather(Transformed.mapNotNull(function), "mapNotNull");
    }

    /// Yields the running result of `function` over the elements, beginning with that for the first one.
    ///
    /// - **Suspends**: while the upstream or `function` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `function` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; one result of memory.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=scan}
    ///
    /// @param <R> the type of the results
    /// @param initial the result of no element, which is not yielded
    /// @param function makes the next result from the last one and an element; may wait and throw
    /// @return one result for each element
    default <R extends @Nullable Object> AsyncGenerator<R> scan(
            R initial, CheckedBiFunction<? super R, ? super T, ? extends R> function) {
        return gather(Transformed.scan(initial, function), "scan");
    }

    /// Yields each element with its place, counted from 0.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=enumerate}
    ///
    /// @return the elements, numbered
    default AsyncGenerator<Indexed<T>> enumerate() {
        return gather(Transformed.enumerate(), "enumerate");
    }

    /// Yields each two neighbours: the first and the second element, the second and the third, and so on.
    ///
    /// A source of one element gives nothing.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=pairwise}
    ///
    /// @return one unmodifiable list of two elements for each element but the first
    default AsyncGenerator<List<T>> pairwise() {
        return gather(Transformed.sliding(2, 1), "pairwise");
    }

    /// Yields `function` of each two neighbours: of the first and the second element, of the second and the third, and
    /// so on.
    ///
    /// - **Suspends**: while the upstream or `function` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `function` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=differences}
    ///
    /// @param <R> the type of the results
    /// @param function what to make of an element and the one after it; may wait and throw
    /// @return one result for each element but the first
    default <R extends @Nullable Object> AsyncGenerator<R> pairwise(
            CheckedBiFunction<? super T, ? super T, ? extends R> function) {
        return gather(Transformed.pairwise(function), "pairwise");
    }

    /// Yields lists of `size` elements; the last one may be shorter.
    ///
    /// - **Suspends**: until a chunk is full, while the upstream does.
    /// - **Cancellation**: closes the upstream; drops a chunk that is not full.
    /// - **Errors**: rethrows those of the upstream after dropping a chunk that is not full.
    /// - **Cost**: no task; a chunk of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=chunked}
    ///
    /// @param size how many elements a chunk has, positive
    /// @return unmodifiable lists, none of them empty
    /// @throws IllegalArgumentException if `size` is not positive
    default AsyncGenerator<List<T>> chunked(int size) {
        return gather(Transformed.chunked(size), "chunked");
    }

    /// Yields lists of elements, each up to and with one that passes `predicate`.
    ///
    /// The last chunk ends with the source.
    ///
    /// - **Suspends**: until a chunk is full, while the upstream or `predicate` does.
    /// - **Cancellation**: closes the upstream; drops a chunk that is not full.
    /// - **Errors**: rethrows those of the upstream; one of `predicate` closes the upstream and goes on, unchanged. A
    ///   chunk that is not full is dropped.
    /// - **Cost**: no task; a chunk of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=chunkedUntil}
    ///
    /// @param predicate which elements end a chunk; may wait and throw
    /// @return unmodifiable lists, none of them empty
    default AsyncGenerator<List<T>> chunkedUntil(CheckedPredicate<? super T> predicate) {
        return gather(Transformed.chunkedUntil(predicate), "chunkedUntil");
    }

    /// Yields lists of neighbours that have the same `key`.
    ///
    /// An element with another key begins a new chunk, whatever came before.
    ///
    /// - **Suspends**: until an element with another key comes, while the upstream or `key` does.
    /// - **Cancellation**: closes the upstream; drops the chunk that was not yielded.
    /// - **Errors**: rethrows those of the upstream; one of `key` closes the upstream and goes on, unchanged. The chunk
    ///   that was not yielded is dropped.
    /// - **Cost**: no task; a chunk of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=chunkedBy}
    ///
    /// @param key what neighbours have in common, compared with `equals`; may wait, throw and give `null`
    /// @return unmodifiable lists, none of them empty
    default AsyncGenerator<List<T>> chunkedBy(CheckedFunction<? super T, ?> key) {
        return gather(Transformed.chunkedBy(key), "chunkedBy");
    }

    /// Yields each `size` neighbours: a window that moves on by one element.
    ///
    /// A source of fewer elements gives nothing; `gather(Gatherers.windowSliding(size))` gives them as one window.
    ///
    /// - **Suspends**: until a window is full, while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; a window of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=sliding}
    ///
    /// @param size how many elements a window has, positive
    /// @return unmodifiable lists of `size` elements
    /// @throws IllegalArgumentException if `size` is not positive
    default AsyncGenerator<List<T>> sliding(int size) {
        return gather(Transformed.sliding(size, 1), "sliding");
    }

    /// Yields `size` neighbours: a window that moves on by `step` elements.
    ///
    /// A step above `size` leaves elements out between two windows. What does not fill a window at the end is dropped.
    ///
    /// - **Suspends**: until a window is full, while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; a window of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=slidingByStep}
    ///
    /// @param size how many elements a window has, positive
    /// @param step how many elements it moves on, positive
    /// @return unmodifiable lists of `size` elements
    /// @throws IllegalArgumentException if `size` or `step` is not positive
    default AsyncGenerator<List<T>> sliding(int size, int step) {
        return gather(Transformed.sliding(size, step), "sliding");
    }

    /// Yields the elements with `separator` between each two.
    ///
    /// A separator is yielded when the element after it has arrived, so none stands at the end.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=intersperse}
    ///
    /// @param separator what to put between
    /// @return the elements and the separators
    default AsyncGenerator<T> intersperse(T separator) {
        return gather(Transformed.intersperse(separator), "intersperse");
    }

    /// Yields `value`, and then the elements.
    ///
    /// The upstream is opened when the second element is asked for. For several values see [#startWith(AsyncIterable)].
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=startWith}
    ///
    /// @param value the first element
    /// @return it, and the elements
    default AsyncGenerator<T> startWith(T value) {
        return Transformed.startWith((AsyncIterable<T>) this, Async.of(value));
    }

    /// Yields the elements of `first`, and then those of this source.
    ///
    /// This source is opened when `first` has ended and is closed.
    ///
    /// - **Suspends**: while the source that is read does.
    /// - **Cancellation**: closes both.
    /// - **Errors**: rethrows those of both; each closes the other source and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=startWithSource}
    ///
    /// @param first what to read first; belongs to the result, as this source does
    /// @return the elements of both
    default AsyncGenerator<T> startWith(AsyncIterable<? extends T> first) {
        return Transformed.startWith((AsyncIterable<T>) this, first);
    }

    /// Yields the elements, and then `value`.
    ///
    /// The upstream is closed before `value` is yielded. For several values see [#concatWith(AsyncIterable)].
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=concatWith}
    ///
    /// @param value the last element
    /// @return the elements, and it
    default AsyncGenerator<T> concatWith(T value) {
        return Transformed.concatWith((AsyncIterable<T>) this, Async.of(value));
    }

    /// Yields the elements, and then those of `next`.
    ///
    /// `next` is opened when this source has ended and is closed.
    ///
    /// - **Suspends**: while the source that is read does.
    /// - **Cancellation**: closes both.
    /// - **Errors**: rethrows those of both; each closes the other source and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=concatWithSource}
    ///
    /// @param next what to read then; belongs to the result, as this source does
    /// @return the elements of both
    default AsyncGenerator<T> concatWith(AsyncIterable<? extends T> next) {
        return Transformed.concatWith((AsyncIterable<T>) this, next);
    }

    /// Yields the elements again and again, without end.
    ///
    /// Each round reads a new iterator, which is closed before the next round begins. A generator, as any iterator, can
    /// be read only once and is refused: repeat the lambda that makes it. Between rounds without an element it steps
    /// back in favour of others, and an interrupt ends it.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; throws an [IllegalStateException] if `aiter()` gives the same
    ///   iterator twice.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=repeat}
    ///
    /// @return an endless generator
    /// @throws IllegalStateException if this is an iterator
    default AsyncGenerator<T> repeat() {
        return Transformed.repeat((AsyncIterable<T>) this, RepeatSteps.ENDLESS);
    }

    /// Yields the elements `times` times.
    ///
    /// Each round reads a new iterator, which is closed before the next round begins. A generator, as any iterator, can
    /// be read only once and is refused: repeat the lambda that makes it.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; throws an [IllegalStateException] if `aiter()` gives the same
    ///   iterator twice.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=repeatTimes}
    ///
    /// @param times how many rounds in all, not negative
    /// @return the elements of all rounds
    /// @throws IllegalStateException if this is an iterator
    /// @throws IllegalArgumentException if `times` is negative
    default AsyncGenerator<T> repeat(long times) {
        return Transformed.repeat((AsyncIterable<T>) this, Gathered.notNegative(times, "times"));
    }

    /// Applies a gatherer of the JDK, of a library or of your own.
    ///
    /// What the gatherer makes of one element is yielded before it sees the next one. When it wants no more elements
    /// the upstream is closed, and then its finisher runs.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream; the finisher does not run.
    /// - **Errors**: rethrows those of the upstream; one of the gatherer closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; the state of the gatherer, and what it makes of one element.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=gatherer}
    ///
    /// @param <R> the type of the results
    /// @param gatherer what to apply
    /// @return the results
    default <R extends @Nullable Object> AsyncGenerator<R> gather(Gatherer<? super T, ?, R> gatherer) {
        Objects.requireNonNull(gatherer, "gatherer");
        return gather(gatherer, "gather");
    }

    private <R extends @Nullable Object> AsyncGenerator<R> gather(Gatherer<? super T, ?, R> gatherer, String name) {
        return new Generator<R, @Nullable Void, @Nullable Void>(
                new GatherSource(name, (AsyncIterable<T>) this, gatherer));
    }

    /// Applies an operator that is not a method here.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=pipe}
    ///
    /// @param <R> the type of the results
    /// @param operator what to apply
    /// @return the results
    default <R extends @Nullable Object> AsyncGenerator<R> pipe(Operator<T, R> operator) {
        Objects.requireNonNull(operator, "operator");
        return Objects.requireNonNull(operator.apply((AsyncIterable<T>) this), "the operator returned null");
    }
}
