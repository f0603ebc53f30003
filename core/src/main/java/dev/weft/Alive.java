package dev.weft;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is alive in a run: tasks, generators that have begun, and runs within it, each in the order of their beginning.
///
/// Generators may be forgotten: those that end or are dropped leave the list some time later.
final class Alive {

    private static final int FEW = 64;

    /// A generator that nobody keeps here.
    private static final class Known extends WeakReference<Protocol> {
        private final boolean bare;

        Known(Protocol protocol, boolean bare) {
            super(protocol);
            this.bare = bare;
        }

        boolean isGone() {
            Protocol generator = get();
            return generator == null || generator.state() == State.FINISHED;
        }
    }

    private final Set<RunScope> runs = new LinkedHashSet<>(1); // guarded by this
    private final Set<RunningTask<?>> tasks = new LinkedHashSet<>(1); // guarded by this
    private List<Known> generators = new ArrayList<>(0); // guarded by this
    private int sweepAt = FEW; // guarded by this

    synchronized void add(RunScope run) {
        runs.add(run);
    }

    synchronized void remove(RunScope run) {
        runs.remove(run);
    }

    synchronized void add(RunningTask<?> task) {
        tasks.add(task);
    }

    synchronized void remove(RunningTask<?> task) {
        tasks.remove(task);
    }

    /// Adds a generator. Takes constant time on the average.
    ///
    /// @param bare whether nobody else knows it who would close it
    synchronized void add(Protocol generator, boolean bare) {
        if (generators.size() >= sweepAt) {
            generators.removeIf(Known::isGone);
            sweepAt = Math.max(FEW, generators.size() * 2);
        }
        generators.add(new Known(generator, bare));
    }

    /// Takes out the generators that were added as bare, and are still there.
    synchronized List<Protocol> takeBare() {
        var left = new ArrayList<Protocol>();
        var others = new ArrayList<Known>();
        for (Known known : generators) {
            Protocol generator = known.get();
            if (generator == null || known.isGone()) {
                continue;
            }
            if (known.bare) {
                left.add(generator);
            } else {
                others.add(known);
            }
        }
        generators = others;
        return left;
    }

    synchronized List<RunScope> runs() {
        return List.copyOf(runs);
    }

    synchronized List<RunningTask<?>> tasks() {
        return List.copyOf(tasks);
    }

    /// The generators that have begun and not ended.
    synchronized List<Protocol> generators() {
        var open = new ArrayList<Protocol>();
        for (Known known : generators) {
            Protocol generator = known.get();
            if (generator != null && !known.isGone()) {
                open.add(generator);
            }
        }
        return open;
    }
}
