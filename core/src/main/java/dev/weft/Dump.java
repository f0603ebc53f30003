package dev.weft;

import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is alive, as a tree in text: runs, in them their tasks, and under who waits for it each generator.
///
/// Reads what others write, without stopping them: a line may be a moment older than the next one. A strand is under
/// the strand that started it, a generator under the one that steps it; what has nobody is under its run.
final class Dump {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private final RunScope run;
    private final long now;
    private final List<RunningTask<?>> tasks;
    private final Set<Protocol> generators;

    private Dump(RunScope run) {
        this.run = run;
        Runtime runtime = run.runtime();
        now = runtime.now();
        tasks = new ArrayList<>(run.alive().tasks());
        generators = new LinkedHashSet<>(run.alive().generators());
    }

    /// Describes the outermost run around the calling code or, outside of runs, all that there are.
    static String here() {
        RunScope around = Context.current().scope();
        List<RunScope> runs = around == null ? Kernel.KERNEL.alive().runs() : List.of(around.outermost());
        var text = new StringBuilder();
        runs.forEach(run -> text.append(of(run)));
        return text.isEmpty()
                ? "no run is alive; what is started outside of Async.run is not known\n"
                : text.toString();
    }

    static String of(RunScope run) {
        return new Dump(run).all();
    }

    /// Shows how long something has lasted.
    static String age(long nanos) {
        return Times.show(Duration.ofNanos(Math.max(0, nanos)));
    }

    private String all() {
        text.append(run.options().name())
                .append(": ")
                .append(counted(tasks.size(), "task"))
                .append(", ")
                .append(counted(generators.size(), "generator"))
                .append('\n');
        strand(1, "main", run.waiting());
        tasksOf(1, run.subject());
        while (!tasks.isEmpty()) { // of those that have ended
            task(1, tasks.getFirst());
        }
        while (!generators.isEmpty()) {
            generator(1, generators.iterator().next(), null);
        }
        for (RunScope inner : run.alive().runs()) {
            of(inner).lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
        }
        return text.toString();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    // ---- strands ----

    private void tasksOf(int depth, Subject parent) {
        for (RunningTask<?> task : List.copyOf(tasks)) {
            if (Objects.equals(task.parent(), parent)) {
                task(depth, task);
            }
        }
    }

    private void task(int depth, RunningTask<?> task) {
        tasks.remove(task);
        String site = task.subject().site();
        boolean ours = Traces.isWeft(site);
        strand(depth, "task " + task.name() + (ours ? "" : " (" + site + ")"), task.waiting());
        tasksOf(depth + 1, task.subject());
    }

    /// Writes a strand, and under it the generators that it steps; the wait is that of the innermost.
    private void strand(int depth, String name, @Nullable Waiting waiting) {
        Thread thread = waiting == null ? null : waiting.thread();
        String state = waiting == null ? null : waiting.describe(now);
        Protocol first = thread == null ? null : steppedBy(thread);
        if (first == null) {
            line(depth, name, thread == null ? "has not begun" : state == null ? "runs" : state);
        } else {
            line(depth, name, "waits for an element of " + nameOf(first));
            generator(depth + 1, first, state);
        }
    }

    private @Nullable Protocol steppedBy(Thread thread) {
        for (Protocol generator : generators) {
            if (thread.equals(generator.seated().stepper())) {
                return generator;
            }
        }
        return null;
    }

    // ---- generators ----

    /// Writes a generator, and under it what it waits for.
    ///
    /// @param wait what the strand that steps it waits for, if it steps it
    private void generator(int depth, Protocol generator, @Nullable String wait) {
        generators.remove(generator);
        Protocol seated = generator.seated();
        Thread driver = seated.stepper();
        Execution execution = seated.executionOrNull();
        Waiting own = execution == null ? null : execution.ownThreadOrNull();
        Thread thread = own == null ? driver : own.thread();
        Protocol inner = driver == null || thread == null ? null : steppedBy(thread);
        String state = own == null ? wait : own.describe(now);
        Execution delegate = execution == null ? null : execution.delegate();
        String name = "generator " + described(generator, execution);
        if (delegate != null) {
            line(depth, name, "hands on the elements of " + nameOf(delegate.protocol()));
            generator(depth + 1, delegate.protocol(), wait);
        } else if (driver == null) {
            line(depth, name, seated.state() == State.TAKEN && state != null ? state : "suspended");
        } else if (inner == null) {
            line(depth, name, (isClosing(seated) ? "closing, " : "") + (state == null ? "runs" : state));
        } else {
            line(depth, name, "waits for an element of " + nameOf(inner));
            generator(depth + 1, inner, state);
        }
    }

    private static boolean isClosing(Protocol generator) {
        return generator.state() >= State.INTERRUPTING;
    }

    private static String nameOf(Protocol generator) {
        Source origin = generator.origin();
        return origin == null ? generator.name() : FullName.of(origin);
    }

    private static String described(Protocol generator, @Nullable Execution execution) {
        String name = nameOf(generator);
        String site = execution != null && execution.source() instanceof BodySource body ? body.site() : name;
        return name.contains(site) ? name : name + " (" + site + ")";
    }

    private void line(int depth, String what, String state) {
        text.append(INDENT.repeat(depth))
                .append(what)
                .append(": ")
                .append(state)
                .append('\n');
    }
}
