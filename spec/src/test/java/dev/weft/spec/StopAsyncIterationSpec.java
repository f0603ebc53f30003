package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.RAISED_STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterator;
import dev.weft.Dialogue;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;

/// `StopAsyncIteration`: the end, and what only looks like it.
class StopAsyncIterationSpec {

    private final Journal journal = new Journal();
    private final StopAsyncIteration stop = new StopAsyncIteration();

    @EachDrive
    void raisedByABodyIsAnErrorAndNotTheEnd(Drive drive) {
        AsyncGenerator<Integer> careless = generator(y -> {
            y.yield(1);
            throw stop;
        });

        var error = catchThrowable(() -> drive.read(careless, number -> journal.note("read " + number)));

        assertThat(Refusal.reasonOf(error)).isEqualTo(RAISED_STOP);
        assertThat(error).hasCause(stop);
        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void theEndOfAnInnerGeneratorThatABodyDoesNotCatchIsAnError(Drive drive) {
        AsyncGenerator<Integer> careless = generator(y -> {
            AsyncGenerator<Integer> inner = of(1);
            while (true) {
                y.yield(inner.anext().await());
            }
        });

        var error = catchThrowable(() -> drive.read(careless, number -> journal.note("read " + number)));

        assertThat(Refusal.reasonOf(error)).isEqualTo(RAISED_STOP);
        assertThat(journal).containsExactly("read 1");
    }

    @VirtualTimeTest
    void afterTheErrorTheGeneratorHasEnded() {
        AsyncGenerator<Integer> careless = generator(y -> {
            throw stop;
        });
        catchThrowable(careless.anext()::await);

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(careless.anext()::await);
    }

    @VirtualTimeTest
    void raisedByADialogueIsAnErrorToo() {
        Dialogue<Integer, String, String> careless = dialogue(y -> {
            throw stop;
        });

        assertThat(Refusal.of(careless.asend(null)::await)).isEqualTo(RAISED_STOP);
    }

    @VirtualTimeTest
    void raisedByTheCleanUpIsAnErrorToo() throws Exception {
        AsyncGenerator<Integer> careless = generator(y -> {
            try {
                y.yield(1);
            } finally {
                raise();
            }
        });
        careless.anext().await();

        assertThat(Refusal.of(careless::close)).isEqualTo(RAISED_STOP);
    }

    private void raise() {
        throw stop;
    }

    @EachDrive
    void raisedByTheConsumerLeavesTheLoopAsItIs(Drive drive) {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);

        var error = catchThrowable(() -> drive.read(numbers, number -> {
            throw stop;
        }));

        assertThat(error).isSameAs(stop);
        assertThat(journal).containsExactly("body 1", "body closed");
    }

    @VirtualTimeTest
    void raisedByAFunctionOfAnOperatorDoesNotLookLikeTheEnd() {
        AsyncGenerator<Integer> mapped = of(1, 2).map(number -> {
            throw stop;
        });

        var error = catchThrowable(mapped::toList);

        assertThat(Refusal.reasonOf(error)).isEqualTo(RAISED_STOP);
    }

    @VirtualTimeTest
    void raisedByAFunctionOfAnOperatorDoesNotLookLikeTheEndOfAStep() {
        AsyncGenerator<Integer> filtered = of(1, 2).filter(number -> {
            throw stop;
        });

        assertThat(Refusal.of(filtered.anext()::await)).isEqualTo(RAISED_STOP);
    }

    @VirtualTimeTest
    void ofAnIteratorWrittenByHandIsItsEnd() {
        AsyncIterator<Integer> empty = () -> () -> {
            throw new StopAsyncIteration();
        };

        assertThat(empty.toList()).isEmpty();
        assertThat(empty.map(number -> number + 1).toList()).isEmpty();
    }

    @VirtualTimeTest
    void aBodyMayCatchTheEndOfWhatItReads() {
        AsyncGenerator<String> careful = generator(y -> {
            try {
                of().anext().await();
            } catch (StopAsyncIteration end) {
                y.yield("the end");
            }
        });

        assertThat(careful.toList()).containsExactly("the end");
    }
}
