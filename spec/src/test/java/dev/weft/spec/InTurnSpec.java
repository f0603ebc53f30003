package dev.weft.spec;

import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorStateException;
import dev.weft.RunOptions;
import dev.weft.StopAsyncIteration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Steps that wait for nothing are gathered and zipped in turn, on the thread that asks; the outcome is that of tasks.
///
/// Nobody watches here: whoever does gets tasks.
@Timeout(60)
class InTurnSpec {

    private static AsyncGenerator<Integer> count(int from, int to) {
        return generator(y -> {
            for (int i = from; i < to; i++) {
                y.yield(i);
            }
        });
    }

    /// Yields 1, and divides by zero then.
    private static AsyncGenerator<Integer> failing() {
        return generator(y -> {
            for (int i = 1; ; i--) {
                y.yield(1 / i);
            }
        });
    }

    /// As [#failing()], but it might wait.
    private static AsyncGenerator<Integer> failingWithCare() {
        return generator(y -> {
            for (int i = 1; ; i--) {
                Thread.yield();
                y.yield(1 / i);
            }
        });
    }

    /// Makes the first step; from the second on it is known what the body is.
    private static <T> AsyncGenerator<T> begun(AsyncGenerator<T> generator) throws Exception {
        generator.anext().await();
        return generator;
    }

    private static <T> T on(String engine, Callable<T> code) throws Exception {
        return Async.run(RunOptions.defaults().engine(engine), code);
    }

    private static boolean isOfATask(Throwable failure) {
        return List.of(failure.getSuppressed()).toString().contains("requested at");
    }

    // ---- on whose thread ----

    @Test
    void promptStepsRunOnTheThreadThatGathersThem() throws Exception {
        on("compiled", () -> {
            try (var bad = begun(failing());
                    var good = begun(count(0, 9))) {
                Throwable failure =
                        catchThrowable(() -> gather(bad.anext(), good.anext()).await());

                assertThat(failure).isInstanceOf(ArithmeticException.class);
                assertThat(isOfATask(failure)).isFalse();
            }
            return null;
        });
    }

    @Test
    void soTheyDoIfTheirResultsAreCombined() throws Exception {
        on("compiled", () -> {
            try (var bad = begun(failing());
                    var good = begun(count(0, 9))) {
                Throwable failure = catchThrowable(
                        () -> gather(good.anext(), bad.anext(), Integer::sum).await());

                assertThat(failure).isInstanceOf(ArithmeticException.class);
                assertThat(isOfATask(failure)).isFalse();
            }
            return null;
        });
    }

    @Test
    void promptSourcesAreZippedOnTheThreadThatReadsThem() throws Exception {
        on("compiled", () -> {
            Throwable prompt = catchThrowable(
                    () -> failing().zip(count(0, 9), Integer::sum).toList());
            Throwable careful = catchThrowable(
                    () -> failingWithCare().zip(count(0, 9), Integer::sum).toList());

            assertThat(prompt).isInstanceOf(ArithmeticException.class);
            assertThat(isOfATask(prompt)).isFalse();
            assertThat(careful).isInstanceOf(ArithmeticException.class);
            assertThat(isOfATask(careful)).isTrue();
            return null;
        });
    }

    @Test
    void ifOneMightWaitAllAreTasks() throws Exception {
        on("compiled", () -> {
            try (var bad = begun(failingWithCare());
                    var good = begun(count(0, 9))) {
                Throwable failure =
                        catchThrowable(() -> gather(bad.anext(), good.anext()).await());

                assertThat(failure).isInstanceOf(ArithmeticException.class);
                assertThat(isOfATask(failure)).isTrue();
            }
            return null;
        });
    }

    @Test
    void anInterruptIsNotLost() throws Exception {
        on("compiled", () -> {
            try (var left = begun(count(0, 9));
                    var right = begun(count(0, 9))) {
                Thread.currentThread().interrupt();

                Throwable failure =
                        catchThrowable(() -> gather(left.anext(), right.anext()).await());
                boolean pending = Thread.interrupted();

                if (failure == null) { // all had ended before it was looked for
                    assertThat(pending).isTrue();
                } else {
                    assertThat(failure).isInstanceOf(InterruptedException.class);
                    assertThat(pending).isFalse();
                }
            }
            return null;
        });
    }

    @Test
    void aLoopOfThemCanBeCancelled() throws Exception {
        on("compiled", () -> {
            var begun = new CountDownLatch(1);
            var task = Async.spawn(() -> {
                try (var left = begun(count(0, Integer.MAX_VALUE));
                        var right = begun(count(0, Integer.MAX_VALUE))) {
                    begun.countDown();
                    while (true) {
                        gather(left.anext(), right.anext()).await();
                    }
                }
            });
            begun.await();

            task.cancel();

            assertThatThrownBy(task::await).isInstanceOf(CancellationException.class);
            return null;
        });
    }

    // ---- the outcome ----

