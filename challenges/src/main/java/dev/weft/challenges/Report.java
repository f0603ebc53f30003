package dev.weft.challenges;

import dev.weft.challenges.stage.Claim;
import dev.weft.challenges.stage.Errors;
import dev.weft.challenges.stage.Pace;
import dev.weft.challenges.stage.Performance;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Proof;
import dev.weft.challenges.stage.Recording;
import dev.weft.challenges.stage.Seconds;
import dev.weft.challenges.stage.Verdict;
import dev.weft.timeline.Timeline;
import dev.weft.timeline.TimelineFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Runs challenges and prints how it went: the task, what the program printed, its timeline, the proof and the verdict.
final class Report {

    private static final String BOLD = "1";
    private static final String GREEN = "32";
    private static final String RED = "31";

    private final Terminal terminal;
    private final PrintStream out;
    private final Palette palette;
    private final Arguments arguments;
    private final Pace pace;

    Report(Terminal terminal, Arguments arguments, Pace pace) {
        this.terminal = terminal;
        this.arguments = arguments;
        this.pace = pace;
        out = terminal.out();
        palette = terminal.palette();
    }

    /// Runs and reports challenges.
    ///
    /// @return whether all of them are proved
    boolean run(List<Challenge> challenges) {
        wrapped("", "", "Seed " + arguments.seed() + ". " + clock());
        List<String> failed = challenges.stream()
                .filter(challenge -> !run(challenge))
                .map(Challenge::id)
                .toList();
        if (challenges.size() > 1) {
            summarize(challenges.size(), failed);
        }
        return failed.isEmpty();
    }

    private String clock() {
        return arguments.live()
                ? "Real time: each wait may end up to " + Seconds.show(pace.slack())
                        + " late, and the proofs allow for it."
                : "Virtual time: exact, and nobody has to wait; --live waits for real.";
    }

    private boolean run(Challenge challenge) {
        String name = "challenge " + challenge.id();
        title("Challenge " + challenge.id() + (arguments.starter() ? ", starter: " : ": ") + challenge.title());
        wrapped("  ", "  ", challenge.task());

        title("Output");
        Program program = arguments.starter() ? challenge.starter() : challenge.solution();
        var viewer = new Viewer(terminal, name, arguments.live());
        Recording recording = new Performance(program, pace, arguments.seed(), viewer).play();
        viewer.wipe();

        title("Timeline");
        viewer.timeline().toText(terminal.timelineStyle(2)).forEach(line -> out.println(("  " + line).stripTrailing()));

        boolean kept = keep(challenge, viewer.timeline());

        title("Proof");
        Verdict verdict = Proof.of(recording, challenge.proof());
        verdict.claims().forEach(this::claim);
        out.println();
        judge(challenge, name, verdict.isProved());
        return verdict.isProved() && kept;
    }

    /// Writes the timeline into the file that was asked for, if one was.
    ///
    /// @return whether all went well
    private boolean keep(Challenge challenge, Timeline timeline) {
        Optional<Path> file = arguments.timelineOf(challenge);
        if (file.isEmpty()) {
            return true;
        }
        try {
            String content = TimelineFormat.of(file.get())
                    .render(timeline, "Challenge " + challenge.id() + ": " + challenge.title());
            Files.writeString(file.get(), content);
            wrapped("  ", "  ", "Written to " + file.get());
            return true;
        } catch (IOException e) {
            terminal.err().println("weft: cannot write the timeline to " + file.get() + ": " + Errors.show(e));
            return false;
        }
    }

    private void claim(Claim claim) {
        if (claim.holds()) {
            wrapped("  " + palette.paint(GREEN, "ok") + "  ", "      ", claim.sentence());
        } else {
            wrapped("  " + palette.paint(RED, "NO") + "  ", "      ", claim.sentence());
            wrapped("      expected: ", "                ", claim.expected());
            wrapped("      seen:     ", "                ", claim.seen());
        }
    }

    private void judge(Challenge challenge, String name, boolean proved) {
        if (proved) {
            out.println(palette.paint(GREEN, name + ": PROVED"));
        } else if (arguments.starter()) {
            out.println(palette.paint(RED, name + ": NOT YET"));
            String file = "challenges/src/main/java/dev/weft/challenges/starter/" + challenge.starterFile();
            out.println("Edit " + file);
            out.println("and run ./weft challenges " + challenge.id() + " --starter");
        } else {
            out.println(palette.paint(RED, name + ": NOT PROVED"));
        }
    }

    private void summarize(int all, List<String> failed) {
        out.println();
        if (failed.isEmpty()) {
            out.println(palette.paint(GREEN, "All " + all + " challenges: PROVED"));
        } else {
            String which = String.join(", ", failed);
            String word = arguments.starter() ? "not yet" : "not proved";
            out.println(palette.paint(RED, (all - failed.size()) + " of " + all + " proved; " + word + ": " + which));
        }
    }

    private void title(String text) {
        out.println();
        Page.wrap("", "", text, terminal.width()).forEach(line -> out.println(palette.paint(BOLD, line)));
    }

    private void wrapped(String first, String rest, String text) {
        Page.wrap(first, rest, text, terminal.width()).forEach(out::println);
    }
}
