package dev.weft;

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

    private static final RunOptions DEFAULTS =
            new RunOptions("run", null, null, List.of(), late -> Log.warn(late.what(), late.error()));

    private final String name;
    private final @Nullable Runtime runtime;
    private final @Nullable String engine;
    private final List<Observer> observers;
    private final Consumer<? super LateError> lateErrors;

    private RunOptions(
            String name,
            @Nullable Runtime runtime,
            @Nullable String engine,
            List<Observer> observers,
            Consumer<? super LateError> lateErrors) {
        this.name = name;
        this.runtime = runtime;
        this.engine = engine;
        this.observers = observers;
        this.lateErrors = lateErrors;
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
        return new RunOptions(Objects.requireNonNull(name, "name"), runtime, engine, observers, lateErrors);
    }

    /// Sets the runtime on which everything in the run waits.
    ///
    /// @param runtime the runtime
    /// @return changed options
    public RunOptions runtime(Runtime runtime) {
        return new RunOptions(name, Objects.requireNonNull(runtime, "runtime"), engine, observers, lateErrors);
    }

    /// Has every body in the run suspended by one engine alone.
    ///
    /// @param engine the name of the engine, such as `thread`; the run fails at its start if there is no such engine
    /// @return changed options
    public RunOptions engine(String engine) {
        return new RunOptions(name, runtime, Objects.requireNonNull(engine, "engine"), observers, lateErrors);
    }

    /// Adds an observer, which sees every event of the run after those added before.
    ///
    /// @param observer the observer
    /// @return changed options
    public RunOptions observer(Observer observer) {
        Objects.requireNonNull(observer, "observer");
        var more = new ArrayList<>(observers);
        more.add(observer);
        return new RunOptions(name, runtime, engine, List.copyOf(more), lateErrors);
    }

    /// Sets who gets the errors that nobody is left to receive: of generators closed at the end of the run or after
    /// they were dropped, and of tasks that failed and were never awaited.
    ///
    /// @param handler gets each error; called on any thread
    /// @return changed options
    public RunOptions lateErrors(Consumer<? super LateError> handler) {
        return new RunOptions(name, runtime, engine, observers, Objects.requireNonNull(handler, "handler"));
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

    Consumer<? super LateError> lateErrors() {
        return lateErrors;
    }
}
