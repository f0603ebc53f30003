package dev.weft.testkit;

import static dev.weft.testkit.Strands.await;
import static dev.weft.testkit.Strands.fork;
import static dev.weft.testkit.Strands.park;
import static dev.weft.testkit.Strands.rest;
import static dev.weft.testkit.Strands.runtime;
import static dev.weft.testkit.Strands.seconds;
import static dev.weft.testkit.Strands.sleep;
import static dev.weft.testkit.Strands.stepBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.spi.Runtime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualRuntimeSpec {

    private final List<String> log = new ArrayList<>();

    @Test
    void beginsAForkedStrandOnlyWhenTheForkingOneWaits() throws Exception {
        VirtualTime.run(() -> {
            fork("child", () -> log.add("child"));
            log.add("parent goes on");
            stepBack();
            log.add("parent is back");
        });

        assertThat(log).containsExactly("parent goes on", "child", "parent is back");
    }

    @Test
    void runsReadyStrandsInTheOrderInWhichTheyBecameReady() throws Exception {
        VirtualTime.run(() -> {
            fork("a", () -> log.add("a"));
            fork("b", () -> log.add("b"));
            fork("c", () -> log.add("c"));
        });

        assertThat(log).containsExactly("a", "b", "c");
    }

    @Test
    void letsTheClockJumpToTheEarliestDeadline() throws Exception {
        VirtualTime.run(() -> {
            fork("slow", () -> logAfter(3));
            fork("fast", () -> logAfter(1));
            sleep(seconds(5));
        });

        assertThat(log).containsExactly("fast at 1 s", "slow at 3 s");
    }

    @Test
    void endsWaitsForTheSameTimeInTheOrderInWhichTheyBegan() throws Exception {
        VirtualTime.run(() -> {
            fork("first", () -> logAfter(2));
            fork("second", () -> logAfter(2));
            fork("third", () -> logAfter(2));
            sleep(seconds(5));
        });

        assertThat(log).containsExactly("first at 2 s", "second at 2 s", "third at 2 s");
    }

    @Test
    void stepsBackOnceBehindThoseThatAreReady() throws Exception {
        VirtualTime.run(() -> {
            fork("a", () -> log.add("a"));
            fork("b", () -> log.add("b"));
            stepBack();
            log.add("main");
        });

        assertThat(log).containsExactly("a", "b", "main");
    }

    @Test
    void takesTheSmallestDeadlineForOneThatHasPassed() throws Exception {
        VirtualTime.run(() -> {
            sleep(seconds(1));
            fork("other", () -> log.add("other"));
            runtime().park(Long.MIN_VALUE, "nothing");
            log.add("main at " + VirtualTime.elapsed().toSeconds() + " s");
        });

        assertThat(log).containsExactly("other", "main at 1 s");
    }

    @Test
    void stepsBackWithoutHarmWhenNobodyElseIsReady() throws Exception {
        VirtualTime.run(() -> {
            stepBack();
            log.add("main");
        });

        assertThat(log).containsExactly("main");
    }

    @Test
    void keepsAnUnparkForTheNextPark() throws Exception {
        VirtualTime.run(() -> {
            runtime().unpark(Thread.currentThread());
            park("what has come already");
            log.add("passed");
        });

        assertThat(log).containsExactly("passed");
    }

    @Test
    void keepsOneUnparkHoweverManyCome() throws Exception {
        VirtualTime.run(() -> {
            runtime().unpark(Thread.currentThread());
            runtime().unpark(Thread.currentThread());
            park("what has come already");
            rest(seconds(1));
            log.add("after " + VirtualTime.elapsed().toSeconds() + " s");
        });

        assertThat(log).containsExactly("after 1 s");
    }

    @Test
    void keepsNoUnparkBeyondTheParkThatItEnds() throws Exception {
        VirtualTime.run(() -> {
            Thread sleeper = fork("sleeper", () -> {
                park("the signal");
                rest(seconds(1));
                log.add("after " + VirtualTime.elapsed().toSeconds() + " s");
            });
            stepBack();
            runtime().unpark(sleeper);
            runtime().unpark(sleeper);
            sleep(seconds(2));
        });

        assertThat(log).containsExactly("after 1 s");
    }

    @Test
    void keepsAnUnparkForAStrandThatHasNotBegun() throws Exception {
        VirtualTime.run(() -> {
            Thread late = fork("late", () -> {
                park("what came before it began");
                log.add("passed");
            });
            runtime().unpark(late);
        });

        assertThat(log).containsExactly("passed");
    }

    @Test
    void endsAWaitForATimeAtAnUnpark() throws Exception {
        VirtualTime.run(() -> {
            Thread sleeper = fork("sleeper", () -> {
                rest(seconds(60));
                log.add("woken at " + VirtualTime.elapsed().toSeconds() + " s");
            });
            sleep(seconds(1));
            runtime().unpark(sleeper);
        });

        assertThat(log).containsExactly("woken at 1 s");
    }

    @Test
    void leavesAStrandThatHasEndedAlone() throws Exception {
        VirtualTime.run(() -> {
            Thread ended = fork("ended", () -> log.add("ran"));
            stepBack();
            runtime().unpark(ended);
        });

        assertThat(log).containsExactly("ran");
    }

    @Test
    void namesTheThreadOfAStrand() throws Exception {
        VirtualTime.run(() -> {
            fork(
                    "worker",
                    () -> log.add(Thread.currentThread().getName() + ", virtual: "
                            + Thread.currentThread().isVirtual()));
        });

        assertThat(log).containsExactly("worker, virtual: true");
    }

    @Test
    void failsTheRunWithWhatAStrandLetsOut() {
        var failure = new IllegalStateException("let out");

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    fork("broken", () -> {
                        throw failure;
                    });
                    park("what never comes");
                }))
                .isSameAs(failure);
    }

    @Test
    void failsARunThatLeavesAStrandBehind() {
        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    fork("forgotten", () -> park("what never comes"));
                }))
                .isInstanceOf(LeftOpen.class)
                .hasMessageContaining("the code has ended at 0 s of virtual time, but 1 strand waits")
                .hasMessageContaining("forgotten#1 waits for what never comes");
    }

    @Test
    void letsStrandsEndThatAreReadyWhenTheCodeEnds() throws Exception {
        VirtualTime.run(() -> {
            fork("last", () -> {
                stepBack();
                log.add("last");
            });
        });

        assertThat(log).containsExactly("last");
    }

    @Test
    void throwsWhatTheCodeThrewAheadOfWhatItLeftBehind() {
        var failure = new IllegalStateException("of the code");

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    fork("forgotten", () -> park("what never comes"));
                    throw failure;
                }))
                .isSameAs(failure)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasOnlyElementsOfType(LeftOpen.class));
    }

    @Test
    void doesNotWaitForAStrandThatWasGivenUp() throws Exception {
        var abandoned = new Runtime.Abandoned() {};

        VirtualTime.run(() -> {
            fork("given up", () -> park(abandoned));
            stepBack();
            log.add("ended");
        });

        assertThat(log).containsExactly("ended");
    }

    @Test
    void doesNotNameAStrandThatWasGivenUpInADeadlock() {
        var abandoned = new Runtime.Abandoned() {};

        assertThatThrownBy(() -> VirtualTime.run(() -> {
                    fork("given up", () -> park(abandoned));
                    park("what never comes");
                }))
                .isInstanceOf(Deadlock.class)
                .hasMessageContaining("1 strand waits")
                .hasMessageNotContaining("given up");
    }

    @Test
    void makesVisibleWhatAStrandDidBeforeItUnparks() throws Exception {
        var box = new int[1];

        VirtualTime.run(() -> {
            Thread main = Thread.currentThread();
            fork("writer", () -> {
                box[0] = 42;
                runtime().unpark(main);
            });
            await(() -> box[0] != 0, "the writer");
        });

        assertThat(box[0]).isEqualTo(42);
    }

    private void logAfter(long seconds) {
        sleep(seconds(seconds));
        log.add(Thread.currentThread().getName() + " at "
                + VirtualTime.elapsed().toSeconds() + " s");
    }
}
