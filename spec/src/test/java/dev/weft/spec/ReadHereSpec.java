package dev.weft.spec;

import static dev.weft.Async.generator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A source whose steps wait for nothing is read by the consumer of a `mapConcurrent`, once all places are taken; the
/// outcome is that of a source that might wait, which a task reads.
///
/// Nobody watches here: whoever does gets a task.
@Timeout(60)
class ReadHereSpec {

    private static AsyncGenerator<Integer> count(int from, int to) {
        return generator(y -> {
            for (int i = from; i < to; i++) {
                y.yield(i);
            }
        });
    }

    /// Yields 12 divided by 3, 2 and 1, and divides by zero then.
    private static AsyncGenerator<Integer> failing(String kind) {
        return kind.equals("prompt")
                ? generator(y -> {
                    for (int i = 3; ; i--) {
                        y.yield(12 / i);
                    }
                })
                : generator(y -> {
                    for (int i = 3; ; i--) {
                        Thread.yield();
                        y.yield(12 / i);
                    }
                });
    }

    private static AsyncGenerator<Integer> identity(String order, int limit, AsyncGenerator<Integer> source) {
        return order.equals("ordered")
                ? source.mapConcurrent(limit, i -> i)
                : source.mapConcurrentUnordered(limit, i -> i);
    }

    private static AsyncGenerator<Integer> slowly(AsyncGenerator<Integer> source) {
        return source.mapConcurrent(1, i -> {
            Async.sleep(Duration.ofMillis(1));
            return i;
        });
    }

    private static <T> T compiled(Callable<T> code) throws Exception {
        return Async.run(RunOptions.defaults().engine("compiled"), code);
    }

    private static boolean isOfATask(Throwable failure) {
        return List.of(failure.getSuppressed()).toString().contains("requested at");
    }

    @ParameterizedTest
    @CsvSource({"ordered, prompt", "ordered, careful", "unordered, prompt", "unordered, careful"})
    void aFailureOfTheSourceComesAfterTheResultsBeforeIt(String order, String kind) throws Exception {
        compiled(() -> {
            var results = new ArrayList<Integer>();

            Throwable failure =
                    catchThrowable(() -> identity(order, 1, failing(kind)).forEach(results::add));

            assertThat(failure).isInstanceOf(ArithmeticException.class);
            assertThat(results).startsWith(4, 6);
            if (order.equals("ordered")) {
                assertThat(results).containsExactly(4, 6, 12);
            }
            return null;
        });
    }

    @Test
    void aTaskReadsASourceThatMightWait() throws Exception {
        compiled(() -> {
            Throwable failure = catchThrowable(() -> slowly(failing("careful")).toList());

            assertThat(failure).isInstanceOf(ArithmeticException.class);
            assertThat(isOfATask(failure)).isTrue();
            return null;
        });
    }

    /// While the function runs, the reader has time to leave; it has not if other threads keep it from running.
    @Test
    void theConsumerReadsASourceThatWaitsForNothing() throws Exception {
        compiled(() -> {
            boolean ofATask = true;
            for (int round = 0; round < 1_000 && ofATask; round++) {
                Throwable failure =
                        catchThrowable(() -> slowly(failing("prompt")).toList());

                assertThat(failure).isInstanceOf(ArithmeticException.class);
                ofATask = isOfATask(failure);
            }

            assertThat(ofATask).isFalse();
            return null;
        });
    }

