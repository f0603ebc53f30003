package dev.weft.spec;

import static dev.weft.Async.iterate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorStateException;
import dev.weft.StopAsyncIteration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A thread that makes several steps in a row takes the generator more cheaply; nobody can tell, except by a clock.
class BiasSpec {

    private static final int GENERATORS = 2_000;
    private static final int ELEMENTS = 60;

    private final ExecutorService platform = Executors.newFixedThreadPool(2);
    private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        platform.shutdownNow();
        virtual.shutdownNow(); // and no wait: a test has waited for its threads, or has failed as they hang
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoThreadsThatPullTheSameGeneratorShareItsElements(boolean onVirtualThreads) throws Exception {
        ExecutorService threads = onVirtualThreads ? virtual : platform;

        for (int i = 0; i < GENERATORS; i++) {
            AsyncGenerator<Integer> numbers = iterate(0, n -> n + 1);
            var start = new CyclicBarrier(2);
            Future<List<Integer>> one = threads.submit(() -> pulled(numbers, start, 0));
            Future<List<Integer>> other = threads.submit(() -> pulled(numbers, start, 20));

            var all = new ArrayList<Integer>(one.get());
            all.addAll(other.get());

            assertThat(one.get()).isSorted();
            assertThat(other.get()).isSorted();
            assertThat(all).containsExactlyInAnyOrderElementsOf(range(all.size()));
        }
    }

    /// Pulls until this thread has its elements; a step that meets the other thread's is tried again.
    private static List<Integer> pulled(AsyncGenerator<Integer> numbers, CyclicBarrier start, int pause)
            throws Exception {
        start.await();
        var elements = new ArrayList<Integer>();
        while (elements.size() < ELEMENTS) {
            for (int i = 0; i < pause; i++) {
                Thread.onSpinWait();
            }
            try {
                elements.add(numbers.anext().await());
            } catch (GeneratorStateException e) {
                assertThat(e.reason()).isEqualTo(GeneratorStateException.Reason.ALREADY_RUNNING);
            }
        }
        return elements;
    }

    private static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    @Test
    void noStepYieldsAnythingAfterACloseInAnotherThread() throws Exception {
        for (int i = 0; i < GENERATORS; i++) {
            AsyncGenerator<Integer> numbers = iterate(0, n -> n + 1);
            var closed = new AtomicBoolean();
            var start = new CyclicBarrier(2);
            Future<Integer> late = platform.submit(() -> elementsAfter(closed, numbers, start));

            start.await();
            numbers.close();
            closed.set(true);

            assertThat(late.get()).isZero();
        }
    }

    private static int elementsAfter(AtomicBoolean closed, AsyncGenerator<Integer> numbers, CyclicBarrier start)
            throws Exception {
        start.await();
        int late = 0;
        while (true) {
            boolean over = closed.get();
            try {
                numbers.anext().await();
                late += over ? 1 : 0;
            } catch (StopAsyncIteration end) {
                return late;
            } catch (GeneratorStateException closing) {
                assertThat(over).isFalse();
            }
        }
    }

    @Test
    void aCloseInAnotherThreadEndsALoop() throws Exception {
        for (int i = 0; i < GENERATORS; i++) {
            AsyncGenerator<Integer> numbers = iterate(0, n -> n + 1);
            assertThat(numbers.anext().await()).isZero(); // so that the loop pulls
            var started = new CyclicBarrier(2);
            Future<Integer> loop = platform.submit(loop(numbers, started));

            started.await();
            numbers.close();

            assertThat(loop.get()).isPositive();
            assertThatThrownBy(() -> numbers.anext().await()).isInstanceOf(StopAsyncIteration.class);
        }
    }

    private static Callable<Integer> loop(AsyncGenerator<Integer> numbers, CyclicBarrier started) {
        return () -> {
            var last = new AtomicReference<>(0);
            numbers.forEach(number -> {
                if (last.getAndSet(number) == 0) {
                    meet(started);
                }
            });
            return last.get();
        };
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closesInMoreVirtualThreadsThanThereAreProcessorsDoNotKeepEachOtherFromRunning() throws Exception {
        int closers = 4 * Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < GENERATORS / 10; i++) {
            AsyncGenerator<Integer> numbers = iterate(0, n -> n + 1);
            var biased = new CountDownLatch(1);
            var threads = new ArrayList<Future<?>>();
            threads.add(virtual.submit(() -> pullAll(numbers, biased)));
            biased.await();

            for (int closer = 0; closer < closers; closer++) {
                threads.add(virtual.submit(numbers::close));
            }

            for (Future<?> thread : threads) {
                thread.get(20, TimeUnit.SECONDS);
            }
        }
    }

    /// Pulls until the generator is closed, and leaves its carrier after each step.
    private static void pullAll(AsyncGenerator<Integer> numbers, CountDownLatch biased) {
        try {
            while (true) {
                if (numbers.anext().await() == 10) {
                    biased.countDown();
                }
                Thread.yield();
            }
        } catch (Exception end) {
            assertThat(end).isInstanceOfAny(StopAsyncIteration.class, GeneratorStateException.class);
        }
    }

    @Test
    void aBodyThatPullsItselfIsFoundOutAfterManySteps() throws Exception {
        var self = new AtomicReference<AsyncGenerator<Integer>>();
        AsyncGenerator<Integer> numbers =
                iterate(0, n -> n < 50 ? n + 1 : self.get().anext().await());
        self.set(numbers);
        for (int i = 0; i <= 50; i++) {
            assertThat(numbers.anext().await()).isEqualTo(i);
        }

        assertThatThrownBy(() -> numbers.anext().await())
                .isInstanceOf(GeneratorStateException.class)
                .hasMessageContaining("already running");
        assertThatThrownBy(() -> numbers.anext().await()).isInstanceOf(StopAsyncIteration.class);
    }

    @Test
    void theOwnerOfTheBiasClosesTheGenerator() throws Exception {
        AsyncGenerator<Integer> numbers = iterate(0, n -> n + 1);
        for (int i = 0; i < 10; i++) {
            assertThat(numbers.anext().await()).isEqualTo(i);
        }

        numbers.close();

        assertThatThrownBy(() -> numbers.anext().await()).isInstanceOf(StopAsyncIteration.class);
    }

    @Test
    void aStepInAThreadThatComesAfterTheOwnerHasEndedGoesOn() throws Exception {
        AsyncGenerator<Integer> numbers = iterate(0, n -> n + 1);
        var owner = new Thread(() -> {
            for (int i = 0; i < 10; i++) {
                pull(numbers);
            }
        });
        owner.start();
        owner.join();

        assertThat(numbers.anext().await()).isEqualTo(10);
    }

    private static void pull(AsyncGenerator<Integer> numbers) {
        try {
            numbers.anext().await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
