package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import org.junit.jupiter.api.Test;

/// `timer` and `interval`: sources of time.
class ClocksSpec {

    private final Journal journal = new Journal();

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("" + element));
        journal.noteTime("end");
    }

    // ---- timer ----

    @EachDrive
    void aTimerGivesOneElement(Drive drive) throws Exception {
        read(drive, timer(ms(10)));

        assertThat(journal).containsExactly("0 at 10", "end at 10");
    }

    @EachDrive
    void aTimerCountsFromTheFirstStep(Drive drive) throws Exception {
        var timer = timer(ms(10));
        pause(100);

        read(drive, timer);

        assertThat(journal).containsExactly("0 at 110", "end at 110");
    }

    @EachDrive
    void aTimerOfNothingIsReady(Drive drive) throws Exception {
        read(drive, timer(ms(0)));

        assertThat(journal).containsExactly("0 at 0", "end at 0");
    }

    @EachDrive
    void aCancelEndsATimer(Drive drive) throws Exception {
        var reading = spawn(() -> read(drive, timer(ms(1_000))));
        pause(50);

        reading.cancel();

        assertThat(catchThrowable(reading::await)).isNotNull();
        assertThat(now()).isEqualTo(50);
    }

    @Test
    void aTimerRefusesANegativeDelay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timer(ms(-7)))
                .withMessage("delay must not be negative, was -7ms");
        assertThatNullPointerException().isThrownBy(() -> timer(null)).withMessage("delay");
    }

    // ---- interval ----

    @EachDrive
    void anIntervalMayBeginAtAnyTime(Drive drive) throws Exception {
        read(drive, interval(ms(3), ms(10)).take(3));

        assertThat(journal).containsExactly("0 at 3", "1 at 13", "2 at 23", "end at 23");
    }

    @EachDrive
    void anIntervalMayBeginAtOnce(Drive drive) throws Exception {
        read(drive, interval(ms(0), ms(10)).take(2));

        assertThat(journal).containsExactly("0 at 0", "1 at 10", "end at 10");
    }

    @EachDrive
    void aConsumerThatIsLateFindsWhatIsDue(Drive drive) throws Exception {
        drive.read(interval(ms(0), ms(10)).take(4), tick -> {
            journal.noteTime("" + tick);
            pause(tick == 0 ? 25 : 0);
        });

        assertThat(journal).containsExactly("0 at 0", "1 at 25", "2 at 25", "3 at 30");
    }

    @Test
    void anIntervalRefusesBadTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval(ms(-7), ms(10)))
                .withMessage("initialDelay must not be negative, was -7ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval(ms(0), ms(0)))
                .withMessageContaining("period must be positive");
        assertThatNullPointerException()
                .isThrownBy(() -> interval(null, ms(10)))
                .withMessage("initialDelay");
        assertThatNullPointerException().isThrownBy(() -> interval(ms(0), null)).withMessage("period");
    }
}
