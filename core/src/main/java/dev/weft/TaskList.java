package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tasks of one owner that have not ended, in the order of their starts: a chain through the tasks, each of which
/// is in one list only.
final class TaskList {

    /// The place of a task in its list.
    static final class Link {
        private @Nullable RunningTask<?> before; // guarded by the list
        private @Nullable RunningTask<?> after; // guarded by the list
        private boolean listed; // guarded by the list
    }

    private @Nullable RunningTask<?> first; // guarded by this
    private @Nullable RunningTask<?> last; // guarded by this

    synchronized void add(RunningTask<?> task) {
        Link link = task.link();
        link.listed = true;
        link.before = last;
        if (last == null) {
            first = task;
        } else {
            last.link().after = task;
        }
        last = task;
    }

    /// Removes a task, if it is there.
    ///
    /// @return whether the list is empty now
    synchronized boolean remove(RunningTask<?> task) {
        Link link = task.link();
        if (link.listed) {
            link.listed = false;
            RunningTask<?> before = link.before;
            RunningTask<?> after = link.after;
            if (before == null) {
                first = after;
            } else {
                before.link().after = after;
            }
            if (after == null) {
                last = before;
            } else {
                after.link().before = before;
            }
            link.before = null;
            link.after = null;
        }
        return first == null;
    }

    synchronized List<RunningTask<?>> copy() {
        var copy = new ArrayList<RunningTask<?>>();
        for (RunningTask<?> task = first; task != null; task = task.link().after) {
            copy.add(task);
        }
        return copy;
    }

    synchronized boolean contains(RunningTask<?> task) {
        return task.link().listed;
    }

    synchronized boolean isEmpty() {
        return first == null;
    }

    /// Cancels those that nobody has cancelled before.
    void cancelAllOnce() {
        copy().forEach(RunningTask::cancelOnce);
    }

    void cancelAll() {
        copy().forEach(RunningTask::cancel);
    }
}
