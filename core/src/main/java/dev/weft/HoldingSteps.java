package dev.weft;

import dev.weft.spi.Runtime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Elements that are held back until they are due, while a task reads on.
///
/// **Idea.** One task reads the source, for as long as the operator lives. It notes when each element comes, and puts
/// it where a [Holding] says: behind what is held, or in the place of what is still open. The consumer takes the first
/// that is due. It waits for that time itself, so that there is no timer, and a consumer that is busy delays nothing
/// but itself: until there is no room, elements go on replacing each other.
///
/// **Ties.** Only the times noted decide, never who ran first: what is due at an instant is closed for an element that
/// comes at that instant, whether the consumer has taken it by then or not. So every order of the threads gives the
/// same elements at the same times.
///
/// **Invariants.** What is held is in the order in which it came and falls due. Only the last can be open. The consumer
/// takes from the front what is due, so it never takes what the reader may still replace.
final class HoldingSteps extends StepSource.Steps implements RunningTask.Owner {

    private final String name;
    private final AsyncIterable<?> source;
    private final Upstream upstream; // used by the reader, and when that has ended by who closes
    private final Holding holding;
    private final TaskList running = new TaskList();
    private final ArrayDeque<Holding.Held> held = new ArrayDeque<>(); // guarded by this
    private @Nullable RunningTask<?> reader; // used by the consumer alone
    private @Nullable Throwable thrown; // the reader's failure, once thrown; used by the consumer alone
    private volatile boolean closing;
    private @Nullable Thread consumer; // guarded by this; who waits for an element, or for the reader's end
    private @Nullable Runtime runtime; // guarded by this; the consumer's
    private long awaited; // guarded by this; until when the consumer waits
    private @Nullable Thread readerWaiting; // guarded by this; for room
    private boolean ended; // guarded by this
    private long end; // guarded by this; when the end is due

    private HoldingSteps(String name, AsyncIterable<?> source, Holding holding) {
        this.name = name;
        this.source = source;
        this.holding = holding;
        upstream = Upstream.of(source);
    }

    static <R extends @Nullable Object> AsyncGenerator<R> generator(
            String name, AsyncIterable<?> source, Holding holding) {
        return StepSource.generator(name, new HoldingSteps(name, source, holding));
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    // ---- the consumer ----

    @Override
    @Nullable Object next() throws Throwable {
        Context context = Context.current();
        Runtime here = context.runtime();
        waitHere(here);
        if (reader == null) {
            holding.begin(here.now());
            Awaitable<@Nullable Object> reading = () -> read(here);
            reader = RunningTask.<@Nullable Object>start(name + ".source", reading, context, this, running);
        }
        try {
            for (long due = nextDue(); !hasCome(due, here.now()); due = nextDue()) {
                long waited = due;
                Wait.until(() -> isSooner(waited), waited, "an element of " + name);
            }
        } finally {
            stopWaiting();
        }
        return take(here);
    }

    private synchronized void waitHere(Runtime here) {
        runtime = here;
        consumer = here.current();
    }

    private synchronized void stopWaiting() {
        consumer = null;
    }

    /// When there is something to take, as far as is known, and notes that the consumer waits for that.
    private synchronized long nextDue() {
        awaited = soonest();
        return awaited;
    }

    private synchronized boolean isSooner(long due) {
        return isBefore(soonest(), due);
    }

    private long soonest() {
        Holding.Held first = held.peek();
        long soonest = first == null ? Runtime.FOREVER : first.due();
        return ended && isBefore(end, soonest) ? end : soonest;
    }

    private static boolean isBefore(long time, long other) {
        return time != Runtime.FOREVER && (other == Runtime.FOREVER || time - other < 0);
    }

    private static boolean hasCome(long due, long now) {
        return due != Runtime.FOREVER && now - due >= 0;
    }

    private @Nullable Object take(Runtime here) throws Throwable {
        Holding.Held first;
        Thread waiting;
        synchronized (this) {
            first = held.poll();
            waiting = readerWaiting;
        }
        if (first == null) {
            thrown = Objects.requireNonNull(reader).failureNow();
            if (thrown != null) {
                throw Requested.at(thrown);
            }
            return Execution.END;
        }
        if (waiting != null) {
            here.unpark(waiting);
        }
        return holding.give(first.what());
    }

    // ---- the reader ----

    private @Nullable Object read(Runtime here) {
        try {
            for (Object element = upstream.next(); !Core.isEnd(element); element = upstream.next()) {
                hold(element, holding.span(element), here);
            }
            upstream.close();
            return null;
        } catch (Throwable failure) {
            // Whoever cancels the reader closes the source, and learns what goes wrong.
            throw Throw.unchecked(closing ? failure : upstream.closeAfter(failure));
        }
    }

    private void hold(@Nullable Object element, long span, Runtime here) throws InterruptedException {
        long now = here.now();
        if (!hasRoom(now)) {
            awaitRoom(now, here);
        }
        Thread waiting;
        Runtime waitingIn;
        synchronized (this) {
            Holding.Held open = isOpen(now) ? held.pollLast() : null;
            held.add(holding.hold(open, element, now, span));
            waiting = isBefore(soonest(), awaited) ? consumer : null;
            waitingIn = runtime;
        }
        if (waiting != null && waitingIn != null) {
            waitingIn.unpark(waiting);
        }
    }

    private void awaitRoom(long now, Runtime here) throws InterruptedException {
        synchronized (this) {
            readerWaiting = here.current();
        }
        try {
            Wait.until(() -> hasRoom(now), "room for an element of " + name);
        } finally {
            synchronized (this) {
                readerWaiting = null;
            }
        }
    }

    /// Whether there is room for an element that came at that time. Once there is, there is until it is held.
    private synchronized boolean hasRoom(long now) {
        return held.size() < holding.room() || isOpen(now);
    }

    private synchronized boolean isOpen(long now) {
        Holding.Held last = held.peekLast();
        return holding.opens() && last != null && now - last.due() < 0;
    }

    @Override
    public void ended(RunningTask<?> task) {
        running.remove(task);
        Thread waiting;
        Runtime waitingIn;
        synchronized (this) {
            ended = true;
            waiting = consumer;
            waitingIn = Objects.requireNonNull(runtime);
            end = holding.end(waitingIn.now());
        }
        if (waiting != null) {
            waitingIn.unpark(waiting);
        }
    }

    // ---- the end ----

    @Override
    void close() throws Throwable {
        closing = true;
        waitHere(Context.current().runtime());
        running.cancelAll();
        int interrupts = Wait.through(running::isEmpty, "the end of reading in " + name, running::cancelAll);
        stopWaiting();
        @Nullable Throwable failure = ConcatSteps.closed(upstream, lateFailure());
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// A failure of the reader that the consumer has not seen.
    private @Nullable Throwable lateFailure() {
        Throwable failure = reader == null || thrown != null ? null : reader.failureNow();
        return failure == null ? null : Throw.besidesCancellation(failure);
    }
}
