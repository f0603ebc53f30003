package dev.weft;

import java.lang.ref.Cleaner;

/// A task's failure, and whether anybody has looked at it. Reported when the task is dropped, or its run ends, before
/// anybody has.
///
/// - **Source**: asyncio's "Task exception was never retrieved"; rule W7.
final class Fate implements Runnable {

    private final String name;
    private final Throwable failure;
    private final Context context;
    private boolean seen; // guarded by this

    private Fate(String name, Throwable failure, Context context) {
        this.name = name;
        this.failure = failure;
        this.context = context;
    }

    static Fate of(RunningTask<?> task, Throwable failure, Context context) {
        var fate = new Fate(task.name(), failure, context);
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
            context.reportLate(failure, "task " + name + " failed and nobody awaited it");
        }
    }
}
