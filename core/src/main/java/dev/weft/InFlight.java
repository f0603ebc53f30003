package dev.weft;

import dev.weft.spi.Runtime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Several sources, each with at most one step in flight, as a task: what comes first is taken first.
///
/// The tasks live across the elements that the consumer takes, and end at the latest with [#close()], which cancels and
/// awaits them before it closes the sources.
final class InFlight implements RunningTask.Owner {

    /// One source.
    final class Lane {
        final int index;
        private final Upstream upstream;
        private @Nullable RunningTask<?> step; // used by the consumer alone
        private boolean ended; // used by the consumer alone

        private Lane(int index, Upstream upstream) {
            this.index = index;
            this.upstream = upstream;
        }

        boolean hasEnded() {
            return ended;
        }

        private void start(Context context, String name) {
            Awaitable<@Nullable Object> next = () -> {
                try {
                    return upstream.next();
                } catch (Throwable failure) {
                    throw Throw.unchecked(failure);
                }
            };
            step = RunningTask.<@Nullable Object>start(name + "." + index, next, context, InFlight.this, running);
        }

        /// Takes the result of the ended step: an element, or END when there are no more.
        @Nullable Object take() throws Throwable {
            RunningTask<?> done = Objects.requireNonNull(step);
            step = null;
            Throwable failure = done.failureNow();
            if (failure != null) {
                throw Requested.at(failure);
            }
            Object element = done.valueNow();
            if (Execution.isEnd(element)) {
                ended = true;
                upstream.close();
            }
            return element;
        }
    }

    private final String name;
    private final List<Lane> lanes = new ArrayList<>();
    private final TaskList running = new TaskList();
    private final ArrayDeque<RunningTask<?>> done = new ArrayDeque<>(); // guarded by this
    private @Nullable Thread waiter; // guarded by this
    private @Nullable Runtime runtime; // guarded by this

    InFlight(String name, List<? extends AsyncIterable<?>> sources) {
        this.name = name;
        for (AsyncIterable<?> source : sources) {
            lanes.add(new Lane(lanes.size(), Upstream.of(source)));
        }
    }

    /// Waits for the first step to end, and returns its source; `null` when all sources have ended.
    @Nullable Lane next() throws InterruptedException {
        Context context = Context.current();
        waitHere(context.runtime());
        boolean open = false;
        for (Lane lane : lanes) {
            if (!lane.ended && lane.step == null) {
                lane.start(context, name);
            }
            open |= !lane.ended;
        }
        if (!open) {
            stopWaiting();
            return null;
        }
        try {
            Wait.until(this::hasDone, "an element of " + name);
        } finally {
            stopWaiting();
        }
        RunningTask<?> first;
        synchronized (this) {
            first = done.remove();
        }
        for (Lane lane : lanes) {
            if (lane.step == first) {
                return lane;
            }
        }
        throw new AssertionError("a step without a source");
    }

    private synchronized void waitHere(Runtime here) {
        runtime = here;
        waiter = here.current();
    }

    private synchronized void stopWaiting() {
        waiter = null;
    }

    private synchronized boolean hasDone() {
        return !done.isEmpty();
    }

    @Override
    public void ended(RunningTask<?> task) {
        running.remove(task);
        Thread waiting;
        Runtime here;
        synchronized (this) {
            done.add(task);
            waiting = waiter;
            here = runtime;
        }
        if (waiting != null && here != null) {
            here.unpark(waiting);
        }
    }

    /// Cancels the steps in flight, waits for them, and closes the sources.
    void close() throws Throwable {
        waitHere(Context.current().runtime());
        running.cancelAll();
        int interrupts = Wait.through(running::isEmpty, "the steps of " + name, running::cancelAll);
        @Nullable Throwable failure = null;
        for (Lane lane : lanes) {
            RunningTask<?> step = lane.step;
            lane.step = null;
            Throwable late = step == null ? null : step.failureNow();
            if (late != null && !Throw.isCancellation(late)) {
                failure = Throw.both(failure, late);
            }
            failure = ConcatSteps.closed(lane.upstream, failure);
        }
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
