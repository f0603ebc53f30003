package dev.weft.conformance;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The command line: `scenario [--check] FILE...`.
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Options options;
    private final PrintStream out;
    private final PrintStream err;
    private int passed;
    private int failed;
    private int malformed;

    private Main(Options options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /// Runs it, and ends the process with 1 if a scenario failed and with 2 if the command or a file is malformed.
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
            return new Main(options, out, err).run();
        } catch (BadScenario bad) {
            complain(err, String.valueOf(bad.getMessage()));
            return MISUSED;
        }
    }

    private int run() {
        for (Path file : options.files()) {
            try {
                Scenario scenario = Scenario.of(file);
                if (options.check()) {
                    check(scenario);
                } else {
                    print(scenario);
                }
            } catch (BadScenario bad) {
                malformed++;
                complain(err, String.valueOf(bad.getMessage()));
            }
        }
        if (options.check() && passed + failed > 0) {
            out.println(passed + " passed, " + failed + " failed");
        }
        return malformed > 0 ? MISUSED : failed > 0 ? FAILED : 0;
    }

    private void print(Scenario scenario) {
        for (World.Drive drive : options.drives()) {
            Run run = Runner.run(scenario, options, drive);
            run.events().forEach(event -> out.println(Json.write(event)));
            if (run.broken() != null) {
                failed++;
                complain(err, scenario.name() + " broke: " + run.reason());
            }
        }
    }

    /// A scenario passes if its trace is right in every drive that was asked for.
    private void check(Scenario scenario) {
        List<Map<?, ?>> expected = Json.readTrace(scenario.trace());
        boolean right = true;
        for (World.Drive drive : options.drives()) {
            Optional<String> difference = Runner.difference(scenario, expected, options, drive);
            right &= difference.isEmpty();
            if (!options.quiet()) {
                String title = scenario.name() + " (" + drive + ")";
                out.println(
                        difference.map(text -> "FAILED  " + title + ": " + text).orElse("passed  " + title));
            }
        }
        if (right) {
            passed++;
        } else {
            failed++;
        }
    }

    /// Prints a message on one line, whatever is quoted in it.
    private static void complain(PrintStream err, String message) {
        err.println("weft: " + message.lines().collect(Collectors.joining("\\n")));
    }
}
