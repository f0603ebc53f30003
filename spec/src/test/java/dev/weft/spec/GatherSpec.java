package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// `gather`: several awaitables at the same time, and nothing of them afterwards (W5).
class GatherSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("first");
    private final IllegalStateException later = new IllegalStateException("later");

    // ---- results ----

    @VirtualTimeTest
    void resultsStandInTheOrderOfTheArguments() throws Exception {
        var results = gather(journal.work("a", 30), journal.work("b", 10), journal.work("c", 20))
                .await();

        assertThat(results).containsExactly("a", "b", "c");
        assertThat(journal).containsExactly("b done at 10", "c done at 20", "a done at 30");
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void itIsCold() throws Exception {
        Awaitable<List<String>> gathering = gather(journal.work("a", 10), journal.work("b", 10));
        pause(100);
        assertThat(journal).isEmpty();

        gathering.await();

        assertThat(journal).containsExactly("a done at 110", "b done at 110");
    }

    @VirtualTimeTest
    void aCollectionIsGatheredLikeArguments() throws Exception {
        var works = List.of(journal.work("a", 10), journal.work("b", 5));

        assertThat(gather(works).await()).containsExactly("a", "b");
    }

    @VirtualTimeTest
    void theCollectionIsReadWhenTheGatherIsMade() throws Exception {
        var works = new ArrayList<>(List.of(journal.work("a", 10)));
        var gathering = gather(works);
        works.clear();

        assertThat(gathering.await()).containsExactly("a");
    }

    @VirtualTimeTest
    void nothingGathersToAnEmptyListAtOnce() throws Exception {
        assertThat(gather().await()).isEmpty();
        assertThat(gather(List.<Awaitable<String>>of()).await()).isEmpty();
        assertThat(now()).isZero();
    }

    @VirtualTimeTest
    void theSameAwaitableAmongManyIsRunOnce() throws Exception {
        var works = new ArrayList<Awaitable<String>>();
        for (int i = 0; i < 20; i++) {
            works.add(journal.work("work " + i, 10));
        }
        works.add(works.get(3));

        var results = gather(works).await();

        assertThat(results).hasSize(21).endsWith("work 18", "work 19", "work 3");
        assertThat(journal).hasSize(20);
    }

    @VirtualTimeTest
    void resultsMayBeNull() throws Exception {
        var results =
                gather(Awaitable.completed(null), Awaitable.completed("b")).await();

        assertThat(results).containsExactly(null, "b");
    }

    @VirtualTimeTest
    void theListIsUnmodifiable() throws Exception {
        var results = gather(Awaitable.completed("a")).await();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> results.add("b"));
    }

    @VirtualTimeTest
    void twoThreeAndFourAreCombinedByAFunction() throws Exception {
        Awaitable<Integer> one = Awaitable.completed(1);

        assertThat(gather(one, one, (a, b) -> a + b).await()).isEqualTo(2);
        assertThat(gather(one, one, one, (a, b, c) -> a + b + c).await()).isEqualTo(3);
        assertThat(gather(one, one, one, one, (a, b, c, d) -> a + b + c + d).await())
                .isEqualTo(4);
    }

    @VirtualTimeTest
    void theFunctionGetsTheResultsInOrderAndOfTheirTypes() throws Exception {
        String all = gather(
                        Awaitable.completed(1),
                        Awaitable.completed("two"),
                        Awaitable.completed(3L),
                        Awaitable.completed('4'),
                        (Integer a, String b, Long c, Character d) -> a + b + c + d)
                .await();

        assertThat(all).isEqualTo("1two34");
    }

    @VirtualTimeTest
    void theFunctionRunsOnTheCallersThreadAndMayWait() throws Exception {
        Thread me = Thread.currentThread();

        boolean mine = gather(journal.work("a", 10), journal.work("b", 20), (a, b) -> {
                    pause(5);
                    return Thread.currentThread() == me;
                })
                .await();

        assertThat(mine).isTrue();
        assertThat(now()).isEqualTo(25);
    }

    @VirtualTimeTest
    void aFailureOfTheFunctionComesOut() {
        var gathering = gather(Awaitable.completed(1), Awaitable.completed(2), (a, b) -> {
            throw failure;
        });

        assertThat(catchThrowable(gathering::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void theSameAwaitableTwiceRunsOnceAndStandsInBothPlaces() throws Exception {
        Awaitable<String> work = journal.work("a", 10);

        var results = gather(work, journal.work("b", 5), work).await();

        assertThat(results).containsExactly("a", "b", "a");
        assertThat(journal).containsExactly("b done at 5", "a done at 10");
    }

    @VirtualTimeTest
    void theSameStepTwiceIsOneStep() throws Exception {
        AsyncGenerator<Integer> numbers = of(1, 2);
        Awaitable<Integer> step = numbers.anext();

        assertThat(gather(step, step).await()).containsExactly(1, 1);
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @VirtualTimeTest
    void aRunningTaskMayBeGathered() throws Exception {
        Task<String> task = spawn(journal.work("a", 10));
        pause(5);

        assertThat(gather(task, journal.work("b", 10)).await()).containsExactly("a", "b");
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void generatorsAdvanceAtTheSameTime() throws Exception {
        AsyncGenerator<Integer> slow = interval(ms(15)).map(Long::intValue);
        AsyncGenerator<Integer> fast = interval(ms(10)).map(Long::intValue);

        var first = gather(slow.anext(), fast.anext()).await();
        var second = gather(slow.anext(), fast.anext()).await();

        assertThat(first).containsExactly(0, 0);
        assertThat(second).containsExactly(1, 1);
        assertThat(now()).isEqualTo(30);
        slow.close();
        fast.close();
    }

    // ---- a failure ----

    @VirtualTimeTest
    void theFirstFailureCancelsTheOthersAwaitsThemAndComesOut() throws Exception {
        var gathering = gather(journal.work("a", 100, 15), journal.failing("b", 10, failure), journal.work("c", 5));

        assertThat(catchThrowable(gathering::await)).isSameAs(failure);

        assertThat(journal).containsExactly("c done at 5", "b done at 10", "a cancelled at 10", "a clean at 25");
        assertThat(now()).isEqualTo(25);
    }

    @VirtualTimeTest
    void aFailureInTheCleanUpOfTheOthersIsSuppressedInTheFirst() {
        var gathering = gather(journal.failing("a", 10, failure), journal.failingToCleanUp("b", 5, later));

        var error = catchThrowable(gathering::await);

        assertThat(error).isSameAs(failure).hasSuppressedException(later);
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void aFailureThatNoCancelCouldPreventIsSuppressedInTheFirst() {
        Awaitable<String> unstoppable = () -> {
            Clock.sitOut(20);
            throw later;
        };
        var gathering = gather(journal.failing("a", 10, failure), unstoppable);

        assertThat(catchThrowable(gathering::await)).isSameAs(failure).hasSuppressedException(later);
    }

    @VirtualTimeTest
    void aStepThatIsCancelledBeforeItBeganLeavesItsGeneratorAsItWas() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1);

        var gathering = gather(Awaitable.failed(failure), numbers.anext());

        assertThat(catchThrowable(gathering::await)).isSameAs(failure);
        assertThat(numbers.toList()).containsExactly(1);
    }

    @VirtualTimeTest
    void theCancelOfTheOthersIsNotSuppressedInTheFirst() {
        var gathering = gather(journal.failing("a", 10, failure), journal.work("b", 100));

        var error = catchThrowable(gathering::await);

        assertThat(error.getSuppressed()).noneMatch(CancellationException.class::isInstance);
        assertThat(error.getSuppressed()).noneMatch(InterruptedException.class::isInstance);
    }

    @VirtualTimeTest
    void anErrorIsAFailureToo() {
        var error = new AssertionError("not an exception");

        var gathering = gather(journal.failing("a", 10, error), journal.work("b", 100));

        assertThat(catchThrowable(gathering::await)).isSameAs(error);
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void theFunctionIsNotCalledAfterAFailure() {
        var gathering = gather(journal.failing("a", 10, failure), journal.work("b", 5), (a, b) -> {
            journal.note("combined");
            return a;
        });

        assertThat(catchThrowable(gathering::await)).isSameAs(failure);
        assertThat(journal).doesNotContain("combined");
    }

    @VirtualTimeTest
    void theEndOfAnIterationIsAFailureAndCancelsTheOthersSteps() throws Exception {
        AsyncGenerator<Integer> exhausted = generator(y -> pause(10));
        AsyncGenerator<Integer> slow = generator(y -> {
            try {
                pause(100);
                y.yield(1);
            } finally {
                journal.noteTime("slow clean");
            }
        });

        var gathering = gather(exhausted.anext(), slow.anext());

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(gathering::await);
        assertThat(journal).containsExactly("slow clean at 10");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(slow.anext()::await);
    }

    @VirtualTimeTest
    void twoStepsOfOneGeneratorAreRefusedWhichCancelsTheStepInFlight() throws Exception {
        AsyncGenerator<Integer> slow = generator(y -> {
            try {
                pause(100);
                y.yield(1);
            } catch (InterruptedException e) {
                journal.noteTime("cancelled");
                throw e;
            }
        });

        var gathering = gather(slow.anext(), slow.anext());

        assertThat(Refusal.of(gathering::await)).isEqualTo(ALREADY_RUNNING);
        assertThat(journal).containsExactly("cancelled at 0");
    }

    @VirtualTimeTest
    void aChildThatWasCancelledCountsAsFailed() throws Exception {
        Task<String> cancelled = spawn(journal.work("a", 100));
        Task<List<String>> gathering = spawn(gather(cancelled, journal.work("b", 100, 20)));
        pause(10);

        cancelled.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(gathering::await);
        assertThat(journal).containsExactly("a cancelled at 10", "b cancelled at 10", "b clean at 30");
    }

    @VirtualTimeTest
    void afterItEveryTaskHasEnded() {
        var gathering = gather(journal.failing("a", 10, failure), journal.deaf("b", 100));

        assertThat(catchThrowable(gathering::await)).isSameAs(failure);

        assertThat(journal).containsExactly("a done at 10", "b cancelled at 10");
    }

    @VirtualTimeTest
    void aGatherInAGatherIsCancelledWithIt() {
        var gathering =
                gather(journal.failing("a", 10, failure), gather(journal.work("b", 100, 5), journal.work("c", 100)));

        assertThat(catchThrowable(gathering::await)).isSameAs(failure);
        assertThat(journal).containsExactly("a done at 10", "b cancelled at 10", "c cancelled at 10", "b clean at 15");
    }
}
