package dev.weft.spec.compiled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tables of reasons in `docs/engines.md`, held against the code and the tests that they name.
///
/// @param rows the rows, in order
/// @param reasons the reasons that the code can give, with `…` for each detail
/// @param classes the classes of the engine
/// @param tests the tests that there are, such as `FallbackSpec.aProxy`
record FallbacksTable(List<Row> rows, Set<String> reasons, Set<String> classes, Set<String> tests) {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /// One row.
    ///
    /// @param reason the clause
    /// @param finders the classes that refuse
    /// @param tests the tests that show it
    record Row(String reason, List<String> finders, List<String> tests) {

        private static Row of(Matcher row) {
            return new Row(row.group(1), codes(row.group(2)), codes(row.group(3)));
        }

        private static List<String> codes(String cell) {
            return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
        }
    }

    static FallbacksTable of(List<String> lines, Set<String> reasons, Set<String> classes, Set<String> tests) {
        List<Row> rows = lines.stream()
                .map(ROW::matcher)
                .filter(matcher ->
                        matcher.matches() && !Row.codes(matcher.group(2)).isEmpty())
                .map(Row::of)
                .toList();
        return new FallbacksTable(rows, reasons, classes, tests);
    }

    List<String> complaints() {
        List<String> described = rows.stream().map(Row::reason).toList();
        var complaints = new ArrayList<String>();
        reasons.stream()
                .filter(reason -> !described.contains(reason))
                .map(reason -> "no row: " + reason)
                .forEach(complaints::add);
        described.stream()
                .filter(reason -> Collections.frequency(described, reason) > 1)
                .map(reason -> "more than one row: " + reason)
                .forEach(complaints::add);
        rows.stream().flatMap(this::complaints).forEach(complaints::add);
        return complaints;
    }

    private Stream<String> complaints(Row row) {
        return Stream.of(
                        complaintIf(!reasons.contains(row.reason), "no such reason"),
                        complaintIf(row.tests.isEmpty(), "no test"),
                        missing(row.tests, tests, "no such test: "),
                        missing(row.finders, classes, "no such class: "))
                .flatMap(complaints -> complaints)
                .map(complaint -> row.reason + ": " + complaint);
    }

    private static Stream<String> complaintIf(boolean wrong, String complaint) {
        return wrong ? Stream.of(complaint) : Stream.of();
    }

    private static Stream<String> missing(List<String> named, Set<String> known, String complaint) {
        return named.stream().filter(name -> !known.contains(name)).map(complaint::concat);
    }
}
