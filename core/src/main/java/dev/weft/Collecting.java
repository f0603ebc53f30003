package dev.weft;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/// The operators that run a source to its end and give one result, with those of [Finding].
///
/// A function that is given to one of them may wait and throw, and runs on the calling thread.
///
/// @param <T> the type of the elements
public sealed interface Collecting<T extends @Nullable Object> extends Finding<T> permits AsyncIterable {

    /// Acts on each element, and closes the source, whatever happens.
    ///
    /// Runs a generator that has not been started in place: the body runs on the calling thread, and each `yield` is a
    /// call of `action`. The order of events is as if the elements were pulled. The generator belongs to this call
    /// until it returns: a step or a close from within `action` fails with reason `ALREADY_RUNNING`, and a close in
    /// another task waits until `action` returns; so `action` must not wait for such a task.
    ///
    /// - **Suspends**: until the end, while the source or `action` does.
    /// - **Cancellation**: an interrupt is thrown wherever the thread waits, in the body or in `action`.
    /// - **Threads**: `action` runs on the calling thread.
    /// - **Errors**: rethrows those of the source. One of `action` never appears in the body: the body sees
    ///   [GeneratorExit], unwinds, and then the error goes on, unchanged, with a failure of the clean-up suppressed in
    ///   it.
    /// - **Cost**: a call per element.
    /// - **Source**: PEP 492, `async for`; rules W6 and W7.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=each}
    ///
    /// @param <X> what `action` throws
    /// @param action what to do
    /// @throws X what `action` throws
    default <X extends Exception> void each(CheckedConsumer<? super T, X> action) throws X {
        Collected.each((AsyncIterable<T>) this, action);
    }

    /// Returns all elements, and closes the source.
    ///
    /// - **Suspends**: until the end.
    /// - **Errors**: rethrows those of the source; the elements read before are lost.
    /// - **Cost**: a list of all elements.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=map}
    ///
    /// @return the elements in order, in an unmodifiable list, nulls included
    default List<T> toList() {
        return Collected.toList((AsyncIterable<T>) this);
    }

    /// Collects all elements, and closes the source.
    ///
    /// - **Suspends**: until the end.
    /// - **Errors**: rethrows those of the source; one of the collector closes the source and goes on, unchanged.
    /// - **Cost**: that of the collector.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=collect}
    ///
    /// @param <R> the type of the result
    /// @param collector how to collect
    /// @return the result
    default <R extends @Nullable Object> R collect(Collector<? super T, ?, R> collector) {
        return Collected.collect((AsyncIterable<T>) this, collector);
    }

    /// Returns the result of `function` over all elements, beginning with `initial`, and closes the source.
    ///
    /// - **Suspends**: until the end, while the source or `function` does.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source; one of `function` closes the source and goes on, unchanged.
    /// - **Cost**: one result of memory.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=fold}
    ///
    /// @param <R> the type of the result
    /// @param initial the result of no element
    /// @param function makes the next result from the last one and an element
    /// @return the last result
    default <R extends @Nullable Object> R fold(
            R initial, CheckedBiFunction<? super R, ? super T, ? extends R> function) {
        return Collected.<T, R>fold((AsyncIterable<T>) this, initial, function);
    }

    /// Returns the result of `function` over all elements, beginning with the first one; else as
    /// [#fold(Object, CheckedBiFunction)].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=reduce}
    ///
    /// @param function makes the next result from the last one and an element
    /// @return the last result, if there is an element
    /// @throws NullPointerException if the result is null, which an [Optional] cannot hold
    default Optional<T> reduce(CheckedBiFunction<? super T, ? super T, ? extends T> function) {
        return Found.reduce((AsyncIterable<T>) this, function)
                .optional("reduce(function) came to null; use fold(initial, function)");
    }

    /// Counts the elements, and closes the source.
    ///
    /// - **Suspends**: until the end.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source.
    /// - **Cost**: no memory.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=count}
    ///
    /// @return how many there are
    default long count() {
        return Collected.count((AsyncIterable<T>) this);
    }

