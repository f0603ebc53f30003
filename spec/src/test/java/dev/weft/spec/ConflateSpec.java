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

/// `conflate` and `batch`: what a consumer gets that was busy.
class ConflateSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Yields 1 to `count`, one each 10 ms; its clean-up takes 5 ms.
    private AsyncGenerator<Integer> numbers(int count) {
        return generator("numbers", y -> {
            try {
                for (int i = 1; i <= count; i++) {
                    pause(10);
                    y.yield(i);
                }
            } finally {
                pause(5);
                journal.noteTime("closed");
            }
        });
    }

    private void readSlowly(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> {
            journal.noteTime("read " + element);
            pause(26);
        });
    }

    // ---- the latest ----

    @EachDrive
    void conflateGivesTheLatestAndNeverMissesTheLast(Drive drive) throws Exception {
        readSlowly(drive, numbers(6).conflate());

        assertThat(journal).containsExactly("read 1 at 10", "read 3 at 36", "read 6 at 62", "closed at 65");
    }

    @EachDrive
    void conflatingNothingGivesNothing(Drive drive) throws Exception {
        readSlowly(drive, numbers(0).conflate());

        assertThat(journal).containsExactly("closed at 5");
    }

    @EachDrive
    void theLatestMayBeNull(Drive drive) throws Exception {
        readSlowly(drive, of((Integer) null).conflate());

        assertThat(journal).containsExactly("read null at 0");
    }

    @EachDrive
    void aFailureOfTheSourceComesOutAfterTheLatest(Drive drive) {
        AsyncGenerator<Integer> failing = concat(numbers(3), generator(y -> Failing.with(failure)));

        var error = catchThrowable(() -> readSlowly(drive, failing.conflate()));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1 at 10", "closed at 35", "read 3 at 36");
    }

    // ---- one of all ----

    @EachDrive
    void conflateMergesWhatTheConsumerHasNotSeen(Drive drive) throws Exception {
        readSlowly(drive, numbers(6).conflate(String::valueOf, (held, number) -> held + number));

        assertThat(journal).containsExactly("read 1 at 10", "read 23 at 36", "read 456 at 62", "closed at 65");
    }

    @EachDrive
    void aConsumerThatIsReadySeesEachElementAlone(Drive drive) throws Exception {
        drive.read(
                range(0, 4).conflate(String::valueOf, (held, number) -> held + number),
                element -> journal.note("read " + element));

        assertThat(journal).containsExactly("read 0", "read 1", "read 2", "read 3");
    }

    @EachDrive
    void aFailureOfMergeClosesTheSourceAndComesOutAfterTheResultHeldBack(Drive drive) {
        AsyncGenerator<Integer> failing = numbers(6).conflate(number -> number, (held, number) -> {
            throw failure;
        });

        var error = catchThrowable(() -> readSlowly(drive, failing));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1 at 10", "closed at 35", "read 2 at 36");
    }

    @EachDrive
    void aFailureOfFirstClosesTheSourceAndComesOut(Drive drive) {
        AsyncGenerator<Integer> failing = numbers(6)
                .conflate(
                        number -> {
                            throw failure;
                        },
                        (Integer held, Integer number) -> number);

        var error = catchThrowable(() -> readSlowly(drive, failing));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("closed at 15");
    }

    @EachDrive
    void aCancelWhileMergeWaitsEndsIt(Drive drive) throws Exception {
        AsyncGenerator<Integer> conflated = numbers(6).conflate(number -> number, (held, number) -> {
            pause(1_000);
            return number;
        });
        Task<Void> task = spawn(() -> readSlowly(drive, conflated));
        pause(50);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("read 1 at 10", "closed at 55");
        assertThat(now()).isEqualTo(55);
    }

    // ---- all at once ----

    @EachDrive
    void batchGivesAllThatHasComeInOneList(Drive drive) throws Exception {
        readSlowly(drive, numbers(6).batch(10));

        assertThat(journal)
                .containsExactly("read [1] at 10", "read [2, 3] at 36", "read [4, 5, 6] at 62", "closed at 65");
    }

    @EachDrive
    void aBatchHoldsAtMostMaxAndTheSourceWaits(Drive drive) throws Exception {
        readSlowly(drive, range(0, 5).batch(2));

        assertThat(journal).containsExactly("read [0, 1] at 0", "read [2, 3] at 26", "read [4] at 52");
    }

    @EachDrive
    void batchesMayHoldNull(Drive drive) throws Exception {
        readSlowly(drive, of(1, null, 3).batch(5));

        assertThat(journal).containsExactly("read [1, null, 3] at 0");
    }

    @EachDrive
    void aFailureOfTheSourceComesOutAfterTheBatchBeforeIt(Drive drive) {
        AsyncGenerator<Integer> failing = concat(of(1, 2), generator(y -> Failing.with(failure)));

        var error = catchThrowable(() -> readSlowly(drive, failing.batch(5)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read [1, 2] at 0");
    }

    @VirtualTimeTest
    void aBatchCannotBeChanged() throws Exception {
        List<Integer> batch = of(1, 2).batch(5).toList().getFirst();

        assertThat(catchThrowable(batch::clear)).isInstanceOf(UnsupportedOperationException.class);
    }

    @VirtualTimeTest
    void aCloseOfConflateClosesTheSourceOnce() throws Exception {
        AsyncGenerator<Integer> conflated = numbers(3).conflate(number -> number, (held, number) -> number);
        conflated.anext().await();

        conflated.close();
        conflated.close();

        assertThat(journal).containsExactly("closed at 15");
    }

    @VirtualTimeTest
    void aCloseOfBatchClosesTheSourceOnce() throws Exception {
        AsyncGenerator<List<Integer>> batches = numbers(3).batch(2);
        batches.anext().await();

        batches.close();
        batches.close();

        assertThat(journal).containsExactly("closed at 15");
    }

    // ---- bad arguments ----

    @VirtualTimeTest
    void badArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).batch(0))
                .withMessage("max must be positive, was 0");
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).conflate(null, (held, number) -> number))
                .withMessage("first");
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).conflate(number -> number, null))
                .withMessage("merge");
    }
}
