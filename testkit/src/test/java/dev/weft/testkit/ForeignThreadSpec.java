package dev.weft.testkit;

import static dev.weft.testkit.Strands.await;
import static dev.weft.testkit.Strands.fork;
import static dev.weft.testkit.Strands.millis;
import static dev.weft.testkit.Strands.park;
import static dev.weft.testkit.Strands.runtime;
import static dev.weft.testkit.Strands.seconds;
import static dev.weft.testkit.Strands.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Action;
import dev.weft.spi.Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ForeignThreadSpec {

    private record Letter() implements Runtime.Outside {
        @Override
        public String toString() {
            return "a letter";
        }
    }

    private final List<String> log = new ArrayList<>();

    @Test
    void mayNotFork() throws Exception {
        Throwable thrown = VirtualTime.run(() -> {
            Runtime runtime = runtime();
            return thrownInForeignThread(() -> runtime.fork("x", () -> {}));
        });

        assertThat(thrown)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fork was called from Thread[")
                .hasMessageContaining("not a strand of this run in virtual time")
                .hasMessageContaining("start the code with Async.spawn");
    }

    @Test
    void mayNotPark() throws Exception {
        Throwable thrown = VirtualTime.run(() -> {
            Runtime runtime = runtime();
            return thrownInForeignThread(() -> runtime.park(Runtime.FOREVER, "x"));
        });

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("park was called from");
    }

    @Test
    void isNotAStrand() throws Exception {
        Throwable thrown = VirtualTime.run(() -> {
            Runtime runtime = runtime();
            return thrownInForeignThread(runtime::current);
        });

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("current was called from");
    }

    @Test
    void mayReadTheClock() throws Exception {
        long time = VirtualTime.run(() -> {
            Runtime runtime = runtime();
            sleep(seconds(3));
            return inForeignThread(new FutureTask<>(runtime::now));
        });

        assertThat(time).isEqualTo(seconds(3).toNanos());
    }

    @Test
    void wakesAStrandThatWaitsForSomethingOutside() throws Exception {
        var delivered = new AtomicBoolean();
        var parked = new CountDownLatch(1);

        VirtualTime.fifo().trace(line -> countDownAt(line, "park main", parked)).run(() -> {
            Runtime runtime = runtime();
            Thread main = Thread.currentThread();
            Thread.ofVirtual().start(() -> {
                awaitReally(parked);
                delivered.set(true);
                runtime.unpark(main);
            });
            await(delivered::get, new Letter());
            log.add("delivered");
        });

        assertThat(log).containsExactly("delivered");
    }

    @Test
    void wakesAStrandByAnInterruptToo() throws Exception {
        var parked = new CountDownLatch(1);

        VirtualTime.fifo().trace(line -> countDownAt(line, "park main", parked)).run(() -> {
            Thread main = Thread.currentThread();
            Thread.ofVirtual().start(() -> {
                awaitReally(parked);
                main.interrupt();
            });
            park(new Letter());
            log.add("interrupted: " + Thread.interrupted());
        });

        assertThat(log).containsExactly("interrupted: true");
    }

    @Test
    void isAwaitedOnlyWhenNobodyWaitsForATime() throws Exception {
        var delivered = new AtomicBoolean();
        var slept = new CountDownLatch(1);

        VirtualTime.run(() -> {
            Runtime runtime = runtime();
            Thread main = Thread.currentThread();
            Thread.ofVirtual().start(() -> {
                awaitReally(slept);
                delivered.set(true);
                runtime.unpark(main);
            });
            fork("sleeper", () -> {
                sleep(seconds(3600));
                slept.countDown();
            });
            await(delivered::get, new Letter());
            log.add("delivered at " + VirtualTime.elapsed().toSeconds() + " s");
        });

        assertThat(log).containsExactly("delivered at 3600 s");
    }

    @Test
    void isAwaitedNoLongerThanTheWatchdogAllows() {
        assertThatThrownBy(() -> VirtualTime.fifo().watchdog(millis(300)).run(() -> park(new Letter())))
                .isInstanceOf(Deadlock.class)
                .hasMessageContaining("1 strand waits, and nothing came from outside within 0.3 s of real time")
                .hasMessageContaining("main#0 waits for a letter");
    }

    @Test
    void isUnparkedInTheUsualWayIfItBelongsToAnotherRuntime() throws Exception {
        var unparked = new CountDownLatch(1);

        VirtualTime.run(() -> {
            Thread foreign = Thread.ofVirtual().start(() -> {
                LockSupport.park();
                unparked.countDown();
            });
            runtime().unpark(foreign);
        });

        unparked.await();
    }

    private static Throwable thrownInForeignThread(Action action) throws Exception {
        return inForeignThread(new FutureTask<>(() -> catchThrowable(action::run)));
    }

    private static <T> T inForeignThread(FutureTask<T> task) throws Exception {
        Thread.ofPlatform().start(task);
        return task.get();
    }

    private static void awaitReally(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void countDownAt(String line, String event, CountDownLatch latch) {
        if (line.contains(event)) {
            latch.countDown();
        }
    }
}
