package dev.weft;

import java.util.Objects;
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
        return Gathered.of("filter", (AsyncIterable<T>) this, Selected.filter(predicate));
    }

    /// Yields the elements that are instances of `type`.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=ofType}
    ///
    /// @param <R> the type
    /// @param type the class of it; `null` is an instance of none
    /// @return those elements
    /// @throws IllegalArgumentException if `type` is the class of a primitive, of which there are no elements
    default <R> AsyncGenerator<R> ofType(Class<R> type) {
        return Gathered.of("ofType", (AsyncIterable<T>) this, Selected.ofType(type));
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
        return Selected.take((AsyncIterable<T>) this, count);
    }

    /// Yields the elements before the first one that fails `predicate`.
    ///
    /// That one is read and lost; the upstream is closed at once.
    ///
    /// - **Suspends**: while the upstream or `predicate` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `predicate` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=takeWhile}
    ///
    /// @param predicate which to let through; may wait and throw
    /// @return the elements before the first one that fails
    default AsyncGenerator<T> takeWhile(CheckedPredicate<? super T> predicate) {
        return Gathered.of("takeWhile", (AsyncIterable<T>) this, Selected.takeWhile(predicate));
    }

    /// Yields the elements up to and with the first one that passes `predicate`.
    ///
    /// Asks the upstream for no element beyond it. Closes it when the consumer asks for the one after the last. To end
    /// before that element, use [#takeWhile(CheckedPredicate)] with the opposite.
    ///
    /// - **Suspends**: while the upstream or `predicate` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `predicate` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=takeUntil}
    ///
    /// @param predicate which to end with; may wait and throw
    /// @return the elements, the first one that passes being the last
    default AsyncGenerator<T> takeUntil(CheckedPredicate<? super T> predicate) {
        return Gathered.of("takeUntil", (AsyncIterable<T>) this, Selected.takeUntil(predicate));
    }

    /// Yields all but the first `count` elements.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=drop}
    ///
    /// @param count how many to leave out, not negative
    /// @return the rest
    /// @throws IllegalArgumentException if `count` is negative
    default AsyncGenerator<T> drop(long count) {
        return Gathered.of("drop", (AsyncIterable<T>) this, Selected.drop(count));
    }

    /// Yields the elements from the first one on that fails `predicate`.
    ///
    /// - **Suspends**: while the upstream or `predicate` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `predicate` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=dropWhile}
    ///
    /// @param predicate which to leave out; may wait and throw; not called again once an element failed it
    /// @return the rest
    default AsyncGenerator<T> dropWhile(CheckedPredicate<? super T> predicate) {
        return Gathered.of("dropWhile", (AsyncIterable<T>) this, Selected.dropWhile(predicate));
    }

    /// Yields the last `count` elements, once the upstream has ended and is closed.
    ///
    /// - **Suspends**: until the upstream has ended.
    /// - **Cancellation**: closes the upstream; drops the elements held back.
    /// - **Errors**: rethrows those of the upstream after dropping the elements held back.
    /// - **Cost**: no task; `count` elements of memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=takeLast}
    ///
    /// @param count how many at the most, not negative; for 0 the upstream is closed unread
    /// @return the last elements, in order
    /// @throws IllegalArgumentException if `count` is negative
    default AsyncGenerator<T> takeLast(long count) {
        return Selected.takeLast((AsyncIterable<T>) this, count);
    }

    /// Yields all but the last `count` elements.
    ///
    /// An element is yielded when `count` further ones have arrived.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream; drops the elements held back.
    /// - **Errors**: rethrows those of the upstream after dropping the elements held back.
    /// - **Cost**: no task; `count` elements of memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=dropLast}
    ///
    /// @param count how many to leave out, not negative
    /// @return the elements before them
    /// @throws IllegalArgumentException if `count` is negative
    default AsyncGenerator<T> dropLast(long count) {
        return Gathered.of("dropLast", (AsyncIterable<T>) this, Selected.dropLast(count));
    }

    /// Yields each element that no earlier one was equal to.
    ///
    /// Compares with `equals` and `hashCode`.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; all elements yielded so far.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=distinct}
    ///
    /// @return the elements, each once
    default AsyncGenerator<T> distinct() {
        return Gathered.of("distinct", (AsyncIterable<T>) this, Selected.distinctBy(element -> element));
    }

    /// Yields each element whose `key` no earlier one had.
    ///
    /// - **Suspends**: while the upstream or `key` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `key` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; all keys so far.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=distinctBy}
    ///
    /// @param key what tells elements apart, by `equals` and `hashCode`; may wait, throw and give `null`
    /// @return the first element of each key
    default AsyncGenerator<T> distinctBy(CheckedFunction<? super T, ?> key) {
        return Gathered.of("distinctBy", (AsyncIterable<T>) this, Selected.distinctBy(key));
    }

    /// Yields each element that is not equal to the one before it.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=distinctUntilChanged}
    ///
    /// @return the elements, without repetitions in a row
    default AsyncGenerator<T> distinctUntilChanged() {
        return Gathered.of(
                "distinctUntilChanged",
                (AsyncIterable<T>) this,
                Selected.distinctUntilChanged(element -> element, Objects::equals));
    }

    /// Yields each element that is not the `same` as the last one yielded.
    ///
    /// - **Suspends**: while the upstream or `same` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `same` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=distinctUntilChangedSame}
    ///
    /// @param same whether the last element yielded and a new one count as the same; may wait and throw
    /// @return the elements, without repetitions in a row
    default AsyncGenerator<T> distinctUntilChanged(CheckedBiFunction<? super T, ? super T, Boolean> same) {
        Objects.requireNonNull(same, "same");
        return Gathered.of(
                "distinctUntilChanged",
                (AsyncIterable<T>) this,
                Selected.<T, T>distinctUntilChanged(element -> element, same));
    }

    /// Yields each element whose `key` is not equal to that of the one before it.
    ///
    /// - **Suspends**: while the upstream or `key` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `key` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; one key of memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=distinctUntilChangedBy}
    ///
    /// @param key what to compare, with `equals`; may wait, throw and give `null`
    /// @return the first element of each row of equal keys
    default AsyncGenerator<T> distinctUntilChangedBy(CheckedFunction<? super T, ?> key) {
        Objects.requireNonNull(key, "key");
        return Gathered.of(
                "distinctUntilChangedBy",
                (AsyncIterable<T>) this,
                Selected.<T, @Nullable Object>distinctUntilChanged(key, Objects::equals));
    }

    /// Yields the elements, or `value` if there are none.
    ///
    /// The upstream is closed before `value` is yielded.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=ifEmpty}
    ///
    /// @param value the element in place of none
    /// @return the elements, or `value`
    default AsyncGenerator<T> ifEmpty(T value) {
        return Gathered.of("ifEmpty", (AsyncIterable<T>) this, Selected.ifEmpty(value));
    }

    /// Yields the elements, or those of `other` if there are none.
    ///
    /// `other` is opened when this source has ended and is closed; if it is not needed it is closed unread.
    ///
    /// - **Suspends**: while the source that is read does.
    /// - **Cancellation**: closes both.
    /// - **Errors**: rethrows those of both; each closes the other source and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SelectingSnippets region=ifEmptySource}
    ///
    /// @param other what to read in place of an empty source; belongs to the result, as this source does
    /// @return the elements of one of the two
    default AsyncGenerator<T> ifEmpty(AsyncIterable<? extends T> other) {
        return Selected.ifEmpty((AsyncIterable<T>) this, other);
    }
}
