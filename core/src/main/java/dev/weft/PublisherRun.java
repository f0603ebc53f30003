package dev.weft;

import dev.weft.spi.Carrier;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One subscriber of a [Publishing], and the task that serves it.
///
/// The task pushes the source into the subscriber. Before the source may run, and after each element, it waits until
/// one more has been requested; so the source computes nothing that nobody asked for, and all signals are in order.
///
/// A cancel must reach the source where it waits, but never hit the subscriber, whose code runs on the same thread. So
/// the source runs in a [CancelScope], which is in force only while it has the turn.
final class PublisherRun<T extends @Nullable Object> implements Flow.Subscription {

    /// What the task waits for; a thread outside may end it.
    private record Demand(Object source) implements Runtime.Outside {
        @Override
        public String toString() {
            return "a request for an element of " + source;
        }
    }

    private final AsyncIterable<T> source;
    private final Context context = Context.current().detached();
    private final Carrier.@Nullable Restorer restorer = context.setting().capture();
    private Flow.@Nullable Subscriber<? super T> subscriber; // guarded by this; until it cancels
    private long requested; // guarded by this
    private boolean over; // guarded by this; nothing more is wanted of the source
    private @Nullable Throwable refusal; // guarded by this; why the subscriber gets no more
    private @Nullable Throwable thrown; // guarded by this; by the subscriber, which must not
    private @Nullable CancelScope scope; // guarded by this; of the source
    private @Nullable Thread waiting; // guarded by this; the task, for a request

    PublisherRun(AsyncIterable<T> source, Flow.Subscriber<? super T> subscriber) {
        this.source = source;
        this.subscriber = subscriber;
    }

    /// Gives the subscriber its subscription, and starts the task.
    void begin() {
        var _ = signal(receiver -> receiver.onSubscribe(this));
        Task<@Nullable Void> task;
        try {
            task = Tasks.<@Nullable Void>spawn("publisher", Tasks.asAwaitable(this::serve));
        } catch (Throwable notStarted) {
            var _ = signal(receiver -> receiver.onError(notStarted));
            throw notStarted;
        }
        // Serving never fails, so a task that did was cancelled before it began.
        var _ = task.toCompletableFuture().exceptionally(cancelled -> {
            discard((RunningTask<?>) task, cancelled);
            return null;
        });
    }

    // ---- the task ----

    private void serve() {
        Subject subject = Objects.requireNonNull(Context.current().task()).subject();
        CancelScope opened = CancelScope.open();
        opened.suspend();
        synchronized (this) {
            scope = opened;
        }
        @Nullable Throwable failure = null;
        try {
            push(opened);
        } catch (Throwable t) {
            failure = t;
        }
        opened.close();
        end(subject, failure);
    }

    private void push(CancelScope turn) throws Throwable {
        AsyncIterator<T> iterator = Async.aiter(source);
        boolean wanted;
        try {
            wanted = awaitRequest();
        } catch (InterruptedException e) {
            throw Upstream.of(iterator).closeAfter(e);
        }
        if (!wanted) {
            Upstream.of(iterator).close();
            return;
        }
        turn.resume();
        turn.context().within(turn).call(() -> {
            Collected.drain(iterator, element -> accept(turn, element));
            return null;
        });
    }

    private boolean accept(CancelScope turn, @Nullable Object element) throws InterruptedException {
        turn.suspend();
        if (element == null) {
            refuse(new NullPointerException("a publisher cannot emit null, and " + source
                    + " yielded it; filter it out, or map it to something else"));
            return false;
        }
        boolean more = signal(receiver -> receiver.onNext(Tasks.<T>unchecked(element))) && awaitRequest();
        if (more) {
            turn.resume();
        }
        return more;
    }

