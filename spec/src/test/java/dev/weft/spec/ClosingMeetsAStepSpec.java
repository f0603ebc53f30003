package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// A close while a step or another close runs: rule W4 with F1 to F3.
class ClosingMeetsAStepSpec {

    private final Journal journal = new Journal();

    /// Waits 100 ms for its first element; its clean-up takes 20 ms.
    private final AsyncGenerator<Integer> slow = generator("slow", y -> {
        try {
            pause(100);
            y.yield(1);
            pause(100);
        } catch (InterruptedException e) {
            journal.noteTime("cancelled");
            throw e;
        } finally {
            pause(20);
            journal.noteTime("clean");
        }
    });

    // ---- a step ----

    @VirtualTimeTest
    void theStepIsCancelledAndItsCleanUpAwaited() throws Exception {
        Task<Integer> step = spawn(slow.anext());
        pause(10);

        slow.close();

        assertThat(journal).containsExactly("cancelled at 10", "clean at 30");
        assertThat(now()).isEqualTo(30);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(slow.anext()::await);
    }

    @VirtualTimeTest
    void aStepInTheSecondRoundIsCancelledToo() throws Exception {
        slow.anext().await();
        Task<Integer> step = spawn(slow.anext());
        pause(10);

        slow.close();

        assertThat(journal).containsExactly("cancelled at 110", "clean at 130");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
    }

