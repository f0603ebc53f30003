package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.CheckedPredicate;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/// The sources of futures and queues. [CallbackSpec] and [OverflowSpec] have the one of callbacks.
class OutsideSourcesSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");
    private final CompletableFuture<String> promise = new CompletableFuture<>();

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    // ---- from a stage ----

    @EachDrive
    void theResultOfAStageIsTheOnlyElement(Drive drive) throws Exception {
        CompletionStage<String> stage = promise;
        spawn(() -> {
            pause(10);
            promise.complete("a");
        });

        read(drive, from(stage));

        assertThat(journal).containsExactly("read a at 10");
    }

    @EachDrive
    void theResultMayBeNull(Drive drive) throws Exception {
        promise.complete(null);

        read(drive, from(promise));

        assertThat(journal).containsExactly("read null at 0");
    }

    @EachDrive
    void theFailureOfAStageComesOutUnwrapped(Drive drive) {
        promise.completeExceptionally(new CompletionException(failure));

        assertThat(catchThrowable(() -> read(drive, from((CompletionStage<String>) promise))))
                .isSameAs(failure);
        assertThat(catchThrowable(() -> read(drive, from(promise)))).isSameAs(failure);
    }

    @VirtualTimeTest
    void aStageIsLeftAlone() throws Exception {
        AsyncGenerator<String> source = from((CompletionStage<String>) promise);
        Task<String> step = spawn(source.anext());
        pause(10);

        source.close();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
        assertThat(promise).isNotDone();
    }

    // ---- from a future ----

    @VirtualTimeTest
    void aFutureIsCancelledWithTheStepThatAwaitsIt() throws Exception {
        Task<String> step = spawn(from(promise).anext());
        pause(10);

        step.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
        assertThat(promise).isCancelled();
    }

    @VirtualTimeTest
    void aFutureThatIsNeverReadIsCancelledByTheClose() {
        from(promise).close();

        assertThat(promise).isCancelled();
    }

    @EachDrive
    void aFutureThatWasReadIsNot(Drive drive) throws Exception {
        promise.complete("a");

        read(drive, from(promise).take(1));

        assertThat(promise).isCompletedWithValue("a");
    }

    @VirtualTimeTest
    void aTaskIsLeftToItsOwner() throws Exception {
        Task<String> task = spawn(journal.work("task", 10));

        from(task).close();

        assertThat(task.await()).isEqualTo("task");
        assertThat(from(task).single()).isEqualTo("task");
    }

    @EachDrive
    void aPlainFutureIsBlockedIn(Drive drive) throws Exception {
        var task = new FutureTask<>(() -> "a");
        var _ = Thread.ofPlatform().start(task);
        Future<String> future = task;

        read(drive, from(future));

        assertThat(journal).containsExactly("read a at 0");
    }

    @VirtualTimeTest
    void aCancelledFutureSaysSo() {
        promise.cancel(true);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(from(promise)::toList)
                .withMessage("the awaited future was cancelled");
    }

    // ---- from a queue ----

    @EachDrive
    void aQueueIsTakenFromAsElementsAreWanted(Drive drive) throws Exception {
        var queue = new LinkedBlockingQueue<>(List.of("a", "b", "c"));

        read(drive, fromQueue(queue).take(2));

        assertThat(journal).containsExactly("read a at 0", "read b at 0");
        assertThat(queue).containsExactly("c");
    }

    @EachDrive
    void fromWaitsForTheElementsOfAQueueToo(Drive drive) throws Exception {
        var queue = new LinkedBlockingQueue<>(List.of("a"));
        var _ = Thread.ofPlatform().start(() -> queue.add("b"));

        read(drive, from(queue).take(2));

        assertThat(journal).containsExactly("read a at 0", "read b at 0");
    }

    @EachDrive
    void aQueueThatIsOnlyKnownAsACollectionIsReadLikeOne(Drive drive) throws Exception {
        Collection<String> collection = new LinkedBlockingQueue<>(List.of("a", "b"));

        read(drive, from(collection));

        assertThat(journal).containsExactly("read a at 0", "read b at 0");
        assertThat(collection).containsExactly("a", "b");
    }

    @EachDrive
    void anElementThatMeansTheEndIsTakenAndNotYielded(Drive drive) throws Exception {
        var queue = new LinkedBlockingQueue<>(List.of("a", "end", "c"));

        read(drive, fromQueue(queue, "end"::equals));

        assertThat(journal).containsExactly("read a at 0");
        assertThat(queue).containsExactly("c");
    }

    @EachDrive
    void aThreadOutsideMayPutElementsIn(Drive drive) throws Exception {
        var queue = new LinkedBlockingQueue<String>();
        var _ = Thread.ofPlatform().start(() -> List.of("a", "b", "end").forEach(queue::add));

        read(drive, fromQueue(queue, "end"::equals));

        assertThat(journal).containsExactly("read a at 0", "read b at 0");
    }

    @VirtualTimeTest
    void anInterruptEndsTheWaitForAnElement() throws Exception {
        var queue = new LinkedBlockingQueue<String>();
        AsyncGenerator<String> source = fromQueue(queue).onStart(Thread.currentThread()::interrupt);

        assertThat(catchThrowable(source::toList)).isInstanceOf(InterruptedException.class);
        assertThat(queue).isEmpty();
    }

    @EachDrive
    void aFailureOfThePredicateComesOut(Drive drive) {
        var queue = new LinkedBlockingQueue<>(List.of("a"));
        CheckedPredicate<String> failing = element -> {
            throw failure;
        };

        assertThat(catchThrowable(() -> read(drive, fromQueue(queue, failing)))).isSameAs(failure);
    }

    // ---- arguments ----

    @VirtualTimeTest
    void argumentsAreChecked() {
        var queue = new LinkedBlockingQueue<String>();

        assertThatNullPointerException()
                .isThrownBy(() -> from((Future<String>) null))
                .withMessage("future");
        assertThatNullPointerException()
                .isThrownBy(() -> from((CompletionStage<String>) null))
                .withMessage("stage");
        assertThatNullPointerException()
                .isThrownBy(() -> from((BlockingQueue<String>) null))
                .withMessage("queue");
        assertThatNullPointerException().isThrownBy(() -> fromQueue(null)).withMessage("queue");
        assertThatNullPointerException()
                .isThrownBy(() -> fromQueue(queue, null))
                .withMessage("isEnd");
        assertThat(now()).isZero();
    }
}