    /// Returns the least element, the first one if there are several, and closes the source.
    ///
    /// - **Suspends**: until the end.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source; one of `comparator` closes the source and goes on, unchanged.
    /// - **Cost**: one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=min}
    ///
    /// @param comparator the order; gets null if there is a null element
    /// @return the least element, if there is an element
    /// @throws NullPointerException if the least element is null, which an [Optional] cannot hold
    default Optional<T> min(Comparator<? super T> comparator) {
        return Found.reduce((AsyncIterable<T>) this, Collected.lesser(comparator))
                .optional("min(comparator) found null; filter the nulls out, or use fold(initial, function)");
    }

    /// Returns the greatest element, the first one if there are several; else as [#min(Comparator)].
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=max}
    ///
    /// @param comparator the order; gets null if there is a null element
    /// @return the greatest element, if there is an element
    /// @throws NullPointerException if the greatest element is null, which an [Optional] cannot hold
    default Optional<T> max(Comparator<? super T> comparator) {
        return Found.reduce((AsyncIterable<T>) this, Collected.greater(comparator))
                .optional("max(comparator) found null; filter the nulls out, or use fold(initial, function)");
    }

    /// Joins the elements as strings, a null as `null`, and closes the source.
    ///
    /// - **Suspends**: until the end.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source; one of a `toString()` closes the source and goes on, unchanged.
    /// - **Cost**: the string.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=joining}
    ///
    /// @param delimiter what to put between two elements
    /// @return the string, which is empty if there is no element
    default String joining(CharSequence delimiter) {
        return joining(delimiter, "", "");
    }

    /// Joins the elements as strings between a prefix and a suffix; else as [#joining(CharSequence)].
    ///
    /// @param delimiter what to put between two elements
    /// @param prefix what to put before the first element
    /// @param suffix what to put after the last element
    /// @return the string, which is prefix and suffix if there is no element
    default String joining(CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
        return Collected.joining((AsyncIterable<T>) this, delimiter, prefix, suffix);
    }

    /// Collects the elements into a map, and closes the source.
    ///
    /// - **Suspends**: until the end, while the source or a function does.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source; one of a function closes the source and goes on, unchanged.
    /// - **Cost**: a map.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=toMap}
    ///
    /// @param <K> the type of the keys
    /// @param <V> the type of the values
    /// @param key makes the key of an element, which may be null
    /// @param value makes the value of an element, which may be null
    /// @return an unmodifiable map, in the order of the elements
    /// @throws IllegalStateException if two elements have the same key; closes the source at the second
    default <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> toMap(
            CheckedFunction<? super T, ? extends K> key, CheckedFunction<? super T, ? extends V> value) {
        return Collected.<T, K, V>toMap((AsyncIterable<T>) this, key, value);
    }

    /// Collects the elements into a map, with one value for all elements of a key; else as
    /// [#toMap(CheckedFunction, CheckedFunction)].
    ///
    /// @param <K> the type of the keys
    /// @param <V> the type of the values
    /// @param key makes the key of an element, which may be null
    /// @param value makes the value of an element, which may be null
    /// @param merge makes one value of that so far and that of a further element with the same key
    /// @return an unmodifiable map, in the order of the first elements of the keys
    default <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> toMap(
            CheckedFunction<? super T, ? extends K> key,
            CheckedFunction<? super T, ? extends V> value,
            CheckedBiFunction<? super V, ? super V, ? extends V> merge) {
        return Collected.<T, K, V>toMap((AsyncIterable<T>) this, key, value, merge);
    }

    /// Collects the elements into a set, and closes the source.
    ///
    /// - **Suspends**: until the end.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of the source.
    /// - **Cost**: a set.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=toSet}
    ///
    /// @return an unmodifiable set, in the order of the elements, null included
    default Set<T> toSet() {
        return Collected.toSet((AsyncIterable<T>) this);
    }
}
