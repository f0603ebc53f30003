package dev.weft;

import org.jspecify.annotations.Nullable;

/// Tells failures, which can be recovered from, from the cancellation of the strand that sees them.
///
/// Made before the code runs whose failure is judged.
final class Interruptions {

    private final Context context = Context.current();
    private final @Nullable RunningTask<?> task = context.task();
    private final int cancels = task == null ? 0 : task.cancels();
    private final int strikes = context.strikes();

    /// The exception to recover from, or `null` if `thrown` has to go on: an [Error], as the signals of Weft are, an
    /// interrupt, or whatever came of the cancellation of this strand.
    @Nullable Exception failureIn(Throwable thrown) {
        return thrown instanceof Exception failure && !(failure instanceof InterruptedException) && !isCancelled()
                ? failure
                : null;
    }

    private boolean isCancelled() {
        return Thread.currentThread().isInterrupted()
                || (task != null && task.cancels() != cancels)
                || context.strikes() > strikes;
    }
}
