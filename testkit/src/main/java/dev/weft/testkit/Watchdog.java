package dev.weft.testkit;

import java.time.Duration;

/// Waits for the end of a run, in real time, on the thread that started it.
///
/// A run that makes no progress for `limit` is failed; one that makes none after that is taken the baton from. An
/// interrupt of the waiting thread is passed on to the run's first strand, as it would reach code called directly.
final class Watchdog {

    private final VirtualRuntime runtime;
    private final Duration limit;

    Watchdog(VirtualRuntime runtime, Duration limit) {
        this.runtime = runtime;
        this.limit = limit;
    }

    /// Waits for the end of the run.
    ///
    /// @return whether the calling thread was interrupted meanwhile; its interrupt status is cleared
    boolean awaitEnd() {
        boolean interrupted = false;
        long seen = -1;
        while (true) {
            try {
                if (runtime.awaitEnd(limit)) {
                    return interrupted;
                }
                runtime.unstick(seen, limit);
                seen = runtime.progress();
            } catch (InterruptedException e) {
                interrupted = true;
                runtime.interruptMain();
            }
        }
    }
}
