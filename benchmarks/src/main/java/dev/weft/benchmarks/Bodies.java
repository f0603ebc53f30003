package dev.weft.benchmarks;

import static dev.weft.Async.generator;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Yielder;
import java.time.Duration;

/// The generators of Weft that are measured.
final class Bodies {

    static final Duration MILLISECOND = Duration.ofMillis(1);

    private Bodies() {}

    static AsyncGenerator<Integer> count(int n) {
        return generator(y -> {
            for (int i = 0; i < n; i++) {
                y.yield(i);
            }
        });
    }

    /// As [#count(int)], but no compiler can know that it never waits.
    static AsyncGenerator<Integer> countWithCare(int n) {
        return generator(y -> {
            for (int i = 0; i < n; i++) {
                if (i < 0) {
                    Async.sleep(MILLISECOND);
                }
                y.yield(i);
            }
        });
    }

    static AsyncGenerator<Integer> from(int start) {
        return generator(y -> {
            for (int i = start; ; i++) {
                y.yield(i);
            }
        });
    }

    /// @param ended counts how often a body has ended
    static AsyncGenerator<Integer> countWithFinally(int n, int[] ended) {
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

    /// Sleeps before each element.
    static AsyncGenerator<Integer> ticking(int n) {
        return generator(y -> {
            for (int i = 0; i < n; i++) {
                Async.sleep(MILLISECOND);
                y.yield(i);
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
}
