package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Overflow;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;

/// `buffer` and `prefetch`.
class BufferSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Yields 1 to `count` after `millis` each, and notes the time.
    private AsyncGenerator<Integer> every(long millis, int count) {
        return generator("source", y -> {
            try {
                for (int i = 1; i <= count; i++) {
                    pause(millis);
                    journal.noteTime("source " + i);
                    y.yield(i);
                }
            } finally {
                journal.noteTime("source closed");
            }
        });
    }

    private void readSlowly(Drive drive, AsyncGenerator<?> generator, long millis) throws Exception {
        drive.read(generator, element -> {
            journal.noteTime("read " + element);
            pause(millis);
        });
    }

    // ---- reading ahead ----

    @EachDrive
    void theSourceRunsWhileTheConsumerIsBusy(Drive drive) throws Exception {
        readSlowly(drive, every(10, 3).buffer(8), 11);

        assertThat(journal)
                .containsExactly(
                        "source 1 at 10",
                        "read 1 at 10",
                        "source 2 at 20",
                        "read 2 at 21",
                        "source 3 at 30",
                        "source closed at 30",
                        "read 3 at 32");
        assertThat(now()).isEqualTo(43);
    }

    @EachDrive
    void theSourceIsNeverMoreThanTheCapacityAhead(Drive drive) throws Exception {
        readSlowly(drive, every(1, 4).buffer(2), 10);

        assertThat(journal)
                .containsExactly(
                        "source 1 at 1",
                        "read 1 at 1",
                        "source 2 at 2",
                        "source 3 at 3",
                        "read 2 at 11",
                        "source 4 at 12",
                        "read 3 at 21",
                        "source closed at 21",
                        "read 4 at 31");
    }

    @EachDrive
    void anEmptySourceGivesNothing(Drive drive) throws Exception {
        readSlowly(drive, every(10, 0).buffer(2), 0);

        assertThat(journal).containsExactly("source closed at 0");
    }

    @EachDrive
    void elementsMayBeNull(Drive drive) throws Exception {
        readSlowly(drive, of(1, null, 3).buffer(2), 0);

        assertThat(journal).containsExactly("read 1 at 0", "read null at 0", "read 3 at 0");
    }

    @EachDrive
    void prefetchIsABufferByAnotherName(Drive drive) throws Exception {
        AsyncGenerator<Integer> prefetched = every(10, 2).prefetch(8);

        readSlowly(drive, prefetched, 11);

        assertThat(prefetched).hasToString("prefetch");
        assertThat(journal)
                .containsExactly(
                        "source 1 at 10", "read 1 at 10", "source 2 at 20", "source closed at 20", "read 2 at 21");
    }

    @VirtualTimeTest
    void nothingOfTheSourceRunsBeforeTheFirstStep() throws Exception {
        AsyncGenerator<Integer> buffered = every(10, 3).buffer(8);
        pause(100);

        assertThat(journal).isEmpty();
        buffered.close();
    }

    @VirtualTimeTest
    void millionsOfElementsPassInConstantMemory() throws Exception {
        long count = range(0, 300_000).buffer(64).collect(counting());

        assertThat(count).isEqualTo(300_000);
    }

    // ---- failures ----

    @EachDrive
    void aFailureOfTheSourceComesOutAfterTheElementsBeforeIt(Drive drive) {
        AsyncGenerator<Integer> failing = concat(every(0, 2), generator(y -> Failing.with(failure)));

        var error = catchThrowable(() -> readSlowly(drive, failing.buffer(8), 10));

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).extracting(Object::toString).containsExactly("requested at");
        assertThat(journal).contains("read 1 at 0", "read 2 at 10");
        assertThat(now()).isEqualTo(20);
    }

    @EachDrive
    void aFailureThatTheConsumerHasNotReachedComesOutOfTheClose(Drive drive) {
        AsyncGenerator<Integer> failing = concat(every(0, 2), generator(y -> Failing.with(failure)));

        var error = catchThrowable(() -> readSlowly(drive, failing.buffer(8).take(1), 10));

        assertThat(error).isSameAs(failure);
    }

    @EachDrive
    void aFailureOfTheCleanUpComesOutAtTheEnd(Drive drive) {
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(failure);
            }
        });

        var error = catchThrowable(() -> readSlowly(drive, unclean.buffer(8), 10));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1 at 0");
    }

    @EachDrive
    void aFailureOfTheConsumerClosesTheSourceAndAwaitsIt(Drive drive) {
        var error = catchThrowable(() -> drive.read(patient().buffer(1), element -> Failing.with(failure)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source clean at 5");
        assertThat(now()).isEqualTo(5);
    }

    @EachDrive
    void aFailureOfTheCleanUpIsSuppressedInThatOfTheConsumer(Drive drive) {
        var ofTheCleanUp = new IllegalStateException("of the clean-up");
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                Failing.with(ofTheCleanUp);
            }
        });

        var error = catchThrowable(() -> drive.read(unclean.buffer(1), element -> Failing.with(failure)));

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).contains(ofTheCleanUp);
    }

    // ---- closing ----

    /// Yields 1, 2, 3 and so on; its clean-up takes 5 ms.
    private AsyncGenerator<Integer> patient() {
        return generator("source", y -> {
            try {
                for (int i = 1; ; i++) {
                    y.yield(i);
                }
            } finally {
                pause(5);
                journal.noteTime("source clean");
            }
        });
    }

    /// Yields 1 and then waits; its clean-up takes 5 ms.
    private AsyncGenerator<Integer> waiting() {
        return generator("source", y -> {
            try {
                y.yield(1);
                pause(1_000);
            } finally {
                pause(5);
                journal.noteTime("source clean");
            }
        });
    }

    @EachDrive
    void aConsumerThatWantsNoMoreClosesTheSource(Drive drive) throws Exception {
        drive.read(patient().buffer(3).take(2), element -> journal.note("read " + element));

        assertThat(journal).containsExactly("read 1", "read 2", "source clean at 5");
    }

    @VirtualTimeTest
    void aCloseStopsTheSourceInItsWaitAndAwaitsItsCleanUp() throws Exception {
        AsyncGenerator<Integer> buffered = waiting().buffer(3);
        buffered.anext().await();
        pause(10);

        buffered.close();
        buffered.close();

        assertThat(journal).containsExactly("source clean at 15");
        assertThat(now()).isEqualTo(15);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(buffered.anext()::await);
    }

    @VirtualTimeTest
    void aCloseThatMeetsAStepEndsIt() throws Exception {
        AsyncGenerator<Integer> buffered = waiting().buffer(3);
        buffered.anext().await();
        Task<Integer> step = spawn(buffered.anext());
        pause(10);

        buffered.close();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
        assertThat(journal).containsExactly("source clean at 15");
    }

    @VirtualTimeTest
    void closingOneThatWasNeverReadClosesTheSource() throws Exception {
        AsyncGenerator<Integer> source = patient();

        source.buffer(3).close();

        assertThat(source.anext(-1).await()).isEqualTo(-1);
        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aCancelWhileTheConsumerWaitsUnwindsTheSource(Drive drive) throws Exception {
        Task<Void> task = spawn(() -> drive.read(waiting().buffer(3), element -> {}));
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("source clean at 15");
        assertThat(now()).isEqualTo(15);
    }

    @EachDrive
    void aCancelWhileTheConsumerIsBusyUnwindsTheSource(Drive drive) throws Exception {
        Task<Void> task = spawn(() -> drive.read(patient().buffer(3), element -> pause(1_000)));
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("source clean at 15");
    }

    @VirtualTimeTest
    void aBufferMayBeSteppedByDifferentTasks() throws Exception {
        AsyncGenerator<Integer> buffered = every(10, 2).buffer(3);

        int first = spawn(buffered.anext()).await();
        int second = spawn(buffered.anext()).await();

        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(2);
        buffered.close();
    }

    // ---- bad arguments ----

    @VirtualTimeTest
    void theCapacityMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).buffer(0))
                .withMessage("capacity must be positive, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).prefetch(-1))
                .withMessage("capacity must be positive, was -1");
    }

    @VirtualTimeTest
    void nothingMayBeNull() {
        assertThatNullPointerException().isThrownBy(() -> of(1).buffer(1, null)).withMessage("overflow");
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).buffer(1, Overflow.FAIL, null))
                .withMessage("onDrop");
    }
}
