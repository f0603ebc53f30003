package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./weft bench` understands.
class OptionsTest {

    @Test
    void withoutWordsItMeasuresAllQuickly() throws Exception {
        Options options = Options.of();

        assertThat(options.effort()).isEqualTo(Effort.QUICK);
        assertThat(options.chapters()).containsExactly(Chapter.values());
    }

    @Test
    void onlyNamesWorkloads() throws Exception {
        Options options = Options.of("full", "--only", "b,A");

        assertThat(options.effort()).isEqualTo(Effort.FULL);
        assertThat(options.chapters()).containsExactly(Chapter.A, Chapter.B);
    }

    @Test
    void anUnknownWordIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Options.of("slow"))
                .hasMessage("unknown option slow; there are quick, full, --only and --beside");
    }

    @Test
    void anUnknownLetterIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Options.of("--only", "A,Z"))
                .hasMessage("unknown workload 'Z'; there are A,B,C,D,E,F,G,H,I,J,K,L");
    }

    @Test
    void onlyNeedsLetters() {
        assertThatThrownBy(() -> Options.of("--only")).hasMessageStartingWith("--only needs letters, such as A,B");
    }

    @Test
    void anotherCheckoutIsMeasuredBesideAndTheDocumentsAreLeftAlone(@TempDir Path checkout) throws Exception {
        Files.createDirectories(checkout.resolve("core/target/classes"));

        Options options = Options.of("full", "--beside", checkout.toString());

        assertThat(options.beside()).containsExactly(checkout);
        assertThat(options.forDocuments()).isFalse();
        assertThat(Options.of("full").forDocuments()).isTrue();
    }

    @Test
    void besideNeedsAWorkloadThatIsMeasuredBeside(@TempDir Path checkout) throws Exception {
        Files.createDirectories(checkout.resolve("core/target/classes"));
        String beside = checkout.toString();

        assertThatThrownBy(() -> Options.of("--only", "E,K", "--beside", beside))
                .hasMessageStartingWith("--beside does not go with E, I and K alone");
        assertThat(Options.of("--only", "E,F", "--beside", beside).chapters()).containsExactly(Chapter.E, Chapter.F);
    }

    @Test
    void besideNeedsACheckoutThatWasBuilt(@TempDir Path checkout) {
        assertThatThrownBy(() -> Options.of("--beside")).hasMessage("--beside needs the folder of another checkout");
        assertThatThrownBy(() -> Options.of("--beside", checkout.toString()))
                .hasMessage("there is no %s; build it there: ./weft mvn -pl core -am package -DskipTests"
                        .formatted(checkout.resolve("core/target/classes")));
    }

    @Test
    void twoCheckoutsOfOneNameCouldNotBeToldApart(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("a/weft/core/target/classes"));
        Files.createDirectories(folder.resolve("b/weft/core/target/classes"));
        String one = folder.resolve("a/weft").toString();
        String other = folder.resolve("b/weft").toString();

        assertThatThrownBy(() -> Options.of("--beside", one, "--beside", other))
                .hasMessage("two checkouts are named weft; rename one");
    }

    @Test
    void quickAndFullExcludeEachOther() {
        assertThatThrownBy(() -> Options.of("quick", "full")).hasMessageContaining("quick and full do not go together");
    }

    @Test
    void aFirstLookLeavesOutTheSizesInBetween() throws Exception {
        Options quick = Options.of("--only", "G");
        Options full = Options.of("full", "--only", "G");

        assertThat(Sizes.RECURSION)
                .filteredOn(quick::include)
                .containsExactly(Workload.RECURSION_1, Workload.RECURSION_1000);
        assertThat(Sizes.RECURSION).allMatch(full::include);
        assertThat(quick.include(Workload.PUSH_INLINED)).isFalse();
    }

    @Test
    void theCommandLeadsToTheSameMeasurements(@TempDir Path checkout) throws Exception {
        Files.createDirectories(checkout.resolve("core/target/classes"));
        Options options = Options.of("full", "--beside", checkout.toString());

        assertThat(Options.of("full").command(List.of(Chapter.C))).isEqualTo("./weft bench full --only C");
        assertThat(Options.of().thorough().command(List.of(Chapter.values()))).isEqualTo("./weft bench full");
        assertThat(options.command(List.of(Chapter.C))).endsWith(" --only C --beside " + checkout);
    }
}
