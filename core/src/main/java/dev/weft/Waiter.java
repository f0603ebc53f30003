package dev.weft;

import dev.weft.spi.Runtime;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A place where one strand at a time waits, and where others wake it when what it waits for has come.
final class Waiter {

    private record Waiting(Thread thread, Runtime runtime, BooleanSupplier done) {}

    private volatile @Nullable Waiting waiting; // written by the strand that waits

    /// Waits until `done` is true. Whoever makes it true calls [#wake()] afterwards.
    ///
    /// @throws InterruptedException if the strand is interrupted before
    void until(BooleanSupplier done, Object reason) throws InterruptedException {
        enter(done);
        try {
            Wait.until(done, reason);
        } finally {
            waiting = null;
        }
    }

    /// Waits until `done` is true however often the strand is interrupted; see [Wait#through].
    ///
    /// @return how often it was interrupted
    int through(BooleanSupplier done, Object reason, Runnable onInterrupt) {
        enter(done);
        try {
            return Wait.through(done, reason, onInterrupt);
        } finally {
            waiting = null;
        }
    }

    private void enter(BooleanSupplier done) {
        Runtime runtime = Context.current().runtime();
        waiting = new Waiting(runtime.current(), runtime, done);
    }

    /// Wakes the strand that waits, if what it waits for is so.
    void wake() {
        Waiting found = waiting;
        if (found != null && found.done.getAsBoolean()) {
            found.runtime.unpark(found.thread);
        }
    }
}
