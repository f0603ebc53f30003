package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import java.io.IOException;

/// `delay`, `delayStart` and `spaced`: the same elements, later.
class DelaySpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("" + element));
        journal.noteTime("end");
    }

    private void readSlowly(Drive drive, AsyncGenerator<?> generator, long millis) throws Exception {
        drive.read(generator, element -> {
            journal.noteTime("" + element);
            pause(millis);
        });
        journal.noteTime("end");
    }

    // ---- delay ----

    @EachDrive
    void delayShiftsElementsAndTheEndAndKeepsTheDistances(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(40, 0, 10, 35).delay(ms(100)));

        assertThat(journal).containsExactly("1 at 100", "2 at 110", "3 at 135", "end at 140");
    }

    @EachDrive
    void delayShiftsAFailureSoThatItComesAfterTheElements(Drive drive) {
        var delayed = Timeline.failingAt(20, failure, 0, 10).delay(ms(100));

        assertThat(catchThrowable(() -> read(drive, delayed))).isSameAs(failure);
        assertThat(journal).containsExactly("1 at 100", "2 at 110");
        assertThat(now()).isEqualTo(120);
    }

    @EachDrive
    void aConsumerThatIsLateGetsWhatIsDueAtOnce(Drive drive) throws Exception {
        readSlowly(drive, Timeline.at(0, 10, 20, 100).delay(ms(10)), 30);

        assertThat(journal).containsExactly("1 at 10", "2 at 40", "3 at 70", "4 at 110", "end at 140");
    }

    @EachDrive
    void delayHoldsSoManyElementsBackAndLetsTheSourceWaitWithTheNext(Drive drive) throws Exception {
        var delayed = range(0, 300)
                .map(number -> {
                    journal.noteTime("source " + number);
                    return number;
                })
                .delay(ms(10));

        read(drive, delayed);

        assertThat(journal)
                .contains("source 256 at 0", "0 at 10", "255 at 10", "source 257 at 10", "256 at 10", "299 at 20")
                .endsWith("end at 20");
    }

    @EachDrive
    void delayByNothingChangesNoTime(Drive drive) throws Exception {
        read(drive, Timeline.at(0, 10).delay(ms(0)));

        assertThat(journal).containsExactly("1 at 0", "2 at 10", "end at 10");
    }

    // ---- delayStart ----

    @EachDrive
    void delayStartAsksTheSourceLaterAndIsThenTheSame(Drive drive) throws Exception {
        read(drive, Timeline.at(0, 10, 35).delayStart(ms(100)));

        assertThat(journal).containsExactly("1 at 100", "2 at 110", "3 at 135", "end at 135");
    }

    @EachDrive
    void delayStartCountsFromTheFirstStep(Drive drive) throws Exception {
        var delayed = Timeline.at(0).delayStart(ms(100));
        pause(50);

        read(drive, delayed);

        assertThat(journal).containsExactly("1 at 150", "end at 150");
    }

    @EachDrive
    void aCloseDuringADelayedStartOpensNothing(Drive drive) throws Exception {
        var delayed = journal.source("source", 1).delayStart(ms(100));
        var reading = spawn(() -> read(drive, delayed));
        pause(50);

        delayed.close();

        assertThat(catchThrowable(reading::await)).isNotNull();
        assertThat(journal).isEmpty();
        assertThat(now()).isEqualTo(50);
    }

    // ---- spaced ----

    @EachDrive
    void spacedKeepsAGapBetweenElementsAndDropsNone(Drive drive) throws Exception {
        read(drive, Timeline.at(0, 0, 5, 100, 105).spaced(ms(10)));

        assertThat(journal).containsExactly("1 at 0", "2 at 10", "3 at 20", "4 at 100", "5 at 110", "end at 110");
    }

    @EachDrive
    void spacedLetsElementsThroughThatAreFarEnoughApart(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(25, 5, 15, 25).spaced(ms(10)));

        assertThat(journal).containsExactly("1 at 5", "2 at 15", "3 at 25", "end at 25");
    }

    @EachDrive
    void theTimeOfTheConsumerCountsTowardsTheGap(Drive drive) throws Exception {
        readSlowly(drive, of(1, 2, 3).spaced(ms(10)), 7);

        assertThat(journal).containsExactly("1 at 0", "2 at 10", "3 at 20", "end at 27");
    }

    @EachDrive
    void spacedDoesNotHoldAFailureBack(Drive drive) {
        var spaced = Timeline.failingAt(3, failure, 0).spaced(ms(10));

        assertThat(catchThrowable(() -> read(drive, spaced))).isSameAs(failure);
        assertThat(now()).isEqualTo(3);
    }

    @EachDrive
    void aCancelDuringAGapEndsTheWait(Drive drive) throws Exception {
        var reading = spawn(() -> read(drive, journal.source("source", 1, 2).spaced(ms(100))));
        pause(50);

        reading.cancel();

        assertThat(catchThrowable(reading::await)).isNotNull();
        assertThat(journal).containsExactly("source 1", "1 at 0", "source 2", "source closed");
        assertThat(now()).isEqualTo(50);
    }
}
