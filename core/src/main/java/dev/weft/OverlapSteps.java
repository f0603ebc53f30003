package dev.weft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Work on the elements of a source, several pieces at a time, each a task. A further task, the reader, begins them.
///
/// There is a limited number of places. The reader takes one before it asks for an element, and the work on the element
/// keeps it: a [Work.Call] until the consumer has its result, a [Work.Inner] until it has ended. So the source is never
/// further ahead than the limit, and is asked whenever there is a place.
///
/// If the steps of the source wait for nothing, and none but the consumer makes places, the reader leaves as soon as
/// all places are taken. The consumer then reads itself, each time that it has made a place: it would wake the reader
/// for nothing else.
///
/// Results wait for the consumer in the order of the source, or of their ends. The first failure stops the reader and
/// cancels, at once, all that would come after it in that order; the consumer meets it after what comes before.
final class OverlapSteps extends StepSource.Steps {

    /// In which order the consumer gets the results.
    enum Order {
        OF_THE_SOURCE,
        OF_THE_ENDS
    }

    /// One piece of work, on one element.
    private final class Piece implements RunningTask.Owner {
        private final Work work;
        private final String stepName;
        private @Nullable RunningTask<?> step; // guarded by OverlapSteps.this; has ended, and its result is untaken

        Piece(Work work, String stepName) {
            this.work = work;
            this.stepName = stepName;
        }

        void start(Context context) {
            RunningTask<?> started = RunningTask.<@Nullable Object>start(stepName, work, context, this, running);
            if (stopped) {
                started.cancelOnce(); // what has stopped the rest may not have known this one yet
            }
        }

        @Override
        public void ended(RunningTask<?> task) {
            boolean failed = task.failureNow() != null;
            boolean over = !failed && work.endsWith(task.valueNow());
            List<RunningTask<?>> givenUp;
            boolean ready;
            synchronized (OverlapSteps.this) {
                if (over) {
                    leave(this);
                } else {
                    step = task;
                    if (order == Order.OF_THE_ENDS) {
                        (stopped ? late : results).add(this);
                    }
                }
                stopped |= failed;
                givenUp = failed ? comingAfter(this) : List.of();
                ready = (over || failed) ? hasResult() : isNext();
            }
            givenUp.forEach(RunningTask::cancelOnce);
            if (over || failed) {
                reading.wake();
            }
            if (running.remove(task) || ready) {
                consuming.wake();
            }
        }

        /// Whether the consumer, if it waits for a result, waits for this one. Those behind it need not wake it.
        private boolean isNext() {
            return results.peek() == this;
        }
    }

    /// What the reader returns when it leaves.
    private static final Object LEFT = new Object();

    private final String name;
    private final Order order;
    private final AsyncIterable<?> source;
    private final Function<@Nullable Object, Work> beginning;
    private final boolean consumerMakesPlaces; // and nobody else
    private final Upstream upstream;
    private final TaskList running = new TaskList();
    private final Waiter reading = new Waiter();
    private final Waiter consuming = new Waiter();
    private final ArrayDeque<Piece> results = new ArrayDeque<>(); // guarded by this
    private final List<Piece> late = new ArrayList<>(); // guarded by this; with results that come after a failure
    private final Set<Piece> open = new LinkedHashSet<>(); // guarded by this; those that must be closed
    private final BooleanSupplier takingPlace = this::tryPlace;
    private final BooleanSupplier takingResult = this::tryResult;
    private final String placeAwaited;
    private final String resultAwaited;
    private int places; // guarded by this; free ones
    private int working; // guarded by this; those that are taken by work
    private volatile boolean stopped; // written under the lock
    private boolean allRead; // guarded by this
    private volatile boolean readerLeft; // and the source is the consumer's; written under the lock
    private @Nullable Context context; // of reader and pieces; set before the reader starts
    private @Nullable RunningTask<?> reader; // used by the consumer alone
    private @Nullable Throwable sourceFailure; // used by the consumer alone; met when it was the one to read
    private @Nullable RunningTask<?> result; // used by the consumer alone; what it has taken, or the reader at the end
    private @Nullable Piece taken; // used by the consumer alone; the last one whose result was taken, if it goes on
    private long begun; // used by who reads

