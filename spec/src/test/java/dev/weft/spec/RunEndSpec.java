package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorExit;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/// More of what [RunSpec] specifies: what does not end easily, runs in runs, interrupts.
class RunEndSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");
    private final List<LateError> late = new ArrayList<>();
    private final RunOptions collecting = RunOptions.defaults().lateErrors(late::add);

    /// Begins, and notes how it is ended.
    private AsyncGenerator<Integer> open(String name, long cleanUpMillis) {
        return generator(name, y -> {
            try {
                y.yield(1);
                pause(1_000);
            } catch (Throwable t) {
                journal.noteTime(name + " sees " + t.getClass().getSimpleName());
                throw t;
            } finally {
                pause(cleanUpMillis);
                journal.noteTime(name + " clean");
            }
        });
    }

    @VirtualTimeTest
    void aTaskThatSwallowsItsCancelIsAwaitedToItsEnd() throws Exception {
        run(() -> {
            spawn(() -> {
                try {
                    pause(1_000);
                } catch (InterruptedException e) {
                    pause(50);
                    journal.noteTime("done all the same");
                }
            });
            pause(10);
        });

        assertThat(journal).containsExactly("done all the same at 60");
    }

    @VirtualTimeTest
    void aStepThatSwallowsItsCancelAndYieldsIsClosedAfterwards() throws Exception {
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                pause(1_000);
            } catch (InterruptedException e) {
                journal.note("swallowed");
            }
            try {
                y.yield("late");
            } catch (GeneratorExit e) {
                journal.note("exit");
                throw e;
            }
        });
        var step = new AtomicReference<Task<String>>();

        run(() -> {
            step.set(spawn(numbers.anext()));
            pause(1);
        });

        assertThat(step.get().await()).isEqualTo("late");
        assertThat(journal).containsExactly("swallowed", "exit");
    }

    @VirtualTimeTest
    void afterwardsAGeneratorStillWorks() throws Exception {
        AsyncGenerator<Integer> numbers = of(1, 2);

        run(() -> {});

        assertThat(numbers.toList()).containsExactly(1, 2);
    }

    @VirtualTimeTest
    void afterwardsAGeneratorThatTheRunClosedHasEnded() throws Exception {
        AsyncGenerator<Integer> numbers = of(1, 2);

        run(() -> numbers.anext().await());

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    // ---- nested ----

    @VirtualTimeTest
    void aRunInARunEndsItsOwnAndNothingElse() throws Exception {
        AsyncGenerator<Integer> ofTheOuter = open("outer", 0);
        AsyncGenerator<Integer> ofTheInner = open("inner", 0);

        run(() -> {
            ofTheOuter.anext().await();
            spawn(journal.work("outer task", 20));
            run(() -> {
                ofTheInner.anext().await();
                spawn(journal.work("inner task", 20));
                pause(1);
            });
            journal.noteTime("inner run is over");
            pause(30);
        });

        assertThat(journal)
                .containsExactly(
                        "inner task cancelled at 1",
                        "inner sees GeneratorExit at 1",
                        "inner clean at 1",
                        "inner run is over at 1",
                        "outer task done at 20",
                        "outer sees GeneratorExit at 31",
                        "outer clean at 31");
    }

    @VirtualTimeTest
    void aGeneratorBelongsToTheRunInWhichItWasFirstIterated() throws Exception {
        AsyncGenerator<Integer> numbers = open("numbers", 0);

        run(() -> {
            numbers.anext().await();
            run(() -> {});
            assertThat(journal).isEmpty();
        });

        assertThat(journal).containsExactly("numbers sees GeneratorExit at 0", "numbers clean at 0");
    }

    @VirtualTimeTest
    void aTaskOfTheRunThatStartsAnotherOneStartsItInTheRun() throws Exception {
        run(() -> {
            spawn(() -> spawn(journal.work("grandchild", 1_000, 5))).await();
            pause(1);
        });

        assertThat(journal).containsExactly("grandchild cancelled at 1", "grandchild clean at 6");
    }

    // ---- cancelled ----

    @VirtualTimeTest
    void anInterruptIsThrownWhereMainWaits() throws Exception {
        Task<Void> task = spawn(() -> run(() -> {
            open("idle", 5).anext().await();
            journal.work("main", 1_000).await();
        }));
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal)
                .containsExactly("main cancelled at 10", "idle sees GeneratorExit at 10", "idle clean at 15");
    }

    @VirtualTimeTest
    void anInterruptDuringTheEndIsPassedOnToTheTasksOnceMoreAndKept() throws Exception {
        Task<Boolean> task = spawn(() -> {
            run(() -> {
                spawn(journal.work("a", 1_000, 1_000));
                pause(10);
            });
            return Thread.interrupted();
        });
        pause(20);

        task.cancel();

        assertThat(task.await()).isTrue();
        assertThat(now()).isEqualTo(20);
        assertThat(journal).containsExactly("a cancelled at 10");
    }

    // ---- closing generators on request ----

    @VirtualTimeTest
    void theGeneratorsThatAreOpenNowAreClosedOnRequest() throws Exception {
        AsyncGenerator<Integer> idle = open("idle", 10);
        AsyncGenerator<Integer> later = of(7, 8);

        run(() -> {
            idle.anext().await();
            closeGenerators();
            journal.noteTime("closed");
            assertThat(later.anext().await()).isEqualTo(7);
        });

        assertThat(journal).containsExactly("idle sees GeneratorExit at 0", "idle clean at 10", "closed at 10");
    }

    @VirtualTimeTest
    void aGeneratorInTheMiddleOfAStepIsCancelledOnRequestToo() throws Exception {
        AsyncGenerator<Integer> busy = open("busy", 10);

        run(collecting, () -> {
            busy.anext().await();
            Task<Integer> step = spawn(busy.anext());
            pause(5);
            closeGenerators();
            journal.noteTime("closed");
            return catchThrowable(step::await);
        });

        assertThat(journal).containsExactly("busy sees InterruptedException at 5", "busy clean at 15", "closed at 15");
        assertThat(late).isEmpty();
    }

    @VirtualTimeTest
    void whatFailsOnRequestGoesToTheHandlerOfLateErrors() throws Exception {
        AsyncGenerator<Integer> failing = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(failure);
            }
        });

        run(collecting, () -> {
            failing.anext().await();
            closeGenerators();
            return null;
        });

        assertThat(late).extracting(LateError::error).containsExactly(failure);
    }

    @VirtualTimeTest
    void whatARequestThatWasCancelledLeftOpenIsClosedAtTheEnd() throws Exception {
        AsyncGenerator<Integer> slow = generator(y -> {
            try {
                var _ = journal.deaf("step", 1_000).await();
                pause(20);
                y.yield(1);
            } finally {
                journal.noteTime("clean");
            }
        });

        run(collecting, () -> {
            Task<Integer> step = spawn(slow.anext());
            Task<Void> request = spawn(() -> closeGenerators());
            pause(10);
            request.cancel();
            step.await();
            pause(100);
            assertThat(request.isCancelled()).isTrue();
        });

        assertThat(journal).containsExactly("step cancelled at 0", "clean at 120");
        assertThat(late).isEmpty();
    }

    @VirtualTimeTest
    void aCancelOfARequestReachesTheCleanUpAndEndsTheRequest() throws Exception {
        AsyncGenerator<Integer> idle = open("idle", 100);

        run(collecting, () -> {
            idle.anext().await();
            Task<Void> request = spawn(() -> closeGenerators());
            pause(10);
            request.cancel();
            assertThatExceptionOfType(CancellationException.class).isThrownBy(request::await);
            journal.noteTime("cancelled");
        });

        assertThat(journal).containsExactly("idle sees GeneratorExit at 0", "cancelled at 10");
    }
}
