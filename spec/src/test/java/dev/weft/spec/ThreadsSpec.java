package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.spi.Runtime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the thread engine does with threads, in real time.
class ThreadsSpec {

    /// Real time, with a count of the threads that were started.
    private static final class CountingRuntime implements Runtime {
        private final AtomicInteger forks = new AtomicInteger();

        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public Thread fork(String name, Runnable body) {
            forks.incrementAndGet();
            return Thread.ofVirtual().name(name).start(body);
        }

        @Override
        public Thread current() {
            return Thread.currentThread();
        }

        @Override
        public void park(long deadline, Object reason) {
            if (deadline == FOREVER) {
                LockSupport.park(reason);
            } else {
                LockSupport.parkNanos(reason, Math.max(1, deadline - System.nanoTime()));
            }
        }

        @Override
        public void unpark(Thread strand) {
            LockSupport.unpark(strand);
        }
    }

    private final CountingRuntime runtime = new CountingRuntime();
    private final RunOptions options = RunOptions.defaults().runtime(runtime).engine("thread");

    // ---- how many ----

    @Test
    void aGeneratorThatHasNotBegunCostsNoThread() throws Exception {
        List<AsyncGenerator<Integer>> unstarted = run(
                options,
                () -> IntStream.range(0, 10_000).mapToObj(i -> yielding(i)).toList());

        assertThat(unstarted).hasSize(10_000);
        assertThat(runtime.forks).hasValue(0);
    }

    private static AsyncGenerator<Integer> yielding(int element) {
        return generator(y -> y.yield(element));
    }

    @Test
    void theFirstStepStartsTheThreadAndNoFurtherOneDoes() throws Exception {
        run(options, () -> {
            AsyncGenerator<Integer> numbers = generator(y -> range(0, 100).forEach(y::yield));

            numbers.anext().await();
            assertThat(runtime.forks).hasValue(1);

            return numbers.toList();
        });

        assertThat(runtime.forks).hasValue(1);
    }

    @Test
    void aPushCostsNoThread() throws Exception {
        run(options, () -> {
            AsyncGenerator<Integer> numbers = generator(y -> range(0, 100).forEach(y::yield));
            return numbers.map(number -> number + 1)
                    .filter(number -> true)
                    .scan(0, Integer::sum)
                    .toList();
        });

        assertThat(runtime.forks).hasValue(0);
    }

    @Test
    void operatorsCostNoThreadOfTheirOwn() throws Exception {
        run(options, () -> {
            AsyncGenerator<Integer> numbers = generator(y -> range(0, 100).forEach(y::yield));
            for (int number : numbers.map(n -> n + 1).filter(n -> true).take(50)) {
                assertThat(number).isPositive();
            }
            return null;
        });

        assertThat(runtime.forks).hasValue(1);
    }

    @Test
    void closingWhatHasNotBegunCostsNoThread() throws Exception {
        run(options, () -> {
            yielding(1).close();
            catchThrowable(yielding(1).athrow(new IllegalStateException())::await);
            return null;
        });

        assertThat(runtime.forks).hasValue(0);
    }

