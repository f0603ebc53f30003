package dev.weft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tasks that belong together: none outlives the block of [Async#group(CheckedFunction)] that made the group.
///
/// The first task that fails cancels the others and interrupts the block. A task that is merely cancelled is no
/// failure. While the block is stopped at a `yield` of the body that it is in, the interrupt waits for the body to go
/// on.
///
/// - **Source**: `asyncio.TaskGroup`; PEP 789; rule W8.
public final class TaskGroup {

    private final CancelScope block = CancelScope.open();
    private final Context context = block.context();
    private volatile Thread waiter = context.runtime().current(); // who waits for the tasks at last
    private final TaskList running = new TaskList();
    private final List<Throwable> failures = new ArrayList<>(0); // guarded by this
    private boolean stopped; // guarded by this
    private boolean over; // guarded by this
    private int started; // guarded by this

    private TaskGroup() {}

    /// Starts a task in this group.
    ///
    /// - **Suspends**: never.
    /// - **Threads**: a new virtual thread; may be called from any thread while the block or a task of the group runs.
    /// - **Errors**: throws [IllegalStateException] after the group has ended.
    ///
    /// @param <T> the type of the result
    /// @param awaitable what the task runs
    /// @return the running task; if the group was stopped already, it is cancelled at once
    public <T extends @Nullable Object> Task<T> spawn(Awaitable<T> awaitable) {
        return start(null, awaitable);
    }

    /// Starts a task that gives nothing; else as [#spawn(Awaitable)].
    ///
    /// @param action what the task runs
    /// @return the running task
    public Task<@Nullable Void> spawn(Action action) {
        return start(null, Tasks.asAwaitable(action));
    }

    /// Starts a named task; else as [#spawn(Awaitable)].
    ///
    /// @param <T> the type of the result
    /// @param name the name, for threads and reports
    /// @param awaitable what the task runs
    /// @return the running task
    public <T extends @Nullable Object> Task<T> spawn(String name, Awaitable<T> awaitable) {
        return start(Objects.requireNonNull(name, "name"), awaitable);
    }

    private <T extends @Nullable Object> Task<T> start(@Nullable String name, Awaitable<T> awaitable) {
        Objects.requireNonNull(awaitable, "awaitable");
        String known;
        synchronized (this) {
            if (over) {
                throw new IllegalStateException("the task group has ended; spawn tasks while its block runs");
            }
            known = name == null ? "group." + started : name;
            started++;
        }
        RunningTask<T> task = RunningTask.start(known, awaitable, context, this::ended, running);
        if (isStopped()) {
            task.cancelOnce();
        }
        return task;
    }

    /// Starts a named task that gives nothing; else as [#spawn(Awaitable)].
    ///
    /// @param name the name, for threads and reports
    /// @param action what the task runs
    /// @return the running task
    public Task<@Nullable Void> spawn(String name, Action action) {
        return start(Objects.requireNonNull(name, "name"), Tasks.asAwaitable(action));
    }

    /// Cancels all tasks of the group, present and future. The block goes on.
    public void cancel() {
        synchronized (this) {
            stopped = true;
        }
        running.cancelAll();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /// Cancels all tasks, once.
    private void stop() {
        boolean first;
        synchronized (this) {
            first = !stopped;
            stopped = true;
        }
        if (first) {
            running.cancelAllOnce();
        }
    }

    private void ended(RunningTask<?> task) {
        running.remove(task);
        Throwable failed = task.failureNow();
        Throwable failure = failed == null ? null : Throw.besidesCancellation(failed);
        if (failure != null) {
            boolean first;
            synchronized (this) {
                first = failures.isEmpty();
                failures.add(failure);
            }
            if (first) {
                stop();
                block.cancel();
            }
        }
        if (running.isEmpty()) {
            context.runtime().unpark(waiter);
        }
    }

    static <T extends @Nullable Object> T run(CheckedFunction<? super TaskGroup, ? extends T> code) throws Throwable {
        var group = new TaskGroup();
        @Nullable Throwable thrown = null;
        @Nullable T value = null;
        try {
            value = group.context.within(group.block).call(() -> code.apply(group));
        } catch (Throwable t) {
            thrown = t;
        }
        boolean stoppedByTask = group.block.close();
        group.waiter = group.context.runtime().current();
        if (thrown != null) {
            group.stop();
        }
        int interrupts = Wait.through(group.running::isEmpty, "the tasks of a group", group::cancel);
        Throwable failure = group.end(thrown, stoppedByTask && !group.block.outerCancelled(), interrupts);
        if (failure != null) {
            throw failure;
        }
        return Tasks.unchecked(value);
    }

    private synchronized @Nullable Throwable end(@Nullable Throwable thrown, boolean stoppedByTask, int interrupts) {
        over = true;
        @Nullable Throwable primary = thrown;
        @Nullable Throwable ofTheBlock = null;
        if (thrown != null && stoppedByTask && Throw.isCancellation(thrown)) {
            primary = null; // the block was interrupted because of the failure that follows
            ofTheBlock = Throw.besidesCancellation(thrown);
        }
        if (primary == null && interrupts > 0) {
            primary = failures.isEmpty() ? new InterruptedException("interrupted while leaving a task group") : null;
        }
        for (Throwable failure : failures) {
            primary = primary == null ? Requested.at(failure) : Throw.both(primary, failure);
        }
        return ofTheBlock == null ? primary : Throw.both(primary, ofTheBlock);
    }
}
