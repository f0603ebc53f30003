package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// mapConcurrent, in both orders.
class MapConcurrentSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void readTimes(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    /// Takes as many milliseconds as it is told, and notes when it begins and when it is cancelled.
    private int work(int millis) throws Exception {
        journal.noteTime("begins " + millis);
        try {
            pause(millis);
            return millis;
        } catch (InterruptedException e) {
            pause(5);
            journal.noteTime("cancelled " + millis);
            throw e;
        }
    }

    private int workOrFail(int millis) throws Exception {
        int result = work(Math.abs(millis));
        if (millis < 0) {
            throw failure;
        }
        return result;
    }

    // ---- in the order of the source ----

    @EachDrive
    void resultsKeepTheOrderOfTheElements(Drive drive) throws Exception {
        readTimes(drive, of(30, 10, 20).mapConcurrent(3, this::quietly));

        assertThat(journal).containsExactly("read 30 at 30", "read 10 at 30", "read 20 at 30");
    }

    private int quietly(int millis) throws InterruptedException {
        pause(millis);
        return millis;
    }

    @EachDrive
    void neverMoreThanTheLimitRunAtTheSameTime(Drive drive) throws Exception {
        readTimes(drive, of(10, 11, 12).mapConcurrent(2, this::work));

        assertThat(journal)
                .containsExactly(
                        "begins 10 at 0",
                        "begins 11 at 0",
                        "read 10 at 10",
                        "begins 12 at 10",
                        "read 11 at 11",
                        "read 12 at 22");
    }

    @EachDrive
    void aHundredAtATimeTakeAHundredthOfTheTime(Drive drive) throws Exception {
        drive.read(range(0, 10_000).mapConcurrent(100, number -> quietly(10)), _ -> {});

        assertThat(now()).isEqualTo(1_000);
    }

    @EachDrive
    void workGoesOnWhileTheConsumerIsBusy(Drive drive) throws Exception {
        drive.read(of(10, 11, 12).mapConcurrent(2, this::work), element -> {
            journal.noteTime("read " + element);
            pause(100);
        });

        assertThat(journal)
                .containsExactly(
                        "begins 10 at 0",
                        "begins 11 at 0",
                        "read 10 at 10",
                        "begins 12 at 10",
                        "read 11 at 110",
                        "read 12 at 210");
    }

    @EachDrive
    void aSlowSourceIsReadWhileTheConsumerIsBusy(Drive drive) throws Exception {
        AsyncGenerator<Integer> slow = of(1, 2, 3).map(number -> {
            pause(20);
            return number;
        });

        drive.read(slow.mapConcurrent(2, this::work), element -> {
            journal.noteTime("read " + element);
            pause(100);
        });

        assertThat(journal).contains("read 1 at 21", "begins 2 at 40", "begins 3 at 60");
    }

    @EachDrive
    void theSourceIsReadAtMostTheLimitAheadAndUntakenResultsCount(Drive drive) throws Exception {
        drive.read(
                journal.source("source", 1, 2, 3, 4, 5)
                        .mapConcurrent(2, number -> number)
                        .take(2),
                number -> {
                    pause(100);
                    journal.note("read " + number);
                });

        assertThat(journal)
                .containsExactly("source 1", "source 2", "source 3", "read 1", "source 4", "read 2", "source closed");
    }

    @EachDrive
    void ofNothingIsEmpty(Drive drive) throws Exception {
        readTimes(drive, of().mapConcurrent(3, element -> element));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void elementsAndResultsMayBeNull(Drive drive) throws Exception {
        readTimes(drive, of("a", null).mapConcurrent(2, element -> element));

        assertThat(journal).containsExactly("read a at 0", "read null at 0");
    }

    @EachDrive
    void aFailureComesOutAfterTheResultsBeforeItAndCancelsTheCallsAfterItAtOnce(Drive drive) {
        var error = catchThrowable(() -> readTimes(drive, of(30, -10, 50, 60).mapConcurrent(3, this::workOrFail)));

        assertThat(error).isSameAs(failure);
        assertThat(journal)
                .containsExactly(
                        "begins 30 at 0", "begins 10 at 0", "begins 50 at 0", "cancelled 50 at 15", "read 30 at 30");
    }

    @EachDrive
    void afterAFailureTheSourceIsNotReadOn(Drive drive) {
        var source = journal.source("source", 30, -10, 40, 50, 60);

        var error = catchThrowable(() -> readTimes(drive, source.mapConcurrent(2, number -> {
            pause(Math.abs(number));
            if (number < 0) {
                throw failure;
            }
            return number;
        })));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 30", "source -10", "read 30 at 30", "source closed");
    }

    @EachDrive
    void ofTwoFailuresTheOneOfTheEarlierElementComesOutWithTheOtherInIt(Drive drive) {
        var earlier = new IOException("earlier");
        AsyncGenerator<Integer> results = of(20, 10).mapConcurrent(2, millis -> {
            pause(millis);
            throw millis == 20 ? earlier : failure;
        });

        var error = catchThrowable(() -> readTimes(drive, results));

        assertThat(error).isSameAs(earlier).hasSuppressedException(failure);
    }

    @EachDrive
    void aFailureOfTheSourceComesOutAfterAllResults(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            y.yield(20);
            y.yield(10);
            throw failure;
        });

        var error = catchThrowable(() -> readTimes(drive, failing.mapConcurrent(5, this::quietly)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 20 at 20", "read 10 at 20");
    }

    @EachDrive
    void aConsumerThatStopsCancelsAndAwaitsTheCalls(Drive drive) throws Exception {
        readTimes(drive, of(10, 100, 200).mapConcurrent(2, this::work).take(1));

        assertThat(journal)
                .containsExactly("begins 10 at 0", "begins 100 at 0", "read 10 at 10", "cancelled 100 at 15");
    }

    @EachDrive
    void aFailureOfACancelledCallComesOutOfTheClose(Drive drive) {
        AsyncGenerator<Integer> results = of(1, 2).mapConcurrent(2, number -> {
            try {
                return quietly(number == 1 ? 10 : 100);
            } catch (InterruptedException e) {
                throw failure;
            }
        });

        var error = catchThrowable(() -> readTimes(drive, results.take(1)));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void aCancelUnwindsCallsAndSource() throws Exception {
        AsyncGenerator<Integer> source = generator(y -> {
            try {
                y.yield(100);
                y.yield(200);
                pause(1_000);
            } finally {
                pause(5);
                journal.noteTime("source clean");
            }
        });
        Task<List<Integer>> task =
                spawn(() -> source.mapConcurrent(5, this::work).toList());
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal)
                .containsExactlyInAnyOrder(
                        "begins 100 at 0",
                        "begins 200 at 0",
                        "cancelled 100 at 15",
                        "cancelled 200 at 15",
                        "source clean at 15");
    }

    @VirtualTimeTest
    void aCloseBeforeTheFirstStepClosesTheSourceAndCallsNothing() throws Exception {
        AsyncGenerator<Integer> source = of(1);
        AsyncGenerator<Integer> results = source.mapConcurrent(2, this::work);

        results.close();
        results.close();

        assertThat(source.anext(-1).await()).isEqualTo(-1);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void refusesALimitThatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).mapConcurrent(0, this::work))
                .withMessage("limit must be positive, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).mapConcurrentUnordered(-1, this::work))
                .withMessage("limit must be positive, was -1");
    }

    @VirtualTimeTest
    void refusesAFunctionThatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).mapConcurrent(1, null))
                .withMessage("function");
    }

    // ---- in the order of the ends ----

    @EachDrive
    void unorderedYieldsResultsAsTheyCome(Drive drive) throws Exception {
        readTimes(drive, of(30, 10, 20).mapConcurrentUnordered(3, this::quietly));

        assertThat(journal).containsExactly("read 10 at 10", "read 20 at 20", "read 30 at 30");
    }

    @EachDrive
    void unorderedFillsAPlaceAsSoonAsAResultIsTaken(Drive drive) throws Exception {
        readTimes(drive, of(30, 10, 10, 10).mapConcurrentUnordered(2, this::quietly));

        assertThat(journal)
                .containsExactlyInAnyOrder("read 10 at 10", "read 10 at 20", "read 10 at 30", "read 30 at 30");
        assertThat(now()).isEqualTo(30);
    }

    @EachDrive
    void unorderedTheFirstFailureCancelsAllOthersAtOnce(Drive drive) {
        var error = catchThrowable(() -> readTimes(drive, of(30, -10, 5).mapConcurrentUnordered(3, this::workOrFail)));

        assertThat(error).isSameAs(failure);
        assertThat(journal)
                .containsExactly(
                        "begins 30 at 0", "begins 10 at 0", "begins 5 at 0", "read 5 at 5", "cancelled 30 at 15");
    }

    @EachDrive
    void unorderedResultsThatWereThereBeforeAFailureAreYieldedBeforeIt(Drive drive) {
        var error =
                catchThrowable(() -> drive.read(of(5, 6, -10).mapConcurrentUnordered(3, this::workOrFail), number -> {
                    journal.note("read " + number);
                    pause(100);
                }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).endsWith("read 5", "read 6");
    }

    @EachDrive
    void unorderedAFailureOfTheSourceCancelsTheCallsAndComesOut(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            y.yield(100);
            pause(10);
            throw failure;
        });

        var error = catchThrowable(() -> readTimes(drive, failing.mapConcurrentUnordered(5, this::work)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("begins 100 at 0", "cancelled 100 at 15");
    }

    @EachDrive
    void unorderedOfNullElements(Drive drive) throws Exception {
        readTimes(drive, of((String) null).mapConcurrentUnordered(1, element -> element));

        assertThat(journal).containsExactly("read null at 0");
    }
}
