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

/// More of what [ClosingMeetsAStepSpec] specifies: closes that meet closes.
class SharedCloseSpec {

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

    // ---- another close ----

    @VirtualTimeTest
    void aSecondCloseWaitsForTheFirst() throws Exception {
        slow.anext().await();
        Task<Long> first = spawn(() -> closedAt(slow));
        Task<Long> second = spawn(() -> closedAt(slow));

        assertThat(first.await()).isEqualTo(120);
        assertThat(second.await()).isEqualTo(120);
        assertThat(journal).containsExactly("clean at 120");
    }

    private static long closedAt(AsyncGenerator<?> generator) {
        generator.close();
        return now();
    }

    @VirtualTimeTest
    void aSecondCloseSharesTheFailureOfTheFirst() throws Exception {
        var failure = new IOException("of the clean-up");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(20);
                Failing.with(failure);
            }
        });
        numbers.anext().await();
        Task<Void> first = spawn(numbers.aclose());
        Task<Void> second = spawn(numbers.aclose());

        assertThat(catchThrowable(first::await)).isSameAs(failure);
        assertThat(catchThrowable(second::await)).isSameAs(failure);
        numbers.close();
    }

    @VirtualTimeTest
    void closesThatMeetAStepTogetherCancelItOnceAndAllWait() throws Exception {
        Task<Integer> step = spawn(slow.anext());
        pause(10);
        Task<Long> first = spawn(() -> closedAt(slow));
        Task<Long> second = spawn(() -> closedAt(slow));
        Task<Long> third = spawn(() -> closedAt(slow));

        assertThat(first.await()).isEqualTo(30);
        assertThat(second.await()).isEqualTo(30);
        assertThat(third.await()).isEqualTo(30);
        assertThat(journal).containsExactly("cancelled at 10", "clean at 30");
        assertThat(catchThrowable(step::await)).isInstanceOf(CancellationException.class);
    }

    // ---- F1: giving up the wait for a step ----

    @VirtualTimeTest
    void aCloseThatIsCancelledWhileItWaitsForAStepHasClosedNothing() throws Exception {
        AsyncGenerator<Integer> numbers = lateRiser();
        Task<Integer> step = spawn(numbers.anext());
        pause(10);
        Task<Void> close = spawn(numbers.aclose());
        pause(10);

        close.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(close::await);
        assertThat(now()).isEqualTo(20);
        assertThat(step.await()).isEqualTo(1);
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @VirtualTimeTest
    void aCloseThatIsOutOfTimeWhileItWaitsForAStepHasClosedNothing() throws Exception {
        AsyncGenerator<Integer> numbers = lateRiser();
        Task<Integer> step = spawn(numbers.anext());
        pause(10);

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(timeout(ms(10), numbers.aclose())::await);

        assertThat(now()).isEqualTo(20);
        assertThat(step.await()).isEqualTo(1);
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @VirtualTimeTest
    void aLaterCloseCancelsTheStepOnceMore() throws Exception {
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
            }
        });
        Task<Integer> step = spawn(numbers.anext());
        pause(10);
        catchThrowable(timeout(ms(10), numbers.aclose())::await);
        pause(10);

        numbers.close();

        assertThat(journal).containsExactly("first at 10", "second at 30");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(step::await);
    }

    /// Takes 50 ms over a cancel, and then yields 1 and 2.
    private static AsyncGenerator<Integer> lateRiser() {
        return generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                pause(50);
            }
            y.yield(1);
            y.yield(2);
        });
    }

    // ---- F2: sharing a close ----

    @VirtualTimeTest
    void oneWhoMerelyWaitsForACloseMayLeaveWithoutDisturbingIt() throws Exception {
        slow.anext().await();
        Task<Long> owner = spawn(() -> closedAt(slow));
        pause(5);

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(timeout(ms(5), slow.aclose())::await);

        assertThat(now()).isEqualTo(110);
        assertThat(owner.await()).isEqualTo(120);
        assertThat(journal).containsExactly("clean at 120");
    }

    @VirtualTimeTest
    void oneWhoMerelyWaitsForACloseMayBeCancelledWithoutDisturbingIt() throws Exception {
        slow.anext().await();
        Task<Long> owner = spawn(() -> closedAt(slow));
        pause(5);
        Task<Long> joiner = spawn(() -> closedAt(slow));
        pause(5);

        joiner.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(joiner::await);
        assertThat(now()).isEqualTo(110);
        assertThat(owner.await()).isEqualTo(120);
    }

    @VirtualTimeTest
    void cancellingTheOwnerOfACloseInterruptsTheCleanUpAndFinishesTheGenerator() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                cleanUp(100);
            }
        });
        numbers.anext().await();
        Task<Void> owner = spawn(numbers.aclose());
        pause(10);

        owner.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(owner::await);
        assertThat(journal).containsExactly("clean-up cancelled at 10");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
        numbers.close();
    }

    private void cleanUp(long millis) throws InterruptedException {
        try {
            pause(millis);
        } catch (InterruptedException e) {
            journal.noteTime("clean-up cancelled");
            throw e;
        }
    }

    @VirtualTimeTest
    void sharingACloseIncludesItsCancellation() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                cleanUp(100);
            }
        });
        numbers.anext().await();
        Task<Void> owner = spawn(numbers.aclose());
        pause(5);
        Task<Void> joiner = spawn(numbers.aclose());
        pause(5);

        owner.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(owner::await);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(joiner::await);
        assertThat(now()).isEqualTo(10);
    }

    // ---- W3: a close that never began ----

    @VirtualTimeTest
    void aCloseThatIsCancelledBeforeItBeganHasClosedNothing() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        Task<Void> close = spawn(numbers.aclose());
        close.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(close::await);
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @VirtualTimeTest
    void aCloseWithALimitOfZeroHasClosedNothing() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(timeout(ms(0), numbers.aclose())::await);

        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }
}