    OverlapSteps(
            String name,
            int limit,
            Order order,
            boolean consumerMakesPlaces,
            AsyncIterable<?> source,
            Function<@Nullable Object, Work> beginning) {
        this.name = name;
        this.order = order;
        this.consumerMakesPlaces = consumerMakesPlaces;
        this.source = source;
        this.beginning = beginning;
        places = limit;
        placeAwaited = "a place among " + limit + " of " + name;
        resultAwaited = "a result of " + name;
        upstream = Upstream.of(source);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    // ---- the reader ----

    private @Nullable Object read() throws Exception {
        try {
            while (true) {
                if (!tryPlace()) {
                    if (consumerMayRead() && leaves()) {
                        return LEFT;
                    }
                    reading.until(takingPlace, placeAwaited);
                }
                if (stopped || !readAndBegin()) {
                    return null;
                }
            }
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }

    /// Uses a place; `false` if there is nothing more to use places for.
    private boolean readAndBegin() throws Throwable {
        Object element = upstream.next();
        return !Core.isEnd(element) && begins(element);
    }

    /// Whether the source may be read on the calling thread, and the calls begun there, in place of the reader's.
    private boolean consumerMayRead() {
        return consumerMakesPlaces
                && upstream.isPrompt()
                && Prompt.isAllowed()
                && Context.current().setting().carriers().isEmpty();
    }

    private synchronized boolean leaves() {
        boolean leaves = places == 0 && !stopped;
        readerLeft = leaves;
        return leaves;
    }

    private synchronized boolean tryPlace() {
        if (places > 0) {
            places--;
            return true;
        }
        return stopped;
    }

    private boolean begins(@Nullable Object element) throws Exception {
        var piece = new Piece(beginning.apply(element), name + "." + begun++);
        synchronized (this) {
            if (stopped) {
                return false;
            }
            working++;
            if (piece.work.goesOn()) {
                open.add(piece);
            }
            if (order == Order.OF_THE_SOURCE) {
                results.add(piece);
            }
        }
        try {
            piece.start(Objects.requireNonNull(context));
        } catch (Throwable notStarted) {
            drop(piece);
            throw notStarted;
        }
        return true;
    }

    /// Forgets a piece that could not be started, and so may never end.
    private synchronized void drop(Piece piece) {
        if (piece.step == null) {
            results.remove(piece);
            leave(piece);
        }
    }

    @SuppressWarnings("ReferenceEquality") // it is one object
    private void readerEnded(RunningTask<?> task) {
        boolean failed = task.failureNow() != null;
        if (failed || task.valueNow() != LEFT) {
            allRead(failed);
        }
        running.remove(task);
        consuming.wake();
    }

    private void allRead(boolean failed) {
        boolean stops = order == Order.OF_THE_ENDS && failed;
        synchronized (this) {
            allRead = true;
            stopped |= stops;
        }
        if (stops) {
            running.cancelAllOnce();
        }
    }

    /// Lists what a failure of `piece` makes useless, the reader included. Called under the lock.
    private List<RunningTask<?>> comingAfter(Piece piece) {
        List<RunningTask<?>> all = running.copy();
        if (order == Order.OF_THE_ENDS) {
            return all;
        }
        List<Piece> before = results.stream().takeWhile(other -> other != piece).toList();
        return all.stream().filter(task -> !before.contains(task.owner())).toList();
    }

    // ---- the consumer ----

    @Override
    @Nullable Object next() throws Throwable {
        if (reader == null) {
            context = Context.current().detached();
            startReader(context);
        }
        if (taken != null && !stopped) {
            taken.start(Context.current().detached());
        }
        taken = null;
        consuming.until(takingResult, resultAwaited);
        RunningTask<?> step = Objects.requireNonNull(result);
        result = null;
        Throwable failure = step.failureNow();
        if (failure != null) {
            throw Requested.at(failure);
        }
        if (step == reader) {
            return end();
        }
        if (taken == null) {
            usePlace();
        }
        return step.valueNow();
    }

    private void startReader(Context context) {
        reader = RunningTask.<@Nullable Object>start(name + ".source", this::read, context, this::readerEnded, running);
    }

    private Object end() throws Throwable {
        Throwable failure = sourceFailure;
        sourceFailure = null;
        if (failure != null) {
            throw failure;
        }
        return Execution.END;
    }

    /// Sees that the place that was made is used, by whoever reads.
    private void usePlace() {
        if (!readerLeft) {
            reading.wake();
        } else if (!isAllRead()) {
            try {
                readOn();
            } catch (Throwable failure) {
                sourceFailure = failure; // the result that was taken comes before it
                allRead(true);
            }
        }
    }

    private void readOn() throws Throwable {
        if (!consumerMayRead()) {
            readerLeft = false;
            startReader(Objects.requireNonNull(context));
            return;
        }
        while (tryPlace() && !stopped) {
            if (!readAndBegin()) {
                allRead(false);
                return;
            }
        }
    }

    private synchronized boolean isAllRead() {
        return allRead;
    }

    private synchronized boolean tryResult() {
        if (!hasResult()) {
            return false;
        }
        Piece first = results.poll();
        result = first == null ? reader : take(first);
        return true;
    }

    private synchronized boolean hasResult() {
        Piece first = results.peek();
        return first == null ? allRead && (working == 0 || stopped) : first.step != null;
    }

    private @Nullable RunningTask<?> take(Piece piece) {
        RunningTask<?> step = piece.step;
        piece.step = null;
        if (piece.work.goesOn()) {
            taken = piece;
        } else {
            leave(piece);
        }
        return step;
    }

    private void leave(Piece piece) {
        open.remove(piece);
        working--;
        places++;
    }

    @Override
    void close() throws Throwable {
        synchronized (this) {
            stopped = true;
        }
        reading.wake();
        running.cancelAllOnce();
        int interrupts = consuming.through(running::isEmpty, "the tasks of " + name, running::cancelAll);
        @Nullable Throwable failure = RunningTask.lost(reader, sourceFailure);
        for (Piece piece : left()) {
            failure = RunningTask.lost(piece.step, failure);
            try {
                piece.work.close();
            } catch (Throwable t) {
                failure = Throw.both(failure, t);
            }
        }
        failure = ConcatSteps.closed(upstream, failure);
        if (interrupts > 0) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized Set<Piece> left() {
        var left = new LinkedHashSet<Piece>(open);
        left.addAll(results);
        left.addAll(late);
        results.clear();
        late.clear();
        open.clear();
        return left;
    }
}
