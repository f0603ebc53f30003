package dev.weft;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
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

    /// Returns a publisher of the elements, for code that knows [Flow].
    ///
    /// Each subscriber gets a run of its own. What can be read once, as a generator can, serves one subscriber; others
    /// get an [IllegalStateException] by `onError`. Nothing runs before the first element is requested, and the source
    /// is never asked for more than is requested. The end is signalled when the source has been closed.
    ///
    /// - **Cancellation**: cancelling interrupts the source where it waits, or ends it at its `yield`, and closes it;
    ///   does not wait for that.
    /// - **Threads**: each subscription is a task, which belongs to the run that encloses `subscribe`, if there is one.
    ///   The source and the subscriber run on it, one after the other.
    /// - **Errors**: those of the source go to `onError`, the same instance; so does a [NullPointerException] for an
    ///   element that is null, an [IllegalArgumentException] for a request that is not positive, and a
    ///   [java.util.concurrent.CancellationException] if the enclosing run ends before. What fails after the subscriber
    ///   has cancelled, or is thrown by the subscriber, goes to the handler of late errors.
    /// - **Cost**: one task per subscriber, which lasts until the end or a cancel.
    /// - **Source**: Reactive Streams 1.0.4, sections 1 and 3.
    ///
    /// {@snippet class=dev.weft.spec.InteropSnippets region=publisher}
    ///
    /// @return a publisher, which obeys Reactive Streams
    default Flow.Publisher<T> publisher() {
        return new Publishing<T>((AsyncIterable<T>) this);
    }
}
