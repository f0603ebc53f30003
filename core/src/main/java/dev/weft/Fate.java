package dev.weft;

import dev.weft.spi.Subject;
import java.lang.ref.Cleaner;

/// A task's failure, and whether anybody has looked at it. Reported when the task is dropped, or its run ends, before
/// anybody has.
///
/// - **Source**: asyncio's "Task exception was never retrieved"; rule W7.
final class Fate implements Runnable {

    private final Subject subject;
    private final Throwable failure;
    private final Context context;
    private boolean seen; // guarded by this

    private Fate(Subject subject, Throwable failure, Context context) {
        this.subject = subject;
        this.failure = failure;
        this.context = context;
    }

    static Fate of(RunningTask<?> task, Throwable failure, Context context) {
        var fate = new Fate(task.subject(), failure, context);
        RunScope scope = context.scope();
        if (scope != null) {
            scope.failed(fate);
        }
        Cleaner cleaner = Kernel.KERNEL.cleaner();
        cleaner.register(task, fate);
        return fate;
    }

    void see() {
        if (take()) {
            RunScope scope = context.scope();
            if (scope != null) {
                scope.forget(this);
            }
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
        if (take()) {
            RunScope scope = context.scope();
            if (scope != null) {
                scope.forget(this);
            }
            context.reportLate(failure, subject, "task " + subject.name() + " failed and nobody awaited it");
        }
    }
}
