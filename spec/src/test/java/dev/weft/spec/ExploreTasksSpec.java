package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorExit;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// More of what [ExploreSpec] specifies: tasks, limits and operators.
class ExploreTasksSpec {

    private static final int SEEDS = 200;

    private final Journal journal = new Journal();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final List<Integer> yielded = new ArrayList<>();
    private final List<Integer> read = new ArrayList<>();

    /// Yields the numbers from 0 on, one each 10 ms; its clean-up takes 5 ms and cannot be interrupted.
    private final AsyncGenerator<Integer> numbers = generator("numbers", y -> {
        begun.incrementAndGet();
        try {
            for (int i = 0; ; i++) {
                pause(10);
                yielded.add(i);
                y.yield(i);
            }
        } finally {
            Clock.sitOut(5);
            ended.incrementAndGet();
        }
    });

    private void assertEndedOnce() {
        assertThat(ended).hasValue(begun.get());
        assertThat(begun.get()).isLessThanOrEqualTo(1);
        assertThat(numbers.anext(-1)).satisfies(step -> assertThat(step.await()).isEqualTo(-1));
    }

    // ---- gather ----

    @VirtualTimeTest(explore = SEEDS)
    void failuresOfAGatherAtTheSameMomentAreAllKeptAndNothingRunsOn() {
        var failures = List.of(new IOException("a"), new IOException("b"), new IOException("c"));
        var works = failures.stream()
                .map(failure -> (Awaitable<String>) () -> {
                    begun.incrementAndGet();
                    try {
                        Clock.sitOut(10);
                        throw failure;
                    } finally {
                        ended.incrementAndGet();
                    }
                })
                .toList();

        Throwable error = catchThrowable(gather(works)::await);

        assertThat(begun).hasValue(ended.get());
        assertThat(failures).contains((IOException) error);
        assertThat(error.getSuppressed()).hasSizeGreaterThanOrEqualTo(begun.get() - 1);
    }

    @VirtualTimeTest(explore = SEEDS)
    void aCancelOfAGatherAtTheMomentOfAFailureWaitsForEveryChild() throws Exception {
        var failure = new IOException("of a child");
        Task<List<String>> gathering =
                spawn(gather(journal.failing("a", 10, failure), child(100, 5), child(10, 20), child(50, 0)));
        pause(10);

        gathering.cancel();

        Throwable error = catchThrowable(gathering::await);
        assertThat(ended).hasValue(begun.get());
        assertThat(error == failure || error instanceof CancellationException).isTrue();
    }

    private Awaitable<String> child(long millis, long cleanUpMillis) {
        return () -> {
            begun.incrementAndGet();
            try {
                pause(millis);
                return "done";
            } finally {
                Clock.sitOut(cleanUpMillis);
                ended.incrementAndGet();
            }
        };
    }

    @VirtualTimeTest(explore = SEEDS)
    void ofARaceAtTheSameMomentOneWinsAndAllHaveEnded() throws Exception {
        String winner = race(named("a"), named("b"), named("c")).await();

        assertThat(List.of("a", "b", "c")).contains(winner);
        assertThat(ended).hasValue(begun.get());
    }

    private Awaitable<String> named(String name) {
        return () -> {
            child(10, 5).await();
            return name;
        };
    }

    // ---- time limits ----

    @VirtualTimeTest(explore = SEEDS)
    void aValueAtTheMomentOfTheLimitIsEitherGivenOrTheLimitIsThrownAndNoInterruptStays() throws Exception {
        Throwable error = null;
        String value = null;
        try {
            value = timeout(ms(10), journal.work("a", 10)).await();
        } catch (TimeoutException e) {
            error = e;
        }

        assertThat(value == null).isEqualTo(error != null);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        pause(10);
        assertThat(now()).isEqualTo(20);
    }

    @VirtualTimeTest(explore = SEEDS)
    void anElementAtTheMomentOfTheLimitIsGivenOrTheBodyIsUnwound() throws Exception {
        try {
            read.add(timeout(ms(10), numbers.anext()).await());
            assertThat(ended).hasValue(0);
        } catch (TimeoutException e) {
            assertThat(ended).hasValue(1);
        }

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        numbers.close();
        assertThat(read).isEqualTo(yielded);
        assertEndedOnce();
    }

    @VirtualTimeTest(explore = SEEDS)
    void nestedLimitsAtTheSameMomentEndAsOneAndLeaveNoInterrupt() throws Exception {
        var error = catchThrowable(timeout(ms(10), timeout(ms(10), timeout(ms(10), journal.work("a", 100))))::await);

        assertThat(error).isInstanceOf(TimeoutException.class);
        assertThat(now()).isEqualTo(10);
        pause(10);
        assertThat(now()).isEqualTo(20);
    }

