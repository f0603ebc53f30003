package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Awaitable;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/// `Awaitable`: what can be waited for, and how other kinds of waiting become it.
class AwaitableSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("outside");
    private final CompletableFuture<String> future = new CompletableFuture<>();
    private final CompletionStage<String> stage = future;

    // ---- lambdas ----

    @VirtualTimeTest
    void anyLambdaIsOneAndRunsWhenItIsAwaited() throws Exception {
        Awaitable<String> awaitable = () -> {
            journal.note("ran");
            return "value";
        };
        assertThat(journal).isEmpty();

        assertThat(awaitable.await()).isEqualTo("value");
        assertThat(await(awaitable)).isEqualTo("value");
        assertThat(journal).containsExactly("ran", "ran");
    }

    @VirtualTimeTest
    void aCompletedOneGivesItsValueAtOnce() throws Exception {
        Awaitable<String> completed = Awaitable.completed("value");

        assertThat(completed.await()).isEqualTo("value");
        assertThat(completed.await()).isEqualTo("value");
        assertThat(Awaitable.completed(null).await()).isNull();
    }

    @VirtualTimeTest
    void aFailedOneFailsAtOnceWithThatInstance() {
        Awaitable<String> failed = Awaitable.failed(failure);

        assertThat(catchThrowable(failed::await)).isSameAs(failure);
        assertThat(catchThrowable(failed::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void aFailedOneMayFailWithAnError() {
        var error = new AssertionError("no exception");

        assertThat(catchThrowable(Awaitable.failed(error)::await)).isSameAs(error);
    }

    // ---- stages ----

    @VirtualTimeTest
    void aStageIsAwaitedUntilItIsCompleted() throws Exception {
        spawn(() -> {
            pause(10);
            stage.toCompletableFuture().complete("value");
        });

        assertThat(Awaitable.of(stage).await()).isEqualTo("value");
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void aStageMayBeAwaitedAgain() throws Exception {
        future.complete("value");
        Awaitable<String> awaitable = Awaitable.of(stage);

        assertThat(awaitable.await()).isEqualTo("value");
        assertThat(awaitable.await()).isEqualTo("value");
    }

    @VirtualTimeTest
    void theFailureOfAStageComesOutUnwrapped() {
        future.completeExceptionally(failure);

        assertThat(catchThrowable(Awaitable.of(stage)::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void theFailureOfADependentStageComesOutUnwrapped() {
        CompletionStage<Integer> dependent = stage.thenApply(String::length).thenApply(length -> length + 1);
        future.completeExceptionally(failure);

        assertThat(catchThrowable(Awaitable.of(dependent)::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void aCompletionExceptionWithoutACauseComesOutAsItIs() {
        var bare = new CompletionException("bare", null);
        future.completeExceptionally(bare);

        assertThat(catchThrowable(Awaitable.of(stage)::await)).isSameAs(bare);
    }

    @VirtualTimeTest
    void aCancelledStageThrowsACancellation() {
        future.cancel(true);

        assertThatExceptionOfType(CancellationException.class).isThrownBy(Awaitable.of(stage)::await);
    }

    @VirtualTimeTest
    void cancellingTheWaitLeavesAStageAlone() throws Exception {
        Task<String> waiter = spawn(Awaitable.of(stage));
        pause(10);

        waiter.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(waiter::await);
        assertThat(future).isNotDone();
    }

    @VirtualTimeTest
    void aTimeLimitOnAStageLeavesItAlone() {
        var limited = timeout(ms(10), Awaitable.of(stage));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(limited::await);
        assertThat(future).isNotDone();
    }

    @VirtualTimeTest
    void aStageCompletedByAThreadOutsideIsAwaited() throws Exception {
        Thread.ofVirtual().start(() -> future.complete("from outside"));

        assertThat(Awaitable.of(stage).await()).isEqualTo("from outside");
    }

    // ---- futures ----

    @VirtualTimeTest
    void aFutureThatIsDoneGivesItsValue() throws Exception {
        var done = new FutureTask<>(() -> "value");
        done.run();

        assertThat(Awaitable.of((Future<String>) done).await()).isEqualTo("value");
    }

    @VirtualTimeTest
    void theFailureOfAFutureComesOutUnwrapped() {
        var failed = new FutureTask<String>(() -> {
            throw failure;
        });
        failed.run();

        assertThat(catchThrowable(Awaitable.of((Future<String>) failed)::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void aCancelledFutureThrowsACancellation() {
        var cancelled = new FutureTask<>(() -> "value");
        cancelled.cancel(true);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(Awaitable.of((Future<String>) cancelled)::await);
    }

    @VirtualTimeTest
    void cancellingTheWaitCancelsAFuture() throws Exception {
        Task<String> waiter = spawn(Awaitable.of((Future<String>) future));
        pause(10);

        waiter.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(waiter::await);
        assertThat(future.isCancelled()).isTrue();
    }

    @VirtualTimeTest
    void aTaskGivenAsAFutureIsAwaitedAsATask() throws Exception {
        Task<String> task = spawn(journal.work("a", 100));
        Task<String> waiter = spawn(Awaitable.of((Future<String>) task));
        pause(10);

        waiter.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(waiter::await);
        assertThat(task.await()).isEqualTo("a");
    }
}