    /// Waits until an element is wanted, and takes the request for it. Returns whether there is one.
    private boolean awaitRequest() throws InterruptedException {
        if (Thread.interrupted()) { // also while there are requests: else an endless source could not be cancelled
            throw Wait.interrupted("interrupted while publishing " + source);
        }
        if (!isDecided()) {
            waitForRequest();
        }
        synchronized (this) {
            if (!over && requested < Long.MAX_VALUE) { // 3.17: as good as without end
                requested--;
            }
            return !over;
        }
    }

    private void waitForRequest() throws InterruptedException {
        synchronized (this) {
            waiting = Thread.currentThread();
        }
        try {
            Wait.until(this::isDecided, new Demand(source));
        } finally {
            synchronized (this) {
                waiting = null;
            }
        }
    }

    private synchronized boolean isDecided() {
        return over || requested > 0;
    }

    /// Ends a subscription whose task never ran.
    private void discard(RunningTask<?> task, Throwable cancelled) {
        try {
            Carried.call(
                    restorer,
                    () -> context.call(() -> {
                        end(task.subject(), Upstream.of(source).closeAfter(cancelled));
                        return null;
                    }));
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }

    // ---- the end ----

    private void end(Subject subject, @Nullable Throwable failure) {
        Throwable error;
        boolean cancelled;
        synchronized (this) {
            // What a cancel does to the source is no failure of it.
            error = over && failure != null && Timeout.isInterruption(failure) ? null : failure;
            if (refusal != null) {
                error = error == null ? refusal : Throw.both(refusal, error);
            }
            over = true;
            cancelled = subscriber == null;
        }
        if (error == null) {
            var _ = signal(Flow.Subscriber::onComplete);
        } else {
            Throwable seen = asSeenOutside(error);
            var _ = signal(receiver -> receiver.onError(seen));
        }
        reportLate(subject, cancelled ? error : null);
    }

    private Throwable asSeenOutside(Throwable error) {
        if (!(error instanceof InterruptedException)) {
            return error;
        }
        var cancelled = new CancellationException("the task that publishes " + source + " was cancelled");
        cancelled.initCause(error);
        return cancelled;
    }

    private void reportLate(Subject subject, @Nullable Throwable failure) {
        Throwable threw;
        synchronized (this) {
            subscriber = null; // 3.13
            threw = thrown;
        }
        if (threw != null) {
            Throwable both = failure == null ? threw : Throw.both(threw, failure);
            context.reportLate(both, subject, "a subscriber of " + source + " threw an exception, so it gets no more");
        } else if (failure != null) {
            context.reportLate(failure, subject, source + " failed after its subscriber had cancelled");
        }
    }

    // ---- the subscriber's side ----

    /// Calls the subscriber, unless it has cancelled; one that throws does so by that. Returns whether it goes on.
    private boolean signal(Consumer<Flow.Subscriber<? super T>> call) {
        Flow.Subscriber<? super T> receiver;
        synchronized (this) {
            receiver = subscriber;
        }
        if (receiver == null) {
            return false;
        }
        try {
            call.accept(receiver);
            return true;
        } catch (Throwable t) {
            synchronized (this) {
                thrown = t;
            }
            cancel();
            return false;
        }
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            refuse(new IllegalArgumentException("request must be positive, was " + n + " (Reactive Streams rule 3.9)"));
            return;
        }
        Thread woken;
        synchronized (this) {
            requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
            woken = waiting;
        }
        wake(woken);
    }

    @Override
    public void cancel() {
        synchronized (this) {
            subscriber = null;
        }
        stop();
    }

    private void refuse(RuntimeException why) {
        synchronized (this) {
            if (over) {
                return;
            }
            refusal = why;
        }
        stop();
    }

    /// Wants no more of the source: interrupts it if it has the turn.
    private void stop() {
        CancelScope turn;
        Thread woken;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            turn = scope;
            woken = waiting;
        }
        if (turn != null) {
            turn.cancel();
        }
        wake(woken);
    }

    private void wake(@Nullable Thread woken) {
        if (woken != null) {
            context.runtime().unpark(woken);
        }
    }
}
