package dev.weft;

import dev.weft.spi.Carrier.Restorer;
import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A task: a strand that runs an awaitable and keeps its outcome.
///
/// `failure` is what awaiters see. The outcome is set before the phase is DONE, and that before the waiters are woken.
///
/// A task that is neither cancelled nor awaited takes no lock. Who cancels it competes with its thread for the phase.
/// Who waits for its end registers first and then looks at the phase; the task sets the phase first and then looks for
/// who waits.
final class RunningTask<T extends @Nullable Object> extends TaskList.Link implements Task<T> {

    private static final VarHandle PHASE = Fields.handle(MethodHandles.lookup(), "phase", byte.class);
    private static final byte NEW = 0;
    private static final byte REFUSED = 1; // cancelled when it was NEW: will never begin
    private static final byte RUNNING = 2;
    private static final byte INTERRUPTING = 3; // by who holds the lock: a task that ends waits for it
    private static final byte ENDING = 4;
    private static final byte DONE = 5;

    /// Who is told, on the task's own thread, that it has ended.
    @FunctionalInterface
    interface Owner {
        void ended(RunningTask<?> task);
    }

    private @Nullable Awaitable<T> code; // until it has run: what it holds must not outlive it
    private final Runtime runtime;
    private final Context context;
    private final Subject subject;
    private final Owner owner;
    private @Nullable Restorer restorer; // until it has run
    private volatile @Nullable List<Runnable> waiters; // written, and the list used, under the lock
    private final @Nullable Subject parent; // who started it
    private final @Nullable Alive alive; // of the run that it was started in
    private final @Nullable Waiting waiting; // in a run
    private @Nullable Thread thread; // set before RUNNING
    private volatile byte phase;
    private volatile int cancels; // written under the lock
    private volatile long lastCancel; // its number among all requests
    private volatile int seenCancels;
    private @Nullable Object value;
    private @Nullable Throwable failure;
    private @Nullable Fate fate; // of a failure

    private RunningTask(String name, Awaitable<T> code, Context parent, Owner owner) {
        this.code = code;
        this.owner = owner;
        restorer = parent.setting().capture();
        runtime = parent.runtime();
        subject = new Subject(Subject.Type.TASK, name, parent.observedSubject(), Site.ofTask(code, parent));
        this.parent = parent.subject();
        RunScope scope = parent.scope();
        alive = scope == null ? null : scope.alive();
        waiting = scope == null ? null : new Waiting();
        context = parent.forTask(this, subject, waiting);
    }

    /// Starts a task. The owner knows it before it runs.
    static <T extends @Nullable Object> RunningTask<T> start(
            String name, Awaitable<T> code, Context parent, Owner owner, TaskList siblings) {
        var task = new RunningTask<T>(name, code, parent, owner);
        siblings.add(task);
        try {
            if (task.alive != null) {
                task.alive.add(task);
            }
            parent.tell(Event.Kind.TASK_STARTED, task.subject, null);
            task.runtime.fork(name, task::run);
        } catch (Throwable notStarted) {
            task.end(null, notStarted);
            throw notStarted;
        }
        return task;
    }

    /// Runs the code. Each frame between here and the code is copied whenever it blocks, so there are few.
    private void run() {
        @Nullable Object result = null;
        @Nullable Throwable error = null;
        try {
            Awaitable<T> running = Objects.requireNonNull(code);
            Restorer restoring = restorer;
            code = null;
            restorer = null;
            if (!begin()) {
                throw new CancellationException(this + " was cancelled before it began");
            }
            result = restoring == null
                    ? context.call(running::await)
                    : Carried.call(restoring, () -> context.call(running::await));
        } catch (Throwable t) {
            error = t;
        }
        end(result, error);
    }

    /// Whether a frame of a stack trace is where a task's thread begins.
    static boolean isOwnThread(StackTraceElement frame) {
        return frame.getMethodName().equals("run") && frame.getClassName().equals(RunningTask.class.getName());
    }

    private boolean begin() {
        thread = Thread.currentThread();
        if (waiting != null) {
            waiting.on(thread);
        }
        return PHASE.compareAndSet(this, NEW, RUNNING);
    }

    private void end(@Nullable Object result, @Nullable Throwable error) {
        if (!PHASE.compareAndSet(this, RUNNING, ENDING)) {
            synchronized (this) {
                phase = ENDING;
            }
        }
        value = result;
        failure = error == null ? null : Traces.of(asSeenOutside(error));
        if (failure != null && !(failure instanceof CancellationException)) {
            fate = Fate.of(this, failure, context.scope());
        }
        context.tell(Event.Kind.TASK_ENDED, subject, error);
        if (alive != null) {
            alive.remove(this);
        }
        phase = DONE;
        List<Runnable> woken = waiters == null ? List.of() : takeWaiters();
        owner.ended(this);
        woken.forEach(Runnable::run);
    }

    private synchronized List<Runnable> takeWaiters() {
        List<Runnable> taken = waiters;
        waiters = null;
        return taken == null ? List.of() : taken;
    }

    private Throwable asSeenOutside(Throwable error) {
        if (!(error instanceof InterruptedException)) {
            return error;
        }
        var cancelled = new CancellationException(this + " was cancelled");
        cancelled.initCause(error);
        return cancelled;
    }

