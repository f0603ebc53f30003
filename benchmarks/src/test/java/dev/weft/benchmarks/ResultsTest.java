package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.benchmarks.Contender.Role;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/// How results are shown.
class ResultsTest {

    private static final Machine MACHINE = new Machine("a processor", 2, "a JDK", "a system");

    private final Panel panel = new Panel(
            "by a <thread>",
            "ns",
            List.of(
                    row("Weft", Role.WEFT, false, 8, 8, 8),
                    row("loop", Role.BY_HAND, true, 4, 4, 4),
                    row("slow & steady", Role.PEER, false, 16, 16, 16),
                    row("unsteady", Role.PEER, false, 10, 100, 1_000)));

    @TempDir
    Path folder;

    private static Row row(String name, Role role, boolean limit, double... values) {
        var samples = Arrays.stream(values)
                .mapToObj(value -> new Sample(List.of(value), 16))
                .toList();
        return Row.of(name, role, limit, samples);
    }

    @Test
    void rowsAreComparedWithTheLimitAndTheBestPeer() {
        var results = new Results(Chapter.B, List.of(panel), List.of(), false);

        String text = results.text();

        assertThat(text.lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "| loop (limit) | 4.00 | – | 1.00 | 0.25 | 16.0 |",
                        "| Weft | 8.00 | – | 2.00 | 0.50 | 16.0 |",
                        "| unsteady | 100 | 55.0 to 550 | 25.0 | 6.25 | 16.0 |");
    }

    @Test
    void aWideSpreadIsSaid() {
        var results = new Results(Chapter.B, List.of(panel), List.of(), false);

        assertThat(results.text()).contains("far apart").contains("measure again: unsteady.");
    }

    @Test
    void aFirstLookSaysThatItIsOneAndNotHowWideTheSpreadsAre() throws Exception {
        var results = new Results(Chapter.B, List.of(panel), List.of(), true);

        results.write(folder, MACHINE, "./weft bench quick --only B");

        assertThat(folder.resolve("pull.md"))
                .content()
                .contains(Results.FIRST_LOOK)
                .doesNotContain("measure again");
    }

    @Test
    void thePageHasTheCommandTheMachineAndTheGoals() throws Exception {
        var results = new Results(Chapter.B, List.of(panel), List.of(new Verdict("a goal", false, "3 times")), false);

        results.write(folder, MACHINE, "./weft bench full --only B");

        assertThat(folder.resolve("pull.md"))
                .content()
                .contains("./weft bench full --only B", "a processor, 2 cores", "- **not met**: a goal (3 times)");
    }

    @Test
    void theChartIsWellFormed() throws Exception {
        String chart = Chart.svg(List.of(panel, new Panel("nothing", "ns", List.of())));

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart)));

        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(4 + 3); // rows and the legend
    }

    @Test
    void theIndexListsTheGoalsOfAllPages() throws Exception {
        Files.writeString(
                folder.resolve("README.md"),
                "before\n<!-- Written by ./weft bench full: from here -->\nold\n<!-- to here. -->\nafter\n");
        new Results(Chapter.B, List.of(panel), List.of(new Verdict("a goal", true, "3 times")), false)
                .write(folder, MACHINE, "./weft bench full --only B");
        new Results(Chapter.F, List.of(panel), List.of(new Verdict("another", false, "9 times")), false)
                .write(folder, MACHINE, "./weft bench full --only F");

        Index.update(folder);

        assertThat(folder.resolve("README.md"))
                .content()
                .startsWith("before\n")
                .contains("\n\n1 of 2 goals are met.\n\n[B. Pull](pull.md)\n\n- met: a goal (3 times)\n")
                .endsWith("after\n")
                .doesNotContain("old");
    }
}
