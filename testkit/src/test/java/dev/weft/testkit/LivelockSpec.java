package dev.weft.testkit;

import static dev.weft.testkit.Strands.fork;
import static dev.weft.testkit.Strands.runtime;
import static dev.weft.testkit.Strands.seconds;
import static dev.weft.testkit.Strands.sleep;
import static dev.weft.testkit.Strands.stepBack;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LivelockSpec {

    private final Simulation limited = VirtualTime.fifo().switchLimit(1000);

    @Test
    void isFoundWhenStrandsStepBackForEver() {
        assertThatThrownBy(() -> limited.run(() -> {
                    sleep(seconds(2));
                    fork("busy", LivelockSpec::stepBackForEver);
                    sleep(seconds(1));
                }))
                .isInstanceOf(Livelock.class)
                .hasMessageContaining(
                        "livelock at 2 s of virtual time: more than 1000 steps while the clock stood still")
                .hasMessageContaining("busy#1: 1000");
    }

    @Test
    void isFoundWhenAStrandParksWithoutWaiting() {
        assertThatThrownBy(() -> limited.run(() -> {
                    Thread.currentThread().interrupt();
                    stepBackForEver();
                }))
                .isInstanceOf(Livelock.class)
                .hasMessageContaining("main#0: 1001");
    }

    @Test
    void namesTheBusiestFirst() {
        assertThatThrownBy(() -> limited.run(() -> {
                    fork("busy", () -> {
                        stepBack();
                        stepBackForEver();
                    });
                    fork("busier", LivelockSpec::unparkItselfForEver);
                    sleep(seconds(1));
                }))
                .isInstanceOf(Livelock.class)
                .hasMessageMatching("(?s).*busier#2: 999.*busy#1: 1.*");
    }

    @Test
    void isNoneWhenTheClockMoves() {
        assertThatCode(() -> limited.run(() -> IntStream.range(0, 10_000).forEach(i -> sleep(seconds(1)))))
                .doesNotThrowAnyException();
    }

    @Test
    void needsAPositiveLimit() {
        assertThatThrownBy(() -> limited.switchLimit(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be positive, was 0");
    }

    private static void stepBackForEver() {
        while (true) {
            stepBack();
        }
    }

    private static void unparkItselfForEver() {
        while (true) {
            runtime().unpark(Thread.currentThread());
            stepBack();
        }
    }
}
