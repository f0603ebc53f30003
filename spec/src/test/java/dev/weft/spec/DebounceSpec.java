package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import java.io.IOException;
import java.time.Duration;

/// `debounce`: elements that nothing follows for a while.
class DebounceSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("" + element));
        journal.noteTime("end");
    }

    @EachDrive
    void dropsAnElementThatAnotherFollowsInTime(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(100, 0, 5, 14, 40).debounce(ms(10)));

        assertThat(journal).containsExactly("3 at 24", "4 at 50", "end at 100");
    }

    @EachDrive
    void anElementThatComesWhenTheSilenceIsOverDoesNotReplaceTheOneBefore(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(100, 0, 10, 19).debounce(ms(10)));

        assertThat(journal).containsExactly("1 at 10", "3 at 29", "end at 100");
    }

    @EachDrive
    void theEndGivesTheElementHeldBack(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(7, 0, 5).debounce(ms(10)));

        assertThat(journal).containsExactly("2 at 7", "end at 7");
    }

    @EachDrive
    void theElementHeldBackComesBeforeAFailure(Drive drive) {
        var debounced = Timeline.failingAt(7, failure, 0, 5).debounce(ms(10));

        assertThat(catchThrowable(() -> read(drive, debounced))).isSameAs(failure);
        assertThat(journal).containsExactly("2 at 7");
        assertThat(now()).isEqualTo(7);
    }

    @EachDrive
    void elementsReplaceEachOtherWhileTheConsumerIsBusy(Drive drive) throws Exception {
        drive.read(Timeline.at(0, 20, 22, 24, 50, 100).debounce(ms(10)), element -> {
            journal.noteTime("" + element);
            Clock.pause(50);
        });

        assertThat(journal).containsExactly("1 at 10", "4 at 60", "5 at 110", "6 at 160");
    }

    @EachDrive
    void whatHasSettledWhileTheConsumerIsBusyIsNotReplaced(Drive drive) throws Exception {
        drive.read(Timeline.endingAt(100, 0, 20, 40, 60).debounce(ms(10)), element -> {
            journal.noteTime("" + element);
            Clock.pause(30);
        });

        assertThat(journal).containsExactly("1 at 10", "2 at 40", "3 at 70", "4 at 100");
    }

    @EachDrive
    void aMillionElementsAtOnceLeaveTheLast(Drive drive) throws Exception {
        read(drive, range(0, 1_000_000).debounce(ms(10)));

        assertThat(journal).containsExactly("999999 at 0", "end at 0");
    }

    // ---- by a function ----

    @EachDrive
    void aFunctionSaysHowLongTheSilenceAfterAnElementMustBe(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(100, 0, 20, 40).debounce(number -> ms(number * 15)));

        assertThat(journal).containsExactly("1 at 15", "3 at 85", "end at 100");
    }

    @EachDrive
    void noSilenceMeansThatNothingReplacesIt(Drive drive) throws Exception {
        read(drive, of(1, 2, 3).debounce(number -> Duration.ZERO));

        assertThat(journal).containsExactly("1 at 0", "2 at 0", "3 at 0", "end at 0");
    }

    @EachDrive
    void aFailureOfTheFunctionClosesTheSourceAndComesOut(Drive drive) {
        var debounced = journal.source("source", 1).debounce(number -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, debounced))).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @EachDrive
    void aNegativeSilenceIsRefusedByItsElement(Drive drive) {
        var debounced = of("seven").debounce(number -> ms(-7));

        assertThat(catchThrowable(() -> read(drive, debounced)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seven")
                .hasMessageContaining("-7");
    }
}
