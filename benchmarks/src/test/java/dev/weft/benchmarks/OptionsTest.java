package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
                .hasMessage("unknown option slow; there are quick, full and --only");
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
    void theCommandLeadsToTheSameMeasurements() throws Exception {
        Options options = Options.of("full");

        assertThat(options.command(Chapter.C)).isEqualTo("./weft bench full --only C");
    }
}
