package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// The race of sources: the first to yield wins.
class StreamRaceSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void readTimes(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    /// Yields its name twice, each time after `millis`; its clean-up takes 5 ms.
    private AsyncGenerator<String> named(String name, long millis) {
        return generator(name, y -> {
            try {
                pause(millis);
                y.yield(name + 1);
                pause(millis);
                y.yield(name + 2);
            } finally {
                pause(5);
                journal.noteTime(name + " clean");
            }
        });
    }

    private AsyncGenerator<String> failing(long millis) {
        return generator(y -> {
            pause(millis);
            throw failure;
        });
    }

    @EachDrive
    void theFirstToYieldWinsAndTheOthersAreClosedBeforeItsElement(Drive drive) throws Exception {
        readTimes(drive, firstToYield(named("slow", 100), named("fast", 10), named("slower", 200)));

        assertThat(journal)
                .containsExactlyInAnyOrder(
                        "slow clean at 15",
                        "slower clean at 15",
                        "read fast1 at 15",
                        "read fast2 at 25",
                        "fast clean at 30");
        assertThat(journal).element(2).isEqualTo("read fast1 at 15");
    }

    @EachDrive
    void isAMethodOfTheSourceToo(Drive drive) throws Exception {
        readTimes(drive, named("slow", 100).race(named("fast", 10)));

        assertThat(journal)
                .containsExactly("slow clean at 15", "read fast1 at 15", "read fast2 at 25", "fast clean at 30");
    }

    @EachDrive
    void racesGeneratorsUnderTheNameOfRaceToo(Drive drive) throws Exception {
        readTimes(drive, race(named("slow", 100), named("fast", 10)));

        assertThat(journal)
                .containsExactly("slow clean at 15", "read fast1 at 15", "read fast2 at 25", "fast clean at 30");
    }

    @EachDrive
    void aSourceThatEndsWithoutAnElementLoses(Drive drive) throws Exception {
        readTimes(drive, of().race(named("b", 10)));

        assertThat(journal).containsExactly("read b1 at 10", "read b2 at 20", "b clean at 25");
    }

    @EachDrive
    void withoutAnyElementThereIsNone(Drive drive) throws Exception {
        readTimes(drive, firstToYield(of(), of()));
        readTimes(drive, firstToYield());

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aFailureBeforeTheFirstElementClosesAllAndComesOut(Drive drive) {
        var error = catchThrowable(() -> readTimes(drive, failing(10).race(named("slow", 100))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("slow clean at 15");
    }

    @EachDrive
    void aFailureOfTheWinnerLaterComesOut(Drive drive) {
        AsyncGenerator<String> winner = concat(of("a"), failing(10));

        var error = catchThrowable(() -> readTimes(drive, winner.race(named("slow", 100))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("slow clean at 5", "read a at 5");
    }

    @EachDrive
    void aFailureOfALoserIsALateErrorAndDoesNotHarmTheWinner(Drive drive) throws Exception {
        AsyncGenerator<String> loser = generator(y -> {
            try {
                pause(100);
            } finally {
                Failing.with(failure);
            }
        });
        var options = RunOptions.defaults().lateErrors(late -> journal.note("late " + late.what()));

        run(options, () -> readTimes(drive, loser.race(of("a"))));

        assertThat(journal).containsExactly("late the loser race.0 failed", "read a at 0");
    }

    @EachDrive
    void aNullElementWins(Drive drive) throws Exception {
        readTimes(drive, of((String) null).race(named("slow", 100)));

        assertThat(journal).containsExactly("slow clean at 5", "read null at 5");
    }

    @EachDrive
    void aConsumerThatStopsClosesTheWinner(Drive drive) throws Exception {
        readTimes(drive, named("a", 10).race(named("slow", 100)).take(1));

        assertThat(journal).containsExactly("slow clean at 15", "read a1 at 15", "a clean at 20");
    }

    @VirtualTimeTest
    void aCancelUnwindsAll() throws Exception {
        Task<List<String>> task =
                spawn(() -> named("a", 100).race(named("b", 200)).toList());
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactlyInAnyOrder("a clean at 15", "b clean at 15");
    }

    @VirtualTimeTest
    void refusesWhatIsMissing() {
        AsyncGenerator<String> missing = null;

        assertThatNullPointerException().isThrownBy(() -> of("a").race(missing)).withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> firstToYield(of("a"), missing))
                .withMessage("source 1 is null");
        assertThatNullPointerException()
                .isThrownBy(() -> race(of("a"), missing))
                .withMessage("source 1 is null");
    }
}
