package dev.weft.benchmarks;

import dev.weft.Async;
import dev.weft.RunOptions;
import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Engine;
import dev.weft.spi.Runtime;
import java.util.Iterator;
import java.util.concurrent.Callable;

/// What a patient programmer writes in place of a generator: the state machine, by hand.
final class HandWritten {

    private static final RunOptions ENGINE = RunOptions.defaults().engine("hand-written");

    private HandWritten() {}

    /// Runs code in which every body counts from 0 to below [Pull#N], by a state machine behind Weft's own generator.
    static <T> T run(Callable<T> code) throws Exception {
        return Async.run(ENGINE, code);
    }

    /// An iterator, without anything around it.
    static final class Counting implements Iterator<Integer> {
        private final int n;
        private int i;

        Counting(int n) {
            this.n = n;
        }

        @Override
        public boolean hasNext() {
            return i < n;
        }

        @Override
        public Integer next() {
            return i++;
        }
    }

    /// The engine that has one body by heart.
    public static final class ByHeart implements Engine {

        /// Made by the service loader.
        public ByHeart() {}

        @Override
        public String name() {
            return "hand-written";
        }

        @Override
        public int rank() {
            return Integer.MIN_VALUE;
        }

        @Override
        public Coroutine coroutine(Body body, Runtime runtime) {
            return new CountingFrame(Pull.N);
        }

        @Override
        public String reasonAgainst(Body body) {
            return null;
        }
    }

    /// The state machine of `for (int i = 0; i < n; i++) y.yield(i)`.
    private static final class CountingFrame implements Coroutine {
        private final int n;
        private int state;
        private int i;

        CountingFrame(int n) {
            this.n = n;
        }

        @Override
        public Object resume(Object sent, Throwable thrown) throws Throwable {
            switch (state) {
                case 0 -> i = 0;
                case 1 -> {
                    if (thrown != null) {
                        throw thrown;
                    }
                    i++;
                }
                default -> throw new IllegalStateException("state " + state);
            }
            if (i < n) {
                state = 1;
                return i;
            }
            return END;
        }

        @Override
        public Object result() {
            return null;
        }

        @Override
        public String name() {
            return "hand-written";
        }

        @Override
        public boolean inline() {
            return true;
        }

        @Override
        public boolean unwinds() {
            return false;
        }

        @Override
        public boolean mustBeClosed() {
            return false;
        }

        @Override
        public void abandon() {
            // To forget it is to give it up.
        }
    }
}
