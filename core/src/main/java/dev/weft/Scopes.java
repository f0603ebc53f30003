package dev.weft;

import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The blocks that own what is started in them, and what a module grants. Reached through [Async].
public abstract sealed class Scopes permits Publishers {

    Scopes() {}

    /// Runs `main` in a scope that owns every task spawned and every generator first iterated in it.
    ///
    /// When `main` is through, the tasks that still run are cancelled and awaited; then the generators that are still
    /// suspended are closed, all at the same time. Runs may be nested; each owns its own.
    ///
    /// - **Suspends**: as long as `main`, and until everything that it left open has ended.
    /// - **Cancellation**: an interrupt is thrown where `main` waits. One during the end of the scope is passed on to
    ///   the tasks once more, and is on the thread again afterwards.
    /// - **Threads**: `main` runs on the calling thread.
    /// - **Errors**: rethrows those of `main`, the same instance. What goes wrong at the end of the scope goes to the
    ///   handler of late errors, which logs a warning.
    /// - **Source**: `asyncio.run`; S119.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=run}
    ///
    /// @param <T> the type of the result
    /// @param main what to run
    /// @return the result of `main`
    /// @throws Exception what `main` throws
    public static <T extends @Nullable Object> T run(Callable<T> main) throws Exception {
        return run(RunOptions.defaults(), main);
    }

    /// Runs `main`, which gives nothing, in a scope; else as [#run(Callable)].
    ///
    /// @param main what to run
    /// @throws Exception what `main` throws
    public static void run(Action main) throws Exception {
        run(RunOptions.defaults(), main);
    }