    // ---- cancel ----

    @Override
    public boolean cancel() {
        return cancel(true);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Thread target;
        synchronized (this) {
            boolean refused = phase == REFUSED || PHASE.compareAndSet(this, NEW, REFUSED);
            boolean interrupts = !refused && mayInterruptIfRunning && PHASE.compareAndSet(this, RUNNING, INTERRUPTING);
            if (!refused && !interrupts) {
                return false;
            }
            cancels++;
            lastCancel = Kernel.KERNEL.nextRequest();
            target = interrupts ? thread : null;
            if (target != null) {
                try {
                    target.interrupt();
                } finally {
                    phase = RUNNING;
                }
            }
        }
        context.tell(Event.Kind.TASK_CANCELLED, subject, null);
        if (target != null) {
            runtime.unpark(target);
        }
        return true;
    }

    /// Asks the task to stop, if nobody has before.
    void cancelOnce() {
        if (cancels == 0) {
            cancel();
        }
    }

    /// Notes that this strand, or one that it drives, has seen its interrupt.
    void sawInterrupt() {
        seenCancels = cancels;
    }

    /// Whether a cancel of this task may still be on its way.
    boolean isInterruptOwed() {
        return cancels != seenCancels;
    }

    /// Whether this task was asked to stop after that request.
    boolean isCancelledSince(long request) {
        return lastCancel > request;
    }

    /// How often this task was asked to stop.
    int cancels() {
        return cancels;
    }

    // ---- outcome ----

    @Override
    public T await() throws Exception {
        awaitEnd(Runtime.FOREVER);
        return outcome();
    }

    /// Waits for the end; returns whether it came before the deadline.
    private boolean awaitEnd(long deadline) throws InterruptedException {
        if (isDone()) {
            return true;
        }
        Runtime waiting = Context.current().runtime();
        Thread me = waiting.current();
        Runnable wake = () -> waiting.unpark(me);
        onEnd(wake);
        try {
            return Wait.until(this::isDone, deadline, this);
        } finally {
            var _ = forget(wake);
        }
    }

    private void onEnd(Runnable action) {
        synchronized (this) {
            List<Runnable> known = waiters;
            if (known == null) {
                known = new ArrayList<>(1);
                waiters = known;
            }
            known.add(action);
        }
        if (isDone() && forget(action)) {
            action.run();
        }
    }

    /// Returns whether the action was still to be run.
    private synchronized boolean forget(Runnable action) {
        List<Runnable> known = waiters;
        return known != null && known.remove(action);
    }

    private T outcome() {
        see();
        if (failure != null) {
            throw Throw.unchecked(failure instanceof CancellationException ? failure : Requested.at(failure));
        }
        return valueNow();
    }

    T valueNow() {
        return Tasks.unchecked(value);
    }

    /// The failure of an ended task, as its awaiters see it, or `null`.
    @Nullable Throwable failureNow() {
        see();
        return failure;
    }

    /// Adds what went wrong in an ended task whose outcome nobody takes to `failure`; that it was cancelled is nothing.
    static @Nullable Throwable lost(@Nullable RunningTask<?> task, @Nullable Throwable failure) {
        Throwable late = task == null ? null : task.failureNow();
        Throwable wrong = late == null ? null : Throw.besidesCancellation(late);
        return wrong == null ? failure : Throw.both(failure, wrong);
    }

    private void see() {
        if (fate != null) {
            fate.see();
        }
    }

    @Override
    public T join() {
        try {
            return await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("interrupted while joining " + this);
            cancelled.initCause(e);
            throw cancelled;
        } catch (Exception e) {
            throw Throw.unchecked(e);
        }
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        awaitEnd(Runtime.FOREVER);
        return wrapped();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        Objects.requireNonNull(unit, "unit");
        long now = Context.current().runtime().now();
        if (!awaitEnd(now + Math.clamp(unit.toNanos(timeout), 0, Long.MAX_VALUE / 2))) {
            throw new TimeoutException(this + " did not end within " + timeout + " " + unit);
        }
        return wrapped();
    }

    private T wrapped() throws ExecutionException {
        see();
        return switch (failure) {
            case null -> valueNow();
            case CancellationException cancelled -> throw cancelled;
            default -> throw new ExecutionException(failure);
        };
    }

    @Override
    public boolean isDone() {
        return phase == DONE;
    }

    @Override
    public boolean isCancelled() {
        return isDone() && failure instanceof CancellationException;
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        var future = new CompletableFuture<T>();
        onEnd(() -> {
            if (failure == null) {
                future.complete(valueNow());
            } else {
                see();
                future.completeExceptionally(failure);
            }
        });
        var _ = future.whenComplete((_, _) -> {
            if (future.isCancelled()) {
                cancel();
            }
        });
        return future;
    }

    Subject subject() {
        return subject;
    }

    Owner owner() {
        return owner;
    }

    /// Who started it.
    @Nullable Subject parent() {
        return parent;
    }

    /// What it waits for, if it belongs to a run.
    @Nullable Waiting waiting() {
        return waiting;
    }

    @Override
    public String name() {
        return subject.name();
    }

    @Override
    public String toString() {
        return "task " + subject.name();
    }
}
