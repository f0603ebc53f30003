package dev.weft.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the documents say is so: their examples compile, run and print what they say, and their links lead somewhere.
class DocumentsSpec {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    static Path classes;

    @TempDir
    Path planted;

    // ---- the documents ----

    @TestFactory
    Stream<DynamicTest> examplesDoWhatTheySay() throws IOException {
        List<Markdown> documents = Markdown.of(PROJECT);

        return documents.stream().flatMap(DocumentsSpec::tests);
    }

    @Test
    void theReadmeAndTheGuideHaveExamples() throws IOException {
        List<Markdown> documents = Markdown.of(PROJECT);

        assertThat(documents)
                .filteredOn(document -> !document.blocks("java").isEmpty())
                .extracting(Markdown::name)
                .contains("README.md", "docs/guide.md");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<Markdown> documents = Markdown.of(PROJECT);

        assertThat(documents).flatExtracting(Markdown::brokenLinks).isEmpty();
    }

    @Test
    void theCommandsOfTheReadmeAreThoseThatAreRun() throws IOException {
        var commands = Markdown.read(PROJECT, PROJECT.resolve("README.md")).blocks("sh");

        assertThat(commands).extracting(Markdown.Block::lines).startsWith(List.of("./weft challenges"));
        assertThat(commands).extracting(Markdown.Block::lines).contains(List.of("mvn verify"));
        assertThat(PROJECT.resolve(".ci/run")).content().endsWith("mvn verify\n./weft challenges\n");
    }

    @Test
    void everyModuleHasARowInTheReadmeAndInTheArchitecture() throws IOException {
        List<String> modules = modules("pom.xml");

        assertThat(modules).isNotEmpty().allSatisfy(module -> {
            String row = "\n| [`" + module + "`](" + module + ")";
            assertThat(PROJECT.resolve("README.md")).content().contains(row);
            assertThat(PROJECT.resolve("ARCHITECTURE.md")).content().contains(row);
        });
    }

    @Test
    void everyModuleHasARowForContributors() throws IOException {
        List<String> adapters =
                modules("adapters/pom.xml").stream().map("adapters/"::concat).toList();
        List<String> others = modules("pom.xml").stream()
                .filter(module -> !module.equals("adapters"))
                .toList();

        assertThat(Stream.concat(others.stream(), adapters.stream()))
                .isNotEmpty()
                .allSatisfy(module -> {
                    assertThat(PROJECT.resolve("CONTRIBUTING.md")).content().contains("\n| `" + module + "` | ");
                });
    }

    private static List<String> modules(String pom) throws IOException {
        return Pattern.compile("<module>(.*)</module>")
                .matcher(Files.readString(PROJECT.resolve(pom)))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    @Test
    void everyDecisionHasItsFourPartsAndARowInTheIndex() throws IOException {
        var index = Files.readString(PROJECT.resolve("docs/adr/README.md"));

        assertThat(decisions()).isNotEmpty().allSatisfy(decision -> {
            assertThat(decision.lines())
                    .containsSubsequence("## Status", "## Context", "## Decision", "## Consequences");
            assertThat(index).contains("](" + Path.of(decision.name()).getFileName() + ")");
        });
    }

    // ---- that the checks find what is wrong ----

    @Test
    void findsAnExampleThatDoesNotCompile() throws IOException {
        Stream<DynamicTest> tests = tests("a.md", "Text.", "```java", "", "int one = \"1\";", "```");

        assertThatThrownBy(() -> runAll(tests))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a.md:4: incompatible types");
    }

    @Test
    void findsAnExampleThatFails() throws IOException {
        Stream<DynamicTest> tests = tests("a.md", "```java", "int one = 1;", "int none = one / 0;", "```");

        assertThatThrownBy(() -> runAll(tests)).hasMessageContaining("a.md:3: throws java.lang.ArithmeticException");
    }

    @Test
    void findsAnExampleThatPrintsSomethingElse() throws IOException {
        Stream<DynamicTest> tests = tests(
                "a.md",
                "```java",
                "for (int i : range(0, 3)) {",
                "    IO.println(i); // prints: 0 / 1 / 3",
                "}",
                "```");

        assertThatThrownBy(() -> runAll(tests)).hasMessageContaining("a.md:3: prints 2 in place of 3");
    }

    @Test
    void findsAnExampleThatPrintsMore() throws IOException {
        Stream<DynamicTest> tests = tests("a.md", "```java", "IO.println(1); // prints: 1", "IO.println(2);", "```");

        assertThatThrownBy(() -> runAll(tests)).hasMessageContaining("a.md:2: prints more than it says: [2]");
    }

    @Test
    void findsAnExampleThatLeavesAGeneratorOpen() throws IOException {
        Stream<DynamicTest> tests = tests("a.md", "```java", "anext(range(0, 3)).await();", "```");

        assertThatThrownBy(() -> runAll(tests)).hasMessageContaining("a.md:2: throws dev.weft.testkit.LeftOpen");
    }

    @Test
    void runsTheTestsOfATestClass() throws IOException {
        Stream<DynamicTest> tests = tests(
                "a.md",
                "```java",
                "class ATest {",
                "    @org.junit.jupiter.api.Test",
                "    void fails() {",
                "        throw new IllegalStateException();",
                "    }",
                "}",
                "```");

        assertThatThrownBy(() -> runAll(tests)).hasMessageContaining("a.md:5: throws java.lang.IllegalStateException");
    }

    @Test
    void letsAnExampleUseWhatAnEarlierOneDeclares() throws Throwable {
        Stream<DynamicTest> tests = tests(
                "a.md",
                "```java",
                "int twice(int i) {",
                "    return 2 * i;",
                "}",
                "```",
                "```java",
                "IO.println(twice(2)); // prints: 4",
                "```");

        assertThat(runAll(tests)).isEqualTo(2);
    }

    @Test
    void takesAProgramAsItStands() throws IOException {
        Stream<DynamicTest> tests = tests("a.md", "```java", "void main() {", "    sleep(null);", "}", "```");

        assertThatThrownBy(() -> runAll(tests)).hasMessageContaining("a.md:3: cannot find symbol");
    }

    @Test
    void findsALinkThatLeadsNowhere() throws IOException {
        Markdown document =
                plant("a.md", "# To here", "[b](b.md) [c](#to-here)", "", "[d](a.md#to-nowhere) [e](../a.md)");

        assertThat(document.brokenLinks())
                .containsExactly("a.md:2 -> b.md", "a.md:4 -> a.md#to-nowhere", "a.md:4 -> ../a.md");
    }

    // ---- what they need ----

    private static List<Markdown> decisions() throws IOException {
        return Markdown.of(PROJECT).stream()
                .filter(document -> document.name().matches("docs/adr/\\d{4}-.*"))
                .toList();
    }

    private Stream<DynamicTest> tests(String name, String... lines) throws IOException {
        return tests(plant(name, lines));
    }

    private static Stream<DynamicTest> tests(Markdown document) {
        try {
            return Examples.of(document, Files.createTempDirectory(classes, "examples"))
                    .tests();
        } catch (IOException e) {
            throw new IllegalStateException("cannot compile the examples of " + document.name(), e);
        }
    }

    private Markdown plant(String name, String... lines) throws IOException {
        return Markdown.read(planted, Files.write(planted.resolve(name), List.of(lines)));
    }

    private static long runAll(Stream<DynamicTest> tests) throws Throwable {
        List<DynamicTest> all = tests.toList();
        for (DynamicTest test : all) {
            test.getExecutable().execute();
        }
        return all.size();
    }
}
