package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.IGNORED_EXIT;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;

/// A body that yields although it is being closed: rule W1 with F4 and F5.
class IgnoredExitSpec {

    private final Journal journal = new Journal();

    /// Begins, is closed, and yields this often before it ends.
    private AsyncGenerator<Integer> ignoring(int exits) {
        return generator(y -> {
            int seen = 0;
            while (seen <= exits) {
                try {
                    y.yield(seen);
                } catch (GeneratorExit e) {
                    seen++;
                    journal.note("exit " + seen);
                }
            }
            journal.note("end");
        });
    }

    @VirtualTimeTest
    void theRefusedYieldThrowsTheExitAgain() throws Exception {
        AsyncGenerator<Integer> stubborn = ignoring(1);
        stubborn.anext().await();

        assertThat(Refusal.of(stubborn::close)).isEqualTo(IGNORED_EXIT);

        assertThat(journal).containsExactly("exit 1", "exit 2", "end");
    }

    @VirtualTimeTest
    void everyFurtherYieldIsRefusedUntilTheBodyEnds() throws Exception {
        AsyncGenerator<Integer> stubborn = ignoring(3);
        stubborn.anext().await();

        assertThat(Refusal.of(stubborn::close)).isEqualTo(IGNORED_EXIT);

        assertThat(journal).containsExactly("exit 1", "exit 2", "exit 3", "exit 4", "end");
    }

    @VirtualTimeTest
    void aBodyMayTakeNinetyNineExitsAndStillEnd() throws Exception {
        AsyncGenerator<Integer> stubborn = ignoring(98);
        stubborn.anext().await();

        assertThat(Refusal.of(stubborn::close)).isEqualTo(IGNORED_EXIT);

        assertThat(journal).hasSize(100).contains("exit 99").endsWith("end");
    }

    @VirtualTimeTest
    void theHundredthExitIsTheLastOne() throws Exception {
        AsyncGenerator<Integer> stubborn = ignoring(Integer.MAX_VALUE - 1);
        stubborn.anext().await();

        assertThat(Refusal.of(stubborn::close)).isEqualTo(IGNORED_EXIT);

        assertThat(journal).hasSize(100).endsWith("exit 100");
    }

    @VirtualTimeTest
    void theGeneratorIsFinishedAfterwards() throws Exception {
        var thrown = new IOException("thrown in");
        AsyncGenerator<Integer> stubborn = ignoring(1);
        stubborn.anext().await();
        catchThrowable(stubborn::close);

        stubborn.close();
        stubborn.aclose().await();
        assertThat(catchThrowable(stubborn.athrow(thrown)::await)).isSameAs(thrown);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(stubborn.anext()::await);
        assertThat(journal).containsExactly("exit 1", "exit 2", "end");
    }

    @VirtualTimeTest
    void anAbandonedGeneratorIsFinishedToo() throws Exception {
        AsyncGenerator<Integer> stubborn = ignoring(Integer.MAX_VALUE - 1);
        stubborn.anext().await();
        catchThrowable(stubborn::close);

        stubborn.close();
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(stubborn.anext()::await);
    }

    @VirtualTimeTest
    void theCloseWaitsForABodyThatIgnoresTheExitAndTakesItsTime() throws Exception {
        AsyncGenerator<Integer> stubborn = generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(10);
                try {
                    y.yield(2);
                } finally {
                    pause(20);
                    journal.note("end");
                }
            }
        });
        stubborn.anext().await();

        assertThat(Refusal.of(stubborn::close)).isEqualTo(IGNORED_EXIT);

        assertThat(journal).containsExactly("end");
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void aFailureOfABodyThatIgnoredTheExitIsSecondary() throws Exception {
        var failure = new IOException("of the body");
        AsyncGenerator<Integer> stubborn = generator(y -> {
            try {
                y.yield(1);
            } catch (GeneratorExit first) {
                try {
                    y.yield(2);
                } catch (GeneratorExit second) {
                    throw failure;
                }
            }
        });
        stubborn.anext().await();

        var error = catchThrowable(stubborn::close);

        assertThat(Refusal.reasonOf(error)).isEqualTo(IGNORED_EXIT);
        assertThat(error).hasSuppressedException(failure);
    }

    @VirtualTimeTest
    void aCancelOfABodyThatIgnoredTheExitIsSecondary() throws Exception {
        AsyncGenerator<Integer> stubborn = generator(y -> {
            try {
                y.yield(1);
            } catch (GeneratorExit first) {
                try {
                    y.yield(2);
                } catch (GeneratorExit second) {
                    pause(100);
                }
            }
        });
        stubborn.anext().await();
        Task<Void> closer = spawn(stubborn.aclose());
        pause(10);

        closer.cancel();
        var error = catchThrowable(closer::await);

        assertThat(Refusal.reasonOf(error)).isEqualTo(IGNORED_EXIT);
        assertThat(error.getSuppressed()).hasAtLeastOneElementOfType(InterruptedException.class);
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void aBodyThatCatchesTheExitAndEndsHasNotIgnoredIt() throws Exception {
        AsyncGenerator<Integer> polite = ignoring(0);
        polite.anext().await();

        polite.close();

        assertThat(journal).containsExactly("exit 1", "end");
    }

    @VirtualTimeTest
    void finallyMayYieldOutsideAClose() {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                y.yield(3);
            }
        });

        assertThat(numbers.toList()).containsExactly(1, 2, 3);
    }

    @VirtualTimeTest
    void finallyMayYieldWhileAFailureIsPendingWhichThenGoesOn() throws Exception {
        var failure = new IOException("pending");
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                throw failure;
            } finally {
                y.yield("from finally");
            }
        });

        assertThat(numbers.anext().await()).isEqualTo("from finally");
        assertThat(catchThrowable(numbers.anext()::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void aJoinedCloseSharesTheIgnoredExit() throws Exception {
        AsyncGenerator<Integer> stubborn = generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(30);
                y.yield(2);
            }
        });
        stubborn.anext().await();
        Task<Void> first = spawn(stubborn.aclose());
        pause(10);

        var joined = catchThrowable(stubborn.aclose()::await);

        assertThat(Refusal.reasonOf(joined)).isEqualTo(IGNORED_EXIT);
        assertThat(catchThrowable(first::await)).isSameAs(joined);
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void aStepThatSwallowedTheCancelOfACloseAndYieldedHasNotIgnoredTheExit() throws Exception {
        AsyncGenerator<String> numbers = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                y.yield("late");
            } finally {
                journal.note("finally");
            }
        });
        Task<String> step = spawn(numbers.anext());
        pause(10);

        numbers.close();

        assertThat(step.await()).isEqualTo("late");
        assertThat(journal).containsExactly("finally");
    }
}
