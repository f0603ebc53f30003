package dev.weft.conformance;

import dev.weft.testkit.Simulation;
import dev.weft.testkit.VirtualTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the command line asks for. To be quiet is to check.
record Options(
        boolean check,
        boolean quiet,
        String engine,
        List<World.Drive> drives,
        @Nullable Long seed,
        List<Path> files) {

    static final String USAGE =
            "usage: ./weft scenario [--check] [--quiet] [--engine thread|compiled|auto] [--drive pull|push|both]"
                    + " [--seed N] FILE...";

    static Options parse(List<String> arguments) {
        boolean check = false;
        boolean quiet = false;
        String engine = Engines.AUTO;
        String drive = null;
        Long seed = null;
        var files = new ArrayList<Path>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--check" -> check = true;
                case "--quiet" -> quiet = true;
                case "--engine" -> engine = valueOf(argument, rest.hasNext() ? rest.next() : null);
                case "--drive" -> drive = valueOf(argument, rest.hasNext() ? rest.next() : null);
                case "--seed" -> seed = number(valueOf(argument, rest.hasNext() ? rest.next() : null));
                default -> files.add(file(argument));
            }
        }
        if (files.isEmpty()) {
            throw new BadScenario(USAGE);
        }
        Engines.check(engine);
        return new Options(check || quiet, quiet, engine, drivesOf(drive, check || quiet), seed, files);
    }

    Simulation simulation() {
        return seed == null ? VirtualTime.fifo() : VirtualTime.seed(seed);
    }

    private static Path file(String argument) {
        if (argument.startsWith("-")) {
            throw new BadScenario("unknown option " + argument + "; " + USAGE);
        }
        return Path.of(argument);
    }

    private static String valueOf(String option, @Nullable String value) {
        if (value == null) {
            throw new BadScenario(option + " needs a value; " + USAGE);
        }
        return value;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadScenario("--seed needs a whole number, was " + text);
        }
    }

    private static List<World.Drive> drivesOf(@Nullable String name, boolean check) {
        return switch (name == null ? (check ? "both" : "pull") : name) {
            case "pull" -> List.of(World.Drive.PULL);
            case "push" -> List.of(World.Drive.PUSH);
            case "both" -> List.of(World.Drive.values());
            default -> throw new BadScenario("unknown drive " + name + "; " + USAGE);
        };
    }
}
