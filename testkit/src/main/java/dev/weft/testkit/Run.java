package dev.weft.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// One run of some code in virtual time, and how it ended.
final class Run<T extends @Nullable Object> {

    private final VirtualRuntime runtime;
    private final Callable<T> code;
    private @Nullable T result; // written by the first strand before the run is over
    private @Nullable Throwable thrown; // the same
    private boolean interrupted; // used by the thread that plays

    Run(VirtualRuntime runtime, Callable<T> code) {
        this.runtime = runtime;
        this.code = code;
    }

    /// Runs the code on the first strand, and waits until all strands have ended.
    void play(Duration watchdog) {
        boolean before = Thread.interrupted();
        runtime.start("main", this::main, before);
        interrupted = new Watchdog(runtime, watchdog).awaitEnd() || before;
        thrown = first(thrown, runtime.failure());
    }

    private void main() {
        try {
            result = code.call();
        } catch (Throwable t) {
            thrown = t;
        }
    }

    /// Chooses which failure the run ends with; the other one is suppressed in it.
    private static @Nullable Throwable first(@Nullable Throwable ofCode, @Nullable Throwable ofRun) {
        if (ofRun == null || ofCode == null) {
            return ofRun == null ? ofCode : ofRun;
        }
        // The run is blamed for what was left open only when the code has ended.
        boolean codeFirst = ofRun instanceof LeftOpen;
        Thrown.suppress(codeFirst ? ofCode : ofRun, codeFirst ? ofRun : ofCode);
        return codeFirst ? ofCode : ofRun;
    }

    /// Returns what the run ended with, or `null` if all went well.
    @Nullable Throwable thrown() {
        return thrown;
    }

    /// Whether the thread that played was interrupted meanwhile.
    boolean interrupted() {
        return interrupted;
    }

    /// Ends as the run did, on the thread that played it.
    @SuppressWarnings("NullAway") // the result is null only where T admits it: the code has returned
    T conclude() {
        if (interrupted && !(thrown instanceof InterruptedException)) {
            Thread.currentThread().interrupt();
        }
        if (thrown != null) {
            throw Thrown.same(thrown);
        }
        return result;
    }
}
