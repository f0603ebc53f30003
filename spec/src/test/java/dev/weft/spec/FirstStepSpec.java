package dev.weft.spec;

import static dev.weft.Async.generator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The first step of a generator that needs nothing around it is given back more cheaply; nobody can tell, except by a
/// clock. No body here has a clean-up, which would put something around it.
@Timeout(120)
class FirstStepSpec {

    private static final int GENERATORS = 1_000;
    private static final int CLOSERS = 2;

    private final ExecutorService platform = Executors.newFixedThreadPool(CLOSERS + 1);
    private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        platform.shutdownNow();
        virtual.shutdownNow(); // and no wait: a test has waited for its threads, or has failed as they hang
    }

    /// Says that its first step runs, and lets it run for a moment more.
    private static AsyncGenerator<Integer> numbers(CountDownLatch running, int pause) {
        return generator(y -> {
            running.countDown();
            spin(pause);
            for (int i = 0; ; i++) {
                y.yield(i);
            }
        });
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    /// Closes that come while the step runs, at any of its points, or just after it.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesThatMeetTheFirstStepEndTheGenerator(boolean onVirtualThreads) throws Exception {
        ExecutorService threads = onVirtualThreads ? virtual : platform;
        for (int i = 0; i < GENERATORS; i++) {
            var running = new CountDownLatch(1);
            AsyncGenerator<Integer> numbers = numbers(running, i % 50 * 20);
            var closes = new ArrayList<Future<?>>();
            for (int closer = 0; closer < CLOSERS; closer++) {
                closes.add(threads.submit(close(numbers, running, i % 7 * 5)));
            }
            Future<Boolean> step = threads.submit(firstStep(numbers));

            for (Future<?> close : closes) {
                close.get(30, TimeUnit.SECONDS);
            }

            assertThat(step.get(30, TimeUnit.SECONDS))
                    .as("interrupted after its step")
                    .isFalse();
            assertThatThrownBy(() -> numbers.anext().await()).isInstanceOf(StopAsyncIteration.class);
        }
    }

    /// Makes the first step. Returns whether its thread is interrupted afterwards, which it must not be.
    private static Callable<Boolean> firstStep(AsyncGenerator<Integer> numbers) {
        return () -> {
            assertThat(numbers.anext().await()).isZero();
            return Thread.interrupted();
        };
    }

    private static Callable<Void> close(AsyncGenerator<Integer> numbers, CountDownLatch running, int pause) {
        return () -> {
            running.await();
            spin(pause);
            numbers.close();
            assertThat(numbers.anext(-1).await()).isEqualTo(-1);
            return null;
        };
    }

    /// As many closes as carry all virtual threads, which wait for each other and for the one that steps.
    @Test
    void closesInMoreVirtualThreadsThanThereAreProcessorsLetTheStepEnd() throws Exception {
        int closers = 4 * Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < GENERATORS / 10; i++) {
            var begun = new CountDownLatch(1);
            AsyncGenerator<Integer> numbers = generator(y -> {
                begun.countDown();
                spin(1_000);
                for (int n = 0; ; n++) {
                    y.yield(n);
                }
            });
            var threads = new ArrayList<Future<?>>();
            threads.add(virtual.submit(() -> numbers.anext(-1).await()));
            begun.await();
            for (int closer = 0; closer < closers; closer++) {
                threads.add(virtual.submit(numbers::close));
            }
            for (Future<?> thread : threads) {
                thread.get(30, TimeUnit.SECONDS);
            }
            assertThat(numbers.anext(-1).await()).isEqualTo(-1);
        }
    }

    /// The thread of the first step gives back others, in the same method, while a close looks for it there.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCloseInterruptsAFirstStepThatMakesFirstStepsOfOthers(boolean onVirtualThreads) throws Exception {
        ExecutorService threads = onVirtualThreads ? virtual : platform;
        for (int i = 0; i < GENERATORS / 5; i++) {
            var running = new CountDownLatch(1);
            AsyncGenerator<Integer> numbers = generator(y -> {
                running.countDown();
                makeFirstSteps();
                new CountDownLatch(1).await();
                y.yield(0);
            });
            Future<?> close = threads.submit(close(numbers, running, i % 50 * 5));
            Future<Integer> step = threads.submit(() -> numbers.anext().await());

            close.get(30, TimeUnit.SECONDS);

            assertThatThrownBy(() -> step.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        }
    }

    private static void makeFirstSteps() {
        for (int i = 0; i < 50; i++) {
            try (AsyncGenerator<Integer> other = numbers(new CountDownLatch(1), 0)) {
                assertThat(other.iterator().next()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCloseInterruptsAFirstStepThatWaits(boolean onVirtualThread) throws Exception {
        var begun = new CountDownLatch(1);
        AsyncGenerator<Integer> numbers = generator(y -> {
            begun.countDown();
            new CountDownLatch(1).await();
            y.yield(0);
        });
        var failure = new AtomicReference<Throwable>();
        Thread.Builder builder = onVirtualThread ? Thread.ofVirtual() : Thread.ofPlatform();
        Thread step = builder.start(
                () -> failure.set(catchThrowable(() -> numbers.anext().await())));
        begun.await();

        numbers.close();
        step.join();

        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        assertThat(numbers.anext(-1).await()).isEqualTo(-1);
    }

    /// Two threads make the first step: one makes it, and the other one is refused or makes the next.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void firstStepsThatOverlapExcludeEachOther(boolean onVirtualThreads) throws Exception {
        ExecutorService threads = onVirtualThreads ? virtual : platform;
        for (int i = 0; i < GENERATORS; i++) {
            AsyncGenerator<Integer> numbers = numbers(new CountDownLatch(1), i % 7);
            var start = new CyclicBarrier(2);
            Future<Integer> one = threads.submit(step(numbers, start));
            Future<Integer> other = threads.submit(step(numbers, start));

            var elements = new ArrayList<>(List.of(one.get(), other.get()));
            elements.removeIf(element -> element < 0);

            assertThat(elements).isNotEmpty().doesNotHaveDuplicates().contains(0);
            assertThat(numbers.anext().await()).isEqualTo(elements.size());
        }
    }

    private static Callable<Integer> step(AsyncGenerator<Integer> numbers, CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                return numbers.anext().await();
            } catch (GeneratorStateException e) {
                assertThat(e.reason()).isEqualTo(GeneratorStateException.Reason.ALREADY_RUNNING);
                return -1;
            }
        };
    }

    @Test
    void aBodyThatClosesItselfInItsFirstStepIsFoundOut() throws Exception {
        var self = new AtomicReference<AsyncGenerator<Integer>>();
        AsyncGenerator<Integer> numbers = generator(y -> {
            self.get().close();
            y.yield(0);
        });
        self.set(numbers);

        assertThatThrownBy(() -> numbers.anext().await())
                .isInstanceOf(GeneratorStateException.class)
                .hasMessageContaining("already running");
        assertThat(numbers.anext(-1).await()).isEqualTo(-1);
    }

    @Test
    void aFirstStepThatEndsOrFailsEndsTheGenerator() throws Exception {
        AsyncGenerator<Integer> empty = generator(y -> {
            if (y.toString().isEmpty()) {
                y.yield(0);
            }
        });
        AsyncGenerator<Integer> failing = generator(y -> {
            if (y != null) {
                throw new IllegalArgumentException("at once");
            }
            y.yield(0);
        });

        assertThat(empty.anext(-1).await()).isEqualTo(-1);
        assertThat(empty.anext(-1).await()).isEqualTo(-1);
        assertThatThrownBy(() -> failing.anext().await()).hasMessage("at once");
        assertThat(failing.anext(-1).await()).isEqualTo(-1);
    }
}
