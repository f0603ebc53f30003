package dev.weft;

import dev.weft.spi.Runtime;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run of a source at its own pace: which of its source and its consumer runs, and who wants it to stop.
///
/// A close in another task has to interrupt the source but never the consumer. The push says what runs, but without a
/// fence, which would cost more than the element. So a closer publishes itself, waits until what the push wrote before
/// must have become visible, and only then looks; from the moment the push sees the closer it moves under the lock.
///
/// What is looked at for each element is in this one object, which is also what a body yields to.
///
/// - **Source**: rule W4.
abstract class Push {

    // What runs. The id of the thread, which is positive, is the source with nothing to see to at its next element: so
    // one look tells that it is that, and that nobody else yields in its name.
    private static final long CONSUMER = 0;
    private static final long SOURCE_WITH_CARE = -1; // at its next element there is something to see to
    private static final long STOPPED = -2; // the source, which unwinds

    private static final long VISIBLE_AFTER = 1_000_000; // nanoseconds; a store buffer drains in less than one thousand
    private static final VarHandle RUNS = Fields.handle(MethodHandles.lookup(), "runs", long.class);
    private static final VarHandle CLOSING = Fields.handle(MethodHandles.lookup(), "closing", Closing.class);

    private final Runtime runtime = Context.current().runtime();
    private final long thread = Thread.currentThread().threadId(); // of the push
    private final Object lock = new Object(); // not the push: a body may know that as its yielder

    @SuppressWarnings("UnusedVariable") // read through its handle: no thread sees half of it
    private long runs = thread; // written by the push alone

    private boolean interrupted; // guarded by the lock; whether a closer has interrupted the source
    private volatile @Nullable Closing closing;
    private @Nullable Consumer<@Nullable Object> function; // if that is what the sink is
    private Sink sink = _ -> false;

    // ---- the push ----

    /// Runs the source to its end, or until the sink wants no more.
    ///
    /// Closes what the source holds before it returns or throws. A failure of the sink comes out as the same instance.
    ///
    /// @return the source's result, or `null` if the sink wanted no more
    final @Nullable Object run(Sink sink) throws Throwable {
        this.sink = sink;
        function = sink instanceof ToFunction to ? to.function() : null;
        return run();
    }

    /// Runs the source, as [#run(Sink)] says. Each element is given to the [#function()], if there is one, or to the
    /// [#sink()].
    abstract @Nullable Object run() throws Throwable;

    /// The user's function that takes the elements, or `null` if it is no such function that does.
    ///
    /// Whoever has an element calls it, with nothing in between: what lies in between is shared by all that is pushed,
    /// so that a virtual machine that has seen many pushes could no longer tell what it calls.
    final @Nullable Consumer<@Nullable Object> function() {
        return function;
    }

    /// What takes the elements.
    final Sink sink() {
        return sink;
    }

    /// Whether the source runs, on the calling thread, with nothing to see to at its next element.
    final boolean isPlain() {
        return runs() == Thread.currentThread().threadId();
    }

    final boolean inConsumer() {
        return runs() == CONSUMER;
    }

    private long runs() {
        return (long) RUNS.getOpaque(this);
    }

    /// Whether the source is unwinding.
    final boolean isStopped() {
        return runs() == STOPPED;
    }

    /// Whether something is to be seen to when the source has its next element. Called by the source.
    final void care(boolean needed) {
        if (!isStopped()) {
            RUNS.setOpaque(this, needed ? SOURCE_WITH_CARE : thread);
        }
    }

    /// The consumer runs from here on.
    final void enterConsumer() {
        RUNS.setOpaque(this, CONSUMER);
        if (CLOSING.getOpaque(this) != null) {
            takeBackInterrupt();
        }
    }

    /// The source runs from here on.
    ///
    /// @param more whether the consumer wants more
    /// @param withCare whether there is something to see to at the next element
    /// @return whether to go on; if not, the source is to unwind
    final boolean leaveConsumer(boolean more, boolean withCare) {
        if (more) {
            RUNS.setOpaque(this, withCare ? SOURCE_WITH_CARE : thread);
            if (CLOSING.getOpaque(this) == null) {
                return true;
            }
        }
        stop();
        return false;
    }

    private void stop() {
        synchronized (lock) {
            RUNS.setOpaque(this, STOPPED);
            takeBackInterrupt();
        }
    }

    /// The closer's interrupt was for what the source waited for; what that did not take must hit neither the consumer
    /// nor the clean-up of the source.
    private void takeBackInterrupt() {
        synchronized (lock) {
            if (interrupted) {
                interrupted = false;
                Closing.takeBackInterrupt(closing);
            }
        }
    }

    /// The close that wants the push to stop.
    final @Nullable Closing closing() {
        return closing;
    }

    // ---- closers, in other threads ----

    /// Tells the push that it is to stop.
    final void stopFor(Closing closing) {
        this.closing = closing;
    }

    /// The closer gave up: the push goes on, unless it is unwinding already.
    final void withdraw() {
        synchronized (lock) {
            if (!isStopped()) {
                closing = null;
            }
        }
    }

    /// How long a closer waits, in nanoseconds, before it calls [#interruptSource(Closing)].
    final long untilLook() {
        return runtime.isSequential() ? 0 : VISIBLE_AFTER;
    }

    /// Interrupts the source, if that is what runs and it is not unwinding. Called while the push cannot end.
    final void interruptSource(Closing closing) {
        synchronized (lock) {
            long seen = (long) RUNS.getVolatile(this);
            if (seen != CONSUMER && seen != STOPPED) {
                interrupted = true;
                closing.interruptStepper();
            }
        }
    }
}
