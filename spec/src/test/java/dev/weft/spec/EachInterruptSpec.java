package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterator;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// More of what [EachSpec] specifies: interrupts, limits, iterators written by hand.
class EachInterruptSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the consumer");

    /// Yields 1 and 2; notes what it sees at its first yield and the end of its clean-up.
    private final AsyncGenerator<Integer> watchful = generator("watchful", y -> {
        try {
            y.yield(1);
            y.yield(2);
        } catch (Throwable t) {
            journal.note("body sees " + t.getClass().getSimpleName());
            throw t;
        } finally {
            pause(10);
            journal.noteTime("clean");
        }
    });

    // ---- interruption ----

    @EachDrive
    void aCancelWhileTheBodyWaitsIsThrownInTheBody(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
                pause(100);
            } catch (Throwable t) {
                journal.noteTime("body sees " + t.getClass().getSimpleName());
                throw t;
            } finally {
                pause(10);
                journal.noteTime("clean");
            }
        });
        Task<Void> reader = spawn(() -> drive.read(numbers, number -> journal.note("read " + number)));
        pause(20);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("read 1", "body sees InterruptedException at 20", "clean at 30");
    }

    @EachDrive
    void aCancelWhileTheConsumerWaitsIsAnExitToTheBody(Drive drive) throws Exception {
        Task<Void> reader = spawn(() -> drive.read(watchful, number -> pause(100)));
        pause(20);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("body sees GeneratorExit", "clean at 30");
    }

    @EachDrive
    void aBodyMaySwallowACancelAndGoOn(Drive drive) throws Exception {
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                y.yield("late");
            }
            pause(10);
            y.yield("more");
        });
        Task<Void> reader = spawn(() -> drive.read(numbers, journal::noteTime));
        pause(20);

        reader.cancel();

        reader.await();
        assertThat(journal).containsExactly("late at 20", "more at 30");
    }

    @EachDrive
    void anInterruptThatTheConsumerLeavesReachesTheBodyWhereItWaits(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.yield(1);
            try {
                pause(100);
            } catch (InterruptedException e) {
                journal.noteTime("body interrupted");
            }
        });

        drive.read(numbers, number -> Thread.currentThread().interrupt());

        assertThat(journal).containsExactly("body interrupted at 0");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @EachDrive
    void anInterruptThatTheBodyLeavesReachesTheConsumer(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            Thread.currentThread().interrupt();
            y.yield(1);
        });

        drive.read(numbers, number -> journal.note("interrupted " + Thread.interrupted()));

        assertThat(journal).containsExactly("interrupted true");
    }

    // ---- time limits ----

    @EachDrive
    void aTimeLimitOfTheBodyNeverHitsTheConsumerAndIsCheckedOnResume(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                timeout(ms(10), () -> {
                            y.yield(1);
                            pause(1);
                            return null;
                        })
                        .await();
            } catch (TimeoutException e) {
                journal.noteTime("body times out");
            }
        });

        drive.read(numbers, number -> {
            pause(50);
            journal.noteTime("read " + number);
        });

        assertThat(journal).containsExactly("read 1 at 50", "body times out at 50");
    }

    @EachDrive
    void aTimeLimitOfTheConsumerHitsTheBodyOnlyThroughItsOwnStep(Drive drive) throws Exception {
        var error = catchThrowable(timeout(ms(20), () -> {
            drive.read(watchful, number -> pause(100));
            return null;
        })::await);

        assertThat(error).isInstanceOf(TimeoutException.class);
        assertThat(journal).containsExactly("body sees GeneratorExit", "clean at 30");
    }

    // ---- each ----

    @VirtualTimeTest
    void eachDeclaresWhatItsActionThrows() {
        assertThat(catchThrowable(() -> copy(of(1)))).isSameAs(failure);
    }

    private void copy(AsyncGenerator<Integer> numbers) throws IOException {
        numbers.each(number -> {
            throw failure;
        });
    }

    @VirtualTimeTest
    void eachReadsAnIteratorWrittenByHandAndClosesItIfItCanBeClosed() throws Exception {
        var iterator = new CloseableIterator();

        iterator.forEach(number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 1", "read 2", "closed");
    }

    @VirtualTimeTest
    void eachClosesAnIteratorWrittenByHandWhenItsActionFails() {
        var iterator = new CloseableIterator();

        var error = catchThrowable(() -> iterator.each(number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("closed");
    }

    private final class CloseableIterator implements AsyncIterator<Integer>, AutoCloseable {
        private int last;

        @Override
        public dev.weft.Awaitable<Integer> anext() {
            return () -> {
                if (last == 2) {
                    throw new StopAsyncIteration();
                }
                return ++last;
            };
        }

        @Override
        public void close() {
            journal.note("closed");
        }
    }

    @VirtualTimeTest
    void eachGoesOnWhereStepsLeftOff() throws Exception {
        AsyncGenerator<Integer> numbers = range(0, 4);
        numbers.anext().await();

        var rest = new ArrayList<Integer>();
        numbers.forEach(rest::add);

        assertThat(rest).isEqualTo(List.of(1, 2, 3));
    }

    @VirtualTimeTest
    void eachOnAGeneratorThatHasBegunClosesItWhenItsActionFails() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2, 3);
        numbers.anext().await();

        var error = catchThrowable(() -> numbers.each(number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(journal).containsExactly("body 1", "body 2", "body closed");
    }

    @VirtualTimeTest
    void eachOfAClosedGeneratorIsEmpty() {
        AsyncGenerator<Integer> numbers = journal.source("body", 1);
        numbers.close();

        numbers.forEach(number -> journal.note("read " + number));

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aCloseFromWithinTheActionIsRefusedHoweverTheGeneratorIsDriven() throws Exception {
        AsyncGenerator<Integer> fresh = of(1, 2, 3);
        AsyncGenerator<Integer> begun = of(0, 1, 2, 3);
        begun.anext().await();

        assertThat(Refusal.of(() -> fresh.forEach(number -> fresh.close()))).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(() -> begun.forEach(number -> begun.close()))).isEqualTo(ALREADY_RUNNING);
    }
}
