package dev.weft.testkit;

import static dev.weft.Async.gather;
import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Action;
import dev.weft.Awaitable;
import dev.weft.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualTimeSpec {

    @Test
    void returnsWhatTheCodeReturns() throws Exception {
        String result = VirtualTime.run(() -> {
            sleep(Duration.ofSeconds(1));
            return "result";
        });

        assertThat(result).isEqualTo("result");
    }

    @Test
    void returnsNull() throws Exception {
        Object result = VirtualTime.run(() -> null);

        assertThat(result).isNull();
    }

    @Test
    void throwsWhatTheCodeThrows() {
        var failure = new IOException("of the code");

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void throwsAnErrorAsItIs() {
        var failure = new StackOverflowError("of the code");

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void beginsAtZero() throws Exception {
        Duration beginning = VirtualTime.run(VirtualTime::elapsed);

        assertThat(beginning).isZero();
    }

    @Test
    void takesExactlyTheTimeThatTheCodeWaits() throws Exception {
        Duration elapsed = VirtualTime.run(() -> {
            sleep(Duration.ofSeconds(3));
            sleep(Duration.ofNanos(1));
            return VirtualTime.elapsed();
        });

        assertThat(elapsed).isEqualTo(Duration.ofSeconds(3).plusNanos(1));
    }

    @Test
    void takesTheLongestOfWaitsSideBySide() throws Exception {
        Duration elapsed = VirtualTime.run(() -> {
            gather(waiting(1), waiting(3), waiting(2)).await();
            return VirtualTime.elapsed();
        });

        assertThat(elapsed).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void sleepsAnHourInStepsOfASecondWithoutWaiting() throws Exception {
        Duration elapsed = VirtualTime.run(() -> {
            sleepInSteps(3600, Duration.ofSeconds(1));
            return VirtualTime.elapsed();
        });

        assertThat(elapsed).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void tellsTheTimeInATask() throws Exception {
        Duration elapsed = VirtualTime.run(() -> {
            sleep(Duration.ofSeconds(1));
            return spawn(VirtualTime::elapsed).await();
        });

        assertThat(elapsed).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void tellsNoTimeOutsideARun() {
        assertThatThrownBy(VirtualTime::elapsed)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not in virtual time; call elapsed() from code run by VirtualTime.run");
    }

    @Test
    void awaitsWhatAnotherThreadCompletes() throws Exception {
        var future = new CompletableFuture<String>();
        var asked = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            awaitReally(asked);
            future.complete("from outside");
        });

        String result = VirtualTime.run(() -> {
            asked.countDown();
            return Awaitable.of(future.minimalCompletionStage()).await();
        });

        assertThat(result).isEqualTo("from outside");
    }

    @Test
    void cancelsATaskAtThatVeryTime() throws Exception {
        List<String> log = new ArrayList<>();

        VirtualTime.run(() -> {
            Task<?> task = spawn(() -> {
                try {
                    sleep(Duration.ofHours(1));
                } finally {
                    log.add("cancelled after " + VirtualTime.elapsed().toSeconds() + " s");
                }
            });
            sleep(Duration.ofSeconds(2));
            task.cancel();
        });

        assertThat(log).containsExactly("cancelled after 2 s");
    }

    @Test
    void runsTenThousandTasks() throws Exception {
        var sleeps = new AtomicLong();

        Duration elapsed = VirtualTime.run(() -> {
            gather(IntStream.range(0, 10_000).mapToObj(i -> sleeping(i, sleeps)).toList())
                    .await();
            return VirtualTime.elapsed();
        });

        assertThat(sleeps).hasValue(100_000);
        assertThat(elapsed).isEqualTo(Duration.ofMillis(970));
    }

    @Test
    void showsEveryEventToAnObserver() throws Exception {
        List<String> events = new ArrayList<>();

        VirtualTime.fifo()
                .observer(event -> events.add(event.kind() + " at " + event.time()))
                .run(() -> spawn(() -> sleep(Duration.ofNanos(5))).await());

        assertThat(events).contains("TASK_STARTED at 0", "TASK_ENDED at 5");
    }

    @Test
    void runsNoCodeThatIsNull() {
        assertThatThrownBy(() -> VirtualTime.run((Action) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void runsInsideAnotherRun() throws Exception {
        List<Duration> times = VirtualTime.run(() -> {
            sleep(Duration.ofSeconds(1));
            Duration inner = VirtualTime.run(() -> {
                sleep(Duration.ofSeconds(5));
                return VirtualTime.elapsed();
            });
            return List.of(inner, VirtualTime.elapsed());
        });

        assertThat(times).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(1));
    }

    private static void sleepInSteps(int steps, Duration step) throws InterruptedException {
        for (int i = 0; i < steps; i++) {
            sleep(step);
        }
    }

    private static Awaitable<Integer> waiting(int seconds) {
        return () -> {
            sleep(Duration.ofSeconds(seconds));
            return seconds;
        };
    }

    private static Awaitable<Integer> sleeping(int id, AtomicLong sleeps) {
        return () -> {
            sleepInSteps(10, Duration.ofMillis(1 + id % 97));
            sleeps.addAndGet(10);
            return id;
        };
    }

    private static void awaitReally(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
