package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorStateException;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Interrupts at random moments, in real time: none is lost, and none is left where it does not belong.
class InterruptionStressSpec {

    /// A longer run is asked for with -Ddev.weft.spec.rounds=20000.
    private static final int ROUNDS = Integer.getInteger("dev.weft.spec.rounds", 1_000);

    /// Waits or computes for a moment, as its own seed has it.
    private static final class Whims {
        private final SplittableRandom random;

        Whims(long seed) {
            random = new SplittableRandom(seed);
        }

        void waitOrNot() throws InterruptedException {
            switch (random.nextInt(4)) {
                case 0 -> sleep(Duration.ofNanos(random.nextInt(1, 100_000)));
                case 1 -> Thread.sleep(Duration.ofNanos(random.nextInt(1, 100_000)));
                case 2 -> compute();
                default -> {}
            }
        }

        void compute() {
            for (int i = random.nextInt(2_000); i > 0; i--) {
                Thread.onSpinWait();
            }
        }

        Duration shortLimit() {
            return Duration.ofNanos(random.nextInt(1, 150_000));
        }
    }

    // ---- interrupts of the consumer ----

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyInterruptIsSeenOnceByTheBodyOrByItsConsumer(long seed) throws Exception {
        var seen = new Semaphore(0);
        var begun = new CountDownLatch(1); // a task that is cancelled before never begins
        var stop = new AtomicBoolean();
        var ofTheBody = new Whims(seed);
        AsyncGenerator<Integer> numbers = generator(y -> {
            begun.countDown();
            for (int i = 0; ; i++) {
                try {
                    ofTheBody.waitOrNot();
                } catch (InterruptedException e) {
                    seen.release();
                }
                y.yield(i);
            }
        });
        Task<Void> consumer = spawn(() -> {
            while (!stop.get()) {
                numbers.anext().await();
                if (Thread.interrupted()) {
                    seen.release();
                }
            }
        });
        var ofTheInterrupter = new Whims(-seed);
        begun.await();

        for (int i = 0; i < ROUNDS; i++) {
            ofTheInterrupter.compute();
            consumer.cancel();
            assertThat(seen.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }

        stop.set(true);
        consumer.await();
        assertThat(seen.availablePermits()).isZero();
        numbers.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyInterruptOfAPushIsSeenOnceByTheBodyOrByItsConsumer(long seed) throws Exception {
        var seen = new Semaphore(0);
        var begun = new CountDownLatch(1); // a task that is cancelled before never begins
        var stop = new AtomicBoolean();
        var ofTheBody = new Whims(seed);
        AsyncGenerator<Integer> numbers = generator(y -> {
            begun.countDown();
            for (int i = 0; !stop.get(); i++) {
                try {
                    ofTheBody.waitOrNot();
                } catch (InterruptedException e) {
                    seen.release();
                }
                y.yield(i);
            }
        });
        Task<Void> consumer = spawn(() -> numbers.forEach(number -> {
            if (Thread.interrupted()) {
                seen.release();
            }
        }));
        var ofTheInterrupter = new Whims(-seed);
        begun.await();

        for (int i = 0; i < ROUNDS; i++) {
            ofTheInterrupter.compute();
            consumer.cancel();
            assertThat(seen.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }

        stop.set(true);
        consumer.await();
        assertThat(seen.availablePermits()).isZero();
    }

    // ---- closes ----

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aCloseLeavesNoInterruptOnTheThreadOfTheStepThatItStopped(long seed) throws Exception {
        var ofTheBody = new Whims(seed);
        var ofTheCloser = new Whims(-seed);
        for (int i = 0; i < ROUNDS; i++) {
            var ended = new AtomicInteger();
            AsyncGenerator<Integer> numbers = endless(ofTheBody, ended);
            Task<Boolean> consumer = spawn(() -> {
                try {
                    while (true) {
                        numbers.anext().await();
                        if (Thread.currentThread().isInterrupted()) {
                            return true;
                        }
                    }
                } catch (StopAsyncIteration | GeneratorStateException | InterruptedException e) {
                    return Thread.currentThread().isInterrupted();
                }
            });
            ofTheCloser.waitOrNot();

            numbers.close();

            assertThat(consumer.await()).isFalse();
            assertThat(ended.get()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aCloseNeverInterruptsTheConsumerOfAPush(long seed) throws Exception {
        var ofTheBody = new Whims(seed);
        var ofTheConsumer = new Whims(seed + 100);
        var ofTheCloser = new Whims(-seed);
        for (int i = 0; i < ROUNDS / 2; i++) {
            var ended = new AtomicInteger();
            AsyncGenerator<Integer> numbers = endless(ofTheBody, ended);
            var hits = new AtomicInteger();
            Task<Boolean> consumer = spawn(() -> {
                // A body that was stopped where it waited lets an InterruptedException out.
                catchThrowable(() -> numbers.each(number -> {
                    try {
                        ofTheConsumer.waitOrNot();
                    } catch (InterruptedException e) {
                        hits.incrementAndGet();
                    }
                }));
                return Thread.currentThread().isInterrupted();
            });
            ofTheCloser.waitOrNot();

            numbers.close();

            assertThat(consumer.await()).isFalse();
            assertThat(hits).hasValue(0);
            assertThat(ended.get()).isLessThanOrEqualTo(1);
        }
    }

    private static AsyncGenerator<Integer> endless(Whims whims, AtomicInteger ended) {
        return generator(y -> {
            try {
                for (int i = 0; ; i++) {
                    whims.waitOrNot();
                    y.yield(i);
                }
            } finally {
                ended.incrementAndGet();
            }
        });
    }

    // ---- time limits ----

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aTimeLimitLeavesNoInterruptBehind(long seed) throws Exception {
        var ofTheBody = new Whims(seed);
        var ofTheConsumer = new Whims(-seed);
        AsyncGenerator<Integer> numbers = generator(y -> {
            for (int i = 0; ; i++) {
                try {
                    ofTheBody.waitOrNot();
                } catch (InterruptedException e) {
                    ofTheBody.compute();
                }
                y.yield(i);
            }
        });

        for (int i = 0; i < ROUNDS; i++) {
            int number = timeout(ofTheConsumer.shortLimit(), numbers.anext()).await();

            assertThat(number).isEqualTo(i);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        numbers.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aTimeLimitInABodyNeverHitsItsConsumer(long seed) throws Exception {
        var ofTheBody = new Whims(seed);
        var ofTheConsumer = new Whims(-seed);
        AsyncGenerator<Integer> numbers = generator(y -> {
            for (int i = 0; i < ROUNDS; i++) {
                int element = i;
                try {
                    timeout(ofTheBody.shortLimit(), () -> {
                                y.yield(element);
                                ofTheBody.waitOrNot();
                                return null;
                            })
                            .await();
                } catch (TimeoutException e) {
                    ofTheBody.compute();
                }
            }
        });

        int read = 0;
        for (int number : numbers) {
            ofTheConsumer.waitOrNot();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(number).isEqualTo(read++);
        }

        assertThat(read).isEqualTo(ROUNDS);
    }

    // ---- cancels of tasks ----

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aCancelledTaskLeavesItsGeneratorEndedOrIntact(long seed) throws Exception {
        var ofTheBody = new Whims(seed);
        var ofTheCanceller = new Whims(-seed);
        for (int i = 0; i < ROUNDS; i++) {
            var ended = new AtomicInteger();
            AsyncGenerator<Integer> numbers = endless(ofTheBody, ended);
            Task<Void> consumer = spawn(() -> {
                while (true) {
                    numbers.anext().await();
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            });
            ofTheCanceller.waitOrNot();

            consumer.cancel();

            assertThat(catchThrowable(consumer::await)).isInstanceOf(CancellationException.class);
            int before = ended.get();
            numbers.close();
            assertThat(ended.get()).isBetween(before, 1);
            assertThat(numbers.anext(-1).await()).isEqualTo(-1);
        }
    }
}
