package dev.weft.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Collecting;
import dev.weft.Combining;
import dev.weft.Finding;
import dev.weft.Leaving;
import dev.weft.Overlapping;
import dev.weft.Recovering;
import dev.weft.Selecting;
import dev.weft.Sharing;
import dev.weft.Timing;
import dev.weft.Transforming;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every public operator and source has a row in the operator guide, an example in its comment, and a specification.
class OperatorGuideSpec {

    /// What is checked: the interfaces of the families, and `Async.class` for the sources.
    private static final List<Class<?>> FAMILIES = List.of(
            Transforming.class,
            Selecting.class,
            Combining.class,
            Overlapping.class,
            Timing.class,
            Recovering.class,
            Sharing.class,
            Collecting.class,
            Finding.class,
            Leaving.class,
            Async.class);

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path SOURCES = PROJECT.resolve("core/src/main/java/dev/weft");

    @TempDir
    Path planted;

    @Test
    void everyOperatorHasARowAnExampleAndASpecification() throws Exception {
        var operators = new Operators(FAMILIES, SOURCES, guide(PROJECT, "docs/operators.md"), specs());

        assertThat(operators.findings()).isEmpty();
    }

    @Test
    void anIntentLeadsToEveryOperator() {
        assertThat(guide(PROJECT, "docs/operators.md").lostIntents()).isEmpty();
    }

    // ---- that the check finds what is wrong ----

    /// Stands in for a family of operators.
    interface Family {
        int take(int count);

        int filter(String text);

        int filter(String text, int count);

        int aiter();
    }

    /// Stands in for what the sources inherit from.
    static class Base {
        public static AsyncGenerator<Integer> range() {
            return Async.of();
        }
    }

    /// Stands in for the sources.
    static final class Front extends Base {
        public static int notASource() {
            return 0;
        }
    }

    @Test
    void findsNothingWhereNothingIsMissing() throws Exception {
        plantGuide(
                "| `take(count)` | a | b | c | d | e |", "| `filter(text)`, `Async.range` | a | b | `x\\|y` | d | e |");
        plantContracts(
                "/// {@snippet class=A region=a}", "/// {@snippet class=A region=b}", "/// See [#filter(String)].");
        plantSource("Base", "class Base { /// {@snippet class=A region=c}\n public static void range() {} }");
        plantSource("Front", "class Front {}");
        plantSpec("PlantedSpec", "family.take(1); family.filter(\"\"); family.filter(\"\", 1); Front.range();");

        assertThat(findings(Family.class, Front.class)).isEmpty();
    }

    @Test
    void findsAnOperatorWithoutARow() throws Exception {
        plantGuide("| `filter(text)` | take | `take(count)` | c | d | e |");
        plantContracts(
                "/// {@snippet class=A region=a}", "/// {@snippet class=A region=b}", "/// See [#filter(String)].");
        plantSpec("PlantedSpec", "family.take(1); family.filter(\"\"); family.filter(\"\", 1);");

        assertThat(findings(Family.class)).containsExactly("take: no row in the operator guide");
    }

    @Test
    void findsARowThatIsNotWholeOrNamesNoOperator() throws Exception {
        plantGuide(
                "| `take(count)`, `filter` | a | b | c | d |",
                "| `take(count)` | a | b | c | d |  |",
                "| `gone(count)` | a | b | c | d | e |",
                "| take | a | b | c | d | e |");

        assertThat(guide(planted, "operators.md").findings(Set.of("take", "filter")))
                .containsExactly(
                        "operators.md:3: a row has 6 cells, none of them empty",
                        "operators.md:4: a row has 6 cells, none of them empty",
                        "operators.md:5: there is no operator gone",
                        "operators.md:6: the first cell names no operator");
    }

