package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import java.io.IOException;

/// `throttleFirst`, `throttleLast` and `sample`: one element for each stretch of time.
class ThrottleSpec {

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

    // ---- throttleFirst ----

    @EachDrive
    void throttleFirstGivesAnElementAtOnceAndDropsWhatFollowsInTheWindow(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(50, 0, 3, 9, 17, 20, 30).throttleFirst(ms(10)));

        assertThat(journal).containsExactly("1 at 0", "4 at 17", "6 at 30", "end at 50");
    }

    @EachDrive
    void anElementAtTheEndOfAWindowOpensTheNext(Drive drive) throws Exception {
        read(drive, Timeline.at(0, 10, 19, 20).throttleFirst(ms(10)));

        assertThat(journal).containsExactly("1 at 0", "2 at 10", "4 at 20", "end at 20");
    }

    @EachDrive
    void aFailureInAWindowComesOut(Drive drive) {
        var throttled = Timeline.failingAt(5, failure, 0, 3).throttleFirst(ms(10));

        assertThat(catchThrowable(() -> read(drive, throttled))).isSameAs(failure);
        assertThat(journal).containsExactly("1 at 0");
        assertThat(now()).isEqualTo(5);
    }

    @EachDrive
    void throttleFirstTakesNull(Drive drive) throws Exception {
        read(drive, of((String) null, "a").throttleFirst(ms(10)));

        assertThat(journal).containsExactly("null at 0", "end at 0");
    }

    // ---- throttleLast ----

    @EachDrive
    void throttleLastGivesTheLastOfAWindowAtItsEnd(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(60, 0, 3, 9, 17, 40).throttleLast(ms(10)));

        assertThat(journal).containsExactly("3 at 10", "4 at 27", "5 at 50", "end at 60");
    }

    @EachDrive
    void anElementAtTheEndOfAWindowIsTheFirstOfTheNext(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(60, 0, 10, 15, 20).throttleLast(ms(10)));

        assertThat(journal).containsExactly("1 at 10", "3 at 20", "4 at 30", "end at 60");
    }

    @EachDrive
    void theEndOfTheSourceEndsTheWindow(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(7, 0, 5).throttleLast(ms(10)));

        assertThat(journal).containsExactly("2 at 7", "end at 7");
    }

    @EachDrive
    void theLastOfAWindowComesBeforeAFailure(Drive drive) {
        var throttled = Timeline.failingAt(7, failure, 0, 5).throttleLast(ms(10));

        assertThat(catchThrowable(() -> read(drive, throttled))).isSameAs(failure);
        assertThat(journal).containsExactly("2 at 7");
    }

    @EachDrive
    void aSlowConsumerGetsTheLastOfEachWindowLate(Drive drive) throws Exception {
        readSlowly(drive, Timeline.at(0, 5, 12, 15, 30).throttleLast(ms(10)), 50);

        assertThat(journal).containsExactly("2 at 10", "4 at 60", "5 at 110", "end at 160");
    }

    // ---- sample ----

    @EachDrive
    void sampleGivesTheLatestAtEachTick(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(60, 0, 3, 9, 17, 42).sample(ms(10)));

        assertThat(journal).containsExactly("3 at 10", "4 at 20", "5 at 50", "end at 60");
    }

    @EachDrive
    void anElementAtATickBelongsToTheNext(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(60, 5, 10, 20, 25).sample(ms(10)));

        assertThat(journal).containsExactly("1 at 10", "2 at 20", "4 at 30", "end at 60");
    }

    @EachDrive
    void theTicksCountFromTheFirstStep(Drive drive) throws Exception {
        var sampled = Timeline.endingAt(60, 5).sample(ms(10));
        pause(3);

        read(drive, sampled);

        assertThat(journal).containsExactly("1 at 13", "end at 63");
    }

    @EachDrive
    void theEndOfTheSourceIsTheLastTick(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(17, 0, 15).sample(ms(10)));

        assertThat(journal).containsExactly("1 at 10", "2 at 17", "end at 17");
    }

    @EachDrive
    void theLatestComesBeforeAFailure(Drive drive) {
        var sampled = Timeline.failingAt(17, failure, 0, 15).sample(ms(10));

        assertThat(catchThrowable(() -> read(drive, sampled))).isSameAs(failure);
        assertThat(journal).containsExactly("1 at 10", "2 at 17");
    }

    @EachDrive
    void aSlowConsumerGetsEachSampleLate(Drive drive) throws Exception {
        readSlowly(drive, interval(ms(4)).sample(ms(10)).take(3), 25);

        assertThat(journal).containsExactly("1 at 10", "3 at 35", "6 at 60", "end at 85");
    }
}
