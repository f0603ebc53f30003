package dev.weft;

import dev.weft.spi.Runtime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A strand that cancels the scope that it is armed with when the time has come.
///
/// One strand lasts for many scopes, as each deadline is at or after the one before: arming wakes nobody, and a strand
/// that wakes at an old deadline finds the new one. If it finds no scope, it ends; the next arming starts another one.
/// So an operator that nobody reads on, and nobody closes, keeps no strand.
final class LimitWatch implements Runnable {

    private final Duration limit;
    private @Nullable CancelScope armed; // guarded by this
    private long deadline; // guarded by this
    private boolean watching; // guarded by this
    private @Nullable Thread strand; // used by the consumer alone

    LimitWatch(Duration limit) {
        this.limit = limit;
    }

    void arm(CancelScope scope, long deadline) {
        synchronized (this) {
            armed = scope;
            this.deadline = deadline;
            if (watching) {
                return;
            }
            watching = true;
        }
        strand = scope.context().runtime().fork("timeout", this);
    }

    synchronized void disarm() {
        armed = null;
    }

    /// Lets the strand end. It is not armed.
    void close() {
        if (strand != null) {
            Context.current().runtime().unpark(strand);
        }
    }

    @Override
    public void run() {
        CancelScope scope = due();
        if (scope != null) {
            scope.expire(limit);
        }
    }

    /// Waits for a deadline at which a scope is armed; `null` if none is armed any more.
    private @Nullable CancelScope due() {
        while (true) {
            Runtime runtime;
            long until;
            synchronized (this) {
                CancelScope scope = armed;
                runtime = scope == null ? null : scope.context().runtime();
                until = deadline;
                if (runtime == null || runtime.now() - until >= 0) {
                    watching = false;
                    armed = null;
                    return scope;
                }
            }
            runtime.park(until, this);
        }
    }

    @Override
    public String toString() {
        return "a time limit of " + Times.show(limit);
    }
}