    @ParameterizedTest
    @ValueSource(strings = {"compiled", "thread"})
    void resultsStandInTheOrderOfTheArguments(String engine) throws Exception {
        List<Integer> sums = on(engine, () -> {
            try (var left = count(0, 5);
                    var right = count(10, 15)) {
                return List.of(
                        gather(left.anext(), right.anext(), (l, r) -> r - 2 * l).await(),
                        gather(left.anext(), right.anext(), (l, r) -> r - 2 * l).await(),
                        gather(right.anext(), left.anext(), (r, l) -> r - 2 * l).await());
            }
        });

        assertThat(sums).containsExactly(10, 9, 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compiled", "thread"})
    void theEndOfOneIsAFailureAndTheOtherHasMadeItsStep(String engine) throws Exception {
        on(engine, () -> {
            try (var ended = begun(count(0, 1));
                    var other = begun(count(0, 9))) {
                assertThatThrownBy(() -> gather(ended.anext(), other.anext()).await())
                        .isInstanceOf(StopAsyncIteration.class);
                assertThat(other.anext().await()).isBetween(1, 2);
            }
            return null;
        });
    }

    @Test
    void allAreBegunAndTheFirstFailureKeepsTheOthers() throws Exception {
        on("compiled", () -> {
            try (var one = begun(failing());
                    var other = begun(failing());
                    var good = begun(count(0, 9))) {
                Throwable failure = catchThrowable(
                        () -> gather(one.anext(), other.anext(), good.anext()).await());

                assertThat(failure).isInstanceOf(ArithmeticException.class);
                assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(ArithmeticException.class);
                assertThat(good.anext().await()).isEqualTo(2);
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"compiled", "thread"})
    void theSameStepTwiceIsRunOnce(String engine) throws Exception {
        on(engine, () -> {
            try (var numbers = begun(count(0, 9))) {
                Awaitable<Integer> step = numbers.anext();

                assertThat(gather(step, step).await()).containsExactly(1, 1);
                assertThat(numbers.anext().await()).isEqualTo(2);
            }
            return null;
        });
    }

    @Test
    void aStepIsAwaitedOnce() throws Exception {
        on("compiled", () -> {
            try (var numbers = begun(count(0, 9));
                    var others = begun(count(0, 9))) {
                var gathering = gather(numbers.anext(), others.anext());
                gathering.await();

                assertThatThrownBy(gathering::await)
                        .isInstanceOf(GeneratorStateException.class)
                        .hasMessageContaining("awaited before");
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"compiled", "thread"})
    void aDefaultStandsForTheEnd(String engine) throws Exception {
        on(engine, () -> {
            try (var ended = begun(count(0, 1));
                    var other = begun(count(0, 9))) {
                assertThat(gather(ended.anext(-1), other.anext(-1)).await()).containsExactly(-1, 1);
            }
            return null;
        });
    }

    @Test
    void aStepThatAnotherThreadMakesIsNotMadeTwice() throws Exception {
        on("compiled", () -> {
            var inStep = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            try (AsyncGenerator<Integer> busy = generator(y -> {
                        y.yield(0);
                        inStep.countDown();
                        goOn.await();
                        y.yield(1);
                    });
                    var prompt = begun(count(0, 9))) {
                begun(busy);
                var step = new FutureTask<>(() -> busy.anext().await());
                Thread.startVirtualThread(step);
                inStep.await();

                assertThatThrownBy(() -> gather(prompt.anext(), busy.anext()).await())
                        .isInstanceOf(GeneratorStateException.class);
                goOn.countDown();
                assertThat(step.get()).isEqualTo(1);
            }
            return null;
        });
    }

    @Test
    void moreThanAFewAreGatheredToo() throws Exception {
        on("compiled", () -> {
            List<AsyncGenerator<Integer>> all =
                    Async.range(0, 100).map(i -> begun(count(i, i + 9))).toList();

            List<Integer> values =
                    gather(all.stream().map(AsyncGenerator::anext).toList()).await();

            assertThat(values).isEqualTo(Async.range(1, 101).toList());
            return null;
        });
    }

    // ---- zip ----

    @ParameterizedTest
    @ValueSource(strings = {"compiled", "thread"})
    void aZipEndsWithTheShortest(String engine) throws Exception {
        on(engine, () -> {
            var longer = count(0, 9);

            assertThat(count(0, 3).zip(longer, Integer::sum).toList()).containsExactly(0, 2, 4);
            assertThatThrownBy(() -> longer.anext().await()).isInstanceOf(StopAsyncIteration.class);
            assertThat(count(0, 9).zip(count(0, 3), Integer::sum).toList()).containsExactly(0, 2, 4);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"compiled", "thread"})
    void aZipFailsAsItsSourceDoes(String engine) throws Exception {
        on(engine, () -> {
            var other = count(0, 9);

            assertThatThrownBy(() -> failing().zip(other, Integer::sum).toList())
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> other.anext().await()).isInstanceOf(StopAsyncIteration.class);
            return null;
        });
    }
}
