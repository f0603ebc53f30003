package dev.weft.spec;

import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;

import dev.weft.Async;
import dev.weft.AsyncGenerator;

/// Sources that yield 1, 2, 3 and so on at set times, in milliseconds since their first step. What is asked for later
/// comes later.
final class Timeline {

    private Timeline() {}

    /// Ends with its last element.
    static AsyncGenerator<Integer> at(long... times) {
        return endingAt(0, times);
    }

    /// Ends at `end`.
    static AsyncGenerator<Integer> endingAt(long end, long... times) {
        return Async.generator("timeline", y -> {
            long begin = now();
            for (int i = 0; i < times.length; i++) {
                pause(Math.max(0, begin + times[i] - now()));
                y.yield(i + 1);
            }
            pause(Math.max(0, begin + end - now()));
        });
    }

    /// Fails at `end`.
    static AsyncGenerator<Integer> failingAt(long end, Exception failure, long... times) {
        return Async.generator("failing", y -> {
            y.yieldAll(endingAt(end, times));
            throw failure;
        });
    }
}
