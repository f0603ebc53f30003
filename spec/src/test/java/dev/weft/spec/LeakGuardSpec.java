package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorExit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The leak guard: closes what was left suspended and dropped (W6, S114, S115). In real time.
class LeakGuardSpec {

    private static final int MANY = 100_000;

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /// Waits for the collector to do its work.
    private static boolean collected(CountDownLatch closed) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            System.gc();
            if (closed.await(100, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    private AsyncGenerator<Integer> noting(CountDownLatch closed) {
        return generator(y -> {
            threads.add(Thread.currentThread());
            try {
                y.yield(1);
            } finally {
                closed.countDown();
            }
        });
    }

    @Test
    void aHundredThousandGeneratorsThatWereBrokenOffAndDroppedAreClosedAndNoThreadRemains() throws Exception {
        var closed = new CountDownLatch(MANY);
        try (var warnings = Warnings.capture()) {
            long begun = System.nanoTime();

            for (int i = 0; i < MANY; i++) {
                for (int number : noting(closed)) {
                    assertThat(number).isOne();
                    break;
                }
            }

            assertThat(collected(closed)).isTrue();
            dropUntilReported(warnings);
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            assertThat(warnings)
                    .hasSizeBetween(1, (int) seconds + 2)
                    .allMatch(warning -> warning.contains("LeakGuardSpec.java:"))
                    .allMatch(warning -> warning.contains("dropped while suspended"));
        }
        threads.removeIf(Thread.currentThread()::equals);
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        }
    }

    /// There is at most one report a second, and a test before this one may have had it.
    private void dropUntilReported(Warnings warnings) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!warnings.iterator().hasNext() && System.nanoTime() < end) {
            var closed = new CountDownLatch(1);
            beginAndDrop(noting(closed));
            assertThat(collected(closed)).isTrue();
        }
    }

    @Test
    void theBodySeesAGeneratorExit() throws Exception {
        var closed = new CountDownLatch(1);
        var seen = new ArrayList<Throwable>();
        try (var _ = Warnings.capture()) {
            beginAndDrop(generator(y -> {
                try {
                    y.yield(1);
                } catch (Throwable t) {
                    seen.add(t);
                    throw t;
                } finally {
                    closed.countDown();
                }
            }));

            assertThat(collected(closed)).isTrue();
        }
        assertThat(seen).singleElement().isInstanceOf(GeneratorExit.class);
    }

    private static void beginAndDrop(AsyncGenerator<Integer> numbers) throws Exception {
        numbers.anext().await();
    }

    @Test
    void aGeneratorThatIsHeldIsLeftAlone() throws Exception {
        var held = new CountDownLatch(1);
        var dropped = new CountDownLatch(1);
        AsyncGenerator<Integer> kept = noting(held);
        try (var _ = Warnings.capture()) {
            kept.anext().await();
            beginAndDrop(noting(dropped));

            assertThat(collected(dropped)).isTrue();
        }
        assertThat(held.getCount()).isOne();
        kept.close();
    }

    @Test
    void anIteratorHoldsItsGenerator() throws Exception {
        var held = new CountDownLatch(1);
        var dropped = new CountDownLatch(1);
        var iterator = noting(held).iterator();
        try (var _ = Warnings.capture()) {
            iterator.next();
            beginAndDrop(noting(dropped));

            assertThat(collected(dropped)).isTrue();
        }
        assertThat(held.getCount()).isOne();
        assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void aStepInFlightHoldsItsGenerator() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var dropped = new CountDownLatch(1);
        AsyncGenerator<Integer> slow = generator(y -> {
            begun.countDown();
            goOn.await();
            y.yield(7);
        });
        var step = spawn(slow.anext());
        slow = null;
        begun.await();
        try (var _ = Warnings.capture()) {
            beginAndDrop(noting(dropped));

            assertThat(collected(dropped)).isTrue();
            goOn.countDown();

            assertThat(step.await()).isEqualTo(7);
        }
    }

    @Test
    void whatHasEndedIsNotReported() throws Exception {
        var dropped = new CountDownLatch(1);
        try (var warnings = Warnings.capture()) {
            for (int i = 0; i < 1_000; i++) {
                of(1, 2).toList();
                closeBegun(of(1, 2));
                of(1);
            }
            beginAndDrop(noting(dropped));

            assertThat(collected(dropped)).isTrue();
            assertThat(warnings).allMatch(warning -> warning.contains("LeakGuardSpec.java:"));
        }
    }

    private static void closeBegun(AsyncGenerator<Integer> numbers) throws Exception {
        numbers.anext().await();
        numbers.close();
    }

    @Test
    void aDroppedPipelineClosesItsSource() throws Exception {
        var closed = new CountDownLatch(1);
        try (var _ = Warnings.capture()) {
            beginAndDrop(noting(closed).map(number -> number + 1).filter(number -> true));

            assertThat(collected(closed)).isTrue();
        }
    }

    @Test
    void aDroppedDelegationClosesTheInnerGenerator() throws Exception {
        var closed = new CountDownLatch(1);
        try (var _ = Warnings.capture()) {
            beginAndDrop(generator(y -> y.yieldAll(noting(closed))));

            assertThat(collected(closed)).isTrue();
        }
    }

    @Test
    void aFailureOfTheCleanUpIsLogged() throws Exception {
        var closed = new CountDownLatch(1);
        try (var warnings = Warnings.capture()) {
            beginAndDrop(generator("failing", y -> {
                try {
                    y.yield(1);
                } finally {
                    closed.countDown();
                    Failing.with(new IllegalStateException("of the clean-up"));
                }
            }));

            assertThat(collected(closed)).isTrue();
            assertThat(warnings.awaitOne("closing the dropped failing")).isTrue();
        }
    }
}
