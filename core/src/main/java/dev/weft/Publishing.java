package dev.weft;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A source as a publisher: each subscriber is served by a [PublisherRun] of its own. What is its own iterator, as a
/// generator is, can be read once and so serves one.
///
/// - **Source**: Reactive Streams 1.0.4, section 1; the numbers below are those of its rules.
final class Publishing<T extends @Nullable Object> implements Flow.Publisher<T> {

    /// What a subscriber gets that is refused.
    private static final Flow.Subscription NOTHING = new Flow.Subscription() {
        @Override
        public void request(long n) {
            // There is nothing to come but the refusal.
        }

        @Override
        public void cancel() {
            // There is nothing to stop.
        }
    };

    private final AsyncIterable<T> source;
    private boolean taken; // guarded by this

    Publishing(AsyncIterable<T> source) {
        this.source = source;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber"); // 1.9
        if (!(source instanceof AsyncIterator<?>) || take()) {
            new PublisherRun<T>(source, subscriber).begin();
            return;
        }
        try {
            subscriber.onSubscribe(NOTHING);
            subscriber.onError(new IllegalStateException(this + " has had its subscriber: " + source
                    + " can be read once; publish a lambda that makes a new generator for each subscriber"));
        } catch (Throwable broken) {
            Log.warn(subscriber + " failed when it was refused", broken);
        }
    }

    private synchronized boolean take() {
        boolean first = !taken;
        taken = true;
        return first;
    }

    @Override
    public String toString() {
        return "publisher of " + source;
    }
}
