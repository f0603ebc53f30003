package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tasks of one owner that have not ended, in the order of their starts: a chain through the tasks, each of which
/// is in one list only.
final class TaskList {

    /// The place of a task in its list: what a task is, too.
    abstract static class Link {
        @Nullable RunningTask<?> before; // guarded by the list

        @Nullable RunningTask<?> after; // guarded by the list

        boolean listed; // guarded by the list
    }

    private @Nullable RunningTask<?> first; // guarded by this
    private @Nullable RunningTask<?> last; // guarded by this
    private volatile boolean empty = true; // written under the lock; whoever waits for the end asks often

    synchronized void add(RunningTask<?> task) {
        task.listed = true;
        task.before = last;
        if (last == null) {
            first = task;
            empty = false;
        } else {
            last.after = task;
        }
        last = task;
    }

    /// Removes a task, if it is there.
    ///
    /// @return whether the list is empty now
    synchronized boolean remove(RunningTask<?> task) {
        if (task.listed) {
            task.listed = false;
            RunningTask<?> before = task.before;
            RunningTask<?> after = task.after;
            if (before == null) {
                first = after;
            } else {
                before.after = after;
            }
            if (after == null) {
                last = before;
            } else {
                after.before = before;
            }
            task.before = null;
            task.after = null;
            empty = first == null;
        }
        return first == null;
    }

    synchronized List<RunningTask<?>> copy() {
        var copy = new ArrayList<RunningTask<?>>();
        for (RunningTask<?> task = first; task != null; task = task.after) {
            copy.add(task);
        }
        return copy;
    }

    synchronized boolean contains(RunningTask<?> task) {
        return task.listed;
    }

    boolean isEmpty() {
        return empty;
    }

    /// Cancels those that nobody has cancelled before.
    void cancelAllOnce() {
        copy().forEach(RunningTask::cancelOnce);
    }

    void cancelAll() {
        copy().forEach(RunningTask::cancel);
    }
}
