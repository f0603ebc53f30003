package dev.weft;

import dev.weft.spi.Carrier;
import dev.weft.spi.Observer;
import dev.weft.spi.Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How an [Async#run(RunOptions, java.util.concurrent.Callable)] runs. Immutable; each method returns a changed copy.
public final class RunOptions {

    private static final RunOptions DEFAULTS = new RunOptions("run", null, null, List.of(), List.of(), Hooks.DEFAULTS);

    private final String name;
    private final @Nullable Runtime runtime;
    private final @Nullable String engine;
    private final List<Observer> observers;
    private final List<Carrier> carriers;
    private final Hooks hooks;

    private RunOptions(
            String name,
            @Nullable Runtime runtime,
            @Nullable String engine,
            List<Observer> observers,
            List<Carrier> carriers,
            Hooks hooks) {
        this.name = name;
        this.runtime = runtime;
        this.engine = engine;
        this.observers = observers;
        this.carriers = carriers;
        this.hooks = hooks;
    }

    /// Returns the options of a plain [Async#run(java.util.concurrent.Callable)]: the runtime of the surroundings, no
    /// observer, late errors logged as warnings.
    ///
    /// @return the options to start from
    public static RunOptions defaults() {
        return DEFAULTS;
    }

    /// Names the run, for reports.
    ///
    /// @param name the name
    /// @return changed options
    public RunOptions name(String name) {
        return new RunOptions(Objects.requireNonNull(name, "name"), runtime, engine, observers, carriers, hooks);
    }

    /// Sets the runtime on which everything in the run waits.
    ///
    /// @param runtime the runtime
    /// @return changed options
    public RunOptions runtime(Runtime runtime) {
        return new RunOptions(name, Objects.requireNonNull(runtime, "runtime"), engine, observers, carriers, hooks);
    }

    /// Has every body in the run suspended by one engine alone.
    ///
    /// @param engine the name of the engine, such as `thread`; the run fails at its start if there is no such engine
    /// @return changed options
    public RunOptions engine(String engine) {
        return new RunOptions(name, runtime, Objects.requireNonNull(engine, "engine"), observers, carriers, hooks);
    }

    /// Adds an observer, which sees every event of the run after those added before.
    ///
    /// @param observer the observer
    /// @return changed options
    public RunOptions observer(Observer observer) {
        Objects.requireNonNull(observer, "observer");
        var more = new ArrayList<>(observers);
        more.add(observer);
        return new RunOptions(name, runtime, engine, List.copyOf(more), carriers, hooks);
    }

    /// Has scoped values carried to the threads that are started in the run.
    ///
    /// A task, also one of `gather`, `merge` or `buffer`, sees the values that were bound where it was started. A body
    /// sees those that are bound where its first step is made, on whatever thread it runs; if it runs on its
    /// consumer's, it sees that of each step. A key that is not bound there is not bound here.
    ///
    /// - **Cost**: one lookup for each key, for each thread that is started.
    ///
    /// {@snippet class=dev.weft.spec.ObservingSnippets region=carrying}
    ///
    /// @param keys the keys of the values
    /// @return changed options
    public RunOptions carrying(ScopedValue<?>... keys) {
        return carrier(Carried.scopedValues(List.of(keys)));
    }

    /// Adds a carrier, which brings what is not a scoped value, such as thread locals, to the threads that are started
    /// in the run; else as [#carrying(ScopedValue...)].
    ///
    /// A body that runs on its consumer's thread has that thread's own, and needs no carrier.
    ///
    /// - **Errors**: those of [Carrier#capture()] are thrown where the thread is started; those of its restorer are the
    ///   failure of the task or body.
    ///
    /// @param carrier the carrier
    /// @return changed options
    public RunOptions carrier(Carrier carrier) {
        Objects.requireNonNull(carrier, "carrier");
        var more = new ArrayList<>(carriers);
        more.add(carrier);
        return new RunOptions(name, runtime, engine, observers, List.copyOf(more), hooks);
    }

    /// Sets who gets the errors that nobody is left to receive: of generators closed at the end of the run or after
    /// they were dropped, and of tasks that failed and were never awaited.
    ///
    /// @param handler gets each error; called on any thread
    /// @return changed options
    public RunOptions lateErrors(Consumer<? super LateError> handler) {
        return new RunOptions(name, runtime, engine, observers, carriers, hooks.lateErrors(handler));
    }

    /// Sets who is told of each generator that is first iterated in the run, in whatever way, at its first step.
    ///
    /// The hook runs once for each generator, before anything of its body, on the thread that takes the step. A
    /// generator that is closed before its first step never gets there.
    ///
    /// The handle that the hook gets is equal to the one that the consumer holds, but another object: keeping it does
    /// not keep the generator open once the consumer has dropped its own.
    ///
    /// - **Suspends**: the step, while `hook` does.
    /// - **Threads**: may be called on several threads at once.
    /// - **Errors**: those of `hook` go to the handler of late errors; the step goes on. The generator is in the middle
    ///   of a step, so that stepping it there fails with reason `ALREADY_RUNNING`.
    /// - **Source**: `sys.set_asyncgen_hooks(firstiter=…)`; S112.
    ///
    /// @param hook gets each generator
    /// @return changed options
    public RunOptions onFirstIteration(Consumer<? super AsyncGenerator<?>> hook) {
        return new RunOptions(name, runtime, engine, observers, carriers, hooks.firstIteration(hook));
    }

    /// Sets who is told of each generator that was first iterated in the run, is suspended, and was dropped: the
    /// garbage collector found that its consumers are gone.
    ///
    /// The hook takes the place of the warning. When it returns, the generator is closed, unless the hook has closed
    /// it. The hook that counts is that of the run in which the generator was first iterated, wherever it was used
    /// later. One that never began, or has ended, or was closed is dropped silently, and what is still suspended at the
    /// end of the run is closed there, without the hook.
    ///
    /// - **Suspends**: nobody but the strand of the leak guard.
    /// - **Threads**: called on a strand of its own for each generator, some time after the drop. Never called on a
    ///   runtime other than the one outside all runs, such as that of virtual time.
    /// - **Errors**: those of `hook`, and of the close, go to the handler of late errors.
    /// - **Source**: `sys.set_asyncgen_hooks(finalizer=…)`; S113 to S115; rule W6.
    ///
    /// @param hook gets each generator, to close it or to read on until it returns
    /// @return changed options
    public RunOptions onFinalise(Consumer<? super AsyncGenerator<?>> hook) {
        return new RunOptions(name, runtime, engine, observers, carriers, hooks.finaliser(hook));
    }

    String name() {
        return name;
    }

    Optional<Runtime> runtime() {
        return Optional.ofNullable(runtime);
    }

    Optional<String> engine() {
        return Optional.ofNullable(engine);
    }

    List<Observer> observers() {
        return observers;
    }

    List<Carrier> carriers() {
        return carriers;
    }

    Hooks hooks() {
        return hooks;
    }
}