    @Test
    void findsAnOperatorThatNoIntentLeadsToAndAnIntentThatLeadsNowhere() throws Exception {
        plantGuide(
                "| `take(count)`, `drop` | a | b | c | d | e |",
                "| `filter` | a | b | c | d | e |",
                "",
                "| I want | use | family |",
                "|---|---|---|",
                "| the first of `filter` | `take`; never `gone` | a |");

        assertThat(guide(planted, "operators.md").lostIntents())
                .containsExactly(
                        "operators.md:8: there is no row of gone",
                        "drop: no intent leads to it",
                        "filter: no intent leads to it");
    }

    @Test
    void findsAContractWithoutAnExample() throws Exception {
        plantGuide("| `take`, `filter` | a | b | c | d | e |");
        plantContracts("// {@snippet class=A region=a}", "/// See [#take(int)].", "/// See [#filter(String)].");
        plantSpec("PlantedSpec", "family.take(1); family.filter(\"\"); family.filter(\"\", 1);");

        assertThat(findings(Family.class))
                .containsExactly(
                        "Family.java:3: no {@snippet} in the comment of take",
                        "Family.java:5: no {@snippet} in the comment of filter",
                        "Family.java:7: no {@snippet} in the comment of filter");
    }

    @Test
    void findsAnOverloadThatNoSpecificationCalls() throws Exception {
        plantGuide("| `take`, `filter` | a | b | c | d | e |");
        plantContracts(
                "/// {@snippet class=A region=a}", "/// {@snippet class=A region=b}", "/// See [#filter(String)].");
        plantSpec("PlantedSpec", "family.filter(\"\"); java.util.stream.Stream.of(\"take\").filter(\"\"::equals);");
        plantSpec("OwnershipSpec", "family.filter(\"\", 1);");
        plantSpec("Snippets", "family.take(1);");

        assertThat(findings(Family.class))
                .containsExactly(
                        "filter[String, int]: called by no specification", "take[int]: called by no specification");
    }

    @Test
    void findsASourceThatIsInherited() throws Exception {
        plantGuide();
        plantSource("Base", "class Base { /** Nothing. */ public static void range() {} }");
        plantSource("Front", "class Front {}");

        assertThat(findings(Front.class))
                .containsExactly(
                        "range: no row in the operator guide",
                        "Base.java:1: no {@snippet} in the comment of range",
                        "range[]: called by no specification");
    }

    // ---- what they need ----

    private static Path specs() {
        return location(OperatorGuideSpec.class);
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where is " + type + "?", e);
        }
    }

    private static OperatorGuide guide(Path root, String name) {
        return new OperatorGuide(Markdown.read(root, root.resolve(name)));
    }

    private List<String> findings(Class<?>... families) throws IOException {
        return new Operators(List.of(families), planted, guide(planted, "operators.md"), planted).findings();
    }

    private void plantGuide(String... rows) throws IOException {
        var lines = new ArrayList<>(List.of("| operator | a | b | c | d | e |", "|---|---|---|---|---|---|"));
        lines.addAll(List.of(rows));
        Files.write(planted.resolve("operators.md"), lines);
    }

    private void plantContracts(String take, String filter, String overload) throws IOException {
        plantSource("Family", """
                interface Family {
                    %s
                    int take(int count);
                    %s
                    int filter(String text);
                    %s
                    int filter(String text, int count);
                }
                """.formatted(take, filter, overload));
    }

    private void plantSource(String name, String text) throws IOException {
        Files.writeString(planted.resolve(name + ".java"), text);
    }

    private void plantSpec(String name, String statements) throws IOException {
        Path source = Files.createDirectories(planted.resolve("specs")).resolve(name + ".java");
        Files.writeString(source, """
                package dev.weft.spec;
                class %s {
                    void test(OperatorGuideSpec.Family family) {
                        %s
                    }
                }
                """.formatted(name, statements.replace("Front.", "OperatorGuideSpec.Front.")));
        String classPath = specs() + File.pathSeparator + location(Async.class);
        String[] options = {"-proc:none", "-cp", classPath, "-d", planted.toString(), source.toString()};

        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, options))
                .isZero();
    }
}
