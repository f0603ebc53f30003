package dev.weft.challenges;

import dev.weft.challenges.doctor.Doctor;
import dev.weft.challenges.doctor.Finding;
import java.io.PrintStream;
import java.util.List;

/// Shows what the doctor has found, as a table.
final class Examination {

    private static final String BOLD = "1";
    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String FIX = "fix: ";

    private final Terminal terminal;
    private final PrintStream out;

    Examination(Terminal terminal) {
        this.terminal = terminal;
        out = terminal.out();
    }

    /// Prints all parts, and whether Weft can work here.
    ///
    /// @return whether it can
    boolean show(List<Doctor.Part> parts) {
        List<Finding> all =
                parts.stream().flatMap(part -> part.findings().stream()).toList();
        int width = all.stream()
                .mapToInt(finding -> finding.subject().length())
                .max()
                .orElse(0);
        for (Doctor.Part part : parts) {
            out.println(terminal.palette().paint(BOLD, part.title()));
            part.findings().forEach(finding -> show(finding, width));
            out.println();
        }
        long bad = all.stream().filter(Finding::isBad).count();
        out.println(
                bad == 0
                        ? terminal.palette().paint(GREEN, "doctor: all is well")
                        : terminal.palette().paint(RED, "doctor: " + bad + (bad == 1 ? " problem" : " problems")));
        return bad == 0;
    }

    private void show(Finding finding, int width) {
        String mark = finding.isBad()
                ? terminal.palette().paint(RED, "NO")
                : terminal.palette().paint(GREEN, "ok");
        String indent = " ".repeat("  ok  ".length() + width + 2);
        String first = "  " + mark + "  " + finding.subject()
                + " ".repeat(width + 2 - finding.subject().length());
        wrapped(first, indent, finding.state());
        finding.fix().ifPresent(fix -> wrapped(indent + FIX, indent + " ".repeat(FIX.length()), fix));
    }

    private void wrapped(String first, String rest, String text) {
        Page.wrap(first, rest, text, terminal.width()).forEach(out::println);
    }
}
