package dev.weft.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of operators: a row names operators in its first cell, each as code, such as `take(count)`.
///
/// @param document the document
record OperatorGuide(Markdown document) {

    private static final int CELLS = 6;
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern NAME = Pattern.compile("(?:Async\\.)?(\\w+)(?:\\(.*\\))?");

    /// The operators that have a row.
    Set<String> names() {
        var names = new HashSet<String>();
        for (String line : document.lines()) {
            if (isRow(line)) {
                names.addAll(namesIn(line));
            }
        }
        return names;
    }

    /// Lists the rows that are not whole, and those of what is no operator.
    List<String> findings(Set<String> operators) {
        var findings = new ArrayList<String>();
        for (int i = 0; i < document.lines().size(); i++) {
            String line = document.lines().get(i);
            if (isRow(line)) {
                String place = document.name() + ":" + (i + 1) + ": ";
                complaints(line, operators).forEach(complaint -> findings.add(place + complaint));
            }
        }
        return findings;
    }

    private static List<String> complaints(String row, Set<String> operators) {
        var complaints = new ArrayList<String>();
        List<String> cells = cells(row);
        if (cells.size() != CELLS || cells.contains("")) {
            complaints.add("a row has " + CELLS + " cells, none of them empty");
        }
        List<String> names = namesIn(row);
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

    /// A line of a table below its head.
    private static boolean isRow(String line) {
        return line.startsWith("|") && !line.startsWith("| operator |") && !line.startsWith("|---");
    }

    private static List<String> cells(String row) {
        List<String> parts = List.of(BAR.split(row, -1));
        return parts.subList(1, parts.size() - 1).stream().map(String::strip).toList();
    }

    private static List<String> namesIn(String row) {
        var names = new ArrayList<String>();
        Matcher code = CODE.matcher(cells(row).getFirst());
        while (code.find()) {
            Matcher name = NAME.matcher(code.group(1));
            names.add(name.matches() ? name.group(1) : code.group(1));
        }
        return names;
    }
}