    /// Runs `main` in a scope, with options; else as [#run(Callable)].
    ///
    /// @param <T> the type of the result
    /// @param options the runtime, the observers, and who gets late errors
    /// @param main what to run
    /// @return the result of `main`
    /// @throws Exception what `main` throws
    public static <T extends @Nullable Object> T run(RunOptions options, Callable<T> main) throws Exception {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(main, "main");
        try {
            return new RunScope(options).run(main);
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }

    /// Runs `main`, which gives nothing, in a scope, with options; else as [#run(Callable)].
    ///
    /// @param options the runtime, the observers, and who gets late errors
    /// @param main what to run
    /// @throws Exception what `main` throws
    public static void run(RunOptions options, Action main) throws Exception {
        run(options, Tasks.asCallable(Objects.requireNonNull(main, "main")));
    }

    /// Returns options of a run that carries scoped values to the threads that are started in it:
    /// `run(carrying(USER), () -> …)`. See [RunOptions#carrying(ScopedValue...)].
    ///
    /// @param keys the keys of the values
    /// @return the default options, with these keys
    public static RunOptions carrying(ScopedValue<?>... keys) {
        return RunOptions.defaults().carrying(keys);
    }

    /// Closes the generators that are open in the enclosing [#run(Callable)], all at the same time, and waits for it.
    ///
    /// A step in flight is interrupted and awaited first. Generators may be iterated afterwards; the end of the run
    /// closes those. Generators that are being pushed, as by `forEach`, belong to that call and are left to it. Outside
    /// of a run there is nothing to close.
    ///
    /// - **Suspends**: until the clean-up of all is done.
    /// - **Cancellation**: an interrupt is passed on to the clean-ups, which are awaited; then it is thrown.
    /// - **Threads**: one task for each generator.
    /// - **Errors**: go to the handler of late errors.
    /// - **Source**: `loop.shutdown_asyncgens()`; S116 to S118.
    ///
    /// @throws InterruptedException if the calling thread is interrupted
    public static void closeGenerators() throws InterruptedException {
        RunScope scope = Context.current().scope();
        if (scope != null) {
            scope.closeGenerators();
        }
    }

    /// Runs `block` with a group of tasks, and waits for all of them.
    ///
    /// - **Suspends**: as long as `block`, and until every task of the group has ended.
    /// - **Cancellation**: an interrupt while waiting for the tasks cancels them, and they are awaited.
    /// - **Threads**: `block` runs on the calling thread, each task on its own.
    /// - **Errors**: the first failure, of `block` or of a task, cancels all the rest; when that has ended it is
    ///   thrown, the same instance, with later ones suppressed in it.
    /// - **Source**: `asyncio.TaskGroup`; rule W8.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=group}
    ///
    /// @param <T> the type of the result
    /// @param block gets the group
    /// @return the result of `block`
    /// @throws Exception the first failure
    public static <T extends @Nullable Object> T group(CheckedFunction<? super TaskGroup, ? extends T> block)
            throws Exception {
        Objects.requireNonNull(block, "block");
        try {
            return TaskGroup.<T>run(block);
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }

    /// Runs `block`, which gives nothing, with a group of tasks; else as [#group(CheckedFunction)].
    ///
    /// @param block gets the group
    /// @throws Exception the first failure
    @SuppressWarnings("overloads") // a block lambda fits one of the two
    public static void group(CheckedConsumer<? super TaskGroup, ? extends Exception> block) throws Exception {
        Objects.requireNonNull(block, "block");
        CheckedFunction<TaskGroup, @Nullable Void> giving = group -> {
            block.accept(group);
            return null;
        };
        Scopes.<@Nullable Void>group(giving);
    }

    /// Runs `code` with a scoped value that all it starts sees, too: tasks, bodies, and what serves a subscriber.
    ///
    /// Threads do not inherit scoped values. Those that Weft starts within `code` get what is bound here, and not what
    /// is bound by [ScopedValue#where(ScopedValue, Object)]. A body that has begun sees what is bound where its first
    /// step was made, or where the step that runs was made; so read a generator where it has begun.
    ///
    /// - **Threads**: `code` runs on the calling thread.
    /// - **Cost**: an object; another one for each thread that is started within.
    ///
    /// {@snippet class=dev.weft.spec.InteropSnippets region=where}
    ///
    /// @param <V> the type of the value
    /// @param <T> the type of the result
    /// @param key what to bind
    /// @param value what to bind it to
    /// @param code what to run
    /// @return the result of `code`
    /// @throws Exception what `code` throws, the same instance
    public static <V extends @Nullable Object, T extends @Nullable Object> T where(
            ScopedValue<V> key, V value, Callable<T> code) throws Exception {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(code, "code");
        try {
            return Context.current().callWhere(key, value, code::call);
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }

    /// Describes what is alive now, as a tree in text: each run with its tasks, which task waits for which generator,
    /// what those wait for and for how long, and where they were made.
    ///
    /// In a run, it is the outermost one around the calling code; elsewhere, all runs of the process. Outside of a run
    /// nothing is known: neither what is spawned there nor generators that are iterated there appear. A line may be a
    /// moment older than the next, as nothing is stopped meanwhile. For people; the text may change.
    ///
    /// - **Suspends**: never.
    /// - **Threads**: may be called on any thread, at any time.
    /// - **Cost**: grows with what is alive. That it can be asked for costs a task one entry in a list, and a step
    ///   nothing.
    ///
    /// {@snippet class=dev.weft.spec.ObservingSnippets region=dump}
    ///
    /// @return the tree, a line for each run, task and generator
    public static String dump() {
        return Dump.here();
    }

    /// Lets Weft compile the bodies of a module that does not open its packages to `dev.weft`.
    ///
    /// Needed once for such a module, best when it starts, and for no other code. Without it the module's bodies run
    /// all the same, each on a thread of its own. Weft uses the lookup to read the class files of bodies and to define
    /// the classes that they become beside them, and holds it as long as the module.
    ///
    /// ```java
    /// static {
    ///     Async.register(MethodHandles.lookup());
    /// }
    /// ```
    ///
    /// - **Suspends**: never.
    /// - **Threads**: may be called by any thread, at any time; takes effect for the next first step.
    ///
    /// @param lookup a lookup of any class of the module, with full privilege access
    /// @throws IllegalArgumentException if `lookup` has less
    public static void register(MethodHandles.Lookup lookup) {
        Kernel.KERNEL.register(Objects.requireNonNull(lookup, "lookup"));
    }
}
