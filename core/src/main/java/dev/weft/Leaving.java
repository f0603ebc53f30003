package dev.weft;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ways out of Weft.
///
/// @param <T> the type of the elements
public sealed interface Leaving<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Returns a sequential stream of the elements, which awaits each one on the thread that runs the stream.
    ///
    /// Closing the stream closes the source; a stream that is not read to its end has to be closed, as always.
    ///
    /// - **Suspends**: the terminal operation does, while the source does.
    /// - **Errors**: the terminal operation rethrows those of the source, checked or not.
    /// - **Cost**: one pull per element.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=stream}
    ///
    /// @return a stream, to be used in a try-with-resources statement
    default Stream<T> stream() {
        return Collected.stream((AsyncIterable<T>) this);
    }

    /// Starts a task that reads all elements, and returns the future of their list; else as
    /// [#toCompletableFuture(CheckedFunction)].
    ///
    /// @return a future of the elements in order, in an unmodifiable list, nulls included
    default CompletableFuture<List<T>> toCompletableFuture() {
        return Departure.<T, List<T>>start((AsyncIterable<T>) this, AsyncIterable::toList);
    }

    /// Starts a task that runs a terminal operation on this source, such as `AsyncIterable::first`, and returns the
    /// future of its result.
    ///
    /// - **Suspends**: never.
    /// - **Cancellation**: cancelling the future interrupts the task, which closes the source; the future does not wait
    ///   for that. If the task has not begun, the source is closed unread, on the cancelling thread.
    /// - **Threads**: one task, which belongs to the enclosing [Async#run(java.util.concurrent.Callable)].
    /// - **Errors**: the future fails with those of `terminal`, the same instance; its `get` and `join` wrap it, as
    ///   ever. If the run ends before, the future is cancelled.
    /// - **Cost**: one task.
    ///
    /// {@snippet class=dev.weft.spec.CollectSnippets region=toCompletableFuture}
    ///
    /// @param <R> the type of the result
    /// @param terminal what to run on this source; may wait and throw
    /// @return a new future
    default <R extends @Nullable Object> CompletableFuture<R> toCompletableFuture(
            CheckedFunction<? super AsyncIterable<T>, ? extends R> terminal) {
        return Departure.<T, R>start((AsyncIterable<T>) this, terminal);
    }
}
