package dev.weft.challenges.stage;

import dev.weft.Action;
import dev.weft.Async;
import dev.weft.RunOptions;
import dev.weft.spi.Runtime;
import dev.weft.testkit.Simulation;
import dev.weft.testkit.VirtualTime;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/// By which clock a program runs.
///
/// @param clockwork runs code on that clock
/// @param clock reads it, in nanoseconds; only in code that `clockwork` runs
/// @param slack how much later than it asked for a program may wake
/// @param limit how long a program may run
public record Pace(Clockwork clockwork, LongSupplier clock, Duration slack, Duration limit) {

    /// Runs code on a clock.
    @FunctionalInterface
    public interface Clockwork {

        /// Runs `code` to its end.
        ///
        /// @param code what to run
        /// @throws Exception what `code` throws
        void run(Action code) throws Exception;
    }

    /// Waits for nothing: time jumps to whatever comes next, and is exact.
    ///
    /// @return the pace of a simulation in the order in which strands become ready
    public static Pace virtual() {
        return virtual(VirtualTime.fifo());
    }

    /// Waits for nothing, in the order of a simulation.
    ///
    /// @param simulation how to run
    /// @return the pace of that simulation
    public static Pace virtual(Simulation simulation) {
        Simulation bounded = simulation.watchdog(Duration.ofSeconds(5)).switchLimit(500_000);
        return new Pace(bounded::run, () -> VirtualTime.elapsed().toNanos(), Duration.ZERO, Duration.ofMinutes(10));
    }

    /// Waits for real.
    ///
    /// @return the pace of this machine's clock
    public static Pace live() {
        Runtime runtime = ServiceLoader.load(Runtime.class).findFirst().orElseThrow();
        RunOptions options = RunOptions.defaults().runtime(runtime);
        Clockwork clockwork = code -> {
            Callable<Boolean> main = () -> {
                code.run();
                return true;
            };
            Async.run(options, main);
        };
        return new Pace(clockwork, runtime::now, Duration.ofMillis(250), Duration.ofMinutes(2));
    }

    /// Allows programs to wake later.
    ///
    /// @param slack how much later
    /// @return this pace with that slack
    public Pace withSlack(Duration slack) {
        return new Pace(clockwork, clock, slack, limit);
    }
}
