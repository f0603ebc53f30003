package dev.weft.testkit;

import static dev.weft.testkit.Strands.fork;
import static dev.weft.testkit.Strands.millis;
import static dev.weft.testkit.Strands.park;
import static dev.weft.testkit.Strands.seconds;
import static dev.weft.testkit.Strands.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchdogSpec {

    private final Simulation watched = VirtualTime.fifo().watchdog(millis(300));
    private final List<String> log = new ArrayList<>();

    @Test
    void reportsARawSleepWithItsStack() {
        assertThatThrownBy(() -> watched.run(() -> Thread.sleep(Duration.ofDays(1))))
                .isInstanceOf(Blocked.class)
                .hasMessageContaining(
                        "blocked at 0 s of virtual time: main#0 has neither waited nor ended for 0.3 s of real time")
                .hasMessageContaining("main#0, TIMED_WAITING")
                .hasMessageContaining("java.lang.Thread.sleep(Thread.java:")
                .hasMessageContaining("WatchdogSpec.java:");
    }

    @Test
    void interruptsWhatBlocks() {
        assertThatThrownBy(() -> watched.run(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        log.add("clean-up");
                    }
                }))
                .isInstanceOf(Blocked.class)
                .satisfies(
                        thrown -> assertThat(thrown.getSuppressed()).hasOnlyElementsOfType(InterruptedException.class));

        assertThat(log).containsExactly("clean-up");
    }

    @Test
    void reportsAMonitorHeldAcrossAWait() {
        var monitor = new Object();

        assertThatThrownBy(() -> watched.run(() -> {
                    fork("owner", () -> sleepIn(monitor));
                    fork("entrant", () -> sleepIn(monitor));
                    sleep(seconds(5));
                }))
                .isInstanceOf(Blocked.class)
                .hasMessageContaining("entrant#2, BLOCKED")
                .hasMessageContaining("WatchdogSpec.sleepIn(WatchdogSpec.java:")
                .hasMessageContaining("owner#1 waits for sleep");
    }

    @Test
    void endsAlsoWhatNoInterruptReaches() throws InterruptedException {
        var monitor = new Object();
        List<Thread> threads = new ArrayList<>();

        assertThatThrownBy(() -> watched.run(() -> {
                    threads.add(fork("owner", () -> sleepIn(monitor)));
                    threads.add(fork("entrant", () -> sleepIn(monitor)));
                    sleep(seconds(5));
                }))
                .isInstanceOf(Blocked.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("still there, its thread parked or blocked: [entrant#2]"));

        assertThat(threads).hasSize(2).allSatisfy(Thread::join);
    }

    @Test
    void passesAnInterruptOfTheWaitingThreadOnToTheCode() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    park("what never comes");
                    log.add("interrupted: " + Thread.interrupted());
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(log).containsExactly("interrupted: true");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void restoresAnInterruptThatTheCodeDoesNotPassOn() throws Exception {
        Thread.currentThread().interrupt();

        VirtualTime.run(() -> park("what never comes"));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void needsAPositiveLimit() {
        assertThatThrownBy(() -> VirtualTime.fifo().watchdog(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be positive, was PT0S");
    }

    private static void sleepIn(Object monitor) {
        synchronized (monitor) {
            sleep(seconds(1));
        }
    }
}
