package dev.weft;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Something that can be waited for. Cold: nothing runs until it is awaited.
///
/// Any lambda is one. Whether it can be awaited twice is up to what made it: a [Task] can, a step of a generator
/// cannot.
///
/// - **Source**: PEP 492, "Await Expression"; rule W10.
///
/// @param <T> the type of the result
@FunctionalInterface
public interface Awaitable<T extends @Nullable Object> {

    /// Runs to the end and returns the result.
    ///
    /// - **Suspends**: the calling thread, until there is a result. Blocking a virtual thread is what awaiting means.
    /// - **Cancellation**: throws [InterruptedException] if the calling thread is interrupted, after the clean-up of
    ///   what it ran.
    /// - **Threads**: runs on the calling thread unless it says otherwise.
    ///
    /// @return the result
    /// @throws Exception whatever went wrong, the same instance
    T await() throws Exception;

    /// Starts it as a task of its own, which belongs to the enclosing [Async#run(java.util.concurrent.Callable)].
    ///
    /// @return the running task
    default Task<T> start() {
        return Async.spawn(this);
    }

    /// Waits for a stage.
    ///
    /// Cancelling the wait leaves the stage alone. A failure comes out as the exception that completed the stage,
    /// without a [java.util.concurrent.CompletionException] around it.
    ///
    /// @param <T> the type of the result
    /// @param stage what to wait for
    /// @return an awaitable that can be awaited any number of times
    static <T extends @Nullable Object> Awaitable<T> of(CompletionStage<T> stage) {
        Objects.requireNonNull(stage, "stage");
        return () -> Outside.await(stage);
    }

    /// Waits for a completable future, which is both a stage and a future.
    ///
    /// As [#of(Future)]: cancelling the wait cancels the future.
    ///
    /// @param <T> the type of the result
    /// @param future what to wait for
    /// @return an awaitable that can be awaited any number of times
    static <T extends @Nullable Object> Awaitable<T> of(CompletableFuture<T> future) {
        return of((Future<T>) future);
    }

    /// Waits for a future.
    ///
    /// Cancelling the wait cancels the future, with an interrupt, as a future has one reader. A failure comes out as
    /// the exception of the computation, without an [java.util.concurrent.ExecutionException] around it. A future that
    /// is no [CompletionStage] can only be blocked in, so under virtual time it has to be done already.
    ///
    /// @param <T> the type of the result
    /// @param future what to wait for
    /// @return an awaitable that can be awaited any number of times
    static <T extends @Nullable Object> Awaitable<T> of(Future<T> future) {
        Objects.requireNonNull(future, "future");
        return () -> Outside.await(future);
    }

    /// Gives `value` at once.
    ///
    /// @param <T> the type of the result
    /// @param value the result
    /// @return an awaitable that can be awaited any number of times
    static <T extends @Nullable Object> Awaitable<T> completed(T value) {
        return () -> value;
    }

    /// Fails with `error` at once.
    ///
    /// @param <T> the type of the result that there is none of
    /// @param error what to throw
    /// @return an awaitable that can be awaited any number of times
    static <T extends @Nullable Object> Awaitable<T> failed(Throwable error) {
        Objects.requireNonNull(error, "error");
        return () -> {
            throw Throw.unchecked(error);
        };
    }
}
