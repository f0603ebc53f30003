package dev.weft.conformance;

import dev.weft.Async;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.spi.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a scenario in virtual time.
final class Runner {

    private Runner() {}

    static Run run(Scenario scenario, Options options, World.Drive drive) {
        var world = new World(scenario.bodies(), drive);
        Trace trace = world.trace;
        RunOptions run = RunOptions.defaults().name(scenario.name()).lateErrors(late -> unhandled(trace, late));
        RunOptions chosen = options.engine().equals(Engines.AUTO) ? run : run.engine(options.engine());
        @Nullable Throwable broken = null;
        try {
            options.simulation().run(() -> {
                Async.run(chosen, () -> {
                    main(world, scenario.main());
                    return null;
                });
                trace.log("loop", "closed");
            });
        } catch (Throwable failure) {
            broken = failure;
        }
        BadScenario bad = world.bad();
        if (bad != null) {
            throw new BadScenario(scenario.file() + ": " + bad.getMessage());
        }
        return new Run(trace.events(), broken);
    }

    /// Describes how the trace of a scenario differs from the expected one, if it does.
    static Optional<String> difference(
            Scenario scenario, List<Map<?, ?>> expected, Options options, World.Drive drive) {
        return run(scenario, options, drive).difference(expected, scenario.total());
    }

    private static void main(World world, List<Op> ops) {
        try {
            new Driver(world, "main").runAll(ops);
            world.trace.log("main", "main_done");
        } catch (BadScenario bad) {
            throw bad;
        } catch (Throwable failure) {
            world.trace.log("main", "main_failed", "kind", Kinds.of(failure));
        }
        world.trace.log("loop", "shutdown");
    }

    private static void unhandled(Trace trace, LateError late) {
        if (late.subject().type() == Subject.Type.GENERATOR) {
            String name = late.subject().name();
            trace.log("loop", "unhandled", "gen", name, "kind", Kinds.of(late.error()));
        }
    }
}
