package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Tables in Markdown that can be read as they are.
final class Tables {

    static final String NOTHING = "–";

    private Tables() {}

    /// A table without those columns in which nothing is.
    ///
    /// @param lines of cells, the first with the headings
    static String markdown(List<List<String>> lines) {
        List<Integer> columns = IntStream.range(0, lines.getFirst().size())
                .filter(column -> lines.stream()
                        .skip(1)
                        .anyMatch(line -> !line.get(column).equals(NOTHING)))
                .boxed()
                .toList();
        List<Integer> widths = columns.stream()
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElseThrow())
                .toList();
        var text = new StringBuilder();
        for (List<String> line : lines) {
            append(columns.stream().map(line::get).toList(), widths, text);
            if (line == lines.getFirst()) {
                rule(widths, text);
            }
        }
        return text.toString();
    }

    private static void append(List<String> cells, List<Integer> widths, StringBuilder text) {
        var padded = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            String format = i == 0 ? "%-" : "%";
            padded.add((format + widths.get(i) + "s").formatted(cells.get(i)));
        }
        text.append("| ").append(String.join(" | ", padded)).append(" |\n");
    }

    private static void rule(List<Integer> widths, StringBuilder text) {
        for (int i = 0; i < widths.size(); i++) {
            String dashes = "-".repeat(widths.get(i) + 1);
            text.append(i == 0 ? "|:" + dashes : "|" + dashes + ":");
        }
        text.append("|\n");
    }
}
