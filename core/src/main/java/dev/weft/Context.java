package dev.weft;

import dev.weft.spi.Engine;
import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a strand knows of its surroundings: the runtime it waits on, the run that owns what it starts, and the task or
/// body that it is.
///
/// Bound as a scoped value, once per strand and once per push; a thread that Weft did not start has the root context.
final class Context {

    private static final ScopedValue<Context> CURRENT = ScopedValue.newInstance();
    private static final Context ROOT = new Context(
            Kernel.KERNEL.runtime(), Kernel.KERNEL.engines(), List.of(), null, null, null, null, null, null);

    private final Runtime runtime;
    private final List<Engine> engines;
    private final List<Observer> observers;
    private final boolean observed;
    private final @Nullable RunScope scope;
    private final @Nullable Subject subject;
    private final @Nullable RunningTask<?> task;
    private final @Nullable Activation activation;
    private final @Nullable CancelScope limit; // the innermost time limit or task group
    private final ScopedValue.@Nullable Carrier bindings; // of users, for the strands that start here

    private Context(
            Runtime runtime,
            List<Engine> engines,
            List<Observer> observers,
            @Nullable RunScope scope,
            @Nullable Subject subject,
            @Nullable RunningTask<?> task,
            @Nullable Activation activation,
            @Nullable CancelScope limit,
            ScopedValue.@Nullable Carrier bindings) {
        this.runtime = runtime;
        this.engines = engines;
        this.observers = observers;
        observed = !observers.isEmpty();
        this.scope = scope;
        this.subject = subject;
        this.task = task;
        this.activation = activation;
        this.limit = limit;
        this.bindings = bindings;
    }

    static Context current() {
        return CURRENT.orElse(ROOT);
    }

    Context forRun(RunOptions options, Runtime runtime, RunScope scope, Subject subject) {
        List<Engine> chosen = options.engine().map(Kernel.KERNEL::enginesNamed).orElse(engines);
        List<Observer> all =
                Stream.concat(observers.stream(), options.observers().stream()).toList();
        return new Context(runtime, chosen, all, scope, subject, task, activation, limit, bindings);
    }

    Context forTask(RunningTask<?> task, Subject subject) {
        return new Context(runtime, engines, observers, scope, subject, task, null, null, bindings);
    }

    /// What a generator keeps of the place where it was started: not the task, which would keep what its code holds.
    Context detached() {
        return task == null && activation == null && limit == null
                ? this
                : new Context(runtime, engines, observers, scope, subject(), null, null, null, bindings);
    }

    /// The context of a body: inline on this strand, or on a thread of its own.
    Context forBody(Activation activation) {
        boolean alone = activation.ownsThread();
        return new Context(
                runtime,
                engines,
                observers,
                scope,
                subject,
                alone ? null : task,
                activation,
                alone ? null : limit,
                bindings);
    }

    /// The context of code under a time limit or in a task group.
    Context within(CancelScope limit) {
        return new Context(runtime, engines, observers, scope, subject, task, activation, limit, bindings);
    }

    /// Whether a generator that begins here can do with its coroutine alone: nobody wants to hear of it.
    boolean isPlain() {
        return !observed && (scope == null || !scope.hasGeneratorHooks());
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

    /// Runs the first code of a strand, which has none of the scoped values that users have bound.
    <R extends @Nullable Object> R begin(ScopedValue.CallableOp<R, ? extends Throwable> code) throws Throwable {
        return bindings == null ? call(code) : bindings.where(CURRENT, this).call(code);
    }

    /// Runs code with a scoped value that strands started by it see, too.
    <V extends @Nullable Object, R extends @Nullable Object> R callWhere(
            ScopedValue<V> key, V value, ScopedValue.CallableOp<R, ? extends Throwable> code) throws Throwable {
        var more = bindings == null ? ScopedValue.where(key, value) : bindings.where(key, value);
        var inner = new Context(runtime, engines, observers, scope, subject, task, activation, limit, more);
        return ScopedValue.where(key, value).where(CURRENT, inner).call(code);
    }

    Runtime runtime() {
        return runtime;
    }

    List<Engine> engines() {
        return engines;
    }

    /// The run that owns what starts here: for a body, that of whoever drives it, on whatever thread the body is.
    @Nullable RunScope scope() {
        Context driver = driverOfBody();
        return driver == null ? scope : driver.scope();
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
        var event = new Event(kind, runtime.now(), who, detail);
        for (Observer observer : observers) {
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
        if (scope != null) {
            scope.reportLate(new LateError(error, subject, what));
        } else {
            Log.warn(what, error);
        }
    }
}