    @VirtualTimeTest(explore = SEEDS)
    void aLimitAndACancelAtTheSameMomentNeverLoseTheCancel() throws Exception {
        Task<String> task = spawn(() -> {
            try {
                return timeout(ms(10), journal.work("a", 100)).await();
            } catch (TimeoutException e) {
                pause(1_000);
                return "outlived its cancel";
            }
        });
        pause(10);

        task.cancel();

        assertThat(catchThrowable(task::await)).isInstanceOf(CancellationException.class);
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest(explore = SEEDS)
    void aLimitInABodyThatIsOverAtTheMomentOfAStepNeverHitsTheConsumer() throws Exception {
        AsyncGenerator<Integer> limited = generator(y -> {
            try {
                timeout(ms(10), () -> {
                            y.yield(1);
                            pause(5);
                            y.yield(2);
                            return null;
                        })
                        .await();
            } catch (TimeoutException e) {
                y.yield(3);
            }
        });

        for (int number : limited) {
            read.add(number);
            pause(10);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }

        assertThat(read.getFirst()).isEqualTo(1);
        assertThat(read).hasSizeBetween(2, 3);
    }

    // ---- task groups ----

    @VirtualTimeTest(explore = SEEDS)
    void tasksOfAGroupThatFailAtTheSameMomentAreAllKeptAndNothingRunsOn() {
        var first = new IOException("first");
        var second = new IOException("second");

        var error = catchThrowable(() -> group(tasks -> {
            tasks.spawn(unstoppable(first));
            tasks.spawn(unstoppable(second));
            tasks.spawn(child(100, 5));
            child(10, 5).await();
        }));

        assertThat(ended).hasValue(begun.get());
        assertThat(error).isIn(first, second);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        Throwable other = error == first ? second : first;
        assertThat(begun.get() < 4 || Arrays.asList(error.getSuppressed()).contains(other))
                .isTrue();
    }

    private Awaitable<String> unstoppable(IOException failure) {
        return () -> {
            begun.incrementAndGet();
            Clock.sitOut(10);
            ended.incrementAndGet();
            throw failure;
        };
    }

    @VirtualTimeTest(explore = SEEDS)
    void aCancelOfAGroupAtTheMomentOfAFailureWaitsForEveryTask() throws Exception {
        var failure = new IOException("of a task");
        Task<Void> task = spawn(() -> group(tasks -> {
            tasks.spawn(unstoppable(failure));
            tasks.spawn(child(100, 20));
            child(50, 0).await();
        }));
        pause(10);

        task.cancel();

        Throwable error = catchThrowable(task::await);
        assertThat(ended).hasValue(begun.get());
        assertThat(error == failure || error instanceof CancellationException).isTrue();
    }

    // ---- merge, zip, callback ----

    @VirtualTimeTest(explore = SEEDS)
    void aMergeLosesAndReordersNothing() {
        List<Integer> merged = merge(ticking(0), ticking(100), ticking(200)).toList();

        assertThat(merged).hasSize(15).doesNotHaveDuplicates();
        assertThat(merged.stream().filter(number -> number < 100)).isSorted();
        assertThat(merged.stream().filter(number -> number >= 200)).isSorted();
    }

    private static AsyncGenerator<Integer> ticking(int first) {
        return generator(y -> {
            for (int i = first; i < first + 5; i++) {
                pause(10);
                y.yield(i);
            }
        });
    }

    @VirtualTimeTest(explore = SEEDS)
    void aMergeThatIsClosedAtTheMomentOfAnElementClosesEverySource() throws Exception {
        AsyncGenerator<Integer> merged = merge(numbers, ticking(100));
        merged.anext().await();
        Task<Integer> step = spawn(() -> {
            pause(10);
            return merged.anext().await();
        });
        pause(10);

        merged.close();

        catchThrowable(step::await);
        assertEndedOnce();
    }

    @VirtualTimeTest(explore = SEEDS)
    void aZipWhoseShorterSourceEndsAtTheMomentOfAnElementClosesTheLonger() {
        AsyncGenerator<Integer> shorter = generator(y -> {
            pause(10);
            y.yield(7);
            pause(10);
        });

        List<Integer> pairs = numbers.zip(shorter, Integer::sum).toList();

        assertThat(pairs).containsExactly(7);
        assertEndedOnce();
    }

    @VirtualTimeTest(explore = SEEDS)
    void whatSeveralEmitIsReadCompletelyAndInOrder() throws Exception {
        AsyncGenerator<Integer> emitted = callback(emitter -> {
            var open = new AtomicInteger(2);
            for (int first : List.of(0, 1_000)) {
                spawn(() -> {
                    for (int i = first; i < first + 300; i++) {
                        emitter.emit(i);
                    }
                    if (open.decrementAndGet() == 0) {
                        emitter.complete();
                    }
                });
            }
        });

        emitted.forEach(read::add);

        assertThat(read).hasSize(600);
        assertThat(read.stream().filter(number -> number < 1_000)).isSorted();
        assertThat(read.stream().filter(number -> number >= 1_000)).isSorted();
    }

    // ---- run ----

    @VirtualTimeTest(explore = SEEDS)
    void theEndOfARunMeetsStepsAndClosesAndEveryBodyEndsOnce() throws Exception {
        run(() -> {
            spawn(() -> numbers.forEach(read::add));
            spawn(() -> {
                pause(20);
                numbers.close();
            });
            pause(20);
        });

        assertThat(ended).hasValue(begun.get());
        assertThat(read).isEqualTo(yielded);
    }

    @VirtualTimeTest(explore = SEEDS)
    void aBodyThatIsCancelledAndClosedSeesEitherAnInterruptOrAnExitFirst() throws Exception {
        AsyncGenerator<Integer> watching = generator(y -> {
            try {
                pause(10);
                y.yield(1);
                pause(10);
            } catch (InterruptedException | GeneratorExit e) {
                journal.note(e.getClass().getSimpleName());
                throw e;
            }
        });
        Task<Integer> step = spawn(watching.anext());
        pause(10);

        watching.close();

        catchThrowable(step::await);
        assertThat(journal).hasSizeLessThanOrEqualTo(1);
    }
}
