package dev.weft.differential;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Two runs that must not differ, and where they do.
public final class Comparison {

    private static final int SHOWN = 6;

    private Comparison() {}

    /// Runs a body on the engine of threads, on the best one, and on that one with somebody watching.
    ///
    /// @param sample the body
    /// @param script what its consumer does
    /// @return where the runs differ, if they do
    public static Optional<String> engines(Sample sample, Script script) {
        List<String> expected = sample.run(script, Engine.THREAD);
        return Stream.of(Engine.BEST, Engine.WATCHED)
                .flatMap(engine -> difference(
                        sample.name() + " under \"" + script + "\"",
                        "thread",
                        expected,
                        engine.name().toLowerCase(Locale.ROOT),
                        sample.run(script, engine))
                        .stream())
                .findFirst();
    }

    /// Pushes and pulls a body.
    ///
    /// @param sample the body
    /// @param failAt the element at which the consumer fails; 0 if it does not
    /// @return where the runs differ, if they do
    public static Optional<String> drives(Sample sample, int failAt) {
        return difference(
                sample.name() + " pushed up to " + failAt,
                "pulled",
                sample.run(Script.of("pull(" + failAt + ")"), Engine.THREAD),
                "pushed",
                sample.run(Script.of("each(" + failAt + ")"), Engine.BEST));
    }

    /// Runs a body that notes whether what it has done with was forgotten. The thread engine may keep it: it stands on
    /// the stack of a thread.
    ///
    /// @param sample the body
    /// @return what was not forgotten
    public static Optional<String> memory(Sample sample) {
        List<String> trace = sample.run(Script.of("drain result"), Engine.BEST);
        String expected = "Boolean true";
        return trace.stream().anyMatch(event -> event.endsWith(expected))
                ? Optional.empty()
                : Optional.of(sample.name() + " keeps what is dead\n" + String.join("\n", trace));
    }

    /// Compares two traces.
    ///
    /// @return the first difference, with what came before
    static Optional<String> difference(
            String title, String oneName, List<String> one, String otherName, List<String> other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        int at = 0;
        while (at < Math.min(one.size(), other.size()) && one.get(at).equals(other.get(at))) {
            at++;
        }
        var text =
                new StringBuilder(title).append(" differs at event ").append(at).append('\n');
        for (String event : one.subList(Math.max(0, at - SHOWN), at)) {
            text.append("    both: ").append(event).append('\n');
        }
        append(text, oneName, one, at);
        append(text, otherName, other, at);
        return Optional.of(text.toString());
    }

    private static void append(StringBuilder text, String name, List<String> events, int at) {
        int end = Math.min(at + SHOWN, events.size());
        for (String event : at < end ? events.subList(at, end) : List.of("(nothing more)")) {
            text.append("  ").append(name).append(": ").append(event).append('\n');
        }
    }
}
