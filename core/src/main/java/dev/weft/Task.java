package dev.weft;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// A running computation, on a virtual thread of its own.
///
/// Cancelling it interrupts that thread. A task that was asked to stop is done only when its code has ended, clean-up
/// included; a task that ends with an [InterruptedException] or a [java.util.concurrent.CancellationException] counts
/// as cancelled.
///
/// - **Source**: `asyncio.Task`; rule W5. Unlike there, cancelling a task that awaits this one does not cancel this
///   one.
///
/// @param <T> the type of the result
public sealed interface Task<T extends @Nullable Object> extends Awaitable<T>, Future<T> permits RunningTask {

    /// Waits for the end and returns the result. May be called any number of times, by any task.
    ///
    /// - **Suspends**: until the task has ended.
    /// - **Cancellation**: an interrupt of the caller ends the wait and leaves this task running.
    /// - **Errors**: throws the task's failure, the same instance each time; if it was cancelled, a
    ///   [java.util.concurrent.CancellationException].
    ///
    /// @return the result
    /// @throws Exception the task's failure, or [InterruptedException]
    @Override
    T await() throws Exception;

    /// Asks the task to stop, by an interrupt. Does not wait. A task that has not begun never begins.
    ///
    /// Each call interrupts once more, also while the task cleans up.
    ///
    /// @return whether the task was still running
    boolean cancel();

    /// Asks the task to stop.
    ///
    /// @param mayInterruptIfRunning whether a task that has begun is interrupted; if not, it is left alone
    /// @return whether the request was made
    @Override
    boolean cancel(boolean mayInterruptIfRunning);

    /// Waits for the end and returns the result, without a checked exception in the signature.
    ///
    /// As [#await()], but that an interrupt of the caller makes it throw a [java.util.concurrent.CancellationException]
    /// and leaves the interrupt status set.
    ///
    /// @return the result
    T join();

    /// Names the task.
    ///
    /// @return its name, which is also that of its thread
    String name();

    /// Returns a future that is completed with the outcome of this task. Cancelling that future cancels this task.
    ///
    /// @return a new future
    CompletableFuture<T> toCompletableFuture();
}
