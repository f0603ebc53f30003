package dev.weft;

import dev.weft.spi.Runtime;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// What a publisher emits, through a buffer of as many elements as it was asked for.
///
/// The publisher may signal on any thread; the subscription is used by the consumer alone, so that its calls are in
/// order. What is asked for and not read yet never exceeds `prefetch`.
///
/// - **Source**: Reactive Streams 1.0.4, section 2; the numbers below are those of its rules.
final class PublisherSteps<T extends @Nullable Object> extends StepSource.Steps implements Flow.Subscriber<T> {

    /// What the consumer waits for; a thread outside may end it.
    private record Arrival(Object publisher) implements Runtime.Outside {
        @Override
        public String toString() {
            return "an element of " + publisher;
        }
    }

    private final Flow.Publisher<? extends T> publisher;
    private final int prefetch;
    private final int batch;
    private final ArrayDeque<Object> buffer = new ArrayDeque<>(); // guarded by this
    private boolean begun; // used by the consumer alone
    private int due; // used by the consumer alone: read and not asked for again
    private Flow.@Nullable Subscription subscription; // guarded by this; until the end
    private boolean subscribed; // guarded by this
    private boolean ended; // guarded by this
    private @Nullable Throwable failure; // guarded by this
    private @Nullable Runtime runtime; // guarded by this
    private @Nullable Thread consumer; // guarded by this; while it waits

    PublisherSteps(Flow.Publisher<? extends T> publisher, int prefetch) {
        this.publisher = publisher;
        this.prefetch = prefetch;
        batch = prefetch - prefetch / 4;
        due = prefetch;
    }

    // ---- the consumer's side ----

    @Override
    @Nullable Object next() throws Throwable {
        waitHere(Context.current().runtime());
        try {
            if (!begun) {
                begun = true;
                publisher.subscribe(this);
            }
            askForMore();
            while (!hasNext()) {
                Wait.until(() -> hasNext() || mayAsk(), new Arrival(publisher));
                askForMore();
            }
        } finally {
            stopWaiting();
        }
        return take();
    }

    private synchronized void waitHere(Runtime here) {
        runtime = here;
        consumer = here.current();
    }

    private synchronized void stopWaiting() {
        consumer = null;
    }

    private synchronized boolean hasNext() {
        return ended || !buffer.isEmpty();
    }

    private synchronized boolean mayAsk() {
        return subscription != null && due >= batch;
    }

    private void askForMore() {
        Flow.Subscription asked;
        synchronized (this) {
            asked = subscription;
        }
        if (asked != null && due >= batch) {
            int count = due;
            due = 0;
            asked.request(count);
        }
    }

    private @Nullable Object take() throws Throwable {
        Throwable end;
        synchronized (this) {
            Object element = buffer.poll();
            if (element != null) {
                due++;
                return element;
            }
            end = failure;
        }
        if (end != null) {
            throw Requested.at(end);
        }
        return Execution.END;
    }

    @Override
    void close() {
        Flow.Subscription cancelled = end(null);
        synchronized (this) {
            buffer.clear();
        }
        if (cancelled != null) {
            cancelled.cancel();
        }
    }

    // ---- the publisher's side ----

    @Override
    public void onSubscribe(Flow.Subscription offered) {
        Objects.requireNonNull(offered, "subscription");
        Thread waiting;
        synchronized (this) {
            waiting = consumer;
            if (!subscribed && !ended) {
                subscribed = true;
                subscription = offered;
                offered = null;
            }
        }
        if (offered != null) {
            offered.cancel(); // 2.5, or closed meanwhile
        } else {
            wake(waiting);
        }
    }

    @Override
    public void onNext(T element) {
        Objects.requireNonNull(element, "a publisher may not emit null"); // 2.13
        Thread waiting;
        boolean unasked;
        synchronized (this) {
            unasked = !ended && buffer.size() == prefetch;
            if (!ended && !unasked) {
                buffer.add(element);
            }
            waiting = consumer;
        }
        if (unasked) {
            refuse();
        } else {
            wake(waiting);
        }
    }

    private void refuse() {
        var overflow = new IllegalStateException(
                publisher + " emitted more than the " + prefetch + " elements that it was asked for");
        Flow.Subscription cancelled = end(overflow);
        if (cancelled != null) {
            cancelled.cancel();
        }
    }

    @Override
    public void onError(Throwable error) {
        var _ = end(Objects.requireNonNull(error, "error"));
    }

    @Override
    public void onComplete() {
        var _ = end(null);
    }

    /// Ends the iteration, after what is in the buffer. Returns the subscription, if there is one to be cancelled.
    private Flow.@Nullable Subscription end(@Nullable Throwable error) {
        Thread waiting;
        Flow.Subscription open;
        synchronized (this) {
            if (ended) {
                return null;
            }
            ended = true;
            failure = error;
            open = subscription;
            subscription = null; // 2.4
            waiting = consumer;
        }
        wake(waiting);
        return open;
    }

    private void wake(@Nullable Thread waiting) {
        Runtime here;
        synchronized (this) {
            here = runtime;
        }
        if (waiting != null && here != null) {
            here.unpark(waiting);
        }
    }
}
