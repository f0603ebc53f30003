package dev.weft;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The operators that look for one element, or answer a question.
///
/// Each reads no further than it has to, closes the source on every exit, waits for its clean-up, and only then
/// returns. What a consumer of [Collecting#each(CheckedConsumer)] may expect of a source holds here, too.
///
/// An element may be null. So what gives an element gives it as it is, and throws a [NoSuchElementException] if there
/// is none; each such method has a sibling that takes a default instead.
///
/// @param <T> the type of the elements
public sealed interface Finding<T extends @Nullable Object> permits Collecting {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Returns the first element.
    ///
    /// - **Suspends**: until there is one, and until the source is closed.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source, and of its clean-up.
    /// - **Cost**: no task; reads one element.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=first}
    ///
    /// @return the first element, which may be null
    /// @throws NoSuchElementException if there is none
    default T first() {
        return Found.first((AsyncIterable<T>) this).get("first() found no element; use firstOr(default)");
    }

    /// Returns the first element, or `defaultValue` if there is none; else as [#first()].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=firstOr}
    ///
    /// @param defaultValue what to give then
    /// @return the first element or `defaultValue`
    default T firstOr(T defaultValue) {
        return Found.first((AsyncIterable<T>) this).or(defaultValue);
    }

    /// Returns the last element.
    ///
    /// - **Suspends**: until the end.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source.
    /// - **Cost**: no task; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=last}
    ///
    /// @return the last element, which may be null
    /// @throws NoSuchElementException if there is none
    default T last() {
        return Found.last((AsyncIterable<T>) this).get("last() found no element; use lastOr(default)");
    }

    /// Returns the last element, or `defaultValue` if there is none; else as [#last()].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=lastOr}
    ///
    /// @param defaultValue what to give then
    /// @return the last element or `defaultValue`
    default T lastOr(T defaultValue) {
        return Found.last((AsyncIterable<T>) this).or(defaultValue);
    }

    /// Returns the one element.
    ///
    /// - **Suspends**: until the end, or until there is a second element and the source is closed.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source, and of its clean-up.
    /// - **Cost**: no task; reads two elements at the most.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=single}
    ///
    /// @return the element, which may be null
    /// @throws NoSuchElementException if there is none
    /// @throws IllegalStateException if there are several
    default T single() {
        return Found.single((AsyncIterable<T>) this).get("single() found no element; use singleOr(default)");
    }

    /// Returns the one element, or `defaultValue` if there is none; else as [#single()].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=singleOr}
    ///
    /// @param defaultValue what to give then
    /// @return the element or `defaultValue`
    /// @throws IllegalStateException if there are several
    default T singleOr(T defaultValue) {
        return Found.single((AsyncIterable<T>) this).or(defaultValue);
    }

    /// Returns the element at a position.
    ///
    /// - **Suspends**: until there is one, and until the source is closed.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source, and of its clean-up.
    /// - **Cost**: no task; reads the elements up to it.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=elementAt}
    ///
    /// @param index the position, from 0
    /// @return the element, which may be null
    /// @throws IllegalArgumentException if `index` is negative
    /// @throws NoSuchElementException if there are no more than `index` elements
    default T elementAt(long index) {
        return Found.elementAt((AsyncIterable<T>) this, index)
                .get("elementAt(" + index + ") found too few elements; use elementAtOr(index, default)");
    }

    /// Returns the element at a position, or `defaultValue` if there is none; else as [#elementAt(long)].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=elementAtOr}
    ///
    /// @param index the position, from 0
    /// @param defaultValue what to give then
    /// @return the element or `defaultValue`
    /// @throws IllegalArgumentException if `index` is negative
    default T elementAtOr(long index, T defaultValue) {
        return Found.elementAt((AsyncIterable<T>) this, index).or(defaultValue);
    }

    /// Returns the first element that passes `predicate`.
    ///
    /// - **Suspends**: until there is one, and until the source is closed; while `predicate` does.
    /// - **Cancellation**: closes the source.
    /// - **Threads**: `predicate` runs on the calling thread.
    /// - **Errors**: rethrows those of the source; one of `predicate` closes the source and goes on, unchanged.
    /// - **Cost**: no task; reads the elements up to it.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=find}
    ///
    /// @param predicate which element to look for; may wait and throw
    /// @return the element, if there is one
    /// @throws NullPointerException if the element is null, which an [Optional] cannot hold
    default Optional<T> find(CheckedPredicate<? super T> predicate) {
        return Found.find((AsyncIterable<T>) this, predicate)
                .optional("find(predicate) found null; use filter(predicate).firstOr(default)");
    }

    /// Tells whether any element passes `predicate`; not so if there is no element.
    ///
    /// - **Suspends**: until one passes and the source is closed, or until the end; while `predicate` does.
    /// - **Cancellation**: closes the source.
    /// - **Threads**: `predicate` runs on the calling thread.
    /// - **Errors**: rethrows those of the source; one of `predicate` closes the source and goes on, unchanged.
    /// - **Cost**: no task; reads the elements up to the first that passes.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=any}
    ///
    /// @param predicate what to test; may wait and throw
    /// @return whether one passes
    default boolean any(CheckedPredicate<? super T> predicate) {
        return Found.find((AsyncIterable<T>) this, predicate).isPresent();
    }

    /// Tells whether every element passes `predicate`; so, too, if there is no element. Stops at the first that does
    /// not; else as [#any(CheckedPredicate)].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=all}
    ///
    /// @param predicate what to test; may wait and throw
    /// @return whether all pass
    default boolean all(CheckedPredicate<? super T> predicate) {
        return !Found.find((AsyncIterable<T>) this, Found.not(predicate)).isPresent();
    }

    /// Tells whether no element passes `predicate`; so, too, if there is no element. Stops at the first that does;
    /// else as [#any(CheckedPredicate)].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=none}
    ///
    /// @param predicate what to test; may wait and throw
    /// @return whether none passes
    default boolean none(CheckedPredicate<? super T> predicate) {
        return !any(predicate);
    }

    /// Tells whether any element equals `value`. Stops at the first that does; else as [#any(CheckedPredicate)].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=contains}
    ///
    /// @param value what to look for, which may be null
    /// @return whether it is among the elements
    default boolean contains(@Nullable Object value) {
        return any(element -> Objects.equals(value, element));
    }
}
