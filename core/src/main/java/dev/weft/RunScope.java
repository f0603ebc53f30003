package dev.weft;

import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// One `Async.run`: owns the tasks spawned in it and the generators first iterated in it, and ends them when it ends.
///
/// First the tasks are cancelled and awaited; a generator in the middle of a step unwinds there. Then the generators
/// that are left are closed, all at the same time. What their clean-up starts is ended the same way, until nothing is
/// left. What goes wrong there goes to the handler of late errors.
///
/// - **Source**: `asyncio.run`; S116 to S119.
final class RunScope implements RunningTask.Owner {

    private final RunOptions options;
    private final Runtime runtime;
    private final Context context;
    private final Subject subject;
    private final @Nullable RunScope outerScope;
    private final Waiting waiting = new Waiting(); // of the strand that runs the main code
    private final Alive alive = new Alive();
    private final TaskList tasks = new TaskList();
    private final Set<Protocol> generators = new LinkedHashSet<>(); // guarded by this
    private final Set<Fate> failures = new LinkedHashSet<>(); // guarded by this
    private @Nullable Thread ending; // guarded by this
    private boolean over; // guarded by this

    RunScope(RunOptions options) {
        this.options = options;
        Context outer = Context.current();
        runtime = options.runtime().orElseGet(outer::runtime);
        subject = new Subject(Subject.Type.RUN, options.name(), outer.subject(), () -> "Async.run");
        context = outer.forRun(outer.setting().forRun(options, runtime, this), subject, waiting);
        outerScope = outer.scope();
    }

    <T extends @Nullable Object> T run(Callable<T> main) throws Throwable {
        @Nullable Throwable failure = null;
        @Nullable T value = null;
        Alive among = outerScope == null ? Kernel.KERNEL.alive() : outerScope.alive;
        waiting.on(Thread.currentThread());
        among.add(this);
        runtime.began(() -> Dump.of(this));
        context.tell(Event.Kind.TASK_STARTED, subject, null);
        try {
            value = context.call(main::call);
        } catch (Throwable t) {
            failure = t;
        }
        boolean interrupted = context.<Boolean>call(this::end);
        among.remove(this);
        context.tell(Event.Kind.TASK_ENDED, subject, failure);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return Tasks.unchecked(value);
    }

