package dev.weft.challenges;

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
record Arguments(Optional<String> number, long seed, boolean live, boolean starter) {

    static final String USAGE =
            "Usage: ./weft challenges [" + String.join("|", Challenges.numbers()) + "] [--seed S] [--live] [--starter]";

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
        for (Iterator<String> rest = args.listIterator(1); rest.hasNext(); ) {
            String arg = rest.next();
            switch (arg) {
                case "--live" -> live = true;
                case "--starter" -> starter = true;
                case "--seed" -> seed = seed(rest);
                default -> numbers.add(number(arg));
            }
        }
        if (numbers.size() > 1) {
            throw new Misuse("one challenge at a time, not " + String.join(" and ", numbers));
        }
        return new Arguments(numbers.stream().findFirst(), seed, live, starter);
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
