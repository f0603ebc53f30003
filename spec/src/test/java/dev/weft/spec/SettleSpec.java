package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorStateException;
import dev.weft.Outcome;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// `settle`: `gather` that puts failures in their places.
class SettleSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of b");

    @VirtualTimeTest
    void outcomesStandInTheOrderOfTheArgumentsAndNothingIsCancelled() throws Exception {
        AsyncGenerator<String> exhausted = of();

        var outcomes = settle(journal.work("a", 30), journal.failing("b", 10, failure), exhausted.anext())
                .await();

        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Success<>("a"));
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Failure<>(failure));
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        Outcome.Failure.class, end -> assertThat(end.error()).isInstanceOf(StopAsyncIteration.class));
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void aFailureIsTheInstanceThatWasThrown() throws Exception {
        var outcome = settle(journal.failing("b", 10, failure)).await().getFirst();

        assertThat(((Outcome.Failure<?>) outcome).error()).isSameAs(failure);
        assertThat(catchThrowable(outcome::get)).isSameAs(failure);
        assertThat(outcome.isSuccess()).isFalse();
    }

    @VirtualTimeTest
    void anErrorIsAnOutcomeToo() throws Exception {
        var error = new AssertionError("no exception");

        var outcome = settle(journal.failing("b", 10, error)).await().getFirst();

        assertThat(catchThrowable(outcome::get)).isSameAs(error);
    }

    @VirtualTimeTest
    void aSuccessGivesItsValue() throws Exception {
        var outcome = settle(journal.work("a", 10)).await().getFirst();

        assertThat(outcome.get()).isEqualTo("a");
        assertThat(outcome.isSuccess()).isTrue();
    }

    @VirtualTimeTest
    void aValueMayBeNull() throws Exception {
        var outcome = settle(Awaitable.completed((String) null)).await().getFirst();

        assertThat(outcome.get()).isNull();
    }

    @VirtualTimeTest
    void aFailureHasAnError() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Outcome.Failure<>(null))
                .withMessage("error");
    }

    @VirtualTimeTest
    void nothingSettlesToAnEmptyListAtOnce() throws Exception {
        assertThat(settle().await()).isEmpty();
        assertThat(settle(List.<Awaitable<String>>of()).await()).isEmpty();
    }

    @VirtualTimeTest
    void aChildThatWasCancelledIsAFailureInItsPlace() throws Exception {
        Task<String> cancelled = spawn(journal.work("a", 100));
        Task<List<Outcome<String>>> settling = spawn(settle(journal.work("b", 30), cancelled));
        pause(10);

        cancelled.cancel();

        var outcomes = settling.await();
        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Success<>("b"));
        assertThat(catchThrowable(outcomes.get(1)::get)).isInstanceOf(CancellationException.class);
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void theSameAwaitableTwiceRunsOnce() throws Exception {
        Awaitable<String> work = journal.work("a", 10);

        var outcomes = settle(work, work).await();

        assertThat(outcomes).containsExactly(new Outcome.Success<>("a"), new Outcome.Success<>("a"));
        assertThat(journal).containsExactly("a done at 10");
    }

    @VirtualTimeTest
    void aRefusedStepStandsInItsPlaceAndTheOtherOneGoesOn() throws Exception {
        AsyncGenerator<Integer> slow = generator(y -> {
            pause(10);
            y.yield(1);
            y.yield(2);
        });

        var outcomes = settle(slow.anext(), slow.anext()).await();

        assertThat(outcomes).filteredOn(Outcome::isSuccess).containsExactly(new Outcome.Success<>(1));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isSuccess())
                .singleElement()
                .satisfies(refused ->
                        assertThat(catchThrowable(refused::get)).isInstanceOf(GeneratorStateException.class));
        assertThat(slow.anext().await()).isEqualTo(2);
        slow.close();
    }

    @VirtualTimeTest
    void aCancelIsPassedOnToAllAndAllAreAwaitedAndThereIsNoList() throws Exception {
        Task<List<Outcome<String>>> settling = spawn(settle(journal.work("a", 100, 5), journal.work("b", 100, 90)));
        pause(10);

        settling.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(settling::await);
        assertThat(now()).isEqualTo(100);
    }

    @VirtualTimeTest
    void childrenThatSwallowTheCancelDoNotSaveIt() throws Exception {
        Task<List<Outcome<String>>> settling = spawn(settle(journal.deaf("a", 100), journal.deaf("b", 100)));
        pause(10);

        settling.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(settling::await);
    }

    @VirtualTimeTest
    void aTimeLimitCancelsAllAndAwaitsThem() {
        var settling = timeout(ms(10), settle(journal.work("a", 100, 5), journal.work("b", 100, 20)));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(settling::await);
        assertThat(now()).isEqualTo(30);
    }
}
