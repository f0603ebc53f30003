package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Awaitable;
import dev.weft.RunOptions;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `Task`: a computation of its own, to be awaited, cancelled, and used as a `Future`.
class TaskSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the task");

    // ---- running ----

    @VirtualTimeTest
    void tasksRunAtTheSameTime() throws Exception {
        Task<String> a = spawn(journal.work("a", 20));
        Task<String> b = spawn(journal.work("b", 10));

        assertThat(a.await()).isEqualTo("a");
        assertThat(b.await()).isEqualTo("b");
        assertThat(now()).isEqualTo(20);
    }

    @VirtualTimeTest
    void aTaskRunsOnAVirtualThreadOfItsOwnWithItsName() throws Exception {
        Task<Thread> task = spawn("worker", Thread::currentThread);

        Thread thread = task.await();

        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isVirtual()).isTrue();
        assertThat(thread.getName()).isEqualTo("worker");
        assertThat(task.name()).isEqualTo("worker");
    }

    @VirtualTimeTest
    void aTaskWithoutANameIsNamedAfterWhereItWasMade() throws Exception {
        Task<String> task = spawn(() -> "value");

        assertThat(task.name()).contains("TaskSpec");
        task.await();
    }

    @VirtualTimeTest
    void awaitingTwiceGivesTheSame() throws Exception {
        Task<Object> task = spawn(Object::new);

        assertThat(task.await()).isSameAs(task.await());
    }

    @VirtualTimeTest
    void aFailureIsTheSameInstanceEachTime() {
        Task<String> task = spawn(journal.failing("a", 10, failure));

        assertThat(catchThrowable(task::await)).isSameAs(failure);
        assertThat(catchThrowable(task::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void severalMayAwaitATask() throws Exception {
        Task<String> task = spawn(journal.work("a", 20));
        Task<String> first = spawn(task);
        Task<String> second = spawn(task);

        assertThat(first.await()).isEqualTo("a");
        assertThat(second.await()).isEqualTo("a");
    }

    @VirtualTimeTest
    void anyAwaitableCanBeStarted() throws Exception {
        Awaitable<String> work = journal.work("a", 10);

        Task<String> task = work.start();

        assertThat(task.await()).isEqualTo("a");
    }

    @VirtualTimeTest
    void anActionIsATaskThatGivesNothing() throws Exception {
        Task<Void> task = spawn(() -> journal.note("ran"));

        assertThat(task.await()).isNull();
        assertThat(journal).containsExactly("ran");
    }

    @VirtualTimeTest
    void cancellingAnAwaiterLeavesTheTaskAlone() throws Exception {
        Task<String> task = spawn(journal.work("a", 100));
        Task<String> awaiter = spawn(() -> task.await());
        pause(10);

        awaiter.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(awaiter::await);
        assertThat(now()).isEqualTo(10);
        assertThat(task.await()).isEqualTo("a");
    }

    // ---- cancelling ----

    @VirtualTimeTest
    void aCancelIsAnInterruptAndTheCleanUpIsAwaited() throws Exception {
        Task<String> task = spawn(journal.work("a", 100, 20));
        pause(10);

        assertThat(task.cancel()).isTrue();

        assertThat(task.isDone()).isFalse();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(task.isCancelled()).isTrue();
        assertThat(journal).containsExactly("a cancelled at 10", "a clean at 30");
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void aTaskThatHasNotBegunNeverBegins() {
        Task<String> task = spawn(journal.work("a", 0));

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aTaskThatSwallowsACancelGivesItsValue() throws Exception {
        Task<String> task = spawn(journal.deaf("a", 100));
        pause(10);

        task.cancel();

        assertThat(task.await()).isEqualTo("a");
        assertThat(task.isCancelled()).isFalse();
    }

    @VirtualTimeTest
    void aTaskMayFailInItsCleanUpInstead() throws Exception {
        Task<String> task = spawn(journal.failingToCleanUp("a", 5, failure));
        pause(10);

        task.cancel();

        assertThat(catchThrowable(task::await)).isSameAs(failure);
        assertThat(task.isCancelled()).isFalse();
    }

    @VirtualTimeTest
    void aSecondCancelInterruptsTheCleanUp() throws Exception {
        Task<String> task = spawn(journal.work("a", 100, 100));
        pause(10);
        task.cancel();
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(now()).isEqualTo(20);
        assertThat(journal).containsExactly("a cancelled at 10");
    }

    @VirtualTimeTest
    void aCancelThatComesTooLateDoesNothing() throws Exception {
        Task<String> task = spawn(journal.work("a", 10));
        task.await();

        assertThat(task.cancel()).isFalse();
        assertThat(task.isCancelled()).isFalse();
        assertThat(task.await()).isEqualTo("a");
    }

    @VirtualTimeTest
    void aTaskThatCancelsItselfIsInterruptedAtItsNextWait() {
        var self = new CompletableFuture<Task<String>>();
        Task<String> task = spawn(() -> {
            Awaitable.of(self).await().cancel();
            journal.note("goes on");
            pause(10);
            return "never";
        });
        self.complete(task);

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("goes on");
        assertThat(now()).isZero();
    }

    @VirtualTimeTest
    void aTaskThatEndsWithACancellationOfItsOwnCountsAsCancelled() {
        Task<String> task = spawn(() -> {
            throw new CancellationException("of its own");
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(task::await)
                .withMessage("of its own");
        assertThat(task.isCancelled()).isTrue();
    }

    @VirtualTimeTest
    void aCancelledTaskNamesItself() throws Exception {
        Task<String> task = spawn("worker", journal.work("a", 100));
        pause(10);
        task.cancel();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(task::await)
                .withMessageContaining("worker");
    }

    @VirtualTimeTest
    void cancellingWithoutLeaveToInterruptLeavesATaskThatHasBegunAlone() throws Exception {
        Task<String> task = spawn(journal.work("a", 100));
        pause(10);

        assertThat(task.cancel(false)).isFalse();

        assertThat(task.await()).isEqualTo("a");
    }

    // ---- as a future ----

    @VirtualTimeTest
    void joinThrowsTheFailureItself() {
        Task<String> task = spawn(journal.failing("a", 10, failure));

        assertThat(catchThrowable(task::join)).isSameAs(failure);
    }

    @VirtualTimeTest
    void joinGivesTheValue() {
        assertThat(spawn(journal.work("a", 10)).join()).isEqualTo("a");
    }

    @VirtualTimeTest
    void aJoinThatIsInterruptedKeepsTheInterrupt() throws Exception {
        Task<String> task = spawn(journal.work("a", 100));
        Task<Boolean> joiner = spawn(() -> {
            var error = catchThrowable(task::join);
            journal.note(error.getClass().getSimpleName());
            return Thread.interrupted();
        });
        pause(10);

        joiner.cancel();

        assertThat(joiner.await()).isTrue();
        assertThat(journal).containsExactly("CancellationException");
        assertThat(task.await()).isEqualTo("a");
    }

    @VirtualTimeTest
    void getWrapsTheFailureAsAFutureDoes() {
        Task<String> task = spawn(journal.failing("a", 10, failure));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(task::get)
                .havingCause()
                .isSameAs(failure);
    }

    @VirtualTimeTest
    void getOfACancelledTaskThrowsACancellation() {
        Task<String> task = spawn(journal.work("a", 10));
        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::get);
    }

    @VirtualTimeTest
    void getWithATimeLimitLeavesTheTaskRunning() throws Exception {
        Task<String> task = spawn(journal.work("a", 100));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> task.get(10, TimeUnit.MILLISECONDS));

        assertThat(now()).isEqualTo(10);
        assertThat(task.get(1, TimeUnit.HOURS)).isEqualTo("a");
    }

    @VirtualTimeTest
    void itsStateIsThatOfAFuture() throws Exception {
        Task<String> done = spawn(journal.work("a", 10));
        Task<String> failed = spawn(journal.failing("b", 10, failure));
        Task<String> cancelled = spawn(journal.work("c", 10));
        assertThat(done.state()).isEqualTo(Future.State.RUNNING);

        cancelled.cancel();
        pause(20);

        assertThat(done.state()).isEqualTo(Future.State.SUCCESS);
        assertThat(done.resultNow()).isEqualTo("a");
        assertThat(failed.state()).isEqualTo(Future.State.FAILED);
        assertThat(failed.exceptionNow()).isSameAs(failure);
        assertThat(cancelled.state()).isEqualTo(Future.State.CANCELLED);
    }

    @VirtualTimeTest
    void aCompletableFutureOfItIsCompletedWithItsOutcome() throws Exception {
        CompletableFuture<String> value = spawn(journal.work("a", 10)).toCompletableFuture();
        CompletableFuture<String> error =
                spawn(journal.failing("b", 10, failure)).toCompletableFuture();
        pause(20);

        assertThat(value).isCompletedWithValue("a");
        assertThat(error.exceptionNow()).isSameAs(failure);
    }

    @VirtualTimeTest
    void cancellingTheCompletableFutureCancelsTheTask() throws Exception {
        Task<String> task = spawn(journal.work("a", 100));
        pause(10);

        task.toCompletableFuture().cancel(true);

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("a cancelled at 10");
    }

    @VirtualTimeTest
    void cancellingTheTaskCancelsTheCompletableFuture() throws Exception {
        Task<String> task = spawn(journal.work("a", 100));
        CompletableFuture<String> future = task.toCompletableFuture();
        pause(10);

        task.cancel();
        catchThrowable(task::await);

        assertThat(future.isCompletedExceptionally()).isTrue();
        assertThat(future.isCancelled()).isTrue();
    }

    // ---- a failure that nobody sees ----

    @VirtualTimeTest
    void aFailureThatNobodyAwaitedIsReportedAtTheEndOfTheRun() throws Exception {
        var options = RunOptions.defaults().lateErrors(late -> {
            assertThat(late.error()).isSameAs(failure);
            journal.note(late.subject().name() + ": " + late.what());
        });

        run(options, () -> {
            spawn("worker", Awaitable.failed(failure));
            pause(10);
            return null;
        });

        assertThat(journal).singleElement().asString().startsWith("worker: ").contains("nobody awaited");
    }

    @VirtualTimeTest
    void aFailureThatSomebodyAwaitedIsNotReported() throws Exception {
        var options = RunOptions.defaults().lateErrors(late -> journal.note(late.what()));

        run(options, () -> {
            Task<Object> task = spawn(Awaitable.failed(failure));
            return catchThrowable(task::await);
        });

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aCancelThatNobodyAwaitedIsNotReported() throws Exception {
        var options = RunOptions.defaults().lateErrors(late -> journal.note(late.what()));

        run(options, () -> spawn(journal.work("a", 100)));

        assertThat(journal).isEmpty();
    }
}
