package dev.weft.spec;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of operators, and the way there.
///
/// A row of a table whose head begins with "operator" names operators in its first cell, each as code, such as
/// `take(count)`. One of a table whose head begins with "I want" names those that do so in its second cell.
///
/// @param document the document
record OperatorGuide(Markdown document) {

    private static final int CELLS = 6;
    private static final String OPERATORS = "| operator |";
    private static final String INTENTS = "| I want |";
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern NAME = Pattern.compile("(?:Async\\.)?(\\w+)(?:\\(.*\\))?");

    /// A row of a table.
    ///
    /// @param line the number of its line
    /// @param cells what stands between the bars
    private record Row(int line, List<String> cells) {

        static Row of(int line, String text) {
            List<String> parts = List.of(BAR.split(text, -1));
            return new Row(
                    line,
                    parts.subList(1, parts.size() - 1).stream()
                            .map(String::strip)
                            .toList());
        }

        List<String> namesIn(int cell) {
            var names = new ArrayList<String>();
            Matcher code = CODE.matcher(cells.get(cell));
            while (code.find()) {
                Matcher name = NAME.matcher(code.group(1));
                names.add(name.matches() ? name.group(1) : code.group(1));
            }
            return names;
        }
    }

    /// The operators that have a row.
    Set<String> names() {
        return rows(OPERATORS).stream().flatMap(row -> row.namesIn(0).stream()).collect(toSet());
    }

    /// Lists the rows that are not whole, and those of what is no operator.
    List<String> findings(Set<String> operators) {
        var findings = new ArrayList<String>();
        for (Row row : rows(OPERATORS)) {
            for (String complaint : complaints(row, operators)) {
                findings.add(document.name() + ":" + row.line() + ": " + complaint);
            }
        }
        return findings;
    }

    /// Lists the operators that have a row and that no intent leads to, and where an intent leads to what has no row.
    List<String> lostIntents() {
        var lost = new ArrayList<String>();
        var unreached = new TreeSet<>(names());
        for (Row row : rows(INTENTS)) {
            for (String name : row.namesIn(1)) {
                unreached.remove(name);
                if (!names().contains(name)) {
                    lost.add(document.name() + ":" + row.line() + ": there is no row of " + name);
                }
            }
        }
        unreached.forEach(name -> lost.add(name + ": no intent leads to it"));
        return lost;
    }

    private static List<String> complaints(Row row, Set<String> operators) {
        var complaints = new ArrayList<String>();
        if (row.cells().size() != CELLS || row.cells().contains("")) {
            complaints.add("a row has " + CELLS + " cells, none of them empty");
        }
        List<String> names = row.namesIn(0);
        if (names.isEmpty()) {
            complaints.add("the first cell names no operator");
        }
        for (String name : names) {
            if (!operators.contains(name)) {
                complaints.add("there is no operator " + name);
            }
        }
        return complaints;
    }

    /// The rows of all tables whose head begins with `head`.
    private List<Row> rows(String head) {
        var rows = new ArrayList<Row>();
        boolean inside = false;
        for (int i = 0; i < document.lines().size(); i++) {
            String line = document.lines().get(i);
            if (line.startsWith(head)) {
                inside = true;
            } else if (!line.startsWith("|")) {
                inside = false;
            } else if (inside && !line.startsWith("|---")) {
                rows.add(Row.of(i + 1, line));
            }
        }
        return rows;
    }
}
