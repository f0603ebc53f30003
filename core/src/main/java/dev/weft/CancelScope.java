package dev.weft;

import dev.weft.spi.Event;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A stretch of code on one thread at a time that can be cancelled from outside: the mechanism of time limits and task
/// groups.
///
/// Cancelling interrupts the thread, but only while the thread is in the code: a scope that is suspended at a `yield`
/// remembers the request and delivers it on resume, and a closed one ignores it. An interrupt that this scope sent and
/// nobody consumed is taken back when the scope is suspended or closed, so that it cannot hit what runs next on the
/// thread. If the task was cancelled as well, or a scope
/// around this one, the interrupt stays: it has two senders and only one has gone.
final class CancelScope {

    private final Context context = Context.current();
    private final @Nullable CancelScope outer = context.limit();
    private final @Nullable Activation activation = context.activation();
    private Thread target = context.runtime().current(); // guarded by this
    private @Nullable RunningTask<?> task; // used by the strand that it is in force on
    private int cancelsBefore; // used by the strand that it is in force on
    private int strikesBefore; // used by the strand that it is in force on
    private boolean suspended; // guarded by this
    private boolean closed; // guarded by this
    private boolean requested; // guarded by this
    private boolean undelivered; // guarded by this
    private boolean sent; // guarded by this

    private CancelScope() {
        lookOutwards(context);
    }

    /// Notes what has struck further out, and is over for the code in this scope unless its interrupt is still there.
    private void lookOutwards(Context current) {
        task = current.task();
        cancelsBefore = task == null ? 0 : task.cancels();
        strikesBefore = Thread.currentThread().isInterrupted() ? 0 : context.strikes();
    }

    /// Opens a scope around what the calling thread does next.
    static CancelScope open() {
        var scope = new CancelScope();
        if (scope.activation != null) {
            scope.activation.open(scope);
        }
        return scope;
    }

    Context context() {
        return context;
    }

    /// Interrupts the code, now or as soon as it resumes. At most once.
    void cancel() {
        if (request()) {
            deliver();
        }
    }

    /// Cancels as [#cancel()] does, and tells before the code hears of it that a time limit has passed.
    void expire(Duration limit) {
        if (request()) {
            context.tell(Event.Kind.TIMED_OUT, context.subject(), limit);
            deliver();
        }
    }

    private synchronized boolean request() {
        boolean first = !closed && !requested;
        requested |= first;
        return first;
    }

    private synchronized void deliver() {
        if (suspended) {
            undelivered = true;
        } else if (!closed) {
            send();
        }
    }

    private void send() {
        sent = true;
        target.interrupt();
        context.runtime().unpark(target);
    }

    /// Takes the scope out of force. Called on the thread that it is in force on.
    synchronized void suspend() {
        suspended = true;
        undelivered |= takeBack();
    }

    /// Puts the scope in force again, on the calling thread: that of its body, or one that drives a body in its place.
    synchronized void resume() {
        suspended = false;
        target = Thread.currentThread();
        lookOutwards(Context.current());
        if (undelivered) {
            undelivered = false;
            send();
        }
    }

    /// Ends the scope.
    ///
    /// @return whether it was cancelled
    boolean close() {
        if (activation != null) {
            activation.close(this);
        }
        synchronized (this) {
            closed = true;
            takeBack();
            return requested;
        }
    }

    /// Whether an interrupt from further out is owed to the code: of the task, or of a scope around this one.
    boolean outerCancelled() {
        return (task != null && task.cancels() != cancelsBefore) || context.strikes() > strikesBefore;
    }

    /// The scope around this one.
    @Nullable CancelScope outer() {
        return outer;
    }

    /// Whether this scope was cancelled and is in force.
    synchronized boolean hasStruck() {
        return requested && !suspended && !closed;
    }

    private boolean takeBack() {
        if (!sent) {
            return false;
        }
        sent = false;
        return !outerCancelled() && Thread.interrupted();
    }
}
