package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void theCommandLeadsToTheSameMeasurements() throws Exception {
        Options options = Options.of("full");

        assertThat(options.command(Chapter.C)).isEqualTo("./weft bench full --only C");
    }
}
