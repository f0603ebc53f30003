package dev.weft.conformance;

import dev.weft.Async;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.spi.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs a scenario in virtual time, and returns its trace.
final class Runner {

    private Runner() {}

    static List<Map<String, @Nullable Object>> run(Scenario scenario, Options options, World.Drive drive) {
        var world = new World(scenario.bodies(), drive);
        Trace trace = world.trace;
        RunOptions run = RunOptions.defaults().name(scenario.name()).lateErrors(late -> unhandled(trace, late));
        RunOptions chosen = options.engine() == null ? run : run.engine(options.engine());
        try {
            options.simulation().run(() -> {
                Async.run(chosen, () -> {
                    main(world, scenario.main());
                    return null;
                });
                trace.log("loop", "closed");
            });
        } catch (BadScenario bad) {
            throw new BadScenario(scenario.name() + ": " + bad.getMessage());
        } catch (Throwable broken) {
            // A run that cannot end at all: shown as the last event, so that a comparison finds it.
            trace.broken(broken);
        }
        return trace.events();
    }

    /// Fails if there is no such engine.
    static void checkEngine(Options options) {
        if (options.engine() != null) {
            try {
                Async.run(RunOptions.defaults().engine(options.engine()), () -> {});
            } catch (Exception unknown) {
                throw new BadScenario(unknown.getMessage());
            }
        }
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
