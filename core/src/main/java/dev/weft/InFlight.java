package dev.weft;

import dev.weft.spi.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Several sources, each with at most one step in flight, as a task: what comes first is taken first.
///
/// The tasks live across the elements that the consumer takes, and end at the latest with [#close()], which cancels and
/// awaits them before it closes the sources. Lanes are opened, taken and closed by the consumer alone.
final class InFlight {

    /// One source.
    final class Lane implements RunningTask.Owner {
        final int index;
        private final Upstream upstream;
        private @Nullable RunningTask<?> step; // used by the consumer alone
        private boolean ended; // used by the consumer alone

        private Lane(int index, Upstream upstream) {
            this.index = index;
            this.upstream = upstream;
        }

        private void start(Context context) {
            Awaitable<@Nullable Object> next = () -> {
                try {
                    return upstream.next();
                } catch (Throwable failure) {
                    throw Throw.unchecked(failure);
                }
            };
            step = RunningTask.<@Nullable Object>start(name + "." + index, next, context, this, running);
        }

        @Override
        public void ended(RunningTask<?> task) {
            synchronized (InFlight.this) {
                done.add(this);
            }
            running.remove(task);
            consuming.wake();
        }

        /// Takes the result of the ended step: an element, or END when there are no more.
        @Nullable Object take() throws Throwable {
            RunningTask<?> ended = Objects.requireNonNull(step);
            step = null;
            Throwable failure = ended.failureNow();
            if (failure != null) {
                throw Requested.at(failure);
            }
            Object element = ended.valueNow();
            if (Core.isEnd(element)) {
                this.ended = true;
                upstream.close();
            }
            return element;
        }

        /// Closes the source, whose step has ended; returns what went wrong, in `failure` if that is not `null`.
        private @Nullable Throwable closed(@Nullable Throwable failure) {
            Throwable lost = RunningTask.lost(step, failure);
            step = null;
            return ConcatSteps.closed(upstream, lost);
        }

        /// Reads on without a task. No step is in flight.
        @Nullable Object nextHere() throws Throwable {
            return upstream.next();
        }
    }

    private final String name;
    private final List<Lane> lanes = new ArrayList<>(); // used by the consumer alone
    private final TaskList running = new TaskList();
    private final Waiter consuming = new Waiter();
    private final ArrayDeque<Lane> done = new ArrayDeque<>(); // guarded by this

    InFlight(String name) {
        this.name = name;
    }

    InFlight(String name, List<? extends AsyncIterable<?>> sources) {
        this(name);
        sources.forEach(this::open);
    }

    /// Adds a source, whose first step is begun by the next [#next()].
    Lane open(AsyncIterable<?> source) {
        var lane = new Lane(lanes.size(), Upstream.of(source));
        lanes.add(lane);
        return lane;
    }

    /// Waits for the first step to end, and returns its source; `null` when all sources have ended.
    @Nullable Lane next() throws InterruptedException {
        Context context = Context.current();
        boolean open = false;
        for (Lane lane : lanes) {
            if (!lane.ended && lane.step == null) {
                lane.start(context);
            }
            open |= !lane.ended;
        }
        if (!open) {
            return null;
        }
        consuming.until(this::hasDone, "an element of " + name);
        synchronized (this) {
            return done.remove();
        }
    }

    /// Returns the source whose step ended first, or `null` if none has ended. Begins none.
    synchronized @Nullable Lane poll() {
        return done.poll();
    }

    private synchronized boolean hasDone() {
        return !done.isEmpty();
    }

    /// Cancels the steps in flight, waits for them, and closes the sources.
    void close() throws Throwable {
        close(List.copyOf(lanes));
    }

    /// Closes these sources; what they still had is lost.
    void close(List<Lane> closing) throws Throwable {
        @Nullable Throwable failure = null;
        int interrupts = cancelAndAwait(closing);
        for (Lane lane : closing) {
            failure = lane.closed(failure);
        }
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// Closes all sources but that one. What goes wrong in the losers is a late error.
    void closeLosers(Lane winner) {
        List<Lane> losers = lanes.stream().filter(lane -> lane != winner).toList();
        int interrupts = cancelAndAwait(losers);
        for (Lane loser : losers) {
            RunningTask<?> step = loser.step;
            Throwable failure = loser.closed(null);
            if (failure != null) {
                Subject subject = Objects.requireNonNull(step).subject();
                Context.current().reportLate(failure, subject, "the loser " + subject.name() + " failed");
            }
        }
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
    }

    private int cancelAndAwait(List<Lane> closing) {
        steps(closing).forEach(RunningTask::cancelOnce);
        int interrupts = consuming.through(
                () -> steps(closing).noneMatch(running::contains),
                "the steps of " + name,
                () -> steps(closing).forEach(RunningTask::cancel));
        lanes.removeAll(closing);
        synchronized (this) {
            done.removeAll(closing);
        }
        return interrupts;
    }

    private static Stream<RunningTask<?>> steps(List<Lane> lanes) {
        return lanes.stream().<RunningTask<?>>map(lane -> lane.step).filter(Objects::nonNull);
    }
}
