package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Async;
import dev.weft.mutants.InMemoryCompiler;
import dev.weft.mutants.Mutant;
import dev.weft.mutants.WeftCopy;
import dev.weft.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// Mistakes that the cases must notice: each is planted in the sources, and at least one case must differ.
@Execution(ExecutionMode.CONCURRENT)
class MutantsSpec {

    private static final Path DOCUMENT = Path.of("../docs/conformance.md");
    private static final InMemoryCompiler COMPILER = InMemoryCompiler.javac(
            Async.class, VirtualTime.class, Main.class, NullMarked.class, ObjectMapper.class, JacksonException.class);
    private static final Map<String, String> ROWS = new ConcurrentHashMap<>();

    static List<Mutant> mutants() {
        return Mutant.readAll(Cases.folder("/mutants"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void areNoticed(Mutant mutant) throws Exception {
        List<Path> cases = mutant.order(Cases.all(), MutantsSpec::nameOf);

        Optional<String> difference = firstDifference(mutant.classes(COMPILER), cases);

        assertThat(difference).as("what notices: " + mutant).isPresent();
        assertThat(Files.readString(DOCUMENT)).contains(row(mutant, difference.orElseThrow()));
    }

    @Test
    void areNoticedBecauseTheLibraryItselfPasses() throws Exception {
        Optional<String> difference = firstDifference(Map.of(), Cases.all());

        assertThat(difference).isEmpty();
    }

    @Test
    void areStaleWhenTheirPlaceIsGone() {
        var edit = new Mutant.Edit("core/Protocol.java", List.of("no such", "text"), List.of());
        var mutant = new Mutant("nothing", List.of(), List.of(edit));

        assertThatThrownBy(() -> mutant.classes(COMPILER))
                .hasMessage("the mutant \"nothing\" is stale: what it replaces is found 0 times in core/Protocol.java:"
                        + " no such text");
    }

    @Test
    void standInTheDocumentInTheirOrder() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith("| mutant |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split(" \\| ")[0].substring(2))
                .toList();

        assertThat(documented).isEqualTo(mutants().stream().map(Mutant::name).toList());
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// The row of the document for a mutant that was noticed.
    private static String row(Mutant mutant, String difference) {
        String row = "| " + mutant + " | " + difference.lines().findFirst().orElseThrow() + " |";
        ROWS.put(mutant.name(), row);
        return row;
    }

    @AfterAll
    static void printTheTable() {
        System.out.println("| mutant | noticed by |\n|---|---|");
        mutants().forEach(mutant -> System.out.println(ROWS.get(mutant.name())));
    }

    @SuppressWarnings("unchecked") // it is a FirstDifference, of another class loader
    private static Optional<String> firstDifference(Map<String, byte[]> changed, List<Path> cases) throws Exception {
        return ((Function<List<Path>, Optional<String>>) new WeftCopy(changed).make(FirstDifference.class))
                .apply(cases);
    }
}
