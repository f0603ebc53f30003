package dev.weft.benchmarks;

import dev.weft.Async;
import dev.weft.RunOptions;
import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Engine;
import dev.weft.spi.Runtime;
import java.util.concurrent.Callable;

/// An engine that has one body by heart, which counts for ever: its state machine is written by hand, so that what is
/// measured is the rest of Weft.
public final class ByHeart implements Engine {

    private static final RunOptions OPTIONS = RunOptions.defaults().engine("hand-written");

    /// Made by the service loader.
    public ByHeart() {}

    static <T> T run(Callable<T> code) throws Exception {
        return Async.run(OPTIONS, code);
    }

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
        return new Counting();
    }

    @Override
    public String reasonAgainst(Body body) {
        return null;
    }

    /// The state machine of `for (int i = 0; ; i++) y.yield(i)`.
    private static final class Counting implements Coroutine {
        private int state;
        private int i;

        @Override
        public Object resume(Object sent, Throwable thrown) throws Throwable {
            switch (state) {
                case 0 -> {
                    i = 0;
                    state = 1;
                }
                case 1 -> {
                    if (thrown != null) {
                        throw thrown;
                    }
                    i++;
                }
                default -> throw new IllegalStateException("state " + state);
            }
            return i;
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
