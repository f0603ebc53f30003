package dev.weft;

import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import java.util.function.BooleanSupplier;

/// Parks the calling strand until something is so: the one place in which the language waits.
final class Wait {

    private Wait() {}

    /// Waits until `done` is true. Whoever makes it true unparks this strand afterwards.
    ///
    /// @throws InterruptedException if the strand is interrupted before; the interrupt status is cleared then
    static void until(BooleanSupplier done, Object reason) throws InterruptedException {
        until(done, Runtime.FOREVER, reason);
    }

    /// Waits until `done` is true or the deadline has come.
    ///
    /// @return whether `done` became true
    static boolean until(BooleanSupplier done, long deadline, Object reason) throws InterruptedException {
        if (done.getAsBoolean()) {
            return true;
        }
        Context context = Context.current();
        context.tell(Event.Kind.AWAITING, context.subject(), reason);
        Waiting waiting = context.waiting();
        try {
            if (waiting != null) {
                waiting.begins(reason, context.runtime().now());
            }
            return park(context.runtime(), done, deadline, reason);
        } finally {
            if (waiting != null) {
                waiting.ends();
            }
            context.tell(Event.Kind.WOKEN, context.subject(), reason);
        }
    }

    private static boolean park(Runtime runtime, BooleanSupplier done, long deadline, Object reason)
            throws InterruptedException {
        while (!done.getAsBoolean()) { // again: an observer that was told may have used up the unpark
            if (Thread.interrupted()) {
                throw interrupted("interrupted while waiting for " + reason);
            }
            if (deadline != Runtime.FOREVER && runtime.now() - deadline >= 0) {
                return false;
            }
            runtime.park(deadline, reason);
        }
        return true;
    }

    /// The exception for an interrupt that the calling strand has just taken.
    static InterruptedException interrupted(String message) {
        RunningTask<?> task = Context.current().task();
        if (task != null) {
            task.sawInterrupt();
        }
        return new InterruptedException(message);
    }

    /// Waits until `done` is true however often the strand is interrupted; `onInterrupt` runs at each interrupt.
    ///
    /// @return how often it was interrupted
    static int through(BooleanSupplier done, Object reason, Runnable onInterrupt) {
        int interrupts = 0;
        while (true) {
            try {
                until(done, reason);
                return interrupts;
            } catch (InterruptedException e) {
                interrupts++;
                onInterrupt.run();
            }
        }
    }
}
