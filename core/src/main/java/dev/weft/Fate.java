package dev.weft;

import dev.weft.spi.Subject;
import org.jspecify.annotations.Nullable;

/// A task's failure, and whether anybody has looked at it. Reported when the task is dropped, or its run ends, before
/// anybody has.
///
/// - **Source**: asyncio's "Task exception was never retrieved"; rule W7.
final class Fate implements Runnable {

    private final Subject subject;
    private final Throwable failure;
    private final @Nullable RunScope scope; // not the task's context, which would keep the task
    private boolean seen; // guarded by this

    private Fate(Subject subject, Throwable failure, @Nullable RunScope scope) {
        this.subject = subject;
        this.failure = failure;
        this.scope = scope;
    }

    static Fate of(RunningTask<?> task, Throwable failure, @Nullable RunScope scope) {
        var fate = new Fate(task.subject(), failure, scope);
        if (scope != null) {
            scope.failed(fate);
        }
        Kernel.KERNEL.cleaner().register(task, fate);
        return fate;
    }

    void see() {
        if (take() && scope != null) {
            scope.forget(this);
        }
    }

    private synchronized boolean take() {
        boolean first = !seen;
        seen = true;
        return first;
    }

    /// Reports the failure, if nobody has looked at it.
    @Override
    public void run() {
        if (!take()) {
            return;
        }
        String what = "task " + subject.name() + " failed and nobody awaited it";
        if (scope == null) {
            Log.warn(what, failure);
        } else {
            scope.forget(this);
            scope.reportLate(new LateError(failure, subject, what));
        }
    }
}
