package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static dev.weft.spec.semantics.GarbageCollector.drop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorExit;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Section O of the semantics: what becomes of generators that nobody closes. Those tests that need the garbage
/// collector run in real time and wait for events alone.
@Timeout(60)
class SemanticsFinalisationSpec {

    private final Notes notes = new Notes();

    // ---- dropped generators ----

    @Test
    void s114_aDroppedSuspendedGeneratorIsClosedLaterOnAnotherThread() throws Exception {
        var closed = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();

        run(() -> {
            drop(generator(y -> {
                try {
                    y.yield(1);
                } catch (GeneratorExit exit) {
                    notes.add("exit");
                    threads.add(Thread.currentThread());
                    throw exit;
                } finally {
                    closed.countDown();
                }
            }));
            GarbageCollector.runUntil(closed);
        });

        assertThat(notes).containsExactly("exit");
        assertThat(threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void s114_theLeakGuardWorksOutsideOfEveryRunToo() throws Exception {
        var closed = new CountDownLatch(1);

        drop(notes.onesUntil(closed));

        GarbageCollector.runUntil(closed);
    }

    @VirtualTimeTest
    void s114_theEndOfTheRunClosesADroppedGeneratorAtTheLatest() throws Exception {
        run(() -> {
            drop(notes.numbers("numbers", 3));
            notes.add("dropped");
        });
        notes.add("after the run");

        assertThat(notes).containsExactly("dropped", "numbers sees GeneratorExit", "numbers clean", "after the run");
    }

    // ---- the end of the run ----

    @VirtualTimeTest
    void s119_aCleanUpAtTheEndMayStartATaskAndAwaitIt() throws Exception {
        run(() -> drop(generator(y -> {
            try {
                y.yield(1);
            } finally {
                notes.add(spawn(this::help).await());
            }
        })));

        assertThat(notes).containsExactly("helped");
    }

    @VirtualTimeTest
    void s119_theCleanUpOfACancelledTaskMayDoSoToo() throws Exception {
        run(() -> {
            spawn(() -> {
                try {
                    sleep(Duration.ofMinutes(1));
                } finally {
                    notes.add(spawn(this::help).await());
                }
            });
            sleep(Duration.ofMillis(1));
        });

        assertThat(notes).containsExactly("helped");
    }

    @VirtualTimeTest
    void s119_whatACleanUpStartsAndDoesNotAwaitDoesNotOutliveTheRun() throws Exception {
        run(() -> drop(generator(y -> {
            try {
                y.yield(1);
            } finally {
                spawn(this::help);
                sleep(Duration.ofMillis(5));
                notes.addTimed("clean");
            }
        })));
        notes.addTimed("over");

        assertThat(notes).containsExactly("clean at 5", "help cancelled at 5", "over at 5");
    }

    private String help() throws InterruptedException {
        try {
            sleep(Duration.ofMillis(10));
            return "helped";
        } catch (InterruptedException e) {
            notes.addTimed("help cancelled");
            throw e;
        }
    }

    @Test
    void s120_aGeneratorDroppedJustBeforeTheEndSeesAnExitAndNoCancel() throws Exception {
        var found = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        RunOptions options = RunOptions.defaults().onFinalise(generator -> {
            found.countDown();
            awaitOpen(over);
        });

        run(options, () -> {
            drop(generator(y -> {
                try {
                    y.yield(1);
                } catch (Throwable e) {
                    notes.add(e.getClass().getSimpleName());
                    throw e;
                } finally {
                    gather(() -> "a wait", () -> "another one").await();
                    notes.add("clean");
                }
            }));
            // The guard is about to close the generator, but has not come to it, when the run ends.
            GarbageCollector.runUntil(found);
        });
        notes.add("after the run");
        over.countDown();

        assertThat(notes).containsExactly("GeneratorExit", "clean", "after the run");
    }

    @Test
    void s121_anErrorOfACollectedGeneratorReachesTheHandlerOfLateErrorsAlone() throws Exception {
        var failure = new IOException("of the clean-up");
        var late = new ArrayList<LateError>();
        var told = new CountDownLatch(1);
        RunOptions options = RunOptions.defaults().lateErrors(error -> {
            late.add(error);
            told.countDown();
        });

        String result = run(options, () -> {
            drop(generator("leaky", y -> {
                try {
                    y.yield(1);
                } finally {
                    fail(failure);
                }
            }));
            GarbageCollector.runUntil(told);
            return "went on";
        });

        assertThat(result).isEqualTo("went on");
        assertThat(late).singleElement().satisfies(error -> {
            assertThat(error.error()).isSameAs(failure);
            assertThat(error.subject().name()).isEqualTo("leaky");
        });
    }

    @Test
    void s122_cleanUpMayWaitWithoutARun() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                notes.add("begins");
                notes.add(spawn(() -> "waited").await());
            }
        });
        numbers.anext().await();

        numbers.close();

        assertThat(notes).containsExactly("begins", "waited");
    }

    // ---- helpers ----

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this", e);
        }
    }

    /// Throws; hides from the compiler that it does.
    private static void fail(Exception failure) throws Exception {
        throw failure;
    }
}
