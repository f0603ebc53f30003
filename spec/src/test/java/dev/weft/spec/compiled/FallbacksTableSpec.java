package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every reason for a fallback stands in `docs/engines.md`, with the tests that show it, and these are there.
class FallbacksTableSpec {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = PROJECT.resolve("docs/engines.md");
    private static final Path ENGINE = PROJECT.resolve("core/src/main/java/dev/weft/internal/compiled");
    private static final Pattern TEST = Pattern.compile("@Test\\s+void (\\w+)\\(");

    private static final String REASON = "it is a reference to a constructor: write a lambda";

    @Test
    void everyReasonHasARowWithTestsThatAreThere() throws Exception {
        var table = FallbacksTable.of(Files.readAllLines(PAGE), reasons(), classes(), tests());

        assertThat(table.complaints()).isEmpty();
    }

    @Test
    void everyReasonIsGivenSomewhere() throws Exception {
        String code = classes().stream()
                .filter(name -> !name.equals("Reason"))
                .map(name -> read(ENGINE.resolve(name + ".java")))
                .collect(Collectors.joining());

        assertThat(constants()).allSatisfy(reason -> assertThat(code).contains("Reason." + reason));
    }

    // ---- that what is wrong is found ----

    @Test
    void findsAReasonWithoutARow() {
        assertThat(complaints()).containsExactly("no row: " + REASON);
    }

    @Test
    void findsARowTwice() {
        String row = row(REASON, "`LambdaCode`", "`ASpec.test`");

        assertThat(complaints(row, row)).contains("more than one row: " + REASON);
    }

    @Test
    void findsAReasonThatIsNotGiven() {
        assertThat(complaints(row("it is late", "`LambdaCode`", "`ASpec.test`")))
                .contains("it is late: no such reason");
    }

    @Test
    void findsARowWithoutATest() {
        assertThat(complaints(row(REASON, "`LambdaCode`", "everybody knows"))).containsExactly(REASON + ": no test");
    }

    @Test
    void findsATestThatIsNotThere() {
        assertThat(complaints(row(REASON, "`LambdaCode`", "`ASpec.test`, `ASpec.none`")))
                .containsExactly(REASON + ": no such test: ASpec.none");
    }

    @Test
    void findsAClassThatIsNotThere() {
        assertThat(complaints(row(REASON, "`Judge`", "`ASpec.test`")))
                .containsExactly(REASON + ": no such class: Judge");
    }

    @Test
    void acceptsARowThatIsRight() {
        assertThat(complaints(row(REASON, "`LambdaCode`", "`ASpec.test`"))).isEmpty();
    }

    private static String row(String reason, String finders, String tests) {
        return "| `" + reason + "` | " + finders + " | " + tests + " | a lambda |";
    }

    private static List<String> complaints(String... lines) {
        return FallbacksTable.of(List.of(lines), Set.of(REASON), Set.of("LambdaCode"), Set.of("ASpec.test"))
                .complaints();
    }

    // ---- what there is ----

    private static List<?> constants() throws ClassNotFoundException {
        return Arrays.asList(Class.forName("dev.weft.internal.compiled.Reason").getEnumConstants());
    }

    private static Set<String> reasons() throws ReflectiveOperationException {
        var text = Class.forName("dev.weft.internal.compiled.Reason").getDeclaredMethod("text");
        text.setAccessible(true);
        Stream.Builder<String> reasons = Stream.builder();
        for (Object reason : constants()) {
            reasons.add(((String) text.invoke(reason)).replace("%s", "…"));
        }
        return reasons.build().collect(Collectors.toSet());
    }

    private static Set<String> classes() throws IOException {
        return javaFiles(ENGINE).map(FallbacksTableSpec::nameOf).collect(Collectors.toSet());
    }

    /// The tests of all modules.
    private static Set<String> tests() {
        return Stream.of("spec", "languages", "differential")
                .flatMap(module -> javaFiles(PROJECT.resolve(module).resolve("src/test/java")))
                .flatMap(FallbacksTableSpec::testsOf)
                .collect(Collectors.toSet());
    }

    private static Stream<String> testsOf(Path file) {
        return TEST.matcher(read(file)).results().map(test -> nameOf(file) + "." + test.group(1));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
