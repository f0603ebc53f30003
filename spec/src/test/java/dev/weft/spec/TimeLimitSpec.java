package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// `timeoutEach` and `timeoutTotal`: limits for a source, which never hit its consumer (W3, W8).
class TimeLimitSpec {

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

    /// Yields 1, then takes a long time over 2, and 5 ms over its clean-up.
    private AsyncGenerator<Integer> stuck() {
        return generator("stuck", y -> {
            try {
                y.yield(1);
                pause(1_000);
                y.yield(2);
            } catch (InterruptedException e) {
                journal.noteTime("interrupted");
                throw e;
            } finally {
                pause(5);
                journal.noteTime("clean");
            }
        });
    }

    /// Yields 1, then takes a long time, and yields 2 when it is interrupted.
    private AsyncGenerator<Integer> deaf() {
        return generator("deaf", y -> {
            y.yield(1);
            try {
                pause(1_000);
            } catch (InterruptedException e) {
                y.yield(2);
            } finally {
                journal.noteTime("clean");
            }
        });
    }

    // ---- each ----

    @EachDrive
    void aSourceThatIsQuickEnoughIsAsItWas(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(26, 9, 18).timeoutEach(ms(10)));

        assertThat(journal).containsExactly("1 at 9", "2 at 18", "end at 26");
    }

    @EachDrive
    void aSourceThatTakesTooLongIsInterruptedAndItsCleanUpAwaited(Drive drive) {
        var limited = stuck().timeoutEach(ms(10));

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> read(drive, limited))
                .withMessage("no element within 10ms")
                .withNoCause();
        assertThat(journal).containsExactly("1 at 0", "interrupted at 10", "clean at 15");
        assertThat(now()).isEqualTo(15);
    }

    @EachDrive
    void anElementThatComesAtTheLimitIsTooLate(Drive drive) {
        var limited = Timeline.at(9, 19).timeoutEach(ms(10));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> read(drive, limited));
        assertThat(journal).containsExactly("1 at 9");
        assertThat(now()).isEqualTo(19);
    }

    @EachDrive
    void anEndThatComesAtTheLimitIsTooLate(Drive drive) {
        var limited = Timeline.endingAt(10, 0).timeoutEach(ms(10));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> read(drive, limited));
        assertThat(now()).isEqualTo(10);
    }

    @EachDrive
    void aFailureBeforeTheLimitComesOut(Drive drive) {
        var limited = Timeline.failingAt(9, failure).timeoutEach(ms(10));

        assertThat(catchThrowable(() -> read(drive, limited))).isSameAs(failure);
    }

    @EachDrive
    void aFailureThatComesLateIsSuppressedInTheTimeOut(Drive drive) {
        AsyncGenerator<Integer> source = generator(y -> {
            try {
                pause(1_000);
            } finally {
                Failing.with(failure);
            }
        });

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> read(drive, source.timeoutEach(ms(10))))
                .satisfies(expired -> assertThat(expired.getSuppressed()).contains(failure));
    }

    @EachDrive
    void anElementThatAnswersTheInterruptIsDroppedAndTheSourceClosed(Drive drive) {
        var limited = deaf().timeoutEach(ms(10));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> read(drive, limited));
        assertThat(journal).containsExactly("1 at 0", "clean at 10");
    }

    @EachDrive
    void aFailureOfTheCloseIsSuppressedInTheTimeOut(Drive drive) {
        AsyncGenerator<Integer> source = generator(y -> {
            try {
                pause(1_000);
            } catch (InterruptedException e) {
                try {
                    y.yield(1);
                } finally {
                    Failing.with(failure);
                }
            }
        });

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> read(drive, source.timeoutEach(ms(10))))
                .satisfies(expired -> assertThat(expired.getSuppressed()).contains(failure));
    }

    @EachDrive
    void theConsumerMayTakeAsLongAsItLikes(Drive drive) throws Exception {
        readSlowly(drive, Timeline.at(5, 10, 15).timeoutEach(ms(10)), 100);

        assertThat(journal).containsExactly("1 at 5", "2 at 105", "3 at 205", "end at 305");
    }

    @EachDrive
    void theTimeRunsAnewForEachElementAlsoAfterASlowConsumer(Drive drive) {
        var limited = stuck().timeoutEach(ms(10));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> readSlowly(drive, limited, 100));
        assertThat(journal).containsExactly("1 at 0", "interrupted at 110", "clean at 115");
    }

    @EachDrive
    void aCancelIsNoTimeOut(Drive drive) throws Exception {
        var reading = spawn(() -> read(drive, stuck().timeoutEach(ms(100))));
        pause(50);

        reading.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reading::await);
        assertThat(journal).containsExactly("1 at 0", "interrupted at 50", "clean at 55");
    }

    @EachDrive
    void aLimitAroundItIsNotTakenForItsOwn(Drive drive) {
        var outer = timeout(ms(20), () -> {
            read(drive, stuck().timeoutEach(ms(100)));
            return null;
        });

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(outer::await)
                .withMessageContaining("20ms");
        assertThat(journal).containsExactly("1 at 0", "interrupted at 20", "clean at 25");
    }

    @EachDrive
    void theInnerOfTwoLimitsMayBeTheShorter(Drive drive) {
        var limited = stuck().timeoutEach(ms(10)).map(number -> number).timeoutEach(ms(20));

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> read(drive, limited))
                .withMessageContaining("10ms");
        assertThat(journal).containsExactly("1 at 0", "interrupted at 10", "clean at 15");
    }

    @EachDrive
    void theOuterOfTwoLimitsMayBeTheShorter(Drive drive) {
        var limited = stuck().timeoutEach(ms(20)).map(number -> number).timeoutEach(ms(10));

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> read(drive, limited))
                .withMessageContaining("10ms");
        assertThat(journal).containsExactly("1 at 0", "interrupted at 10", "clean at 15");
    }

    @EachDrive
    void thousandsOfReadyElementsTakeNoTime(Drive drive) throws Exception {
        drive.read(range(0, 10_000).timeoutEach(ms(10)), number -> {});

        assertThat(now()).isZero();
    }

    @VirtualTimeTest
    void aBodyMayYieldWhatItReadsInTime() throws Exception {
        AsyncGenerator<Integer> body = generator(y -> {
            for (int number : Timeline.at(5, 10).timeoutEach(ms(10))) {
                y.yield(number);
            }
        });

        Drive.STEPS.read(body, number -> pause(100));

        assertThat(now()).isEqualTo(205);
    }

    // ---- total ----

    @EachDrive
    void aSourceThatEndsInTimeIsAsItWas(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(29, 9, 18).timeoutTotal(ms(30)));

        assertThat(journal).containsExactly("1 at 9", "2 at 18", "end at 29");
    }

    @EachDrive
    void aSourceThatHasNotEndedInTimeIsInterruptedAndItsCleanUpAwaited(Drive drive) {
        var limited = concat(Timeline.at(4, 8), stuck()).timeoutTotal(ms(10));

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> read(drive, limited))
                .withMessage("no end within 10ms");
        assertThat(journal).containsExactly("1 at 4", "2 at 8", "1 at 8", "interrupted at 10", "clean at 15");
    }

    @EachDrive
    void whatComesAtTheLimitIsTooLate(Drive drive) {
        var limited = Timeline.at(9, 10).timeoutTotal(ms(10));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> read(drive, limited));
        assertThat(journal).containsExactly("1 at 9");
    }

    @EachDrive
    void theTimeCountsFromTheFirstStep(Drive drive) throws Exception {
        var limited = Timeline.at(9).timeoutTotal(ms(10));
        pause(1_000);

        read(drive, limited);

        assertThat(journal).containsExactly("1 at 1009", "end at 1009");
    }

    @EachDrive
    void theTimeOfTheConsumerCountsButItIsTheNextStepThatFails(Drive drive) {
        var limited = journal.source("source", 1, 2).timeoutTotal(ms(10));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> readSlowly(drive, limited, 100));
        assertThat(journal).containsExactly("source 1", "1 at 0", "source closed");
        assertThat(now()).isEqualTo(100);
    }

    @EachDrive
    void aConsumerThatHasEnoughBeforeTheLimitFindsNone(Drive drive) throws Exception {
        readSlowly(drive, stuck().timeoutTotal(ms(10)).take(1), 100);

        assertThat(journal).containsExactly("1 at 0", "clean at 105", "end at 105");
    }

    @VirtualTimeTest
    void aCloseLeavesNoWatch() throws Exception {
        AsyncGenerator<Integer> limited = stuck().timeoutTotal(ms(10_000));
        limited.anext().await();

        limited.close();

        assertThat(now()).isEqualTo(5);
    }
}
