package dev.weft;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// A task that reads one source for those who read its [Branch]es: what stands behind buffers, groups and shares.
///
/// ```text
///   source ──upstream.next()──► the task ──route──► Branch, a bounded queue ──► its reader
///                                        ╲────────► Branch                  ──► its reader
/// ```
///
/// *When it reads.* The task asks the source for an element when [#wantsMore()] says so; else it waits for a reader
/// that comes, takes or leaves. Functions of users run in the task, and no lock is held then.
///
/// *How it ends.* When the source ends or fails, or a function does, the task closes the source and ends. Readers take
/// what is left in their branches and then see that end: the task's outcome. When the last reader leaves before, it
/// stops the task, waits for it, and closes the source itself, so that what is left of the interrupt does not hit the
/// clean-up. So the source is closed once, and the task never outlives the last reader.
///
/// *When it pauses.* While all who have begun to read have left, but some have not begun, the task ends and leaves the
/// source where it is. Who begins then starts another task; if all of them are dropped, no thread keeps the source from
/// the leak guard.
///
/// The lock of this object guards all branches.
abstract class Pump implements RunningTask.Owner {

    private static final Object PAUSED = new Object(); // the outcome of a task that another one may go on for

    private final String name;
    private final List<AsyncIterable<?>> sources;
    private final Upstream upstream;
    private final TaskList running = new TaskList();
    private final Bell demand = new Bell(); // where the task waits
    private final Bell end = new Bell(); // where others wait for the task, and for the close
    private final Set<Branch> branches = new LinkedHashSet<>(); // guarded by this; those that may be read
    private int readers; // guarded by this; how many of them somebody has begun to read
    private int wanted; // guarded by this; how many readers wait for an element
    private boolean interrupted; // guarded by this; a reader was
    private boolean reading; // guarded by this; there is a task
    private boolean stopping; // guarded by this; the last reader has left before the end
    private boolean closed; // guarded by this; and has closed the source
    private boolean told; // guarded by this; some reader has the failure
    private @Nullable RunningTask<?> ended; // guarded by this

    Pump(String name, AsyncIterable<?> source) {
        this.name = name;
        sources = List.of(source);
        upstream = Upstream.of(source);
    }

    /// Whether to ask the source for an element now. Called under the lock.
    abstract boolean wantsMore();

    /// Gives an element to whom it belongs. Runs in the task; may wait.
    abstract void route(@Nullable Object element) throws Throwable;

    /// A branch has lost its reader. Called under the lock.
    void left(Branch branch) {}

    final String name() {
        return name;
    }

    final List<AsyncIterable<?>> sources() {
        return sources;
    }

    // ---- branches ----

    /// Adds a branch.
    final synchronized Branch open() {
        var branch = new Branch(this);
        branches.add(branch);
        return branch;
    }

    /// The branches that are read, or may be. Called under the lock.
    final Collection<Branch> branches() {
        return branches;
    }

    /// Whether a branch is read, or may be.
    final synchronized boolean isOpen(Branch branch) {
        return branches.contains(branch);
    }

    /// Removes a branch that nobody has begun to read. Called under the lock.
    final void remove(Branch branch) {
        branches.remove(branch);
    }

    /// Whether a reader waits for an element. Called under the lock.
    final boolean isWanted() {
        return wanted > 0;
    }

    /// Whether all who had begun to read have left. Called under the lock.
    final boolean isWithoutReaders() {
        return readers == 0;
    }

    /// A reader begins to wait for an element, or ends. Called under the lock.
    final void want(int more) {
        wanted += more;
    }

    // ---- the task ----

    /// Somebody begins to read a branch.
    final synchronized void begin(Branch branch) {
        if (!branches.contains(branch)) {
            String what = "this part of " + name + " was closed with the others before anybody read it";
            throw interrupted
                    ? new CancellationException(what + ", as one of their readers was cancelled")
                    : new IllegalStateException(what + "; begin to read it before you leave the others");
        }
        readers++;
    }

    /// A reader was interrupted, and leaves.
    final void interrupted() {
        synchronized (this) {
            interrupted = true;
        }
        demand.ring();
    }

    /// Starts the task, if there is none.
    final void start() {
        synchronized (this) {
            if (reading || ended != null) {
                return;
            }
            reading = true;
        }
        var _ = RunningTask.<@Nullable Object>start(name, this::read, Context.current(), this, running);
    }

