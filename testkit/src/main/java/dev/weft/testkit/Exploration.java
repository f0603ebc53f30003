package dev.weft.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Runs the same code under many schedules, up to the first that fails.
final class Exploration {

    private Exploration() {}

    static void seeds(Simulation simulation, long first, int count, Callable<?> code) throws InterruptedException {
        if (count <= 0) {
            throw new IllegalArgumentException("seeds must be positive, was " + count);
        }
        for (int i = 0; i < count; i++) {
            var order = new Order.Seeded(first + i);
            Run<?> run = simulation.play(order.begin(), code);
            check(run, "seed " + order.seed() + " (run " + (i + 1) + " of " + count + ")", simulation.replay(order));
        }
    }

    static int schedules(Simulation simulation, int limit, Callable<?> code) throws InterruptedException {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive, was " + limit);
        }
        Optional<List<Integer>> script = Optional.of(List.of());
        for (int count = 1; count <= limit; count++) {
            var ready = new ScriptedReady(script.orElseThrow());
            Run<?> run = simulation.play(ready, code);
            check(run, "schedule " + count, simulation.replay(new Order.Scripted(ready.choices())));
            script = ready.following();
            if (script.isEmpty()) {
                return count;
            }
        }
        throw new IllegalStateException("there are more than " + limit + " schedules, and the first " + limit
                + " pass; make the case smaller, raise the limit, or sample with explore");
    }

    private static void check(Run<?> run, String which, String replay) throws InterruptedException {
        Throwable thrown = run.thrown();
        if (run.interrupted()) {
            var interrupted = new InterruptedException("interrupted while exploring under " + which);
            if (thrown != null) {
                interrupted.addSuppressed(thrown);
            }
            throw interrupted;
        }
        if (thrown != null) {
            throw new FailingSchedule("fails under " + which + "; replay with " + replay + ": " + thrown, thrown);
        }
    }
}
