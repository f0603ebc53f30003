package dev.weft.testkit;

import dev.weft.Action;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Runs code of Weft in virtual time: waiting takes no time, and the same order of events comes back every time.
///
/// {@snippet class=dev.weft.spec.TestKitSnippets region=virtualTime}
///
/// These methods use a [Simulation] with its defaults, or begin another one: `VirtualTime.seed(42).strict().run(...)`.
public final class VirtualTime {

    private VirtualTime() {}

    /// Runs `code` in virtual time, in FIFO order.
    ///
    /// @param code what to run
    /// @param <T> what it returns
    /// @return what `code` returned
    /// @throws Exception what `code` throws, the same instance
    /// @throws VirtualTimeError if the run fails
    /// @see Simulation#run(Callable)
    public static <T extends @Nullable Object> T run(Callable<T> code) throws Exception {
        return Simulation.PLAIN.run(code);
    }

    /// Runs `code` in virtual time, in FIFO order.
    ///
    /// @param code what to run
    /// @throws Exception what `code` throws, the same instance
    /// @throws VirtualTimeError if the run fails
    /// @see Simulation#run(Action)
    public static void run(Action code) throws Exception {
        Simulation.PLAIN.run(code);
    }

    /// Runs `code` under the seeds from 0 to `seeds` - 1, up to the first failure.
    ///
    /// @param seeds how many, positive
    /// @param code what to run, from the same beginning each time
    /// @throws InterruptedException if the calling thread is interrupted
    /// @throws FailingSchedule if `code` fails under a seed
    /// @throws IllegalArgumentException if `seeds` is not positive
    /// @see Simulation#explore(int, Callable)
    public static void explore(int seeds, Callable<?> code) throws InterruptedException {
        Simulation.PLAIN.explore(seeds, code);
    }

    /// Runs `code` under the seeds from 0 to `seeds` - 1, up to the first failure.
    ///
    /// @param seeds how many, positive
    /// @param code what to run, from the same beginning each time
    /// @throws InterruptedException if the calling thread is interrupted
    /// @throws FailingSchedule if `code` fails under a seed
    /// @throws IllegalArgumentException if `seeds` is not positive
    /// @see Simulation#explore(int, Action)
    public static void explore(int seeds, Action code) throws InterruptedException {
        Simulation.PLAIN.explore(seeds, code);
    }

    /// Runs `code` under every schedule there is, up to the first failure.
    ///
    /// @param limit how many schedules there may be, positive
    /// @param code what to run, from the same beginning each time
    /// @return how many schedules there are
    /// @throws InterruptedException if the calling thread is interrupted
    /// @throws FailingSchedule if `code` fails under a schedule
    /// @throws IllegalStateException if there are more schedules than `limit`, none of which has failed so far
    /// @throws IllegalArgumentException if `limit` is not positive
    /// @see Simulation#exploreAll(int, Callable)
    public static int exploreAll(int limit, Callable<?> code) throws InterruptedException {
        return Simulation.PLAIN.exploreAll(limit, code);
    }

    /// Runs `code` under every schedule there is, up to the first failure.
    ///
    /// @param limit how many schedules there may be, positive
    /// @param code what to run, from the same beginning each time
    /// @return how many schedules there are
    /// @throws InterruptedException if the calling thread is interrupted
    /// @throws FailingSchedule if `code` fails under a schedule
    /// @throws IllegalStateException if there are more schedules than `limit`, none of which has failed so far
    /// @throws IllegalArgumentException if `limit` is not positive
    /// @see Simulation#exploreAll(int, Action)
    public static int exploreAll(int limit, Action code) throws InterruptedException {
        return Simulation.PLAIN.exploreAll(limit, code);
    }

    /// Begins a simulation in FIFO order.
    ///
    /// @return a simulation with all defaults
    public static Simulation fifo() {
        return Simulation.PLAIN;
    }

    /// Begins a simulation in an order drawn from `seed`.
    ///
    /// @param seed any number
    /// @return a simulation in that order
    /// @see Simulation#seed(long)
    public static Simulation seed(long seed) {
        return Simulation.PLAIN.seed(seed);
    }

    /// Begins a simulation in the order that [#exploreAll(int, Callable)] has found.
    ///
    /// @param choices which of the ready strands goes on, wherever there are several
    /// @return a simulation in that order
    /// @throws IllegalArgumentException if a choice is negative
    /// @see Simulation#schedule(int...)
    public static Simulation schedule(int... choices) {
        return Simulation.PLAIN.schedule(choices);
    }

    /// Begins a simulation that fails if the code leaves a task or a generator open.
    ///
    /// @return a strict simulation
    /// @see Simulation#strict()
    public static Simulation strict() {
        return Simulation.PLAIN.strict();
    }

    /// Returns the virtual time since the run began, to which the calling code belongs. Exact: nothing takes time but
    /// waiting for time.
    ///
    /// @return the time since the beginning
    /// @throws IllegalStateException if the calling thread does not belong to a run in virtual time
    public static Duration elapsed() {
        if (!VirtualRuntime.CURRENT.isBound()) {
            throw new IllegalStateException("not in virtual time; call elapsed() from code run by VirtualTime.run");
        }
        return Duration.ofNanos(VirtualRuntime.CURRENT.get().now());
    }
}
