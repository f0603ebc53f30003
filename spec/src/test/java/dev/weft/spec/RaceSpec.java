package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Awaitable;
import dev.weft.RunOptions;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// `race`: the first one that ends decides, and the others end with it.
class RaceSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("first");
    private final IllegalStateException later = new IllegalStateException("later");

    @VirtualTimeTest
    void theFirstValueWinsAndTheOthersAreCancelledAndAwaited() throws Exception {
        String winner = race(journal.work("a", 100, 20), journal.work("b", 10)).await();

        assertThat(winner).isEqualTo("b");
        assertThat(journal).containsExactly("b done at 10", "a cancelled at 10", "a clean at 30");
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void theFirstFailureWinsToo() {
        var race = race(journal.failing("a", 10, failure), journal.work("b", 20));

        assertThat(catchThrowable(race::await)).isSameAs(failure);
        assertThat(journal).containsExactly("a done at 10", "b cancelled at 10");
    }

    @VirtualTimeTest
    void failuresOfTheOthersAreSuppressedInTheFirst() {
        var race = race(journal.failing("a", 10, failure), journal.failingToCleanUp("b", 5, later));

        assertThat(catchThrowable(race::await)).isSameAs(failure).hasSuppressedException(later);
    }

    @VirtualTimeTest
    void aFailureOfAnotherGoesToTheHandlerOfLateErrorsIfAValueWon() throws Exception {
        RunOptions options = RunOptions.defaults()
                .lateErrors(late -> journal.note("late " + late.error().getMessage()));

        String winner = run(
                options,
                () -> race(journal.work("a", 10), journal.failingToCleanUp("b", 5, later))
                        .await());

        assertThat(winner).isEqualTo("a");
        assertThat(journal).containsExactly("a done at 10", "b cancelled at 10", "late later");
    }

    @VirtualTimeTest
    void aLateValueOfALoserChangesNothing() throws Exception {
        assertThat(race(journal.deaf("a", 100), journal.work("b", 10)).await()).isEqualTo("b");
    }

    @VirtualTimeTest
    void aSingleRunnerWins() throws Exception {
        assertThat(race(journal.work("a", 10)).await()).isEqualTo("a");
    }

    @VirtualTimeTest
    void theWinnerMayBeNull() throws Exception {
        assertThat(race(List.of(Awaitable.completed((String) null), journal.work("b", 10)))
                        .await())
                .isNull();
    }

    @VirtualTimeTest
    void thereIsNoRaceOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> race());
        assertThatIllegalArgumentException().isThrownBy(() -> race(List.<Awaitable<String>>of()));
    }

    @VirtualTimeTest
    void itIsCold() throws Exception {
        Awaitable<String> race = race(journal.work("a", 10));
        pause(100);
        assertThat(journal).isEmpty();

        race.await();

        assertThat(journal).containsExactly("a done at 110");
    }

    @VirtualTimeTest
    void theSameAwaitableTwiceRunsOnce() throws Exception {
        Awaitable<String> work = journal.work("a", 10);

        assertThat(race(work, work).await()).isEqualTo("a");
        assertThat(journal).containsExactly("a done at 10");
    }

    @VirtualTimeTest
    void aCancelIsPassedOnToAllAndAllAreAwaited() throws Exception {
        Task<String> race = spawn(race(journal.work("a", 100, 5), journal.work("b", 100, 40)));
        pause(10);

        race.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(race::await);
        assertThat(now()).isEqualTo(50);
    }

    @VirtualTimeTest
    void aTimeLimitIsPassedOnToAll() {
        var race = timeout(ms(10), race(journal.work("a", 100, 5), journal.work("b", 100)));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(race::await);
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void aCancelAfterTheRaceIsDecidedLosesNeitherTheValueNorTheCancel() throws Exception {
        Task<Boolean> task = spawn(() -> {
            String winner =
                    race(journal.work("a", 10), journal.work("b", 100, 50)).await();
            journal.note("winner " + winner);
            return Thread.interrupted();
        });
        pause(20);

        task.cancel();

        assertThat(task.await()).isTrue();
        assertThat(journal).containsExactly("a done at 10", "b cancelled at 10", "winner a");
        assertThat(now()).isEqualTo(20);
    }
}
