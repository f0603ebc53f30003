package dev.weft.challenges;

import dev.weft.timeline.TimelineFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What was asked for on the command line.
///
/// @param number which challenge; all if there is none
/// @param seed what the random numbers come from
/// @param live whether to wait for real
/// @param starter whether to run what a learner completes, in place of the solution
/// @param timeline into which file the timeline goes
record Arguments(Optional<String> number, long seed, boolean live, boolean starter, Optional<Path> timeline) {

    static final String USAGE = "Usage: ./weft challenges [" + String.join("|", Challenges.numbers())
            + "] [--seed S] [--live] [--starter]" + " [--timeline FILE.html|.svg|.json|.txt]";

    private static final long DEFAULT_SEED = 42;

    /// Something that nobody can make sense of.
    static final class Misuse extends Exception {
        private static final long serialVersionUID = 1;

        Misuse(String message) {
            super(message);
        }
    }

    /// Finds the challenges that were asked for.
    List<Challenge> challenges() {
        return number.map(Challenges::find).orElse(Challenges.ALL);
    }

    static Arguments parse(List<String> args) throws Misuse {
        if (args.isEmpty() || !args.getFirst().equals("challenges")) {
            throw new Misuse(args.isEmpty() ? "no command" : "no command is called " + quoted(args.getFirst()));
        }
        var numbers = new ArrayList<String>();
        long seed = DEFAULT_SEED;
        boolean live = false;
        boolean starter = false;
        Optional<Path> timeline = Optional.empty();
        for (Iterator<String> rest = args.listIterator(1); rest.hasNext(); ) {
            String arg = rest.next();
            switch (arg) {
                case "--live" -> live = true;
                case "--starter" -> starter = true;
                case "--seed" -> seed = seed(rest);
                case "--timeline" -> timeline = Optional.of(timeline(rest));
                default -> numbers.add(number(arg));
            }
        }
        if (numbers.size() > 1) {
            throw new Misuse("one challenge at a time, not " + String.join(" and ", numbers));
        }
        return new Arguments(numbers.stream().findFirst(), seed, live, starter, timeline);
    }

    private static long seed(Iterator<String> rest) throws Misuse {
        if (!rest.hasNext()) {
            throw new Misuse("--seed needs a number");
        }
        String text = rest.next();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Misuse("--seed needs a whole number, not " + quoted(text));
        }
    }

    private static Path timeline(Iterator<String> rest) throws Misuse {
        if (!rest.hasNext()) {
            throw new Misuse("--timeline needs a file");
        }
        String text = rest.next();
        try {
            var file = Path.of(text);
            TimelineFormat.of(file);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new Misuse("--timeline needs a folder that is there: make " + folder + " first");
            }
            return file;
        } catch (IllegalArgumentException e) {
            throw new Misuse(String.valueOf(e.getMessage()));
        }
    }

    /// The file for the timeline of one challenge: with its number before the ending, if several are run.
    Optional<Path> timelineOf(Challenge challenge) {
        if (challenges().size() == 1) {
            return timeline;
        }
        return timeline.map(file -> {
            String name = file.toString();
            int dot = name.lastIndexOf('.');
            return Path.of(name.substring(0, dot) + "-" + challenge.id() + name.substring(dot));
        });
    }

    private static String number(String arg) throws Misuse {
        if (arg.startsWith("-")) {
            throw new Misuse("no option is called " + quoted(arg));
        }
        if (Challenges.find(arg).isEmpty()) {
            throw new Misuse("there is no challenge " + quoted(arg));
        }
        return arg;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
