package dev.weft.testkit;

import static dev.weft.testkit.Strands.fork;
import static dev.weft.testkit.Strands.park;
import static dev.weft.testkit.Strands.rest;
import static dev.weft.testkit.Strands.runtime;
import static dev.weft.testkit.Strands.seconds;
import static dev.weft.testkit.Strands.sleep;
import static dev.weft.testkit.Strands.stepBack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterruptSpec {

    private final List<String> log = new ArrayList<>();

    @Test
    void wakesAParkedStrandWithItsStatusSet() throws Exception {
        VirtualTime.run(() -> {
            Thread waiting = fork("waiting", () -> {
                park("what never comes");
                logStatus();
            });
            sleep(seconds(1));
            waiting.interrupt();
            runtime().unpark(waiting);
        });

        assertThat(log).containsExactly("interrupted: true at 1 s");
    }

    @Test
    void wakesAParkedStrandAlsoWithoutAnUnpark() throws Exception {
        VirtualTime.run(() -> {
            Thread waiting = fork("waiting", () -> {
                rest(seconds(60));
                logStatus();
            });
            sleep(seconds(1));
            waiting.interrupt();
            sleep(seconds(1));
        });

        assertThat(log).containsExactly("interrupted: true at 1 s");
    }

    @Test
    void wakesAtTheSamePlaceInEveryRun() {
        Stream<List<String>> traces =
                Stream.generate(InterruptSpec::traceOfInterrupts).limit(100);

        assertThat(traces.distinct()).hasSize(1);
    }

    @Test
    void keepsTheStatusOfAStrandThatIsReadyAndWaitsForItsTurn() throws Exception {
        VirtualTime.run(() -> {
            Thread ready = fork("ready", () -> {
                stepBack();
                logStatus();
            });
            stepBack();
            ready.interrupt();
        });

        assertThat(log).containsExactly("interrupted: true at 0 s");
    }

    @Test
    void letsAnInterruptedStrandRunOnlyInItsTurn() throws Exception {
        VirtualTime.run(() -> {
            Thread waiting = fork("waiting", () -> {
                park("what never comes");
                log.add("waiting");
            });
            stepBack();
            fork("first", () -> log.add("first"));
            waiting.interrupt();
            log.add("main");
        });

        assertThat(log).containsExactly("main", "first", "waiting");
    }

    @Test
    void returnsAtOnceFromAParkOfAnInterruptedStrand() throws Exception {
        VirtualTime.run(() -> {
            Thread.currentThread().interrupt();
            park("what never comes");
            logStatus();
        });

        assertThat(log).containsExactly("interrupted: true at 0 s");
    }

    @Test
    void parksAgainAfterTheStatusIsCleared() throws Exception {
        VirtualTime.run(() -> {
            Thread.currentThread().interrupt();
            park("what never comes");
            boolean cleared = Thread.interrupted();
            rest(seconds(2));
            log.add("cleared: " + cleared);
            logStatus();
        });

        assertThat(log).containsExactly("cleared: true", "interrupted: false at 2 s");
    }

    @Test
    void keepsAnInterruptThatComesBeforeTheStrandBegins() throws Exception {
        VirtualTime.run(() -> {
            Thread late = fork("late", this::logStatus);
            late.interrupt();
        });

        assertThat(log).containsExactly("interrupted: true at 0 s");
    }

    private static List<String> traceOfInterrupts() {
        List<String> trace = new ArrayList<>();
        try {
            VirtualTime.fifo().trace(trace::add).run(() -> {
                Thread a = fork("a", () -> rest(seconds(60)));
                Thread b = fork("b", () -> park("what never comes"));
                fork("c", () -> sleep(seconds(3)));
                sleep(seconds(1));
                b.interrupt();
                sleep(seconds(1));
                a.interrupt();
                sleep(seconds(1));
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return trace;
    }

    private void logStatus() {
        log.add("interrupted: " + Thread.currentThread().isInterrupted() + " at "
                + VirtualTime.elapsed().toSeconds() + " s");
    }
}
