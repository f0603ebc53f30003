package dev.weft.testkit;

import static dev.weft.testkit.Strands.fork;
import static dev.weft.testkit.Strands.park;
import static dev.weft.testkit.Strands.runtime;
import static dev.weft.testkit.Strands.seconds;
import static dev.weft.testkit.Strands.sleep;
import static dev.weft.testkit.Strands.stepBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.example.Warehouse;
import dev.weft.Action;
import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadlockSpec {

    private final List<String> log = new ArrayList<>();

    @Test
    void namesEachStrandAndWhatItWaitsFor() {
        Throwable deadlock = deadlockOf(() -> {
            sleep(seconds(3));
            fork("left", () -> park("the right hand"));
            fork("right", () -> park("the left hand"));
            park("both");
        });

        assertThat(deadlock)
                .hasMessageContaining(
                        "deadlock at 3 s of virtual time: nothing is ready, no timer is set, and 3 strands wait")
                .hasMessageContaining("main#0 waits for both")
                .hasMessageContaining("left#1 waits for the right hand")
                .hasMessageContaining("right#2 waits for the left hand");
    }

    @Test
    void showsTheUsersFramesAndNoOthers() {
        Throwable deadlock = deadlockOf(() -> {
            var warehouse = new Warehouse(runtime());
            fork("clerk", warehouse::awaitParcel);
        });

        assertThat(linesAfter(deadlock, "clerk#1 waits for a parcel"))
                .singleElement()
                .asString()
                .startsWith("      at ")
                .contains("com.example.Warehouse.awaitParcel(Warehouse.java:");
    }

    @Test
    void showsTheFramesOfTheLibraryWhereThereAreNoOthers() {
        Throwable deadlock = deadlockOf(() -> fork("clerk", () -> park("a parcel")));

        assertThat(deadlock).hasMessageContaining("dev.weft.testkit.Strands.park(Strands.java:");
    }

    @Test
    void endsWithTheTreeOfTasksAndGenerators() {
        Throwable deadlock = deadlockOf(() -> {
            Task<Object> never = Async.spawn("reader", () -> {
                AsyncGenerator<Object> pages = Async.generator("pages", y -> {
                    try {
                        Async.never().anext().await();
                    } finally {
                        log.add("closed");
                    }
                });
                return pages.toList();
            });
            never.await();
        });

        assertThat(deadlock.getMessage().replaceAll("\\.java:\\d+", ".java:N")).endsWith("""
                of the run:
                  run: 1 task, 2 generators
                    main: waits for task reader, for 0s
                    task reader (dev.weft.testkit.DeadlockSpec): waits for an element of pages
                      generator pages (DeadlockSpec.java:N): waits for an element of never
                        generator never: waits for an element of never(), for 0s""");
    }

    @Test
    void namesTwentyStrandsAtMost() {
        Throwable deadlock = deadlockOf(() -> {
            IntStream.range(0, 50).forEach(i -> fork("s", () -> park("the end")));
            park("the end");
        });

        assertThat(deadlock)
                .hasMessageContaining("51 strands wait")
                .hasMessageContaining("s#19 waits for the end")
                .hasMessageNotContaining("s#20 waits for the end")
                .hasMessageEndingWith("and 31 more");
    }

    @Test
    void runsTheFinallyBlocksOfEveryStrandTheYoungestFirst() {
        deadlockOf(() -> {
            fork("elder", () -> parkWithCleanUp("elder"));
            fork("younger", () -> parkWithCleanUp("younger"));
            parkWithCleanUp("main");
        });

        assertThat(log).containsExactly("clean-up of younger", "clean-up of elder", "clean-up of main");
    }

    @Test
    void endsTheThreadOfAGeneratorThatIsSuspended() {
        RunOptions onThreads = RunOptions.defaults().engine("thread");
        AsyncGenerator<Integer> numbers = Async.generator(y -> {
            try {
                y.yield(1);
            } finally {
                log.add("clean-up of the body");
            }
        });

        Throwable deadlock = deadlockOf(() -> Async.run(onThreads, () -> {
            numbers.anext().await();
            park("what never comes");
        }));

        assertThat(log).containsExactly("clean-up of the body");
        assertThat(deadlock).hasNoSuppressedExceptions();
    }

    @Test
    void leavesNoThread() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();

        deadlockOf(() -> {
            IntStream.range(0, 10).forEach(i -> threads.add(fork("s", () -> park("the end"))));
            stepBack();
            park("the end");
        });

        assertThat(threads).hasSize(10).allSatisfy(Thread::join);
    }

    @Test
    void neverBeginsAStrandThatHasNotBegun() {
        deadlockOf(() -> {
            fork("a", () -> {
                try {
                    park("what never comes");
                } finally {
                    catchThrowable(() -> fork("too late", () -> log.add("began")));
                }
            });
            park("what never comes");
        });

        assertThat(log).isEmpty();
    }

    @Test
    void passesACatchOfException() {
        deadlockOf(() -> {
            try {
                park("what never comes");
                log.add("went on");
            } catch (Exception e) {
                log.add("caught");
            }
        });

        assertThat(log).isEmpty();
    }

    @Test
    void leavesBehindAStrandThatDoesNotEndAndSaysSo() {
        Throwable deadlock = deadlockOf(() -> fork("stubborn", DeadlockSpec::parkForEver));

        assertThat(deadlock.getSuppressed())
                .singleElement()
                .asString()
                .contains("still there, its thread parked or blocked: [stubborn#1]");
    }

    @Test
    void suppressesWhatFailsInTheCleanUp() {
        var inCleanUp = new IllegalStateException("in the clean-up");

        Throwable deadlock = deadlockOf(() -> fork("broken", () -> {
            try {
                park("what never comes");
            } finally {
                failWith(inCleanUp);
            }
        }));

        assertThat(deadlock.getSuppressed()).containsExactly(inCleanUp);
    }

    @Test
    void isNoMatterForAnotherRun() throws Exception {
        var done = new CountDownLatch(1);

        deadlockOf(() -> park("what never comes"));
        VirtualTime.run(done::countDown);

        assertThat(done.getCount()).isZero();
    }

    @Test
    void isAnAssertionErrorSoThatTestsFail() {
        assertThatThrownBy(() -> VirtualTime.run(() -> park("what never comes")))
                .isInstanceOf(AssertionError.class);
    }

    private static Throwable deadlockOf(Action code) {
        Throwable thrown = catchThrowable(() -> VirtualTime.run(() -> {
            code.run();
            park("the end of the deadlock");
        }));
        assertThat(thrown).isInstanceOf(Deadlock.class);
        return thrown;
    }

    private static List<String> linesAfter(Throwable thrown, String line) {
        List<String> lines = thrown.getMessage().lines().toList();
        int start = lines.indexOf("  " + line);
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(next -> next.startsWith("      at"))
                .toList();
    }

    private void parkWithCleanUp(String who) {
        try {
            park("what never comes");
        } finally {
            log.add("clean-up of " + who);
        }
    }

    private static void failWith(RuntimeException failure) {
        throw failure;
    }

    private static void parkForEver() {
        while (true) {
            try {
                park("what never comes");
            } catch (Error e) {
                assertThat(e).isInstanceOf(Unwound.class);
            }
        }
    }
}
