package dev.weft;

import java.util.List;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/// The operators that run a source to its end and give one result.
///
/// @param <T> the type of the elements
public sealed interface Collecting<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

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
}
