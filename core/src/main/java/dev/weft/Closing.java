package dev.weft;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// One close of a generator, owned by the strand that called it first; who comes later joins it and shares its outcome.
///
/// If the owner is cancelled while it waits for a step to end, nothing has been closed (F1). If it is cancelled while
/// the body unwinds, the interrupt reaches the body, and the close ends with what that makes of it. A joiner that is
/// cancelled merely leaves (F2).
///
/// - **Source**: rule W4 and its fine points F1 and F2.
final class Closing {

    /// How long a body may take to answer an interrupt before the resources that it uses are closed, in nanoseconds.
    private static final long PATIENCE = 1_000_000_000;

    private final Protocol protocol;
    private final Context context = Context.current();
    private final Thread owner = context.runtime().current();
    private final List<Thread> joiners = new ArrayList<>(0); // guarded by this
    private @Nullable Thread stepper; // used by the owner alone
    private @Nullable Push push; // used by the owner alone
    private volatile long request; // the number of its interrupt
    private volatile boolean stepDone;
    volatile boolean ended;
    volatile boolean abandoned; // whether its owner had no stack or memory left to end it; assigned without a call
    private boolean begun; // whether it unwinds, or has; set before abandoned
    private byte idleBefore; // set before stepDone
    private boolean left; // whether the step left a suspended body; set before stepDone
    private @Nullable Throwable failure; // set before stepDone or ended

    Closing(Protocol protocol) {
        this.protocol = protocol;
    }

    /// Stops the step that this close met. Called while the step cannot end.
    ///
    /// @param stepper the thread that runs it, or `null` if all that is left of the step is to say so
    void stop(@Nullable Thread stepper, @Nullable Execution execution) {
        this.stepper = stepper;
        Push pushing = execution == null ? null : execution.push();
        request = Kernel.KERNEL.nextRequest();
        push = pushing;
        if (pushing == null) {
            interruptStepper();
        } else {
            pushing.stopFor(this);
        }
    }

    /// Interrupts the thread that runs the step. Called while the step cannot end.
    void interruptStepper() {
        Thread thread = stepper;
        if (thread != null) {
            thread.interrupt();
            context.runtime().unpark(thread);
        }
    }

    byte idleBefore() {
        return idleBefore;
    }

    @Nullable Thread stepper() {
        return stepper;
    }

    Thread owner() {
        return owner;
    }

    /// Takes back what is left of a closer's interrupt on the calling thread, unless somebody else's may be in it.
    ///
    /// @param closing the close, or `null` if it has given up
    static void takeBackInterrupt(@Nullable Closing closing) {
        Context context = Context.current();
        RunningTask<?> task = context.task();
        boolean cancelledSince = closing != null && task != null && task.isCancelledSince(closing.request);
        if (!cancelledSince && (task == null || !task.isInterruptOwed()) && !context.isStruck()) {
            Thread.interrupted();
        }
    }

    /// Takes a failure with which a push unwound the body for this close.
    void unwoundWith(Throwable failure) {
        if (ended) {
            context.reportLate(
                    failure,
                    protocol.execution().subject(),
                    "closing " + protocol.name() + " failed after its closer had gone");
        } else {
            this.failure = failure;
        }
    }

    /// The step that this close met is over.
    ///
    /// @param left whether it left a suspended body
    /// @param idle where the generator goes if the close gives up
    void stepDone(boolean left, byte idle) {
        this.left = left;
        idleBefore = idle;
        stepDone = true;
        context.runtime().unpark(owner);
    }

    /// Waits for the step to end.
    ///
    /// @return whether it left a suspended body, which this close then has to unwind
    boolean awaitStep() throws InterruptedException {
        try {
            String reason = "the running step of " + protocol.name();
            if (push != null && !doneWithin(push.untilLook(), reason)) {
                look(push);
            }
            if (protocol.usesResources() && !doneWithin(PATIENCE, reason)) {
                protocol.releaseResources();
            }
            Wait.until(() -> stepDone, reason);
        } catch (InterruptedException | VirtualMachineError e) {
            protocol.giveUp();
            if (push != null) {
                push.withdraw();
            }
            end(e);
            throw e;
        }
        if (!left) {
            protocol.closed();
            end(failure);
        }
        return left;
    }

    private boolean doneWithin(long nanos, String reason) throws InterruptedException {
        return Wait.until(() -> stepDone, context.runtime().now() + nanos, reason);
    }

    private void look(Push pushing) {
        synchronized (protocol) {
            if (protocol.isStopping()) {
                pushing.interruptSource(this);
            }
        }
    }

    /// Unwinds the body on the calling thread.
    void run() throws Throwable {
        begun = true;
        @Nullable Throwable error = null;
        try {
            protocol.unwind();
        } catch (Throwable t) {
            error = t;
        }
        protocol.closed();
        end(error);
        if (error != null) {
            throw error;
        }
    }

    /// Ends this close, which its owner has abandoned, on the calling thread.
    ///
    /// @param unwinding whether the generator is being unwound; if not, the close was waiting for a step
    void takeOver(boolean unwinding) throws Throwable {
        if (unwinding && !begun) {
            protocol.stepper(Thread.currentThread());
            run();
            return;
        }
        if (unwinding) {
            protocol.closed();
        } else {
            protocol.giveUp();
        }
        end(new IllegalStateException("the close of " + protocol.name()
                + " failed in the thread that had begun it, for want of stack or memory"));
    }

    private void end(@Nullable Throwable error) {
        List<Thread> waiting;
        synchronized (this) {
            waiting = List.copyOf(joiners);
            failure = error;
            ended = true;
        }
        waiting.forEach(context.runtime()::unpark);
    }

    /// Waits until this close, which another strand owns, has ended.
    void awaitEnd() throws InterruptedException {
        Thread me = Context.current().runtime().current();
        synchronized (this) {
            joiners.add(me);
        }
        try {
            Wait.until(() -> ended, "the close of " + protocol.name());
        } finally {
            synchronized (this) {
                joiners.remove(me);
            }
        }
    }

    /// Shares the outcome with a joiner.
    void rethrow() throws Throwable {
        Throwable error = failure;
        if (error instanceof InterruptedException) {
            var cancelled = new CancellationException("the close of " + protocol.name() + " was cancelled");
            cancelled.initCause(error);
            throw cancelled;
        }
        if (error != null) {
            throw error;
        }
    }
}
