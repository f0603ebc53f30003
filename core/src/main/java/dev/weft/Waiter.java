package dev.weft;

import dev.weft.spi.Runtime;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A place where one strand at a time waits, and where others wake it to look again.
final class Waiter {

    private record Waiting(Thread thread, Runtime runtime) {}

    private volatile @Nullable Waiting waiting; // written by the strand that waits

    /// Waits until `done` is true, and does not ask it again. Whoever makes it true calls [#wake()] afterwards.
    ///
    /// @throws InterruptedException if the strand is interrupted before
    void until(BooleanSupplier done, Object reason) throws InterruptedException {
        if (done.getAsBoolean()) {
            return;
        }
        enter();
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
        enter();
        try {
            return Wait.through(done, reason, onInterrupt);
        } finally {
            waiting = null;
        }
    }

    private void enter() {
        Runtime runtime = Context.current().runtime();
        waiting = new Waiting(runtime.current(), runtime);
    }

    /// Wakes the strand that waits, if there is one.
    void wake() {
        Waiting found = waiting;
        if (found != null) {
            found.runtime.unpark(found.thread);
        }
    }
}
