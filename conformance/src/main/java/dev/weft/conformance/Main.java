package dev.weft.conformance;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The command line: `scenario [--check] FILE...`.
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private int passed;
    private int failed;

    private Main(PrintStream out) {
        this.out = out;
    }

    /// Runs it, and ends the process with 1 if a check failed and with 2 if the command or a scenario is malformed.
    ///
    /// @param arguments the command and its options
    public static void main(String... arguments) {
        int status = run(List.of(arguments), System.out, System.err);
        System.out.flush();
        if (status != 0) {
            System.exit(status);
        }
    }

    /// Runs the command and returns the exit status.
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            if (arguments.isEmpty() || !arguments.getFirst().equals("scenario")) {
                throw new BadScenario(Options.USAGE);
            }
            Options options = Options.parse(arguments.subList(1, arguments.size()));
            Runner.checkEngine(options);
            return new Main(out).run(options);
        } catch (BadScenario bad) {
            err.println("weft: " + bad.getMessage());
            return MISUSED;
        }
    }

    private int run(Options options) {
        for (Path file : options.files()) {
            Scenario scenario = Scenario.of(file);
            for (World.Drive drive : options.drives()) {
                if (options.check()) {
                    check(file, scenario, options, drive);
                } else {
                    Runner.run(scenario, options, drive).forEach(event -> out.println(Json.write(event)));
                }
            }
        }
        if (options.check()) {
            out.println(passed + " passed, " + failed + " failed");
        }
        return failed == 0 ? 0 : FAILED;
    }

    private void check(Path file, Scenario scenario, Options options, World.Drive drive) {
        Optional<String> difference = difference(file, scenario, options, drive);
        if (difference.isEmpty()) {
            passed++;
            if (!options.quiet()) {
                out.println("passed  " + scenario.name() + " (" + drive + ")");
            }
        } else {
            failed++;
            if (!options.quiet()) {
                out.println("FAILED  " + scenario.name() + " (" + drive + "): " + difference.get());
            }
        }
    }

    /// How the scenario's trace differs from the one beside its file.
    static Optional<String> difference(Path file, Scenario scenario, Options options, World.Drive drive) {
        List<Object> expected = Json.readLines(traceOf(file));
        List<Map<String, @Nullable Object>> actual = Runner.run(scenario, options, drive);
        return Comparison.difference(expected, actual, scenario.total());
    }

    private static Path traceOf(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        return file.resolveSibling(name + ".trace.jsonl");
    }
}
