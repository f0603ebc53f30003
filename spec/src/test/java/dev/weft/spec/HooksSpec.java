package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The hooks of a run: who is told of generators that begin, and of those that were dropped (S112, S113, S115).
class HooksSpec {

    private final Journal journal = new Journal();
    private final List<LateError> late = new ArrayList<>();
    private final RunOptions telling =
            RunOptions.defaults().onFirstIteration(generator -> journal.note("begins " + generator));

    // ---- the first iteration ----

    @EachDrive
    void theFirstIterationIsToldOnceBeforeAnythingOfTheBody(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("numbers", 1, 2);

        run(telling, () -> {
            drive.read(numbers, number -> journal.note("read " + number));
            return null;
        });

        assertThat(journal)
                .containsExactly("begins numbers", "numbers 1", "read 1", "numbers 2", "read 2", "numbers closed");
    }

    @VirtualTimeTest
    void aStepThatIsNeverAwaitedIsNoIteration() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("numbers", 1);

        run(telling, () -> numbers.anext());

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aGeneratorThatIsClosedBeforeItsFirstStepIsNotTold() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("numbers", 1);

        run(telling, () -> {
            numbers.close();
            return catchThrowable(journal.source("other", 1).athrow(new IllegalStateException())::await);
        });

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void theHandleOfTheHookIsEqualToThatOfTheConsumer() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("numbers", 1);
        var told = new ArrayList<AsyncGenerator<?>>();

        run(RunOptions.defaults().onFirstIteration(told::add), () -> numbers.toList());

        assertThat(told).singleElement().isEqualTo(numbers).hasSameHashCodeAs(numbers);
    }

    @VirtualTimeTest
    void theHookCannotStepTheGenerator() throws Exception {
        var options = RunOptions.defaults()
                .onFirstIteration(generator -> journal.note("" + Refusal.of(generator.anext()::await)));

        List<Integer> read = run(options, () -> of(1, 2).toList());

        assertThat(read).containsExactly(1, 2);
        assertThat(journal).containsExactly(ALREADY_RUNNING.name());
    }

    @VirtualTimeTest
    void aFailureOfTheHookIsALateErrorAndTheStepGoesOn() throws Exception {
        var failure = new IllegalStateException("of the hook");
        var options = RunOptions.defaults().lateErrors(late::add).onFirstIteration(generator -> {
            throw failure;
        });

        List<Integer> read = run(options, () -> of(1, 2).toList());

        assertThat(read).containsExactly(1, 2);
        assertThat(late).extracting(LateError::error).containsExactly(failure);
    }

    // ---- the drop, in real time ----

    private static boolean collected(CountDownLatch dropped) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            System.gc();
            if (dropped.await(100, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    private static void beginAndDrop(AsyncGenerator<Integer> numbers) throws Exception {
        numbers.anext().await();
    }

    @Test
    void aDroppedGeneratorIsToldInPlaceOfTheWarningAndClosedAfterwards() throws Exception {
        var closed = new CountDownLatch(1);
        var options = RunOptions.defaults().onFinalise(generator -> journal.note("dropped " + generator));
        try (var warnings = Warnings.capture()) {
            boolean finalised = run(options, () -> {
                beginAndDrop(generator("numbers", y -> {
                    try {
                        y.yield(1);
                    } finally {
                        journal.note("closed");
                        closed.countDown();
                    }
                }));
                return collected(closed);
            });

            assertThat(finalised).isTrue();
            assertThat(journal).containsExactly("dropped numbers", "closed");
            assertThat(warnings).isEmpty();
        }
    }

    @Test
    void theHookMayReadOn() throws Exception {
        var read = new CountDownLatch(1);
        var options = RunOptions.defaults().onFinalise(generator -> {
            journal.note("rest " + generator.toList());
            read.countDown();
        });

        boolean finalised = run(options, () -> {
            beginAndDrop(generator("numbers", y -> range(1, 4).forEach(y::yield)));
            return collected(read);
        });

        assertThat(finalised).isTrue();
        assertThat(journal).containsExactly("rest [2, 3]");
    }

    @Test
    void theHookOfTheRunOfTheFirstIterationCounts() throws Exception {
        var closed = new CountDownLatch(1);
        var inner = RunOptions.defaults().onFinalise(generator -> journal.note("inner"));
        var outer = RunOptions.defaults().onFinalise(generator -> journal.note("outer"));

        boolean finalised = run(outer, () -> {
            beginInnerAndDrop(inner, generator("numbers", y -> {
                try {
                    range(1, 4).forEach(y::yield);
                } finally {
                    closed.countDown();
                }
            }));
            return collected(closed);
        });

        assertThat(finalised).isTrue();
        assertThat(journal).containsExactly("outer");
    }

    /// Begins in the outer run, goes on in an inner one.
    private static void beginInnerAndDrop(RunOptions inner, AsyncGenerator<Integer> numbers) throws Exception {
        numbers.anext().await();
        run(inner, () -> numbers.anext().await());
    }

    @Test
    void whatIsStillHeldAtTheEndOfTheRunIsClosedThereWithoutTheHook() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("numbers", 1, 2);
        var options = RunOptions.defaults().onFinalise(generator -> journal.note("dropped"));

        run(options, () -> numbers.anext().await());

        assertThat(journal).containsExactly("numbers 1", "numbers closed");
    }
}
