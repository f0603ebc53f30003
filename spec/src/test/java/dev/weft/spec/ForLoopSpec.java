package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The `for` loop over anything async.
class ForLoopSpec {

    private final Journal journal = new Journal();

    @VirtualTimeTest
    void waitsForEachElement() {
        AsyncGenerator<Integer> numbers = generator(y -> {
            pause(10);
            y.yield(1);
            pause(20);
            y.yield(2);
        });

        for (int number : numbers) {
            journal.noteTime("read " + number);
        }

        assertThat(journal).containsExactly("read 1 at 10", "read 2 at 30");
    }

    @VirtualTimeTest
    void asksForTheIteratorOnceAndForOneElementPerTurn() {
        AsyncIterator<Integer> iterator = new AsyncIterator<>() {
            private int last;

            @Override
            public dev.weft.Awaitable<Integer> anext() {
                journal.note("anext");
                return () -> {
                    if (last == 2) {
                        throw new StopAsyncIteration();
                    }
                    return ++last;
                };
            }
        };
        AsyncIterable<Integer> iterable = () -> {
            journal.note("aiter");
            return iterator;
        };

        for (int number : iterable) {
            journal.note("read " + number);
        }

        assertThat(journal).containsExactly("aiter", "anext", "read 1", "anext", "read 2", "anext");
    }

    @VirtualTimeTest
    void breakLeavesTheGeneratorOpen() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);

        for (int number : numbers) {
            assertThat(number).isEqualTo(1);
            break;
        }

        assertThat(journal).containsExactly("body 1");
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
        assertThat(journal).containsExactly("body 1", "body 2", "body closed");
    }

    @VirtualTimeTest
    void aFailureOfTheLoopDoesNotEnterTheGenerator() throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);
        var failure = new IllegalStateException("of the loop");

        var error = catchThrowable(() -> {
            for (int number : numbers) {
                throw failure;
            }
        });

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("body 1");
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @VirtualTimeTest
    void theEndOfAnIterationThrownByTheLoopIsAFailureOfTheLoop() throws Exception {
        AsyncGenerator<Integer> numbers = of(1, 2);
        var stop = new StopAsyncIteration();

        var error = catchThrowable(() -> {
            for (int number : numbers) {
                throw stop;
            }
        });

        assertThat(error).isSameAs(stop);
        numbers.close();
    }

    @VirtualTimeTest
    void successiveLoopsShareThePosition() {
        AsyncGenerator<Integer> numbers = of(1, 2, 3, 4);
        var first = new ArrayList<Integer>();
        var second = new ArrayList<Integer>();

        for (int number : numbers) {
            first.add(number);
            if (number == 2) {
                break;
            }
        }
        for (int number : numbers) {
            second.add(number);
        }

        assertThat(first).isEqualTo(List.of(1, 2));
        assertThat(second).isEqualTo(List.of(3, 4));
    }

    @VirtualTimeTest
    void aFinishedGeneratorIsAnEmptyLoop() {
        AsyncGenerator<Integer> numbers = of(1, 2);
        numbers.toList();

        for (int number : numbers) {
            journal.note("read " + number);
        }

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aClosedGeneratorIsAnEmptyLoop() {
        AsyncGenerator<Integer> numbers = of(1, 2);
        numbers.close();

        for (int number : numbers) {
            journal.note("read " + number);
        }

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void checkedExceptionsOfTheBodyComeOutAsTheSameInstance() {
        var failure = new IOException("of the body");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.yield(1);
            throw failure;
        });

        var error = catchThrowable(() -> {
            for (int number : numbers) {
                journal.note("read " + number);
            }
        });

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    @VirtualTimeTest
    void anInterruptWhileTheLoopWaitsComesOutAsAnInterruptedException() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            pause(100);
            y.yield(1);
        });
        var loop = spawn(() -> catchThrowable(() -> numbers.iterator().hasNext()));
        pause(10);

        loop.cancel();

        assertThat(loop.await()).isInstanceOf(InterruptedException.class);
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void inATryWithResourcesBreakClosesAndAwaitsTheCleanUp() {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(10);
                journal.noteTime("clean");
            }
        });

        try (numbers) {
            for (int number : numbers) {
                journal.note("read " + number);
                break;
            }
        }
        journal.noteTime("after");

        assertThat(journal).containsExactly("read 1", "clean at 10", "after at 10");
    }

    @VirtualTimeTest
    void theIteratorReadsAheadOnlyWhenAskedWhetherThereIsMore() {
        Iterator<Integer> numbers = journal.source("body", 1, 2).iterator();
        assertThat(journal).isEmpty();

        assertThat(numbers.hasNext()).isTrue();
        assertThat(numbers.hasNext()).isTrue();
        assertThat(journal).containsExactly("body 1");

        assertThat(numbers.next()).isEqualTo(1);
        assertThat(journal).containsExactly("body 1");

        assertThat(numbers.next()).isEqualTo(2);
        assertThat(numbers.hasNext()).isFalse();
    }

    @VirtualTimeTest
    void theIteratorHasNothingBehindTheEnd() {
        Iterator<Integer> numbers = of(1).iterator();
        numbers.next();

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(numbers::next);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(numbers::next);
        assertThat(numbers.hasNext()).isFalse();
    }

    @VirtualTimeTest
    void aSourceThatMakesAGeneratorForEachReaderIsReadAnyNumberOfTimes() {
        AsyncIterable<Integer> numbers = () -> of(1, 2);

        assertThat(numbers.toList()).containsExactly(1, 2);
        assertThat(numbers.toList()).containsExactly(1, 2);
        assertThat(numbers).containsExactly(1, 2);
    }

    @VirtualTimeTest
    void anExceptionOfTheLoopStaysPrimaryInATryWithResources() {
        var ofTheLoop = new IOException("of the loop");
        var ofTheCleanUp = new IOException("of the clean-up");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(ofTheCleanUp);
            }
        });

        var error = catchThrowable(() -> {
            try (numbers) {
                for (int number : numbers) {
                    throw ofTheLoop;
                }
            }
        });

        assertThat(error).isSameAs(ofTheLoop);
        assertThat(error.getSuppressed()).containsExactly(ofTheCleanUp);
    }
}
