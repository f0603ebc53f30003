package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// `timeout`: a limit that interrupts what takes too long, and never anything else (W3, W8).
class TimeoutSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    // ---- any awaitable ----

    @VirtualTimeTest
    void whatEndsInTimeGivesItsValue() throws Exception {
        String value = timeout(ms(20), journal.work("a", 10)).await();

        assertThat(value).isEqualTo("a");
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void whatTakesLongerIsInterruptedAndItsCleanUpAwaited() {
        var limited = timeout(ms(10), journal.work("a", 100, 5));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(limited::await);
        assertThat(journal).containsExactly("a cancelled at 10", "a clean at 15");
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void theTimeRunsFromTheAwait() throws Exception {
        Awaitable<String> limited = timeout(ms(20), journal.work("a", 10));
        pause(1_000);

        assertThat(limited.await()).isEqualTo("a");
    }

    @VirtualTimeTest
    void itRunsOnTheCallersThread() throws Exception {
        Thread thread = timeout(ms(10), Thread::currentThread).await();

        assertThat(thread).isSameAs(Thread.currentThread());
    }

    @VirtualTimeTest
    void aLateValueBeatsTheLimit() throws Exception {
        Awaitable<String> late = () -> {
            try {
                pause(100);
                return "in time";
            } catch (InterruptedException e) {
                pause(15);
                return "late";
            }
        };

        assertThat(timeout(ms(10), late).await()).isEqualTo("late");
        assertThat(now()).isEqualTo(25);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @VirtualTimeTest
    void aFailureOfTheCleanUpBeatsTheLimitWhichIsSuppressedInIt() {
        var limited = timeout(ms(10), journal.failingToCleanUp("a", 5, failure));

        var error = catchThrowable(limited::await);

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).hasAtLeastOneElementOfType(TimeoutException.class);
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void aFailureInTimeComesOutAsItIs() {
        var limited = timeout(ms(20), journal.failing("a", 10, failure));

        assertThat(catchThrowable(limited::await)).isSameAs(failure).hasNoSuppressedExceptions();
    }

    @VirtualTimeTest
    void aLimitThatIsNotReachedLeavesNoTrace() throws Exception {
        timeout(ms(20), journal.work("a", 10)).await();

        pause(100);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(now()).isEqualTo(110);
    }

    @VirtualTimeTest
    void whatIgnoresTheInterruptKeepsItsValueAndLeavesNoInterrupt() throws Exception {
        Awaitable<String> deaf = () -> {
            Clock.sitOut(50);
            return "late";
        };

        assertThat(timeout(ms(10), deaf).await()).isEqualTo("late");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @VirtualTimeTest
    void itMaySurroundAnythingThatWaits() {
        var limited = timeout(ms(10), () -> {
            journal.work("a", 6).await();
            return journal.work("b", 6).await();
        });

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(limited::await);
        assertThat(journal).containsExactly("a done at 6", "b cancelled at 10");
    }

    @VirtualTimeTest
    void zeroRunsNothing() {
        var limited = timeout(Duration.ZERO, journal.work("a", 0));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(limited::await);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aVeryLongLimitIsForEver() throws Exception {
        Duration ages = Duration.ofSeconds(Long.MAX_VALUE);

        assertThat(timeout(ages, journal.work("a", 10)).await()).isEqualTo("a");
    }

    @VirtualTimeTest
    void theMessageTellsTheLimit() {
        var limited = timeout(ms(10), journal.work("a", 100));

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(limited::await)
                .withMessageContaining("10");
    }

    // ---- nested ----

    @VirtualTimeTest
    void theInnerOneMayBeShorter() {
        var nested = timeout(ms(100), () -> {
            var error = catchThrowable(timeout(ms(10), journal.work("a", 50))::await);
            journal.noteTime("inner " + error.getClass().getSimpleName());
            return journal.work("b", 200).await();
        });

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(nested::await);
        assertThat(journal).containsExactly("a cancelled at 10", "inner TimeoutException at 10", "b cancelled at 100");
    }

    @VirtualTimeTest
    void theOuterOneMayBeShorter() {
        var nested = timeout(ms(10), () -> {
            try {
                return timeout(ms(100), journal.work("a", 200)).await();
            } catch (InterruptedException e) {
                journal.noteTime("interrupted");
                throw e;
            }
        });

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(nested::await);
        assertThat(journal).containsExactly("a cancelled at 10", "interrupted at 10");
    }

    @VirtualTimeTest
    void bothMayEndAtTheSameMoment() {
        var nested = timeout(ms(10), timeout(ms(10), journal.work("a", 200)));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(nested::await);
        assertThat(journal).containsExactly("a cancelled at 10");
        assertThat(now()).isEqualTo(10);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @VirtualTimeTest
    void theOuterOneMayEndWhileTheInnerOneCleansUp() {
        var nested = timeout(ms(20), timeout(ms(10), journal.work("a", 200, 100)));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(nested::await);
        assertThat(journal).containsExactly("a cancelled at 10");
        assertThat(now()).isEqualTo(20);
    }

    // ---- cancel ----

    @VirtualTimeTest
    void theInnerOneCountsThoughTheOuterOneWasSwallowedBeforeItBegan() throws Exception {
        Awaitable<String> inner = timeout(ms(20), journal.work("inner", 100));
        Awaitable<Throwable> outer = timeout(ms(10), () -> {
            var _ = journal.deaf("outer", 100).await();
            return catchThrowable(inner::await);
        });

        Throwable thrown = outer.await();

        assertThat(thrown).isInstanceOf(TimeoutException.class).hasMessage("no result within 20ms");
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void aCancelStaysACancel() throws Exception {
        Task<String> task = spawn(timeout(ms(100), journal.work("a", 200)));
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(task.isCancelled()).isTrue();
        assertThat(journal).containsExactly("a cancelled at 10");
    }

    @VirtualTimeTest
    void aCancelDuringTheCleanUpAfterTheLimitStaysACancel() throws Exception {
        Task<String> task = spawn(timeout(ms(10), journal.work("a", 200, 100)));
        pause(20);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(now()).isEqualTo(20);
    }

    @VirtualTimeTest
    void aLimitOfTheWaiterLeavesATaskRunning() throws Exception {
        Task<String> task = spawn(journal.work("a", 100));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(timeout(ms(10), task)::await);

        assertThat(task.isDone()).isFalse();
        assertThat(task.await()).isEqualTo("a");
        assertThat(now()).isEqualTo(100);
    }

    // ---- a step ----

    /// Waits 100 ms for its first element; its clean-up takes 5 ms.
    private final AsyncGenerator<Integer> slow = generator("slow", y -> {
        try {
            pause(100);
            y.yield(1);
            y.yield(2);
        } catch (InterruptedException e) {
            journal.noteTime("interrupted");
            throw e;
        } finally {
            pause(5);
            journal.noteTime("clean");
        }
    });

    @VirtualTimeTest
    void aStepThatTakesTooLongIsInterruptedInTheBodyAndEndsTheGenerator() {
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(timeout(ms(10), slow.anext())::await);

        assertThat(journal).containsExactly("interrupted at 10", "clean at 15");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(slow.anext()::await);
    }

    @VirtualTimeTest
    void aLateElementBeatsTheLimitAndTheGeneratorLivesOn() throws Exception {
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                pause(15);
                y.yield("late");
            }
            y.yield("more");
        });

        assertThat(timeout(ms(10), numbers.anext()).await()).isEqualTo("late");
        assertThat(now()).isEqualTo(25);
        assertThat(numbers.anext().await()).isEqualTo("more");
        numbers.close();
    }

    @VirtualTimeTest
    void aFailureOfTheUnwindingBodyBeatsTheLimit() {
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                throw failure;
            }
        });

        var error = catchThrowable(timeout(ms(10), numbers.anext())::await);

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).hasAtLeastOneElementOfType(TimeoutException.class);
    }

    @VirtualTimeTest
    void aLimitOfZeroLeavesTheGeneratorAsItWas() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(timeout(ms(0), numbers.anext())::await);
        assertThat(journal).isEmpty();

        assertThat(numbers.anext().await()).isEqualTo(1);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(timeout(ms(0), numbers.anext())::await);

        assertThat(journal).containsExactly("body 1");
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @VirtualTimeTest
    void aStepThatRunsAsATaskOutlivesTheLimitAndIsCollectedLater() throws Exception {
        Task<Integer> step = slow.anext().start();

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(timeout(ms(30), step)::await);
        assertThat(now()).isEqualTo(30);
        assertThat(Refusal.of(slow.anext()::await)).isEqualTo(ALREADY_RUNNING);
        assertThat(step.await()).isEqualTo(1);
        assertThat(now()).isEqualTo(100);
        assertThat(slow.anext().await()).isEqualTo(2);
        slow.close();
    }

    @VirtualTimeTest
    void aLimitAroundALoopUnwindsTheBodyIfTheBodyWaits() {
        var loop = timeout(ms(10), () -> {
            for (int number : slow) {
                journal.note("read " + number);
            }
            return null;
        });

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(loop::await);
        assertThat(journal).containsExactly("interrupted at 10", "clean at 15");
    }

    @VirtualTimeTest
    void aLimitAroundALoopSparesTheBodyIfTheConsumerIsBusy() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        var loop = timeout(ms(10), () -> {
            for (int number : numbers) {
                pause(100);
            }
            return null;
        });

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(loop::await);
        assertThat(journal).containsExactly("body 1");
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    // ---- in a body: W8 ----

    /// Yields 1 within a limit of 10 ms, and waits 1 ms when it goes on.
    private final AsyncGenerator<Integer> limited = generator("limited", y -> {
        try {
            timeout(ms(10), () -> {
                        y.yield(1);
                        pause(1);
                        return null;
                    })
                    .await();
            journal.noteTime("in time");
        } catch (TimeoutException e) {
            journal.noteTime("out of time");
        }
        y.yield(2);
    });
}
