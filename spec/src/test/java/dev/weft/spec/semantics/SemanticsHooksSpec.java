package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static dev.weft.spec.semantics.GarbageCollector.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Section O of the semantics: the hooks of a run, which are told of generators that begin and of those that were
/// dropped. Those tests that need the garbage collector run in real time and wait for events alone.
@Timeout(60)
class SemanticsHooksSpec {

    private final Notes notes = new Notes();

    @VirtualTimeTest
    void s112_theHookForFirstIterationsRunsOnceAtTheFirstStepAndNotAtItsMaking() throws Exception {
        RunOptions options =
                RunOptions.defaults().onFirstIteration(generator -> notes.add("first use of " + generator));

        run(options, () -> {
            AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);
            var step = numbers.anext();
            notes.add("made");
            step.await();
            notes.add("stepped");
            numbers.anext().await();
            numbers.close();
        });

        assertThat(notes)
                .containsExactly(
                        "made", "first use of numbers", "stepped", "numbers sees GeneratorExit", "numbers clean");
    }

    @VirtualTimeTest
    void s112_theHookRunsHoweverTheGeneratorIsRead() throws Exception {
        RunOptions options =
                RunOptions.defaults().onFirstIteration(generator -> notes.add("first use of " + generator));

        run(options, () -> {
            generator("pushed", y -> y.yield(1)).each(n -> {});
            for (Object element : generator("looped", y -> y.yield(1))) {
                assertThat(element).isEqualTo(1);
            }
            generator("outer", y -> y.yieldAll(generator("inner", z -> z.yield(1))))
                    .each(n -> {});
            generator("pulled outer", y -> y.yieldAll(generator("pulled inner", z -> z.yield(1))))
                    .anext()
                    .await();
        });

        assertThat(notes)
                .containsExactly(
                        "first use of pushed",
                        "first use of looped",
                        "first use of outer",
                        "first use of inner",
                        "first use of pulled outer",
                        "first use of pulled inner");
    }

    @VirtualTimeTest
    void s112_theHookDoesNotRunForAGeneratorThatIsClosedBeforeItsFirstStep() throws Exception {
        RunOptions options =
                RunOptions.defaults().onFirstIteration(generator -> notes.add("first use of " + generator));

        run(options, () -> {
            notes.numbers("closed", 1).close();
            var thrown = notes.numbers("thrown into", 1).athrow(new IOException("thrown in"));
            assertThat(catchThrowable(thrown::await)).isInstanceOf(IOException.class);
        });

        assertThat(notes).isEmpty();
    }

    // ---- the finaliser ----

    @Test
    void s113_theFinaliserIsThatOfTheRunInWhichTheGeneratorWasFirstIterated() throws Exception {
        var finalised = new CountDownLatch(1);

        run(noting("the first run's finaliser", finalised), () -> {
            var numbers = new AtomicReference<>(suspended());
            run(noting("the second run's finaliser", finalised), () -> {
                assertThat(numbers.get().anext().await()).isEqualTo(2);
                numbers.set(null);
                GarbageCollector.runUntil(finalised);
            });
        });

        assertThat(notes).first().isEqualTo("the first run's finaliser");
    }

    @Test
    void s113_aFailureOfTheFinaliserIsALateErrorAndTheGeneratorIsClosedAllTheSame() throws Exception {
        var closed = new CountDownLatch(1);
        var failure = new IllegalStateException("of the hook");
        Consumer<LateError> late = error -> notes.add("late " + error.error().getMessage());
        RunOptions options = RunOptions.defaults().lateErrors(late).onFinalise(generator -> {
            throw failure;
        });

        run(options, () -> {
            drop(notes.onesUntil(closed));
            GarbageCollector.runUntil(closed);
        });

        assertThat(notes).containsExactly("late of the hook", "closed");
    }

    @Test
    void s113_aHookMayKeepItsHandleWithoutKeepingTheGeneratorOpen() throws Exception {
        var closed = new CountDownLatch(1);
        var kept = new ArrayList<AsyncGenerator<?>>();

        run(RunOptions.defaults().onFirstIteration(kept::add), () -> {
            drop(notes.onesUntil(closed));
            GarbageCollector.runUntil(closed);
        });

        assertThat(kept).hasSize(1);
    }

    @Test
    void s115_thereIsNoFinaliserForUnstartedExhaustedOrClosedGenerators() throws Exception {
        var suspendedOne = new CountDownLatch(1);
        RunOptions options = RunOptions.defaults().onFinalise(generator -> {
            notes.add("finaliser of " + generator);
            suspendedOne.countDown();
        });

        run(options, () -> {
            dropOthers();
            drop(generator("suspended", y -> y.yield(1)));
            // The collector has seen all of them when it has seen the one that it can tell of.
            GarbageCollector.runUntil(suspendedOne);
        });

        assertThat(notes).containsExactly("finaliser of suspended");
    }

    private void dropOthers() throws Exception {
        AsyncGenerator<Integer> unstarted = generator("unstarted", y -> y.yield(1));
        assertThat(unstarted).isNotNull();

        AsyncGenerator<Integer> exhausted = generator("exhausted", y -> y.yield(1));
        assertThat(exhausted.anext().await()).isEqualTo(1);
        assertThat(catchThrowable(exhausted.anext()::await)).isInstanceOf(StopAsyncIteration.class);

        AsyncGenerator<Integer> closed = generator("closed", y -> y.yield(1));
        drop(closed);
        closed.close();
    }

    // ---- helpers ----

    private AsyncGenerator<Integer> suspended() throws Exception {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);
        drop(numbers);
        return numbers;
    }

    private RunOptions noting(String line, CountDownLatch finalised) {
        return RunOptions.defaults().onFinalise(generator -> {
            notes.add(line);
            finalised.countDown();
        });
    }
}