    /// Ends all that is open. Returns whether the strand was interrupted meanwhile.
    private boolean end() {
        boolean interrupted = Thread.interrupted();
        synchronized (this) {
            ending = runtime.current();
        }
        while (true) {
            interrupted |= endTasks();
            List<Protocol> open = takeGenerators();
            if (open.isEmpty()) {
                break;
            }
            try {
                close(open);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        List<Fate> unseen;
        synchronized (this) {
            over = true;
            unseen = List.copyOf(failures);
        }
        unseen.forEach(Fate::run);
        return interrupted;
    }

    /// Cancels and awaits the tasks. What their clean-up starts is theirs to await; when they have ended, the rest of
    /// it is cancelled in its turn.
    private boolean endTasks() {
        int interrupts = 0;
        for (var running = tasks.copy(); !running.isEmpty(); running = tasks.copy()) {
            running.forEach(RunningTask::cancel);
            for (RunningTask<?> task : running) {
                interrupts +=
                        Wait.through(() -> !tasks.contains(task), "the tasks of " + options.name(), tasks::cancelAll);
            }
        }
        return interrupts > 0;
    }

    private synchronized List<Protocol> takeGenerators() {
        var open = new ArrayList<Protocol>();
        generators.forEach(open::add); // not by its size: that is wrong if a removal found no stack to end
        generators.clear();
        open.addAll(alive.takeBare());
        return open;
    }

    /// Closes these generators, all at the same time, waits for it, and then reports what went wrong.
    private void close(List<Protocol> open) throws InterruptedException {
        List<Closed> closings = open.stream().map(Closed::new).toList();
        try {
            var _ = Gathering.await("close", Gathering.Stop.NEVER, closings);
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        } finally {
            closings.forEach(this::settle);
        }
    }

    /// Keeps a generator whose close was cancelled before it had closed anything, or reports what went wrong.
    private void settle(Closed closed) {
        Throwable error = closed.error;
        if (closed.gaveUp()) {
            opened(closed.protocol);
        } else if (error != null) {
            String what = "closing " + closed.protocol.name() + " at the end of " + options.name() + " failed";
            reportLate(new LateError(error, closed.protocol.execution().subject(), what));
        }
    }

    /// The close of one generator, which keeps its error.
    private static final class Closed implements Awaitable<@Nullable Void> {
        private final Protocol protocol;
        private @Nullable Throwable error;
        private boolean begun;

        Closed(Protocol protocol) {
            this.protocol = protocol;
        }

        @Override
        public @Nullable Void await() {
            begun = true;
            try {
                protocol.awaitClosed();
            } catch (Throwable failure) {
                error = failure;
            }
            return null;
        }

        boolean gaveUp() {
            return (!begun || error instanceof InterruptedException)
                    && protocol.seated().state() != State.FINISHED;
        }
    }

    /// Closes the generators that are open now.
    void closeGenerators() throws InterruptedException {
        close(takeGenerators());
    }

    <T extends @Nullable Object> Task<T> spawn(String name, Awaitable<T> code) {
        return RunningTask.start(name, code, Context.current(), this, tasks);
    }

    @Override
    public void ended(RunningTask<?> task) {
        tasks.remove(task);
        Thread waiting;
        synchronized (this) {
            waiting = ending;
        }
        if (waiting != null) {
            runtime.unpark(waiting);
        }
    }

    /// A generator made its first step here.
    synchronized void opened(Protocol protocol) {
        if (!over) {
            generators.add(protocol);
            alive.add(protocol, false);
        }
    }

    /// A generator without clean-up made its first step here; it is closed when the run ends, if it is still there.
    synchronized void openedBare(Protocol protocol) {
        if (!over) {
            alive.add(protocol, true);
        }
    }

    /// A generator is about to be pushed here: it is its caller's to end.
    void pushing(Protocol protocol) {
        alive.add(protocol, false);
    }

    Subject subject() {
        return subject;
    }

    /// What is alive here.
    Alive alive() {
        return alive;
    }

    /// The outermost run around this one, or this one.
    RunScope outermost() {
        return outerScope == null ? this : outerScope.outermost();
    }

    RunOptions options() {
        return options;
    }

    Runtime runtime() {
        return runtime;
    }

    Waiting waiting() {
        return waiting;
    }

    boolean hasGeneratorHooks() {
        return options.hooks().firstIteration() != null || options.hooks().finaliser() != null;
    }

    synchronized void ended(Protocol protocol) {
        generators.remove(protocol);
    }

    /// A generator is about to make its first step here.
    void begins(Protocol protocol) {
        report(options.hooks().begins(protocol));
    }

    /// A generator that made its first step here was dropped while suspended. Returns whether that was reported.
    boolean dropped(Protocol protocol) {
        if (options.hooks().finaliser() == null) {
            return false;
        }
        boolean open;
        synchronized (this) {
            open = generators.contains(protocol);
        }
        if (open) {
            report(options.hooks().dropped(protocol));
        }
        return true;
    }

    private void report(@Nullable LateError late) {
        if (late != null) {
            reportLate(late);
        }
    }

    synchronized void failed(Fate fate) {
        failures.add(fate);
    }

    synchronized void forget(Fate fate) {
        failures.remove(fate);
    }

    void reportLate(LateError late) {
        try {
            options.hooks().lateErrors().accept(late);
        } catch (RuntimeException | Error failed) {
            // Whoever handles errors must not add one of its own to a run that it does not belong to.
            Log.warn("the handler of late errors failed on: " + late.what(), Throw.both(failed, late.error()));
        }
    }
}
