package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// More of what [TaskGroupSpec] specifies: cancels, time limits and yields.
class TaskGroupCancelSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("first");

    // ---- a cancel ----

    @VirtualTimeTest
    void anInterruptOfTheBlockCancelsTheTasks() throws Exception {
        Task<Void> task = spawn(() -> group(tasks -> {
            tasks.spawn(journal.work("a", 100, 20));
            journal.work("block", 100).await();
        }));
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("block cancelled at 10", "a cancelled at 10", "a clean at 30");
    }

    @VirtualTimeTest
    void anInterruptWhileLeavingCancelsTheTasks() throws Exception {
        Task<Void> task = spawn(() -> group(tasks -> {
            tasks.spawn(journal.work("a", 100, 20));
        }));
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("a cancelled at 10", "a clean at 30");
    }

    @VirtualTimeTest
    void aTimeLimitOnAGroupCancelsItsTasks() {
        var limited = timeout(Clock.ms(10), () -> {
            group(tasks -> {
                tasks.spawn(journal.work("a", 100, 20));
            });
            return null;
        });

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(limited::await);
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void aCancelAtTheMomentOfAFailureIsNotLost() throws Exception {
        Task<String> task = spawn(() -> {
            var error = catchThrowable(() -> group(tasks -> {
                tasks.spawn(journal.failing("a", 10, failure));
                tasks.spawn(journal.work("b", 100, 50));
            }));
            return error.getMessage();
        });
        pause(20);

        task.cancel();

        assertThat(task.await()).isEqualTo("first");
        assertThat(now()).isEqualTo(20);
    }

    // ---- in a body: W8 ----

    @EachDrive
    void aFailureWhileTheBodyIsStoppedHitsTheBodyWhenItGoesOnAndNeverTheConsumer(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                group(tasks -> {
                    tasks.spawn(journal.failing("child", 10, failure));
                    y.yield(1);
                    journal.work("body", 100).await();
                });
            } catch (IOException e) {
                journal.noteTime("body sees " + e.getMessage());
            }
            y.yield(2);
        });

        drive.read(numbers, number -> {
            pause(50);
            journal.noteTime("read " + number);
        });

        assertThat(journal)
                .containsExactly(
                        "child done at 10",
                        "read 1 at 50",
                        "body cancelled at 50",
                        "body sees first at 50",
                        "read 2 at 100");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @EachDrive
    void aFailureThatTheBodyDoesNotHandleReachesTheConsumerThroughItsStep(Drive drive) {
        AsyncGenerator<Integer> numbers = generator(y -> group(tasks -> {
            tasks.spawn(journal.failing("child", 10, failure));
            y.yield(1);
            journal.work("body", 100).await();
        }));

        var error = catchThrowable(() -> drive.read(numbers, number -> pause(50)));

        assertThat(error).isSameAs(failure);
    }

    @EachDrive
    void aFailureInAGroupAroundYieldAllStrikesTheInnerBodyWhereItWaits(Drive drive) {
        AsyncGenerator<String> inner =
                generator(y -> y.yield(journal.work("inner", 100).await()));
        AsyncGenerator<String> numbers = generator(y -> group(tasks -> {
            tasks.spawn(journal.failing("child", 10, failure));
            y.yieldAll(inner);
        }));

        var error = catchThrowable(() -> drive.read(numbers, journal::note));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("child done at 10", "inner cancelled at 10");
    }

    @EachDrive
    void tasksRunOnWhileTheBodyIsStopped(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> group(tasks -> {
            Task<String> child = tasks.spawn(journal.work("child", 10));
            y.yield(1);
            child.await();
            journal.noteTime("body has it");
        }));

        drive.read(numbers, number -> pause(50));

        assertThat(journal).containsExactly("child done at 10", "body has it at 50");
    }

    @EachDrive
    void aFailureOfTheConsumerCancelsTheTasksOfTheBodyAndAwaitsThem(Drive drive) {
        AsyncGenerator<Integer> numbers = generator(y -> group(tasks -> {
            tasks.spawn(journal.work("child", 1_000, 20));
            y.yield(1);
        }));

        var error = catchThrowable(() -> drive.read(numbers, number -> {
            pause(10);
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("child cancelled at 10", "child clean at 30");
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void closingTheGeneratorCancelsTheTasksOfTheBody() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> group(tasks -> {
            tasks.spawn(journal.work("child", 1_000, 20));
            y.yield(1);
        }));
        numbers.anext().await();
        pause(10);

        numbers.close();

        assertThat(journal).containsExactly("child cancelled at 10", "child clean at 30");
    }

    @VirtualTimeTest
    void aTaskMayReadAGeneratorOfItsOwn() throws Exception {
        String sum = group(tasks -> {
            Task<Integer> even = tasks.spawn(() -> range(0, 10)
                    .filter(number -> number % 2 == 0)
                    .collect(java.util.stream.Collectors.summingInt(number -> number)));
            Task<Integer> odd = tasks.spawn(() -> range(0, 10)
                    .filter(number -> number % 2 == 1)
                    .collect(java.util.stream.Collectors.summingInt(number -> number)));
            return even.await() + " " + odd.await();
        });

        assertThat(sum).isEqualTo("20 25");
    }

    @VirtualTimeTest
    void aFailureIsReportedToNobodyElse() {
        Awaitable<String> failing = Awaitable.failed(failure);

        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(failing);
        }));

        assertThat(error).isSameAs(failure);
    }
}
