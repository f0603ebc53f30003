package dev.weft;

import dev.weft.spi.Carrier;
import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
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
/// `failure` is what awaiters see. The outcome is set before `done`, and `done` before the waiters are woken.
final class RunningTask<T extends @Nullable Object> implements Task<T> {

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
    private final TaskList.Link link = new TaskList.Link();
    private @Nullable List<Runnable> waiters; // guarded by this
    private final @Nullable Subject parent; // who started it
    private final @Nullable Alive alive; // of the run that it was started in
    private final @Nullable Waiting waiting; // in a run
    private @Nullable Thread thread; // guarded by this
    private boolean begun; // guarded by this
    private boolean ending; // guarded by this
    private volatile int cancels; // written under the lock
    private volatile long lastCancel; // its number among all requests
    private volatile int seenCancels;
    private @Nullable Object value;
    private @Nullable Throwable failure;
    private @Nullable Fate fate; // of a failure; set before done
    private volatile boolean done;

    private RunningTask(String name, Awaitable<T> code, Context parent, Owner owner) {
        this.code = code;
        this.owner = owner;
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
        Carrier.Restorer restorer = parent.setting().capture();
        var task = new RunningTask<T>(name, code, parent, owner);
        siblings.add(task);
        if (task.alive != null) {
            task.alive.add(task);
        }
        parent.tell(Event.Kind.TASK_STARTED, task.subject, null);
        try {
            task.runtime.fork(name, () -> task.run(restorer));
        } catch (Throwable notStarted) {
            task.end(null, notStarted);
            throw notStarted;
        }
        return task;
    }

    private void run(Carrier.@Nullable Restorer restorer) {
        @Nullable Object result = null;
        @Nullable Throwable error = null;
        try {
            Awaitable<T> running = Objects.requireNonNull(code);
            code = null;
            if (!begin()) {
                throw new CancellationException(this + " was cancelled before it began");
            }
            result = Carried.call(restorer, () -> context.call(running::await));
        } catch (Throwable t) {
            error = t;
        }
        end(result, error);
    }

    /// Whether a frame of a stack trace is where a task's thread begins.
    static boolean isOwnThread(StackTraceElement frame) {
        return frame.getMethodName().equals("run") && frame.getClassName().equals(RunningTask.class.getName());
    }

    private synchronized boolean begin() {
        begun = true;
        thread = Thread.currentThread();
        if (waiting != null) {
            waiting.on(thread);
        }
        return cancels == 0;
    }

    private void end(@Nullable Object result, @Nullable Throwable error) {
        synchronized (this) {
            ending = true;
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
        List<Runnable> woken;
        synchronized (this) {
            done = true;
            woken = waiters;
            waiters = null;
        }
        owner.ended(this);
        if (woken != null) {
            woken.forEach(Runnable::run);
        }
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
            if (ending || (begun && !mayInterruptIfRunning)) {
                return false;
            }
            cancels++;
            lastCancel = Kernel.KERNEL.nextRequest();
            target = begun ? thread : null;
            if (target != null) {
                target.interrupt();
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
        if (done) {
            return true;
        }
        Runtime waiting = Context.current().runtime();
        Thread me = waiting.current();
        Runnable wake = () -> waiting.unpark(me);
        onEnd(wake);
        try {
            return Wait.until(() -> done, deadline, this);
        } finally {
            forget(wake);
        }
    }

    private void onEnd(Runnable action) {
        synchronized (this) {
            if (!done) {
                waiters = waiters == null ? new ArrayList<>(1) : waiters;
                waiters.add(action);
                return;
            }
        }
        action.run();
    }

    private synchronized void forget(Runnable action) {
        if (waiters != null) {
            waiters.remove(action);
        }
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
        return done;
    }

    @Override
    public boolean isCancelled() {
        return done && failure instanceof CancellationException;
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

    /// The place in the list of its owner's tasks.
    TaskList.Link link() {
        return link;
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
