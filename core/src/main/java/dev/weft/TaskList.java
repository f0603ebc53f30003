package dev.weft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The tasks of one owner that have not ended.
final class TaskList {

    private final Set<RunningTask<?>> running = new LinkedHashSet<>(); // guarded by this

    synchronized void add(RunningTask<?> task) {
        running.add(task);
    }

    synchronized void remove(RunningTask<?> task) {
        running.remove(task);
    }

    synchronized List<RunningTask<?>> copy() {
        return List.copyOf(running);
    }

    synchronized boolean contains(RunningTask<?> task) {
        return running.contains(task);
    }

    synchronized boolean isEmpty() {
        return running.isEmpty();
    }

    /// Cancels those that nobody has cancelled before.
    void cancelAllOnce() {
        copy().forEach(RunningTask::cancelOnce);
    }

    void cancelAll() {
        copy().forEach(RunningTask::cancel);
    }
}