    private @Nullable Object read() {
        @Nullable Throwable failure = null;
        try {
            if (!readAll()) {
                return PAUSED;
            }
        } catch (Throwable t) {
            failure = t;
        }
        if (!isStopping()) {
            failure = ConcatSteps.closed(upstream, failure);
        }
        if (failure != null) {
            throw Throw.unchecked(failure);
        }
        return null;
    }

    /// Reads on until the source has ended, or readers have left.
    ///
    /// @return whether this is over; `false` for a pause
    private boolean readAll() throws Throwable {
        while (true) {
            demand.await(this::mayGoOn, "readers of " + name);
            synchronized (this) {
                reading = stopping || wantsMore();
                if (!reading) {
                    return false;
                }
            }
            Object element = isStopping() ? Execution.END : upstream.next();
            if (Core.isEnd(element)) {
                return true;
            }
            route(element);
        }
    }

    private synchronized boolean mayGoOn() {
        return stopping || wantsMore() || readers == 0;
    }

    final synchronized boolean isStopping() {
        return stopping;
    }

    /// Waits, in the task, until a branch holds fewer than `limit` elements, or its reader leaves.
    final void awaitRoom(Branch branch, int limit) throws InterruptedException {
        demand.await(() -> !isOpen(branch) || branch.size() < limit, "readers of " + name);
    }

    /// Lets, in the task, a reader that has been woken have what it was woken for: to drop that would be rash.
    final void awaitTaker(Branch branch) throws InterruptedException {
        demand.await(() -> !branch.isAboutToTake(), "a turn of the reader of " + name);
    }

    /// Has the task look again whether to read.
    final void wake() {
        demand.ring();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // it is one object
    public final void ended(RunningTask<?> task) {
        List<Branch> read = List.of();
        synchronized (this) {
            if (task.valueNow() != PAUSED) {
                ended = task;
                read = List.copyOf(branches);
            }
        }
        running.remove(task);
        read.forEach(Branch::wake);
        end.ring();
    }

    // ---- its end ----

    final synchronized boolean hasEnded() {
        return ended != null;
    }

    /// Whether the source has ended by itself, and all is well.
    final boolean isComplete() {
        RunningTask<?> task = endedTask();
        return task != null && task.failureNow() == null;
    }

    private synchronized @Nullable RunningTask<?> endedTask() {
        return ended;
    }

    /// Gives the end to a reader.
    ///
    /// @return [Execution#END]
    final Object end() throws Throwable {
        Throwable failure = Objects.requireNonNull(endedTask()).failureNow();
        if (failure == null) {
            return Execution.END;
        }
        synchronized (this) {
            told = true;
        }
        throw Requested.at(failure);
    }

    /// Takes a branch from its reader. The last one closes the source and waits for its clean-up.
    final void leave(Branch branch) throws Throwable {
        boolean last;
        synchronized (this) {
            if (!branches.remove(branch)) {
                return;
            }
            readers -= branch.isBegun() ? 1 : 0;
            left(branch);
            branch.clear();
            last = isUnread();
            if (last && ended == null) {
                stopping = true;
                branches.clear();
            }
        }
        if (last) {
            close();
        } else {
            demand.ring();
        }
    }

    /// Whether the source is to be closed, as nobody reads it. Called under the lock.
    boolean isUnread() {
        return branches.isEmpty();
    }

    private void close() throws Throwable {
        running.cancelAll();
        int interrupts = end.awaitThrough(running::isEmpty, "the end of " + name, running::cancelAll);
        @Nullable Throwable failure = ConcatSteps.closed(upstream, untoldFailure());
        synchronized (this) {
            closed = stopping;
        }
        end.ring();
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// What went wrong that no reader has seen.
    private @Nullable Throwable untoldFailure() {
        RunningTask<?> task = endedTask();
        Throwable failed = task == null ? null : task.failureNow();
        Throwable failure = failed == null ? null : Throw.besidesCancellation(failed);
        if (failure == null) {
            return null;
        }
        synchronized (this) {
            if (told) {
                return null;
            }
            told = true;
        }
        return Requested.at(failure);
    }

    /// Waits until the last reader, who has left, has closed the source.
    final void awaitClosed() throws InterruptedException {
        end.await(this::isClosed, "the close of " + name);
    }

    final synchronized boolean isClosed() {
        return closed;
    }
}