    @Test
    void theThreadEndsWithItsBody() throws Exception {
        var thread = new AtomicReference<Thread>();
        AsyncGenerator<Integer> numbers = generator(y -> {
            thread.set(Thread.currentThread());
            y.yield(1);
        });
        run(options, () -> numbers.anext().await());

        assertThat(thread.get().join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void aThreadThatCannotBeStartedFailsTheStepAndEndsTheGenerator() throws Exception {
        var exhausted = new RejectedExecutionException("no more threads");
        Runtime poor = new Runtime() {
            @Override
            public long now() {
                return System.nanoTime();
            }

            @Override
            public Thread fork(String name, Runnable body) {
                throw exhausted;
            }

            @Override
            public Thread current() {
                return Thread.currentThread();
            }

            @Override
            public void park(long deadline, Object reason) {
                LockSupport.parkNanos(1_000);
            }

            @Override
            public void unpark(Thread strand) {
                LockSupport.unpark(strand);
            }
        };

        run(RunOptions.defaults().runtime(poor).engine("thread"), () -> {
            AsyncGenerator<Integer> numbers = yielding(1);

            assertThat(catchThrowable(numbers.anext()::await)).isSameAs(exhausted);
            assertThat(catchThrowable(numbers.anext()::await)).isInstanceOf(StopAsyncIteration.class);
            numbers.close();
            return null;
        });
    }

    // ---- lock-step ----

    @Test
    void theBodyIsNeverAStatementAheadOfItsConsumer() throws Exception {
        var log = new ArrayList<String>(); // unguarded: only ever one of the two runs
        AsyncGenerator<Integer> numbers = generator(y -> {
            for (int i = 0; i < 20_000; i++) {
                log.add("body");
                y.yield(i);
            }
        });

        for (int number : numbers) {
            log.add("consumer");
            assertThat(log).hasSize(2 * number + 2);
        }

        assertThat(log).hasSize(40_000);
        assertThat(IntStream.range(0, 40_000)).allMatch(i -> log.get(i).equals(i % 2 == 0 ? "body" : "consumer"));
    }

    @Test
    void whatOneDidIsSeenByTheOther() throws Exception {
        long[] shared = {0}; // unguarded
        AsyncGenerator<Long> numbers = generator(y -> {
            while (shared[0] < 20_000) {
                shared[0]++;
                y.yield(shared[0]);
            }
        });

        long seen = 0;
        for (long number : numbers) {
            assertThat(number).isEqualTo(shared[0]);
            shared[0]++;
            seen = shared[0];
        }

        assertThat(seen).isEqualTo(20_000);
    }

    // ---- consumers on platform threads ----

    @Test
    void aPlatformThreadMayPull() throws Exception {
        var sum = new AtomicInteger();
        Thread consumer = Thread.ofPlatform().start(() -> {
            AsyncGenerator<Integer> numbers = generator(y -> {
                for (int i = 0; i < 10_000; i++) {
                    y.yield(i);
                }
            });
            for (int number : numbers) {
                sum.addAndGet(number);
            }
        });

        assertThat(consumer.join(Duration.ofSeconds(60))).isTrue();
        assertThat(sum).hasValue(49_995_000);
    }

    @Test
    void aPlatformThreadIsInterruptedInTheBodyWhereItWaits() throws Exception {
        var waiting = new CountDownLatch(1);
        var error = new AtomicReference<Throwable>();
        Thread consumer = Thread.ofPlatform().start(() -> {
            AsyncGenerator<Integer> numbers = generator(y -> {
                waiting.countDown();
                sleep(Duration.ofHours(1));
            });
            error.set(catchThrowable(numbers.anext()::await));
        });
        waiting.await();

        consumer.interrupt();

        assertThat(consumer.join(Duration.ofSeconds(60))).isTrue();
        assertThat(error.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void virtualAndPlatformThreadsMayTakeTurns() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> range(0, 1_000).forEach(y::yield));
        var read = new ArrayList<Integer>();

        for (int i = 0; i < 500; i++) {
            Thread step = (i % 2 == 0 ? Thread.ofPlatform() : Thread.ofVirtual())
                    .start(() -> read.add(numbers.iterator().next()));
            assertThat(step.join(Duration.ofSeconds(60))).isTrue();
        }

        assertThat(read).isEqualTo(range(0, 500).toList());
        numbers.close();
    }

    // ---- fairness ----

    @Test
    void asManyPairsAsCarriersDoNotStarveAnotherTask() throws Exception {
        int carriers = java.lang.Runtime.getRuntime().availableProcessors();
        var stop = new AtomicBoolean();
        var running = new CountDownLatch(2 * carriers);
        var progress = new CountDownLatch(1_000);
        List<Task<Void>> pairs = IntStream.range(0, 2 * carriers)
                .mapToObj(i -> spawn(() -> run(options, () -> pull(running, stop))))
                .toList();
        running.await();

        Task<Void> other = spawn(() -> {
            while (progress.getCount() > 0) {
                progress.countDown();
                sleep(Duration.ofNanos(1));
            }
        });

        assertThat(progress.await(60, TimeUnit.SECONDS)).isTrue();
        stop.set(true);
        other.await();
        for (Task<Void> pair : pairs) {
            pair.await();
        }
    }

    private static void pull(CountDownLatch running, AtomicBoolean stop) {
        AsyncGenerator<Integer> endless = generator(y -> {
            for (int i = 0; ; i++) {
                y.yield(i);
            }
        });
        try (endless) {
            for (int number : endless) {
                if (number == 1) {
                    running.countDown();
                }
                if (stop.get()) {
                    break;
                }
            }
        }
    }
}
