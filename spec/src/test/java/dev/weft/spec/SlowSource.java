package dev.weft.spec;

import static dev.weft.Async.generator;
import static dev.weft.spec.Clock.pause;

import dev.weft.AsyncGenerator;

/// A generator that waits for a second, and takes some time over its clean-up.
final class SlowSource {

    private SlowSource() {}

    static AsyncGenerator<String> in(Journal journal) {
        return generator("slow", y -> {
            try {
                pause(1_000);
                y.yield("late");
            } catch (InterruptedException e) {
                journal.noteTime("interrupted");
                throw e;
            } finally {
                pause(5);
                journal.noteTime("closed");
            }
        });
    }
}
