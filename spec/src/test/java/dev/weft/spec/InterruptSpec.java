package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.concurrent.CancellationException;

/// Interruption is cancellation: it reaches the body where it waits, and is neither lost nor left behind.
class InterruptSpec {

    private final Journal journal = new Journal();

    /// Waits 100 ms before each element; its clean-up takes 5 ms.
    private final AsyncGenerator<Integer> slow = generator("slow", y -> {
        try {
            for (int i = 1; ; i++) {
                pause(100);
                y.yield(i);
            }
        } catch (Throwable t) {
            journal.noteTime("body sees " + t.getClass().getSimpleName());
            throw t;
        } finally {
            pause(5);
            journal.noteTime("clean");
        }
    });

    /// Never waits.
    private final AsyncGenerator<Integer> quick = generator("quick", y -> {
        y.yield(1);
        y.yield(2);
    });

    // ---- cancelling the consumer ----

    @VirtualTimeTest
    void aCancelWhileTheBodyWaitsUnwindsItAndEndsTheGenerator() throws Exception {
        Task<Integer> consumer = spawn(slow.anext());
        pause(10);

        consumer.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(consumer::await);
        assertThat(journal).containsExactly("body sees InterruptedException at 10", "clean at 15");
        assertThat(now()).isEqualTo(15);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(slow.anext()::await);
    }

    @VirtualTimeTest
    void aCancelOutsideAStepIsNotNoticedByTheGenerator() throws Exception {
        Task<Void> consumer = spawn(() -> {
            slow.anext().await();
            pause(1_000);
        });
        pause(150);

        consumer.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(consumer::await);
        assertThat(journal).isEmpty();
        assertThat(slow.anext().await()).isEqualTo(2);
        slow.close();
    }

