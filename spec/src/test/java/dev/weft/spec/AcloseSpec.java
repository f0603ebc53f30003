package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.AWAITED_TWICE;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;

/// `aclose` and `close`: the end that a consumer makes.
class AcloseSpec {

    private final Journal journal = new Journal();

    @VirtualTimeTest
    void theBodySeesAGeneratorExitAtItsYieldAndCleansUp() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } catch (GeneratorExit e) {
                journal.note("exit");
                throw e;
            } finally {
                journal.note("finally");
            }
        });
        numbers.anext().await();

        numbers.aclose().await();

        assertThat(journal).containsExactly("exit", "finally");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void describingACloseRunsNothing() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        numbers.aclose();

        assertThat(journal).containsExactly("body 1");
        numbers.close();
    }

    @VirtualTimeTest
    void anUnstartedGeneratorEndsWithoutRunning() {
        AsyncGenerator<Integer> fresh = journal.source("body", 1);

        fresh.close();

        assertThat(journal).isEmpty();
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(fresh.anext()::await);
    }

    @VirtualTimeTest
    void closingAnExhaustedGeneratorDoesNothing() throws Exception {
        AsyncGenerator<Integer> exhausted = journal.source("body", 1);
        exhausted.toList();

        exhausted.close();
        exhausted.aclose().await();

        assertThat(journal).containsExactly("body 1", "body closed");
    }

    @VirtualTimeTest
    void closingAFailedGeneratorDoesNothing() throws Exception {
        AsyncGenerator<Integer> failed = generator(y -> {
            throw new IllegalStateException("failed");
        });
        catchThrowable(failed.anext()::await);

        failed.close();
        failed.aclose().await();
    }

    @VirtualTimeTest
    void closingTwiceClosesOnce() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        numbers.close();
        numbers.close();
        numbers.aclose().await();

        assertThat(journal).containsExactly("body 1", "body closed");
    }

    @VirtualTimeTest
    void cleanUpMayWaitAndTheCloseTakesItsTimeInnermostFirst() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                try {
                    y.yield(1);
                } finally {
                    pause(20);
                    journal.noteTime("inner");
                }
            } finally {
                pause(30);
                journal.noteTime("outer");
            }
        });
        numbers.anext().await();

        numbers.close();

        assertThat(journal).containsExactly("inner at 20", "outer at 50");
        assertThat(now()).isEqualTo(50);
    }

    @VirtualTimeTest
    void theBodyMayCatchTheExitAndFinish() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } catch (GeneratorExit e) {
                journal.note("caught");
            }
            journal.note("went on");
        });
        numbers.anext().await();

        numbers.close();

        assertThat(journal).containsExactly("caught", "went on");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void aFailureOfTheCleanUpComesOutOnce() throws Exception {
        var failure = new IOException("of the clean-up");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(failure);
            }
        });
        numbers.anext().await();

        assertThat(catchThrowable(numbers.aclose()::await)).isSameAs(failure);
        numbers.aclose().await();
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void closeThrowsCheckedExceptionsAsTheyAre() throws Exception {
        var failure = new IOException("of the clean-up");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } catch (GeneratorExit e) {
                throw failure;
            }
        });
        numbers.anext().await();

        assertThat(catchThrowable(numbers::close)).isSameAs(failure);
    }

    @VirtualTimeTest
    void aHandlerOfExceptionsDoesNotSeeTheExit() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } catch (Exception e) {
                journal.note("swallowed");
            } finally {
                journal.note("finally");
            }
            journal.note("went on");
        });
        numbers.anext().await();

        numbers.close();

        assertThat(journal).containsExactly("finally");
    }

    @VirtualTimeTest
    @SuppressWarnings("finally")
    void aReturnInFinallySwallowsTheExit() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                return;
            }
        });
        numbers.anext().await();

        numbers.close();

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void aGeneratorExitOfTheBodyItselfSurfaces() {
        var own = new GeneratorExit();
        AsyncGenerator<Integer> numbers = generator(y -> {
            throw own;
        });

        assertThat(catchThrowable(numbers.anext()::await)).isSameAs(own);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void aCloseIsAwaitedOnce() throws Exception {
        AsyncGenerator<Integer> numbers = of(1);
        Awaitable<Void> close = numbers.aclose();
        close.await();

        assertThat(Refusal.of(close::await)).isEqualTo(AWAITED_TWICE);
    }

    @VirtualTimeTest
    void tryWithResourcesClosesOnNormalEnd() throws Exception {
        try (var numbers = journal.source("body", 1, 2)) {
            numbers.anext().await();
        }
        journal.note("after");

        assertThat(journal).containsExactly("body 1", "body closed", "after");
    }

    @VirtualTimeTest
    void tryWithResourcesClosesOnAFailureWhichStaysPrimary() {
        var ofTheBlock = new IllegalStateException("of the block");
        var ofTheCleanUp = new IllegalStateException("of the clean-up");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(ofTheCleanUp);
            }
        });

        var error = catchThrowable(() -> {
            try (numbers) {
                numbers.anext().await();
                throw ofTheBlock;
            }
        });

        assertThat(error).isSameAs(ofTheBlock).hasSuppressedException(ofTheCleanUp);
    }

    @VirtualTimeTest
    void tryWithResourcesOfAnUnstartedGeneratorIsHarmless() {
        try (var numbers = journal.source("body", 1)) {
            assertThat(numbers).isNotNull();
        }

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aCloseInAnotherTaskIsAClose() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        spawn(numbers.aclose()).await();

        assertThat(journal).containsExactly("body 1", "body closed");
    }

    @VirtualTimeTest
    void theCleanUpOfAGeneratorThatIsReadToItsEndRunsAtTheEnd() {
        AsyncGenerator<Integer> numbers = journal.source("body", 1);

        for (int number : numbers) {
            journal.note("read " + number);
        }
        journal.note("after");

        assertThat(journal).containsExactly("body 1", "read 1", "body closed", "after");
    }
}
