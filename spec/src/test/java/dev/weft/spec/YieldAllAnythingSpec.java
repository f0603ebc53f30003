package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;

/// More of what [YieldAllCloseSpec] specifies: what is no generator, and plain loops.
class YieldAllAnythingSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Answers what it is sent, three times, and returns "inner result".
    private final Dialogue<String, String, String> inner = dialogue("inner", y -> {
        try {
            String sent = y.yield("ready");
            sent = y.yield("inner got " + sent);
            y.yield("inner got " + sent);
            return "inner result";
        } catch (Throwable t) {
            journal.note("inner sees " + t.getClass().getSimpleName());
            throw t;
        } finally {
            pause(10);
            journal.noteTime("inner clean");
        }
    });

    /// Delegates to [#inner] and yields its result.
    private final Dialogue<String, String, String> outer = dialogue("outer", y -> {
        try {
            String result = y.yieldAll(inner);
            y.yield("outer has " + result);
            return "outer result";
        } catch (Throwable t) {
            journal.note("outer sees " + t.getClass().getSimpleName());
            throw t;
        } finally {
            journal.noteTime("outer clean");
        }
    });

    private AsyncGenerator<Integer> delegating(String name, AsyncGenerator<Integer> source) {
        return generator(name, y -> {
            try {
                y.yieldAll(source);
            } finally {
                journal.note(name + " closed");
            }
        });
    }

    // ---- other iterables ----

    @EachDrive
    void anyAsyncIterableIsReadAndClosed(Drive drive) throws Exception {
        AsyncIterable<Integer> iterable = () -> journal.source("inner", 1, 2);
        AsyncGenerator<Integer> delegating = generator(y -> {
            y.yieldAll(iterable);
            journal.note("outer goes on");
        });

        drive.read(delegating, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("inner 1", "read 1", "inner 2", "read 2", "inner closed", "outer goes on");
    }

    @EachDrive
    void anIteratorWrittenByHandIsClosedOnEveryExit(Drive drive) {
        AsyncGenerator<Integer> delegating = delegatingTo(new CloseableIterator());

        var error = catchThrowable(() -> drive.read(delegating, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("iterator closed", "outer closed");
    }

    @EachDrive
    void anIteratorWrittenByHandIsClosedAtItsEnd(Drive drive) throws Exception {
        AsyncGenerator<Integer> delegating = delegatingTo(new CloseableIterator());

        drive.read(delegating, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 1", "read 2", "iterator closed", "outer closed");
    }

    private AsyncGenerator<Integer> delegatingTo(AsyncIterator<Integer> iterator) {
        return generator(y -> {
            try {
                y.yieldAll(iterator);
            } finally {
                journal.note("outer closed");
            }
        });
    }

    private final class CloseableIterator implements AsyncIterator<Integer>, AutoCloseable {
        private int last;

        @Override
        public Awaitable<Integer> anext() {
            return () -> {
                if (last == 2) {
                    throw new StopAsyncIteration();
                }
                return ++last;
            };
        }

        @Override
        public void close() {
            journal.note("iterator closed");
        }
    }

    @EachDrive
    void operatorsAreDelegatedToLikeGenerators(Drive drive) throws Exception {
        AsyncGenerator<Integer> delegating = generator(y -> {
            y.yieldAll(of(1, 2, 3).map(number -> number * 10).take(2));
            y.yield(0);
        });

        drive.read(delegating, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 10", "read 20", "read 0");
    }

    @VirtualTimeTest
    void twoOuterGeneratorsMayShareAPlainLoopOverOneSource() throws Exception {
        AsyncGenerator<Integer> source = range(0, 4);
        AsyncGenerator<String> x = naming("x", source);
        AsyncGenerator<String> y = naming("y", source);

        var read = List.of(
                x.anext().await(),
                y.anext().await(),
                x.anext().await(),
                y.anext().await());

        assertThat(read).containsExactly("x0", "y1", "x2", "y3");
        x.close();
        y.close();
        source.close();
    }

    private static AsyncGenerator<String> naming(String name, AsyncGenerator<Integer> source) {
        return generator(y -> {
            for (int number : source) {
                y.yield(name + number);
            }
        });
    }

    @VirtualTimeTest
    void closingAnOuterGeneratorWithAPlainLoopLeavesTheInnerOneOpen() throws Exception {
        AsyncGenerator<Integer> source = journal.source("inner", 1, 2);
        AsyncGenerator<Integer> looping = generator(y -> {
            for (int number : source) {
                y.yield(number);
            }
        });
        looping.anext().await();

        looping.close();

        assertThat(journal).containsExactly("inner 1");
        assertThat(source.anext().await()).isEqualTo(2);
        source.close();
    }
}
