package dev.weft.spec.semantics;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The tables of `docs/semantics.md`, held against the cases and tests that they name.
///
/// @param rows the rows, in order
/// @param cases what each case covers, by its number
/// @param tests the tests that there are, such as `SemanticsStepsSpec.s17_anextChecksItsArgumentAtTheCall`
record SemanticsTable(List<Row> rows, Map<String, Set<String>> cases, Set<String> tests) {

    private static final Pattern ROW = Pattern.compile("\\| ([SWF]\\d+) \\| (.+) \\| (.+) \\| (.+) \\|");
    private static final Pattern RELATION = Pattern.compile("same|Java|W(?:[1-9]|10)(?:, W(?:[1-9]|10))*");
    private static final Pattern CASES = Pattern.compile("cases? (\\d+(?:, \\d+)*)");
    private static final Pattern TEST = Pattern.compile("`(\\w+\\.\\w+)`");
    private static final Pattern COVERED = Pattern.compile("\"(?:covers|rules|fine)\"\\s*:\\s*\\[([^]]*)]");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /// One row.
    ///
    /// @param id the entry
    /// @param text what Weft does
    /// @param relation how CPython compares
    /// @param shown the cases and tests, or the reason why there are none
    record Row(String id, String text, String relation, String shown) {

        List<String> cases() {
            return all(CASES, shown).flatMap(list -> all(WORD, list)).toList();
        }

        List<String> tests() {
            return all(TEST, shown).toList();
        }

        boolean hasReason() {
            return shown.startsWith("nothing to show: ");
        }
    }

    static SemanticsTable of(List<String> lines, Map<String, Set<String>> cases, Set<String> tests) {
        List<Row> rows = lines.stream()
                .map(ROW::matcher)
                .filter(matcher -> matcher.matches())
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
        return new SemanticsTable(rows, cases, tests);
    }

    /// Reads what each case of a folder covers, by its number.
    static Map<String, Set<String>> casesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(toMap(
                            file -> file.getFileName().toString().replaceFirst("_.*", ""), SemanticsTable::coveredBy));
        }
    }

    private static Set<String> coveredBy(Path file) {
        try {
            return all(COVERED, Files.readString(file))
                    .flatMap(list -> all(WORD, list))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every occurrence in the text: its first group if the pattern has one.
    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(Math.min(1, result.groupCount())));
    }

    // ---- what is wrong ----

    /// Everything that is wrong with the tables, in words.
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        complaints.addAll(missingEntries());
        for (Row row : rows) {
            complaints.addAll(complaintsOf(row));
        }
        complaints.addAll(unusedTests());
        complaints.addAll(unusedCases());
        return complaints;
    }

    private List<String> missingEntries() {
        List<String> expected = Stream.of(ids("S", 129), ids("W", 10), ids("F", 7))
                .flatMap(part -> part)
                .toList();
        List<String> found = rows.stream().map(Row::id).toList();
        if (found.equals(expected)) {
            return List.of();
        }
        List<String> missing =
                expected.stream().filter(id -> !found.contains(id)).toList();
        return List.of(missing.isEmpty() ? "entries in disorder or twice: " + found : "no row: " + missing);
    }

    private static Stream<String> ids(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
    }

    private List<String> complaintsOf(Row row) {
        var complaints = new ArrayList<String>();
        if (!RELATION.matcher(row.relation).matches()) {
            complaints.add(row.id + " compares with CPython by \"" + row.relation + "\"");
        }
        if (row.cases().isEmpty() && row.tests().isEmpty() && !row.hasReason()) {
            complaints.add(row.id + " names no case and no test, and gives no reason");
        }
        for (String number : row.cases()) {
            if (!cases.getOrDefault(number, Set.of()).contains(row.id)) {
                complaints.add(row.id + " names case " + number + ", which "
                        + (cases.containsKey(number) ? "does not cover it" : "does not exist"));
            }
        }
        for (String test : row.tests()) {
            if (!tests.contains(test)) {
                complaints.add(row.id + " names " + test + ", which is no test");
            }
        }
        return complaints;
    }

    /// Tests that are named after an entry which does not name them.
    private List<String> unusedTests() {
        return tests.stream()
                .filter(test -> test.matches("\\w+\\.[swf]\\d+_\\w+"))
                .filter(test -> rows.stream().noneMatch(row -> row.tests().contains(test) && isNamedAfter(test, row)))
                .map(test -> test + " is missing in the row of its entry")
                .sorted()
                .toList();
    }

    private static boolean isNamedAfter(String test, Row row) {
        return test.contains("." + row.id.toLowerCase(Locale.ROOT) + "_");
    }

    /// Cases that cover an entry which does not name them.
    private List<String> unusedCases() {
        return rows.stream()
                .flatMap(row -> cases.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(row.id))
                        .map(Map.Entry::getKey)
                        .filter(number -> !row.cases().contains(number))
                        .map(number -> row.id + " does not name case " + number + ", which covers it"))
                .sorted()
                .toList();
    }
}
