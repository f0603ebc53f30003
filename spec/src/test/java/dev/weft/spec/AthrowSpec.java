package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.AWAITED_TWICE;
import static dev.weft.GeneratorStateException.Reason.RAISED_STOP;
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

/// `athrow`: a step that throws at the yield at which the body stands.
class AthrowSpec {

    private final Journal journal = new Journal();
    private final IOException thrown = new IOException("thrown in");

    /// Yields 1, and answers an [IOException] with "handled" and "more".
    private final AsyncGenerator<String> forgiving = generator(y -> {
        try {
            y.yield("first");
        } catch (Exception e) {
            journal.note("caught " + e.getMessage());
            y.yield("handled");
            y.yield("more");
        }
    });

    @VirtualTimeTest
    void theBodyMayAnswerWithAnElement() throws Exception {
        forgiving.anext().await();

        String answer = forgiving.athrow(thrown).await();

        assertThat(answer).isEqualTo("handled");
        assertThat(journal).containsExactly("caught thrown in");
        forgiving.close();
    }

    @VirtualTimeTest
    void theGeneratorLivesOnAfterAnAnswer() throws Exception {
        forgiving.anext().await();
        forgiving.athrow(thrown).await();

        assertThat(forgiving.toList()).containsExactly("more");
    }

    @VirtualTimeTest
    void whatIsNotHandledComesBackAsTheSameObject() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        var error = catchThrowable(numbers.athrow(thrown)::await);

        assertThat(error).isSameAs(thrown);
        assertThat(journal).containsExactly("body 1", "body closed");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void errorsAreThrownInLikeExceptions() throws Exception {
        var error = new AssertionError("thrown in");
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        assertThat(catchThrowable(numbers.athrow(error)::await)).isSameAs(error);
    }

    @VirtualTimeTest
    void aBodyThatHandlesItByReturningEnds() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } catch (Exception e) {
                journal.note("handled");
            }
        });
        numbers.anext().await();

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.athrow(thrown)::await);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
        assertThat(journal).containsExactly("handled");
    }

    @VirtualTimeTest
    void whatReplacesItComesOut() throws Exception {
        var replacement = new IllegalStateException("instead");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } catch (Exception e) {
                throw replacement;
            }
        });
        numbers.anext().await();

        assertThat(catchThrowable(numbers.athrow(thrown)::await)).isSameAs(replacement);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void intoAnUnstartedGeneratorItRunsNothingAndEndsIt() {
        AsyncGenerator<Integer> fresh = journal.source("body", 1);

        assertThat(catchThrowable(fresh.athrow(thrown)::await)).isSameAs(thrown);
        assertThat(journal).isEmpty();
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(fresh.anext()::await);
    }

    @VirtualTimeTest
    void intoAnExhaustedGeneratorItComesOutEachTime() {
        AsyncGenerator<Integer> exhausted = of(1);
        exhausted.toList();

        assertThat(catchThrowable(exhausted.athrow(thrown)::await)).isSameAs(thrown);
        assertThat(catchThrowable(exhausted.athrow(thrown)::await)).isSameAs(thrown);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(exhausted.anext()::await);
    }

    @VirtualTimeTest
    void intoAFailedGeneratorItComesOut() {
        AsyncGenerator<Integer> failed = generator(y -> {
            throw new IllegalStateException("failed");
        });
        catchThrowable(failed.anext()::await);

        assertThat(catchThrowable(failed.athrow(thrown)::await)).isSameAs(thrown);
    }

    @VirtualTimeTest
    void intoAClosedGeneratorItComesOut() {
        AsyncGenerator<Integer> closed = of(1);
        closed.close();

        assertThat(catchThrowable(closed.athrow(thrown)::await)).isSameAs(thrown);
    }

    @VirtualTimeTest
    void theEndOfAnIterationThrownIntoAFinishedGeneratorComesOutAsItIs() {
        var end = new StopAsyncIteration();
        AsyncGenerator<Integer> closed = of(1);
        closed.close();

        assertThat(catchThrowable(closed.athrow(end)::await)).isSameAs(end);
    }

    @VirtualTimeTest
    void aGeneratorExitThrownInIsNoClose() throws Exception {
        var exit = new GeneratorExit();
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        assertThat(catchThrowable(numbers.athrow(exit)::await)).isSameAs(exit);
        assertThat(journal).containsExactly("body 1", "body closed");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void aGeneratorExitThrownInMayBeAnswered() throws Exception {
        AsyncGenerator<String> stubborn = generator(y -> {
            try {
                y.yield("first");
            } catch (GeneratorExit e) {
                y.yield("kept going");
            }
        });
        stubborn.anext().await();

        assertThat(stubborn.athrow(new GeneratorExit()).await()).isEqualTo("kept going");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(stubborn.anext()::await);
    }

    @VirtualTimeTest
    void theEndOfAnIterationThrownInDoesNotLookLikeTheEnd() throws Exception {
        var end = new StopAsyncIteration();
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        numbers.anext().await();

        var error = catchThrowable(numbers.athrow(end)::await);

        assertThat(Refusal.reasonOf(error)).isEqualTo(RAISED_STOP);
        assertThat(error).hasCause(end);
    }

    @VirtualTimeTest
    void theEndOfAnIterationThrownIntoAnUnstartedGeneratorDoesNotLookLikeTheEnd() {
        var end = new StopAsyncIteration();
        AsyncGenerator<Integer> fresh = journal.source("body", 1);

        var error = catchThrowable(fresh.athrow(end)::await);

        assertThat(Refusal.reasonOf(error)).isEqualTo(RAISED_STOP);
        assertThat(error).hasCause(end);
        assertThat(journal).isEmpty();
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(fresh.anext()::await);
    }

    @VirtualTimeTest
    void handlingMayTakeTime() throws Exception {
        AsyncGenerator<String> slow = generator(y -> {
            try {
                y.yield("first");
            } catch (IllegalStateException e) {
                pause(30);
                y.yield("answer");
            }
        });
        slow.anext().await();

        assertThat(slow.athrow(new IllegalStateException()).await()).isEqualTo("answer");
        assertThat(now()).isEqualTo(30);
        slow.close();
    }

    @VirtualTimeTest
    void aThrowIsAwaitedOnce() throws Exception {
        forgiving.anext().await();
        Awaitable<String> step = forgiving.athrow(thrown);
        step.await();

        assertThat(Refusal.of(step::await)).isEqualTo(AWAITED_TWICE);
        assertThat(journal).containsExactly("caught thrown in");
        assertThat(forgiving.anext().await()).isEqualTo("more");
        forgiving.close();
    }

    @VirtualTimeTest
    void aThrowThatFailedIsSpentToo() throws Exception {
        AsyncGenerator<Integer> numbers = of(1);
        numbers.anext().await();
        Awaitable<Integer> step = numbers.athrow(thrown);
        catchThrowable(step::await);

        assertThat(Refusal.of(step::await)).isEqualTo(AWAITED_TWICE);
    }
}
