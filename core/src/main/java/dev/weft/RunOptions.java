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
            new RunOptions("run", null, List.of(), late -> Log.warn(late.what(), late.error()));

    private final String name;
    private final @Nullable Runtime runtime;
    private final List<Observer> observers;
    private final Consumer<? super LateError> lateErrors;

    private RunOptions(
            String name, @Nullable Runtime runtime, List<Observer> observers, Consumer<? super LateError> lateErrors) {
        this.name = name;
        this.runtime = runtime;
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
        return new RunOptions(Objects.requireNonNull(name, "name"), runtime, observers, lateErrors);
    }

    /// Sets the runtime on which everything in the run waits.
    ///
    /// @param runtime the runtime
    /// @return changed options
    public RunOptions runtime(Runtime runtime) {
        return new RunOptions(name, Objects.requireNonNull(runtime, "runtime"), observers, lateErrors);
    }

    /// Adds an observer, which sees every event of the run after those added before.
    ///
    /// @param observer the observer
    /// @return changed options
    public RunOptions observer(Observer observer) {
        Objects.requireNonNull(observer, "observer");
        var more = new ArrayList<>(observers);
        more.add(observer);
        return new RunOptions(name, runtime, List.copyOf(more), lateErrors);
    }

    /// Sets who gets the errors that nobody is left to receive: of generators closed at the end of the run or after
    /// they were dropped, and of tasks that failed and were never awaited.
    ///
    /// @param handler gets each error; called on any thread
    /// @return changed options
    public RunOptions lateErrors(Consumer<? super LateError> handler) {
        return new RunOptions(name, runtime, observers, Objects.requireNonNull(handler, "handler"));
    }

    String name() {
        return name;
    }

    Optional<Runtime> runtime() {
        return Optional.ofNullable(runtime);
    }

    List<Observer> observers() {
        return observers;
    }

    Consumer<? super LateError> lateErrors() {
        return lateErrors;
    }
}
