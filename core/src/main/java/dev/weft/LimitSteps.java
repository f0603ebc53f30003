package dev.weft;

import dev.weft.spi.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A source with a time limit, for each element or for all of them. Reads on the consumer's own thread, in a
/// [CancelScope] that is in force while the source is asked, and that a [LimitWatch] cancels.
///
/// What comes out of the source when the time is up is too late, even if nothing had to be cancelled: so a tie has one
/// outcome in every order of the threads.
final class LimitSteps extends StepSource.Steps {

    private final AsyncIterable<?> source;
    private final Upstream upstream;
    private final Duration limit;
    private final boolean each;
    private final LimitWatch watch;
    private boolean begun;
    private long deadline;

    LimitSteps(AsyncIterable<?> source, Duration limit, boolean each) {
        this.source = source;
        this.limit = Times.positive(limit, "limit");
        this.each = each;
        upstream = Upstream.of(source);
        watch = new LimitWatch(limit);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    @Override
    @Nullable Object next() throws Throwable {
        Context context = Context.current();
        if (each || !begun) {
            begun = true;
            deadline = context.runtime().now() + Times.nanos(limit);
        }
        if (isLate(context)) {
            tellLate(context);
            throw expired();
        }
        CancelScope scope = CancelScope.open();
        watch.arm(scope, deadline);
        @Nullable Object element = null;
        @Nullable Throwable failure = null;
        try {
            element = context.within(scope).call(upstream::next);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        watch.disarm();
        boolean struck = scope.close();
        if (isLate(context)) {
            if (!struck) {
                tellLate(context);
            }
            throw failure == null ? expired() : afterExpiry(failure, struck, scope);
        }
        if (failure != null) {
            throw failure;
        }
        return element;
    }

    private boolean isLate(Context context) {
        return context.runtime().now() - deadline >= 0;
    }

    private void tellLate(Context context) {
        context.tell(Event.Kind.TIMED_OUT, context.subject(), limit);
    }

    private Throwable afterExpiry(Throwable failure, boolean struck, CancelScope scope) {
        if (failure instanceof GeneratorExit) {
            return failure; // not of the source: somebody closes what this is part of
        }
        boolean interruption = Timeout.isInterruption(failure);
        if (interruption && (!struck || scope.outerCancelled())) {
            return failure;
        }
        TimeoutException expired = expired();
        if (!interruption || failure.getSuppressed().length > 0) {
            expired.addSuppressed(failure);
        }
        return expired;
    }

    private TimeoutException expired() {
        return new TimeoutException((each ? "no element within " : "no end within ") + Times.show(limit));
    }

    @Override
    void close() throws Throwable {
        watch.close();
        upstream.close();
    }
}