    @VirtualTimeTest
    void theAwaiterOfTheStepGetsTheErrorThatTheBodyLetsOut() throws Exception {
        var failure = new IOException("instead of the cancel");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                throw failure;
            }
        });
        Task<Integer> step = spawn(numbers.anext());
        pause(10);

        numbers.close();

        assertThat(catchThrowable(step::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void theAwaiterOfTheStepGetsTheEndIfTheBodyCaughtTheCancelAndReturned() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                journal.note("caught");
            }
        });
        Task<Integer> step = spawn(numbers.anext());
        pause(10);

        numbers.close();

        assertThat(journal).containsExactly("caught");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(step::await);
    }

    @VirtualTimeTest
    void theAwaiterOfTheStepGetsTheElementIfTheBodyCaughtTheCancelAndYielded() throws Exception {
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                try {
                    pause(100);
                } catch (InterruptedException e) {
                    y.yield("late");
                }
            } finally {
                pause(20);
                journal.noteTime("clean");
            }
        });
        Task<String> step = spawn(numbers.anext());
        pause(10);

        numbers.close();

        assertThat(step.await()).isEqualTo("late");
        assertThat(journal).containsExactly("clean at 30");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void aBodyThatCatchesTheCancelAndWaitsOnIsCancelledOnce() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                journal.noteTime("caught");
            }
            pause(50);
            journal.noteTime("done");
        });
        Task<Integer> step = spawn(numbers.anext());
        pause(10);

        numbers.close();

        assertThat(journal).containsExactly("caught at 10", "done at 60");
        assertThat(now()).isEqualTo(60);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(step::await);
    }

    @VirtualTimeTest
    void theAwaitersTaskIsNotCancelledBeyondThatError() throws Exception {
        Task<String> reader = spawn(() -> {
            Throwable error = catchThrowable(slow.anext()::await);
            pause(10);
            return error.getClass().getSimpleName();
        });
        pause(10);

        slow.close();

        assertThat(reader.await()).isEqualTo("InterruptedException");
        assertThat(now()).isEqualTo(40);
    }

    @VirtualTimeTest
    void theAwaitersThreadKeepsNoInterruptIfTheBodyDidNotTakeIt() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            Clock.sitOut(50);
            y.yield(1);
        });
        Task<Boolean> reader = spawn(() -> {
            numbers.anext().await();
            return Thread.currentThread().isInterrupted();
        });
        pause(10);

        numbers.close();

        assertThat(reader.await()).isFalse();
        assertThat(now()).isEqualTo(50);
    }

    @VirtualTimeTest
    void neitherDoesTheThreadOfATaskThatOutlivedACancelBefore() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            Clock.sitOut(50);
            y.yield(1);
        });
        Task<Boolean> reader = spawn(() -> {
            journal.deaf("earlier work", 1_000).await();
            numbers.anext().await();
            return Thread.currentThread().isInterrupted();
        });
        pause(5);
        reader.cancel();
        pause(5);

        numbers.close();

        assertThat(reader.await()).isFalse();
        assertThat(journal).containsExactly("earlier work cancelled at 5");
    }

    @VirtualTimeTest
    void aCancelOfTheAwaiterThatTheBodyDidNotTakeStaysAlthoughACloseCameToo() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            Clock.sitOut(50);
            y.yield(1);
        });
        Task<Boolean> reader = spawn(() -> {
            numbers.anext().await();
            return Thread.interrupted();
        });
        pause(10);
        Task<Void> closer = spawn(numbers.aclose());
        pause(10);

        reader.cancel();

        assertThat(reader.await()).isTrue();
        closer.await();
    }

    @VirtualTimeTest
    void theTimeLimitsOfTheAwaiterStillWork() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                journal.noteTime("first");
            }
            try {
                pause(100);
            } catch (InterruptedException e) {
                journal.noteTime("second");
                throw e;
            }
        });
        Task<Integer> reader = spawn(timeout(ms(30), numbers.anext()));
        pause(10);

        numbers.close();

        assertThat(journal).containsExactly("first at 10", "second at 30");
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(reader::await);
        assertThat(now()).isEqualTo(30);
    }

    // ---- an each ----

    @VirtualTimeTest
    void anEachWhoseBodyWaitsIsStopped() throws Exception {
        Task<Void> reader = spawn(() -> slow.forEach(number -> journal.noteTime("read " + number)));
        pause(110);

        slow.close();

        assertThat(journal).containsExactly("read 1 at 100", "cancelled at 110", "clean at 130");
        assertThat(now()).isEqualTo(130);
        assertThat(catchThrowable(reader::await)).isInstanceOf(CancellationException.class);
    }

    @VirtualTimeTest
    void anEachWhoseBodyHoldsTheLockOfItsYielderIsStopped() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            synchronized (y) {
                pause(100);
            }
            y.yield(1);
        });
        Task<Void> reader = spawn(() -> numbers.forEach(number -> journal.noteTime("read " + number)));
        pause(10);

        numbers.close();

        assertThat(journal).isEmpty();
        assertThat(now()).isEqualTo(10);
        assertThat(catchThrowable(reader::await)).isInstanceOf(CancellationException.class);
    }

    @VirtualTimeTest
    void anEachWhoseConsumerIsBusyEndsAtTheNextYieldAndTheConsumerIsNotHit() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        Task<Void> reader = spawn(() -> numbers.each(number -> {
            pause(50);
            journal.noteTime("read " + number);
        }));
        pause(10);

        numbers.close();

        assertThat(journal).containsExactly("body 1", "read 1 at 50", "body closed");
        assertThat(now()).isEqualTo(50);
        reader.await();
    }

    @VirtualTimeTest
    void anEachThatWasBegunByHandEndsWithTheCloseInTheSameWay() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2, 3);
        numbers.anext().await();
        Task<Void> reader = spawn(() -> numbers.each(number -> {
            pause(50);
            journal.noteTime("read " + number);
        }));
        pause(10);

        numbers.close();

        reader.await();
        assertThat(journal).doesNotContain("body 3").contains("body closed", "read 2 at 50");
    }

    @EachDrive
    void anInterruptOfTheCloseThatTheBodyDidNotTakeIsTakenBackBeforeTheConsumerGetsTheElement(Drive drive)
            throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            Clock.sitOut(50);
            y.yield(1);
        });
        Task<Void> reader = spawn(() -> drive.read(
                numbers,
                number -> journal.note(
                        "read " + number + " " + Thread.currentThread().isInterrupted())));
        pause(10);

        numbers.close();

        catchThrowable(reader::await); // its next step may overlap the close
        assertThat(journal).containsExactly("read 1 false");
        assertThat(now()).isEqualTo(50);
    }
}
