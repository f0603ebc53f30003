package dev.weft;

import dev.weft.spi.Runtime;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// Where a push is, in its source or in its consumer, and who wants it to stop.
///
/// A close in another task has to interrupt the source but never the consumer. The push says where it is, but without a
/// fence, which would cost more than the element. So a closer publishes itself, waits until what the push wrote before
/// must have become visible, and only then looks; from the moment the push sees the closer it moves under the lock.
///
/// - **Source**: rule W4.
final class PushPhase {

    private static final long VISIBLE_AFTER = 1_000_000; // nanoseconds; a store buffer drains in less than one thousand
    private static final VarHandle IN_CONSUMER = Fields.handle(MethodHandles.lookup(), "inConsumer", boolean.class);

    private final Runtime runtime = Context.current().runtime();
    private boolean inConsumer; // written by the push alone
    private boolean stopped; // written by the push alone
    private boolean interrupted; // guarded by this; whether a closer has interrupted the source
    private volatile @Nullable Closing closing;

    // ---- the push ----

    /// The consumer runs from here on.
    void enterConsumer() {
        IN_CONSUMER.setOpaque(this, true);
        if (closing != null) {
            enterConsumerUnderClose();
        }
    }

    /// The closer's interrupt was for the source; what that did not take must not hit the consumer.
    private synchronized void enterConsumerUnderClose() {
        if (interrupted) {
            interrupted = false;
            Closing.takeBackInterrupt(closing);
        }
    }

    /// The source runs from here on.
    ///
    /// @param more whether the consumer wants more
    /// @return whether to go on; if not, the source is to unwind
    boolean leaveConsumer(boolean more) {
        if (more && closing == null) {
            IN_CONSUMER.setOpaque(this, false);
            if (closing == null) {
                return true;
            }
        }
        synchronized (this) {
            inConsumer = false;
            stopped = true;
        }
        return false;
    }

    boolean inConsumer() {
        return inConsumer;
    }

    /// Whether the source is unwinding.
    boolean isStopped() {
        return stopped;
    }

    /// The close that wants the push to stop.
    @Nullable Closing closing() {
        return closing;
    }

    // ---- closers, in other threads ----

    /// Tells the push that it is to stop.
    void stopFor(Closing closing) {
        this.closing = closing;
    }

    /// The closer gave up: the push goes on, unless it is unwinding already.
    synchronized void withdraw() {
        if (!stopped) {
            closing = null;
        }
    }

    /// How long a closer waits, in nanoseconds, before it calls [#interruptSource(Closing)].
    long untilLook() {
        return runtime.isSequential() ? 0 : VISIBLE_AFTER;
    }

    /// Interrupts the source, if that is what runs and it is not unwinding. Called while the push cannot end.
    synchronized void interruptSource(Closing closing) {
        if (!(boolean) IN_CONSUMER.getVolatile(this) && !stopped) {
            interrupted = true;
            closing.interruptStepper();
        }
    }
}
