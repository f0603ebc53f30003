package dev.weft.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.StopAsyncIteration;

/// A source in a [Laboratory] that knows how it was treated: an iterator, or a generator that does the same.
final class Probe implements AsyncIterator<Integer>, AutoCloseable {

    private final Laboratory laboratory;
    private final int end;
    private final int failAt;
    private int next;
    private boolean stepping;
    private boolean begun;
    private int closed;
    private AsyncGenerator<Integer> generator;

    Probe(Laboratory laboratory, int first, int end, int failAt) {
        this.laboratory = laboratory;
        this.end = end;
        this.failAt = failAt;
        next = first;
    }

    /// Makes a generator of the same numbers. It stands for this from now on.
    AsyncGenerator<Integer> asGenerator() {
        generator = Async.generator("numbers", y -> {
            begun = true;
            try {
                while (true) {
                    laboratory.awhile();
                    if (isOver()) {
                        return;
                    }
                    y.yield(next++);
                }
            } finally {
                close();
            }
        });
        return generator;
    }

    @Override
    public Awaitable<Integer> anext() {
        return () -> {
            assertThat(stepping).as("two steps at once").isFalse();
            assertThat(closed).as("a step after the close").isZero();
            begun = true;
            stepping = true;
            try {
                laboratory.awhile();
                if (isOver()) {
                    throw new StopAsyncIteration();
                }
                return next++;
            } finally {
                stepping = false;
            }
        };
    }

    private boolean isOver() throws Exception {
        if (next == failAt) {
            throw laboratory.failure();
        }
        return next == end;
    }

    @Override
    public void close() {
        assertThat(stepping).as("closed during a step").isFalse();
        closed++;
        laboratory.linger();
    }

    void checkClosedOnce() throws Exception {
        if (generator == null) {
            assertThat(closed).as("closes of the iterator").isEqualTo(1);
        } else {
            assertThat(closed).as("ends of the body").isEqualTo(begun ? 1 : 0);
            assertThat(generator.anext(-1).await()).as("a closed generator").isEqualTo(-1);
        }
    }
}
