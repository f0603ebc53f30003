package dev.weft.timeline;

import static dev.weft.timeline.Runs.ms;
import static dev.weft.timeline.Runs.numbers;
import static dev.weft.timeline.Runs.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineFormatSpec {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"html, <!DOCTYPE html>", "svg, <svg", "json, {", "txt, '         |0 s'", "HTML, <!DOCTYPE html>"})
    void writesAFileInTheFormatThatItsEndingNames(String ending, String beginning) throws Exception {
        var timeline = timeline(() -> numbers("numbers", 2, ms(10)).toList());
        Path file = folder.resolve("run." + ending);

        timeline.write(file);

        assertThat(file).content().startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({"run.png", "run", "html"})
    void refusesOtherEndings(String name) {
        var timeline = new TimelineRecorder().timeline();

        assertThatThrownBy(() -> timeline.write(folder.resolve(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a timeline's file must end in .html, .svg, .json or .txt, was \"")
                .hasMessageEndingWith(name + "\"");
    }

    @Test
    void callsAPageAfterItsFile() throws Exception {
        new TimelineRecorder().timeline().write(folder.resolve("feed.html"));

        assertThat(folder.resolve("feed.html")).content().contains("<title>feed</title>");
    }

    // ---- the style of text ----

    @Test
    void isPlainWhereThereIsNoTerminal() {
        assertThat(TextStyle.of(false, true, Map.of("COLUMNS", "120"))).isEqualTo(TextStyle.PLAIN);
        assertThat(TextStyle.of(true, true, Map.of("TERM", "dumb"))).isEqualTo(TextStyle.PLAIN);
    }

    @Test
    void hasColoursAndTheWidthOfATerminal() {
        assertThat(TextStyle.of(true, true, Map.of("COLUMNS", "120"))).isEqualTo(new TextStyle(true, true, 120, 60));
        assertThat(TextStyle.of(true, false, Map.of("NO_COLOR", "1"))).isEqualTo(new TextStyle(false, false, 80, 60));
        assertThat(TextStyle.of(true, true, Map.of("COLUMNS", "wide"))).isEqualTo(new TextStyle(true, true, 80, 60));
    }

    @Test
    void refusesAWidthThatHasNoRoom() {
        assertThatThrownBy(() -> new TextStyle(false, false, 29, 1)).hasMessage("width must be at least 30, was 29");
        assertThatThrownBy(() -> new TextStyle(false, false, 40, 0)).hasMessage("rows must be positive, was 0");
    }

    @Test
    void drawsARunOfManyYears() throws Exception {
        var timeline =
                timeline(() -> numbers("numbers", 2, Duration.ofDays(20_000)).toList());

        assertThat(timeline.toText()).containsPattern("numbers  ~+Y~+Y]");
    }

    @Test
    void keepsTextOfALargeRunShort() {
        var lines = Runs.large().toText(TextStyle.PLAIN);

        assertThat(lines).hasSizeLessThan(70).allMatch(line -> line.length() <= 80);
        assertThat(lines).last().isEqualTo("Left out: 141 rows; the page and the trace have all.");
    }
}
