package dev.weft;

import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// An awaitable with a time limit. It runs on the caller's own thread, in a [CancelScope] that a timer strand cancels.
///
/// - **Source**: `asyncio.timeout`; S76 to S83.
final class Timeout<T extends @Nullable Object> implements Awaitable<T> {

    private final Duration limit;
    private final Awaitable<T> awaitable;

    Timeout(Duration limit, Awaitable<T> awaitable) {
        this.limit = limit;
        this.awaitable = awaitable;
    }

    @Override
    public T await() throws Exception {
        if (limit.isZero()) {
            throw expiredAtOnce();
        }
        Context context = Context.current();
        Runtime runtime = context.runtime();
        CancelScope scope = CancelScope.open();
        var timer = new Timer(scope, runtime.now() + Times.nanos(limit));
        Thread strand = runtime.fork("timeout", timer);
        try {
            T value = Tasks.unchecked(context.within(scope).call(awaitable::await));
            scope.close(); // a value that comes late is a value all the same
            return value;
        } catch (Throwable failure) {
            boolean expired = scope.close();
            throw Throw.unchecked(expired ? afterExpiry(failure, scope) : failure);
        } finally {
            timer.over = true;
            runtime.unpark(strand);
        }
    }

    private Throwable afterExpiry(Throwable failure, CancelScope scope) {
        if (failure instanceof GeneratorExit) {
            return failure; // the body is being closed, and its limit with it
        }
        if (!isInterruption(failure)) {
            return Throw.both(failure, expired());
        }
        if (scope.outerCancelled()) {
            return failure;
        }
        TimeoutException expired = expired();
        if (failure.getSuppressed().length > 0 || !(failure instanceof InterruptedException)) {
            expired.addSuppressed(failure);
        }
        return expired;
    }

    /// Whether `failure` is how code ends that was interrupted while it waited.
    static boolean isInterruption(Throwable failure) {
        return failure instanceof InterruptedException
                || (failure instanceof CancellationException && failure.getCause() instanceof InterruptedException)
                || failure instanceof ClosedByInterruptException
                || (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException));
    }

    private TimeoutException expiredAtOnce() {
        Context context = Context.current();
        context.tell(Event.Kind.TIMED_OUT, context.subject(), limit);
        return expired();
    }

    private TimeoutException expired() {
        return new TimeoutException("no result within " + Times.show(limit));
    }

    /// Cancels the scope when the time has come.
    private final class Timer implements Runnable {
        private final CancelScope scope;
        private final long deadline;
        private volatile boolean over;

        Timer(CancelScope scope, long deadline) {
            this.scope = scope;
            this.deadline = deadline;
        }

        @Override
        public void run() {
            Runtime runtime = scope.context().runtime();
            while (!over) {
                if (runtime.now() - deadline >= 0) {
                    scope.expire(limit);
                    return;
                }
                runtime.park(deadline, this);
            }
        }

        @Override
        public String toString() {
            return "a time limit of " + Times.show(limit);
        }
    }
}