    @VirtualTimeTest
    void aBodyThatSwallowsTheCancelMakesItDisappear() throws Exception {
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                y.yield("late");
            }
            y.yield("more");
        });
        Task<String> consumer = spawn(
                () -> numbers.anext().await() + " " + Thread.currentThread().isInterrupted());
        pause(10);

        consumer.cancel();

        assertThat(consumer.await()).isEqualTo("late false");
        assertThat(numbers.anext().await()).isEqualTo("more");
        numbers.close();
    }

    @VirtualTimeTest
    void aSecondCancelInterruptsTheCleanUp() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                pause(1_000);
            } finally {
                journal.work("clean-up", 1_000).await();
            }
        });
        Task<Integer> consumer = spawn(numbers.anext());
        pause(10);
        consumer.cancel();
        pause(10);

        consumer.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(consumer::await);
        assertThat(journal).containsExactly("clean-up cancelled at 20");
    }

    @VirtualTimeTest
    void throughNestedGeneratorsTheInnermostUnwindsFirst() throws Exception {
        AsyncGenerator<Integer> outer = generator(y -> {
            try {
                for (int number : slow) {
                    y.yield(number);
                }
            } finally {
                pause(5);
                journal.noteTime("outer clean");
            }
        });
        Task<Integer> consumer = spawn(outer.anext());
        pause(10);

        consumer.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(consumer::await);
        assertThat(journal).containsExactly("body sees InterruptedException at 10", "clean at 15", "outer clean at 20");
    }

    @VirtualTimeTest
    void aStepCancelledBeforeItBeganLeavesTheGeneratorAsItWas() throws Exception {
        quick.anext().await();
        Task<Integer> step = spawn(quick.anext());

        step.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
        assertThat(quick.anext().await()).isEqualTo(2);
        quick.close();
    }

    @VirtualTimeTest
    void aStepOfAnUnstartedGeneratorCancelledBeforeItBeganLeavesItUnstarted() throws Exception {
        Task<Integer> step = spawn(slow.anext());

        step.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
        assertThat(slow.anext().await()).isEqualTo(1);
        assertThat(now()).isEqualTo(100);
        slow.close();
    }

    @VirtualTimeTest
    void aWaiterThatIsCancelledLeavesAStepThatRunsAsATask() throws Exception {
        Task<Integer> step = slow.anext().start();
        Task<Integer> waiter = spawn(() -> step.await());
        pause(10);

        waiter.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(waiter::await);
        assertThat(step.await()).isEqualTo(1);
        assertThat(slow.anext().await()).isEqualTo(2);
        slow.close();
    }

    @VirtualTimeTest
    void aBodyThatThrowsAnInterruptedExceptionItselfEndsItsConsumersTaskAsCancelled() {
        AsyncGenerator<Integer> numbers = generator(y -> {
            throw new InterruptedException("of its own");
        });
        Task<Integer> consumer = spawn(numbers.anext());

        assertThatExceptionOfType(CancellationException.class).isThrownBy(consumer::await);
        assertThat(consumer.isCancelled()).isTrue();
    }

    @VirtualTimeTest
    void anInterruptedExceptionThrownInComesBackAsItIs() throws Exception {
        var thrown = new InterruptedException("thrown in");
        quick.anext().await();

        assertThat(catchThrowable(quick.athrow(thrown)::await)).isSameAs(thrown);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    // ---- the interrupt status ----

    @VirtualTimeTest
    void anInterruptThatIsPendingBeforeAStepIsThrownInTheBodyWhereItWaits() {
        Thread.currentThread().interrupt();

        var error = catchThrowable(slow.anext()::await);

        assertThat(error).isInstanceOf(InterruptedException.class);
        assertThat(journal).containsExactly("body sees InterruptedException at 0", "clean at 5");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @VirtualTimeTest
    void anInterruptThatTheBodyDoesNotTakeIsBackAfterTheStep() throws Exception {
        Thread.currentThread().interrupt();

        int element = quick.anext().await();

        assertThat(element).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
        quick.close();
    }

    @VirtualTimeTest
    void anInterruptThatTheBodyDoesNotTakeIsBackAfterTheEnd() {
        AsyncGenerator<Integer> empty = generator(y -> {});
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(empty.anext()::await);
        assertThat(Thread.interrupted()).isTrue();
    }

    @VirtualTimeTest
    void anInterruptThatTheBodyDoesNotTakeIsBackAfterAFailure() {
        AsyncGenerator<Integer> failing = generator(y -> {
            throw new IllegalStateException("failed");
        });
        Thread.currentThread().interrupt();

        assertThat(catchThrowable(failing.anext()::await)).hasMessage("failed");
        assertThat(Thread.interrupted()).isTrue();
    }

    @VirtualTimeTest
    void anInterruptThatTheBodyDoesNotTakeIsBackAfterAClose() throws Exception {
        quick.anext().await();
        Thread.currentThread().interrupt();

        quick.close();

        assertThat(Thread.interrupted()).isTrue();
    }

    @VirtualTimeTest
    void anInterruptThatIsPendingBeforeACloseIsThrownInTheCleanUp() throws Exception {
        slow.anext().await();
        Thread.currentThread().interrupt();

        var error = catchThrowable(slow::close);

        assertThat(error).isInstanceOf(InterruptedException.class);
        assertThat(journal).containsExactly("body sees GeneratorExit at 100");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @VirtualTimeTest
    void theBodySeesTheInterruptStatusOfItsConsumer() throws Exception {
        AsyncGenerator<Boolean> seen =
                generator(y -> y.yield(Thread.currentThread().isInterrupted()));
        Thread.currentThread().interrupt();

        boolean interrupted = seen.anext().await();

        assertThat(interrupted).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        seen.close();
    }

    @VirtualTimeTest
    void anInterruptThatTheBodyClearsIsGone() throws Exception {
        AsyncGenerator<Boolean> clearing = generator(y -> y.yield(Thread.interrupted()));
        Thread.currentThread().interrupt();

        boolean interrupted = clearing.anext().await();

        assertThat(interrupted).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        clearing.close();
    }

    @VirtualTimeTest
    void anInterruptThatTheBodyLeavesIsTheConsumers() throws Exception {
        AsyncGenerator<Integer> interrupting = generator(y -> {
            Thread.currentThread().interrupt();
            y.yield(1);
            journal.note("interrupted " + Thread.currentThread().isInterrupted());
        });

        interrupting.anext().await();

        assertThat(Thread.interrupted()).isTrue();
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(interrupting.anext()::await);
        assertThat(journal).containsExactly("interrupted false");
    }

    @EachDrive
    void yieldThrowsNoInterrupt(Drive drive) throws Exception {
        Thread.currentThread().interrupt();

        drive.read(quick, number -> journal.note("read " + number));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(journal).containsExactly("read 1", "read 2");
    }

    @VirtualTimeTest
    void aStepThatWasInterruptedLeavesNothingBehindForTheNextOne() throws Exception {
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                y.yield("interrupted");
            }
            pause(10);
            y.yield("undisturbed");
        });
        Thread.currentThread().interrupt();

        assertThat(numbers.anext().await()).isEqualTo("interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(numbers.anext().await()).isEqualTo("undisturbed");
        numbers.close();
    }

    // ---- whatever else waits ----

    @VirtualTimeTest
    void sleepThrowsAPendingInterruptAtOnce() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> pause(10));
        assertThat(now()).isZero();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @VirtualTimeTest
    void anOperatorsFunctionIsInterruptedWhereItWaits() throws Exception {
        AsyncGenerator<Integer> mapped = journal.source("source", 1).map(number -> {
            journal.work("function", 100).await();
            return number;
        });
        Task<Integer> consumer = spawn(mapped.anext());
        pause(10);

        consumer.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(consumer::await);
        assertThat(journal).containsExactly("source 1", "function cancelled at 10", "source closed");
    }

    @VirtualTimeTest
    void anOperatorsSourceIsInterruptedWhereItWaits() throws Exception {
        Task<Integer> consumer = spawn(slow.map(number -> number + 1).anext());
        pause(10);

        consumer.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(consumer::await);
        assertThat(journal).containsExactly("body sees InterruptedException at 10", "clean at 15");
    }

    @VirtualTimeTest
    void anInterruptedZipInterruptsBothSources() throws Exception {
        AsyncGenerator<Integer> other = generator(y -> {
            try {
                pause(1_000);
            } finally {
                pause(10);
                journal.noteTime("other clean");
            }
        });
        Task<Integer> consumer = spawn(slow.zip(other, Integer::sum).anext());
        pause(10);

        consumer.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(consumer::await);
        assertThat(journal).containsExactly("body sees InterruptedException at 10", "clean at 15", "other clean at 20");
    }
}
