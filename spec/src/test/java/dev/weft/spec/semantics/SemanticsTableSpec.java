package dev.weft.spec.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/// Every entry of the semantics stands in `docs/semantics.md`, with what shows it, and what shows it is there.
class SemanticsTableSpec {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = PROJECT.resolve("docs/semantics.md");
    private static final Path CASES = PROJECT.resolve("conformance/src/test/resources/cases");

    @Test
    void everyEntryIsShownByCasesAndTestsThatAreThere() throws Exception {
        var table = SemanticsTable.of(Files.readAllLines(PAGE), SemanticsTable.casesIn(CASES), tests());

        assertThat(table.complaints()).isEmpty();
    }

    @Test
    void theCasesAreRead() throws IOException {
        Map<String, Set<String>> cases = SemanticsTable.casesIn(CASES);

        assertThat(cases).hasSizeGreaterThanOrEqualTo(108).containsEntry("87", Set.of("W4", "F1"));
    }

    @Test
    void theTestsAreFound() throws Exception {
        assertThat(tests())
                .contains(
                        "SemanticsStepsSpec.s17_anextChecksItsArgumentAtTheCall",
                        "SemanticsFinalisationSpec.s122_cleanUpMayWaitWithoutARun",
                        "SemanticsOwnershipSpec.w6_whoeverReadsAGeneratorClosesItAndWaitsForItsCleanUp")
                .doesNotContain("SemanticsTableSpec.tests");
    }

    // ---- that what is wrong is found ----

    @Test
    void findsAMissingEntry() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> !line.startsWith("| S7 "))
                .toList();

        assertThat(complaints(lines, Set.of())).contains("no row: [S7]");
    }

    @Test
    void findsAnEntryThatStandsTwice() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .flatMap(line -> line.startsWith("| S7 ") ? Stream.of(line, line) : Stream.of(line))
                .toList();

        assertThat(complaints(lines, Set.of())).anyMatch(text -> text.startsWith("entries in disorder or twice"));
    }

    @Test
    void findsACaseThatIsNotThere() {
        assertThat(complaints(row("case 999"), Set.of())).contains("S7 names case 999, which does not exist");
    }

    @Test
    void findsACaseThatCoversSomethingElse() {
        assertThat(complaints(row("cases 01, 87"), Set.of())).contains("S7 names case 87, which does not cover it");
    }

    @Test
    void findsACaseThatIsNotNamed() {
        assertThat(complaints(row("`ASpec.s7_anything`"), Set.of()))
                .contains("S7 does not name case 01, which covers it");
    }

    @Test
    void findsATestThatIsNotThere() {
        assertThat(complaints(row("`ASpec.s7_anything`"), Set.of()))
                .contains("S7 names ASpec.s7_anything, which is no test");
    }

    @Test
    void findsATestThatIsNotNamed() {
        assertThat(complaints(row("case 01"), Set.of("ASpec.s7_anything")))
                .contains("ASpec.s7_anything is missing in the row of its entry");
    }

    @Test
    void findsAnEntryThatNothingShows() {
        assertThat(complaints(row("everybody knows"), Set.of()))
                .contains("S7 names no case and no test, and gives no reason");
    }

    @Test
    void takesAReason() {
        assertThat(complaints(row("nothing to show: the compiler refuses it"), Set.of()))
                .doesNotContain("S7 names no case and no test, and gives no reason");
    }

    @Test
    void findsAComparisonOfNoKnownKind() {
        assertThat(complaints(List.of("| S7 | Anything. | roughly | case 01 |"), Set.of()))
                .contains("S7 compares with CPython by \"roughly\"");
    }

    private static List<String> row(String shown) {
        return List.of("| S7 | Anything. | same | " + shown + " |");
    }

    private static List<String> complaints(List<String> lines, Set<String> tests) {
        Map<String, Set<String>> cases = Map.of("01", Set.of("S7"), "87", Set.of("F1"));
        return SemanticsTable.of(lines, cases, tests).complaints();
    }

    // ---- the tests of this package ----

    private static Set<String> tests() throws IOException, URISyntaxException, ClassNotFoundException {
        Path folder = Path.of(SemanticsTableSpec.class.getResource(".").toURI());
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+Spec\\.class"))
                    .map(name -> name.replace(".class", ""))
                    .toList();
        }
        var classes = new ArrayList<Class<?>>();
        for (String name : names) {
            classes.add(Class.forName(SemanticsTableSpec.class.getPackageName() + "." + name));
        }
        return classes.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .map(SemanticsTableSpec::nameOf)
                .collect(Collectors.toSet());
    }

    private static String nameOf(Method test) {
        return test.getDeclaringClass().getSimpleName() + "." + test.getName();
    }
}
