package dev.weft;

import dev.weft.spi.Engine;
import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a strand knows of its surroundings: the runtime it waits on, the run that owns what it starts, and the task or
/// body that it is.
///
/// Bound as a scoped value, once per strand and once per push; a thread that Weft did not start has the root context.
final class Context {

    private static final ScopedValue<Context> CURRENT = ScopedValue.newInstance();
    private static final Context ROOT = new Context(Setting.ROOT, null, null, null, null, null);

    private final Setting setting;
    private final boolean observed;
    private final @Nullable RunScope ownScope; // the setting's; a call for it is not compiled in before the first run
    private final @Nullable Subject subject;
    private final @Nullable RunningTask<?> task;
    private final @Nullable Activation activation;
    private final @Nullable CancelScope limit; // the innermost time limit or task group
    private final @Nullable Waiting waiting; // of this strand, if it belongs to a run
    private @Nullable Context detached; // made when needed

    private Context(
            Setting setting,
            @Nullable Subject subject,
            @Nullable RunningTask<?> task,
            @Nullable Activation activation,
            @Nullable CancelScope limit,
            @Nullable Waiting waiting) {
        this.setting = setting;
        observed = setting.isObserved();
        ownScope = setting.scope();
        this.subject = subject;
        this.task = task;
        this.activation = activation;
        this.limit = limit;
        this.waiting = waiting;
    }

    static Context current() {
        return CURRENT.orElse(ROOT);
    }

    Context forRun(Setting setting, Subject subject, Waiting waiting) {
        return new Context(setting, subject, task, activation, limit, waiting);
    }

    Context forTask(RunningTask<?> task, Subject subject, @Nullable Waiting waiting) {
        return new Context(setting, subject, task, null, null, waiting);
    }

    /// What a generator keeps of the place where it was started: not the task, which would keep what its code holds.
    Context detached() {
        if (task == null && activation == null && limit == null && waiting == null) {
            return this;
        }
        if (activation != null) {
            return new Context(setting, subject(), null, null, null, null);
        }
        Context known = detached; // several threads may make one each: all are the same
        if (known == null) {
            known = new Context(setting, subject, null, null, null, null);
            detached = known;
        }
        return known;
    }

    /// The context of a body that runs inline on this strand.
    Context forBody(Activation activation) {
        return new Context(setting, subject, task, activation, limit, waiting);
    }

    /// The context of a body on a thread of its own.
    Context forBody(Activation activation, @Nullable Waiting waiting) {
        return new Context(setting, subject, null, activation, null, waiting);
    }

    /// The context of code under a time limit or in a task group.
    Context within(CancelScope limit) {
        return new Context(setting, subject, task, activation, limit, waiting);
    }

    /// Whether a generator that begins here can do with its coroutine alone: nobody wants to hear of it.
    boolean isPlain() {
        return !observed && (ownScope == null || !ownScope.hasGeneratorHooks());
    }

    Setting setting() {
        return setting;
    }

    /// What this strand waits for, if it belongs to a run.
    @Nullable Waiting waiting() {
        return waiting;
    }

    @Nullable CancelScope limit() {
        return limit;
    }

    /// Whether a time limit or a task group around the current code has struck: its interrupt is owed to this strand.
    ///
    /// Looks through the threads that drive this one, as their interrupts are passed on.
    boolean isStruck() {
        return strikes() > 0;
    }

    /// How many time limits and task groups around the current code have struck.
    int strikes() {
        int strikes = 0;
        for (CancelScope around = limit; around != null; around = around.outer()) {
            strikes += around.hasStruck() ? 1 : 0;
        }
        Context driver = driverOfBody();
        return strikes + (driver == null ? 0 : driver.strikes());
    }

    <R extends @Nullable Object> R call(ScopedValue.CallableOp<R, ? extends Throwable> code) throws Throwable {
        return ScopedValue.where(CURRENT, this).call(code);
    }

    /// Runs code with a scoped value that strands started by it see, too.
    <V extends @Nullable Object, R extends @Nullable Object> R callWhere(
            ScopedValue<V> key, V value, ScopedValue.CallableOp<R, ? extends Throwable> code) throws Throwable {
        var inner = new Context(setting.carrying(key), subject, task, activation, limit, waiting);
        return ScopedValue.where(key, value).where(CURRENT, inner).call(code);
    }

    Runtime runtime() {
        return setting.runtime();
    }

    List<Engine> engines() {
        return setting.engines();
    }

    /// The run that owns what starts here: for a body, that of whoever drives it, on whatever thread the body is.
    @Nullable RunScope scope() {
        Context driver = driverOfBody();
        return driver == null ? ownScope : driver.scope();
    }

    /// Tells the run, if there is one, that a generator without clean-up makes its first step.
    void openedBare(Protocol protocol) {
        RunScope scope = activation == null ? ownScope : scope();
        if (scope != null) {
            scope.openedBare(protocol);
        }
    }

    /// Who drives the body whose thread this is, or `null` if this is no body's thread.
    private @Nullable Context driverOfBody() {
        Activation owner = activation;
        while (owner != null && !owner.ownsThread()) {
            owner = owner.outer();
        }
        return owner == null ? null : owner.driver();
    }

    /// The body that the current code belongs to: the innermost one that is not just calling its consumer.
    @Nullable Activation activation() {
        Activation a = activation;
        while (a != null && a.inConsumer()) {
            a = a.outer();
        }
        return a;
    }

    /// The innermost body on this thread, whether it is calling its consumer or not.
    @Nullable Activation innermost() {
        return activation;
    }

    /// The task on whose behalf the current code runs: this strand's own, or that of whoever drives this body.
    @Nullable RunningTask<?> task() {
        if (task != null || activation == null) {
            return task;
        }
        Context driver = activation.driver();
        return driver == null ? null : driver.task();
    }

    @Nullable Subject subject() {
        Activation a = activation();
        return a == null ? subject : a.subject();
    }

    /// The subject, if anybody watches: parents are for watchers, and a chain of them would grow without end.
    @Nullable Subject observedSubject() {
        return observed() ? subject() : null;
    }

    boolean observed() {
        return observed;
    }

    void tell(Event.Kind kind, @Nullable Subject who, @Nullable Object detail) {
        if (!observed || who == null) {
            return;
        }
        var event = new Event(kind, runtime().now(), who, detail);
        for (Observer observer : setting.observers()) {
            try {
                observer.observe(event);
            } catch (Throwable e) {
                // An observer watches; what goes wrong in it must not change what it watches.
                Log.warn("an observer failed on " + kind + " of " + who, e);
            }
        }
    }

    /// Where late errors go: failures that nobody is left to receive.
    void reportLate(Throwable error, Subject subject, String what) {
        RunScope scope = ownScope;
        if (scope != null) {
            scope.reportLate(new LateError(error, subject, what));
        } else {
            Log.warn(what, error);
        }
    }
}
