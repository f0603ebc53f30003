package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The results of a chapter, as text.
///
/// @param firstLook whether they are not sure enough for small differences
record Results(Chapter chapter, List<Panel> panels, List<Verdict> verdicts, boolean firstLook) {

    static final String FIRST_LOOK = "This is a first look: small differences mean nothing.";

    /// How many rows a warning names.
    private static final int NAMED = 3;

    private static final List<String> HEADINGS =
            List.of("contender", "median", "quartiles", "× limit", "× best peer", "bytes");

    /// Writes the page and the chart.
    ///
    /// @param command that leads to it
    void write(Path folder, Machine machine, String command) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(chapter.file() + ".svg"), Chart.svg(panels));
        Files.writeString(folder.resolve(chapter.file() + ".md"), page(machine, command));
    }

    private String page(Machine machine, String command) {
        return """
                # %s. %s

                %s%s

                ```sh
                %s
                ```

                ![%s, as a chart](%s.svg)

                %s
                %s
                Less is better. The limit is the row by hand that is marked so. Written by the command above on

                %s""".formatted(
                        chapter,
                        chapter.title(),
                        chapter.subject(),
                        firstLook ? "\n\n" + FIRST_LOOK : "",
                        command,
                        chapter.title(),
                        chapter.file(),
                        tables("## "),
                        goals("## Goals\n\n"),
                        machine.markdown());
    }

    /// As a terminal shows it.
    String text() {
        return "\n%s. %s%n%n%s%n%s".formatted(chapter, chapter.title(), tables(""), goals(""));
    }

    private String tables(String heading) {
        return panels.stream()
                .map(panel -> "%s%s, in %s%n%n%s%s"
                        .formatted(heading, capital(panel.title()), panel.unit(), table(panel), warning(panel)))
                .collect(Collectors.joining("\n"));
    }

    private String goals(String heading) {
        return verdicts.isEmpty()
                ? ""
                : heading + verdicts.stream().map(Verdict::line).collect(Collectors.joining("\n", "", "\n"));
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String table(Panel panel) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEADINGS);
        panel.rows().forEach(row -> cells.add(cells(panel, row)));
        return Tables.markdown(cells);
    }

    private static List<String> cells(Panel panel, Row row) {
        Spread spread = row.spread();
        boolean once = spread.low() == spread.high();
        return List.of(
                row.limit() ? row.name() + " (limit)" : row.name(),
                Figures.of(spread.median()),
                once ? Tables.NOTHING : Figures.of(spread.low()) + " to " + Figures.of(spread.high()),
                ratio(row, panel.limit()),
                ratio(row, panel.bestPeer()),
                Double.isNaN(row.bytes()) ? Tables.NOTHING : Figures.of(row.bytes()));
    }

    private static String ratio(Row row, OptionalDouble base) {
        return base.isEmpty() ? Tables.NOTHING : Figures.of(row.median() / base.getAsDouble());
    }

    private String warning(Panel panel) {
        if (firstLook) {
            return ""; // that is so with nearly all of them
        }
        List<String> wide = panel.rows().stream()
                .filter(row -> row.spread().isWide())
                .map(Row::name)
                .toList();
        if (wide.isEmpty()) {
            return "";
        }
        String who = wide.size() <= NAMED
                ? String.join("; ", wide)
                : "%d of %d rows".formatted(wide.size(), panel.rows().size());
        return "\nThe quartiles lie far apart, as on a busy machine; measure again: " + who + ".\n";
    }
}