    /// With the third result the source is asked for a fourth: by the consumer, if the reader has left by then.
    @Test
    void aFailureThatTheConsumerHasNotReachedComesOutOfTheClose() throws Exception {
        compiled(() -> {
            @Nullable Throwable failure = null;
            for (int round = 0; round < 1_000 && failure == null; round++) {
                var results = slowly(failing("prompt"));
                for (int expected : List.of(4, 6, 12)) {
                    assertThat(results.anext().await()).isEqualTo(expected);
                }

                failure = catchThrowable(results::close);
            }

            assertThat(failure).isInstanceOf(ArithmeticException.class);
            assertThat(isOfATask(failure)).isFalse();
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 1_000})
    void nothingIsLostAndTheOrderIsKept(int limit) throws Exception {
        compiled(() -> {
            var running = new AtomicInteger();
            var most = new AtomicInteger();
            var waits = new Random(limit);

            List<Integer> results = count(0, 5_000)
                    .mapConcurrent(limit, i -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        if (waits.nextInt(4) == 0) {
                            Thread.yield();
                        }
                        running.decrementAndGet();
                        return i;
                    })
                    .toList();

            assertThat(results).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
            assertThat(most.get()).isBetween(1, limit);
            return null;
        });
    }

    @Test
    void aFailureOfTheFunctionEndsIt() throws Exception {
        compiled(() -> {
            assertThatThrownBy(() ->
                            count(0, 5_000).mapConcurrent(3, i -> 1 / (50 - i)).toList())
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> count(0, 5_000)
                            .mapConcurrentUnordered(3, i -> 1 / (50 - i))
                            .toList())
                    .isInstanceOf(ArithmeticException.class);
            return null;
        });
    }

    @Test
    void eachStepMayBeMadeByAnotherThread() throws Exception {
        compiled(() -> {
            try (var results = count(0, 200).mapConcurrent(3, i -> i)) {
                for (int i = 0; i < 200; i++) {
                    var step = new FutureTask<>(() -> results.anext().await());
                    Thread.startVirtualThread(step);
                    assertThat(step.get()).isEqualTo(i);
                }
                assertThat(results.anext(-1).await()).isEqualTo(-1);
            }
            return null;
        });
    }

    @Test
    void anEarlyCloseEndsTheSource() throws Exception {
        compiled(() -> {
            var source = count(0, 5_000);

            try (var results = source.mapConcurrent(3, i -> i)) {
                Iterator<Integer> iterator = results.iterator();
                for (int i = 0; i < 10; i++) {
                    assertThat(iterator.next()).isEqualTo(i);
                }
            }

            assertThat(source.anext(-1).await()).isEqualTo(-1);
            return null;
        });
    }

    /// Each time, a reader begins anew, often before the one before has ended.
    @Test
    void aConsumerThatIsOftenInterruptedLosesNoElement() throws Exception {
        compiled(() -> {
            for (int round = 0; round < 200; round++) {
                var results = new ArrayList<Integer>();
                try (var source = count(0, 50).mapConcurrent(2, i -> i)) {
                    while (true) {
                        if (results.size() % 3 == 2) {
                            Thread.currentThread().interrupt();
                        }
                        int next = source.anext(-1).await();
                        Thread.interrupted();
                        if (next < 0) {
                            break;
                        }
                        results.add(next);
                    }
                    assertThat(results).isEqualTo(IntStream.range(0, 50).boxed().toList());
                } catch (InterruptedException e) { // it had to wait for the next one
                    assertThat(results)
                            .isEqualTo(
                                    IntStream.range(0, results.size()).boxed().toList());
                }
            }
            return null;
        });
    }

    @Test
    void aConsumerThatIsInterruptedLosesNoElement() throws Exception {
        compiled(() -> {
            var results = count(0, 50).mapConcurrent(1, i -> i);
            for (int i = 0; i < 10; i++) {
                assertThat(results.anext().await()).isEqualTo(i);
            }
            Thread.currentThread().interrupt();

            Throwable failure =
                    catchThrowable(() -> assertThat(results.anext().await()).isEqualTo(10));
            boolean pending = Thread.interrupted();

            if (failure == null) { // the result was there
                assertThat(pending).isTrue();
                assertThat(results.toList())
                        .isEqualTo(IntStream.range(11, 50).boxed().toList());
            } else {
                assertThat(failure).isInstanceOf(InterruptedException.class);
                assertThat(pending).isFalse();
            }
            results.close();
            return null;
        });
    }
}
