package dev.weft.benchmarks;

import static dev.weft.Async.generator;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.Yielder;
import java.util.concurrent.Callable;

/// The generators that are measured.
final class Bodies {

    private static final RunOptions THREAD = RunOptions.defaults().engine("thread");

    private Bodies() {}

    static AsyncGenerator<Integer> count(int n) {
        return generator(y -> {
            for (int i = 0; i < n; i++) {
                y.yield(i);
            }
        });
    }

    static AsyncGenerator<Integer> countWithFinally(int n) {
        int[] ended = new int[1];
        return generator(y -> {
            try {
                for (int i = 0; i < n; i++) {
                    y.yield(i);
                }
            } finally {
                ended[0]++;
            }
        });
    }

    static AsyncGenerator<Integer> nested(int depth, int n) {
        return generator(y -> level(depth, n, y));
    }

    private static void level(int depth, int n, Yielder<Integer> y) {
        if (depth == 0) {
            for (int i = 0; i < n; i++) {
                y.yield(i);
            }
        } else {
            level(depth - 1, n, y);
        }
    }

    /// Nested by `yieldAll`.
    static AsyncGenerator<Integer> delegating(int depth, int n) {
        return depth == 0 ? count(n) : generator(y -> y.yieldAll(delegating(depth - 1, n)));
    }

    static <T> T onThread(Callable<T> code) throws Exception {
        return Async.run(THREAD, code);
    }
}
