package dev.weft;

import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/// Closes generators that were left suspended and dropped: the net below `try`, `forEach` and [RunScope].
///
/// Watches the handle that consumers hold. Neither the body nor what runs it refers to the handle, so it becomes
/// unreachable when its consumers are gone; a step in flight keeps it alive. Logs one warning with the place where the
/// generator was made, and at most one per second, or calls the finaliser of the run instead.
///
/// - **Source**: PEP 525, "Finalization"; rule W6.
final class LeakGuard {

    private static final long QUIET = 1_000_000_000;

    private final Cleaner cleaner;
    private final Runtime runtime;
    private long quietUntil; // guarded by this
    private boolean warned; // guarded by this
    private long unreported; // guarded by this

    LeakGuard(Cleaner cleaner, Runtime runtime) {
        this.cleaner = cleaner;
        this.runtime = runtime;
    }

    /// Watches `handle` until the watch is cancelled.
    Watch watch(Generator<?, ?, ?> handle, Protocol protocol) {
        var leak = new Leak(protocol);
        return new Watch(leak, cleaner.register(handle, leak));
    }

    /// A handle under watch.
    static final class Watch {
        private final Leak leak;
        private final Cleaner.Cleanable cleanable;

        private Watch(Leak leak, Cleaner.Cleanable cleanable) {
            this.leak = leak;
            this.cleanable = cleanable;
        }

        void cancel() {
            leak.over = true;
            cleanable.clean();
        }
    }

    private final class Leak implements Runnable {
        private final Protocol protocol;
        private volatile boolean over;

        Leak(Protocol protocol) {
            this.protocol = protocol;
        }

        @Override
        public void run() {
            // Other runtimes take no strands from the cleaner's thread; their runs close what is open when they end.
            if (!over && protocol.execution().home().runtime().equals(runtime)) {
                var _ = runtime.fork("weft-leak-guard", () -> close(protocol));
            }
        }
    }

    private void close(Protocol protocol) {
        Execution execution = protocol.execution();
        Context home = execution.home();
        home.tell(Event.Kind.LEAKED, execution.subject(), null);
        try {
            Carried.call(execution.captured(), () -> home.call(() -> closeDropped(protocol, home.scope())));
        } catch (Throwable failure) {
            home.reportLate(failure, execution.subject(), "closing the dropped " + execution.name() + " failed");
        }
    }

    private @Nullable Object closeDropped(Protocol protocol, @Nullable RunScope scope) throws Throwable {
        if ((scope == null || !scope.dropped(protocol)) && protocol.execution().mustBeClosed()) {
            warn(protocol.execution());
        }
        protocol.awaitClosed();
        return null;
    }

    private void warn(Execution execution) {
        String more;
        synchronized (this) {
            long now = runtime.now();
            if (warned && now - quietUntil < 0) {
                unreported++;
                return;
            }
            warned = true;
            quietUntil = now + QUIET;
            more = unreported == 0 ? "" : " (" + unreported + " more were dropped before this one)";
            unreported = 0;
        }
        Log.warn(
                execution.describe() + " was dropped while suspended and is closed now" + more
                        + "; read it in a try-with-resources, with forEach, or inside Async.run",
                null);
    }
}
