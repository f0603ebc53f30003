package dev.weft;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Awaitables that run at the same time, as tasks of the strand that waits for them: gather, settle and race.
///
/// Nothing outlives it: it ends when every child has ended, clean-up included. An interrupt of the waiting strand is
/// passed on to all children, once each time. The same awaitable given twice is one child.
///
/// - **Source**: `asyncio.gather`; rule W5 and its fine points F6 and F7.
final class Gathering implements RunningTask.Owner {

    /// When the children that still run are cancelled.
    enum Stop {
        NEVER,
        AT_FIRST_FAILURE,
        AT_FIRST_END
    }

    private static final int FEW = 8; // so many are compared with one another faster than looked up

    private final String name;
    private final Stop stop;
    private final Context context = Context.current();
    private final Thread waiter = context.runtime().current();
    private final TaskList running = new TaskList();
    private final List<RunningTask<?>> children;
    private volatile @Nullable RunningTask<?> decisive; // written under the lock; the first that failed, or ended
    private boolean cancelled; // guarded by this

    private Gathering(String name, Stop stop, int size) {
        this.name = name;
        this.stop = stop;
        children = new ArrayList<>(size);
    }

    /// Runs all, and returns the ended tasks in the order of the arguments.
    static List<RunningTask<?>> await(String name, Stop stop, List<? extends Awaitable<?>> awaitables)
            throws Throwable {
        if (awaitables.isEmpty()) {
            return List.of();
        }
        return new Gathering(name, stop, awaitables.size()).await(awaitables);
    }

    /// Runs all until the first one ends, and returns that one.
    static RunningTask<?> race(List<? extends Awaitable<?>> awaitables) throws Throwable {
        var race = new Gathering("race", Stop.AT_FIRST_END, awaitables.size());
        race.await(awaitables);
        return Objects.requireNonNull(race.decisive);
    }

    private List<RunningTask<?>> await(List<? extends Awaitable<?>> awaitables) throws Throwable {
        int size = awaitables.size();
        Map<Awaitable<?>, Integer> places = size > FEW ? new IdentityHashMap<>(size) : null;
        var results = new ArrayList<RunningTask<?>>(size);
        for (int i = 0; i < size; i++) {
            Awaitable<?> awaitable = awaitables.get(i);
            int place = places == null ? placeOf(awaitable, awaitables) : placeOf(awaitable, places, i);
            results.add(place == i ? start(awaitable) : results.get(place));
        }
        int interrupts = Wait.through(running::isEmpty, name, this::cancelAll);
        throwFailure(interrupts);
        return results;
    }

    /// The place of the first one that is this one.
    @SuppressWarnings("ReferenceEquality")
    private static int placeOf(Awaitable<?> awaitable, List<? extends Awaitable<?>> awaitables) {
        int place = 0;
        while (awaitables.get(place) != awaitable) {
            place++;
        }
        return place;
    }

    private static int placeOf(Awaitable<?> awaitable, Map<Awaitable<?>, Integer> places, int next) {
        Integer known = places.putIfAbsent(awaitable, next);
        return known == null ? next : known;
    }

    private RunningTask<?> start(Awaitable<?> awaitable) {
        RunningTask<?> task = RunningTask.start(name + "." + children.size(), awaitable, context, this, running);
        children.add(task);
        if (decisive != null) {
            task.cancelOnce(); // the one that decided may have ended before this one was known
        }
        return task;
    }

    private void cancelAll() {
        synchronized (this) {
            cancelled = true;
        }
        running.cancelAll();
    }

    @Override
    public void ended(RunningTask<?> task) {
        if (stop == Stop.AT_FIRST_END || (stop == Stop.AT_FIRST_FAILURE && task.failureNow() != null)) {
            decide(task);
        }
        // Not before it is decided: the waiting strand goes on as soon as nothing is running.
        if (running.remove(task)) {
            context.runtime().unpark(waiter);
        }
    }

    private void decide(RunningTask<?> task) {
        boolean decides;
        synchronized (this) {
            decides = decisive == null;
            decisive = decides ? task : decisive;
            // Children that were cancelled with the gathering are not cancelled again because one of them has ended.
            decides &= !cancelled;
        }
        if (decides) {
            running.cancelAllOnce();
        }
    }

    private void throwFailure(int interrupts) throws Throwable {
        RunningTask<?> first = decisive;
        @Nullable Throwable primary = first == null ? null : first.failureNow();
        if (interrupts > 0) {
            boolean decided = stop == Stop.AT_FIRST_END && primary == null && first != null;
            if (decided || primary instanceof Signal) {
                // The outcome stands; the interrupt is for what comes next.
                Thread.currentThread().interrupt();
            } else if (primary == null || Throw.isCancellation(primary)) {
                primary = new InterruptedException("interrupted while waiting for " + name);
            }
        }
        for (RunningTask<?> child : children) {
            Throwable failed = child == first ? null : child.failureNow();
            Throwable failure = failed == null ? null : Throw.besidesCancellation(failed);
            if (failure == null || failure instanceof Signal) {
                continue;
            }
            if (primary != null) {
                primary = Throw.both(primary, failure);
            } else if (stop == Stop.AT_FIRST_END) {
                context.reportLate(failure, child.subject(), "the loser " + child.name() + " of a race failed");
            }
        }
        if (primary != null) {
            throw primary instanceof InterruptedException || Throw.isCancellation(primary)
                    ? primary
                    : Requested.at(primary);
        }
    }
}
