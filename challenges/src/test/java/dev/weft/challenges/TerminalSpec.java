package dev.weft.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalSpec {

    @Test
    void isPlainAnd80ColumnsWideIfOutputGoesElsewhere() {
        Terminal terminal = terminal(StandardCharsets.UTF_8, "err", Map.of("COLUMNS", "120"));

        assertThat(terminal.palette()).isEqualTo(Palette.PLAIN);
        assertThat(terminal.width()).isEqualTo(80);
        assertThat(terminal.lively()).isTrue();
    }

    @Test
    void isColouredIfOutputGoesToATerminal() {
        Terminal terminal = terminal(StandardCharsets.UTF_8, "out", Map.of());

        assertThat(terminal.palette()).isEqualTo(new Palette(true, true));
        assertThat(terminal.lively()).isFalse();
    }

    @Test
    void hasNoColoursIfNoColorIsSet() {
        Terminal terminal = terminal(StandardCharsets.UTF_8, "out err", Map.of("NO_COLOR", "1"));

        assertThat(terminal.palette()).isEqualTo(new Palette(true, false));
    }

    @Test
    void hasColoursIfNoColorIsEmpty() {
        Terminal terminal = terminal(StandardCharsets.UTF_8, "out err", Map.of("NO_COLOR", ""));

        assertThat(terminal.palette().colour()).isTrue();
    }

    @Test
    void keepsToAsciiIfTheCharsetHasNoMore() {
        Terminal terminal = terminal(StandardCharsets.US_ASCII, "out err", Map.of());

        assertThat(terminal.palette()).isEqualTo(new Palette(false, true));
    }

    @Test
    void isPlainIfTheTerminalIsDumb() {
        Terminal terminal = terminal(StandardCharsets.UTF_8, "out err", Map.of("TERM", "dumb"));

        assertThat(terminal.palette()).isEqualTo(Palette.PLAIN);
        assertThat(terminal.lively()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "7, 40", "5000, 200", "wide, 80", "'', 80"})
    void isAsWideAsItSaysWithinReason(String columns, int width) {
        Terminal terminal = terminal(StandardCharsets.UTF_8, "out", Map.of("COLUMNS", columns));

        assertThat(terminal.width()).isEqualTo(width);
    }

    private static Terminal terminal(Charset charset, String streams, Map<String, String> environment) {
        var stream = new PrintStream(new ByteArrayOutputStream(), true, charset);
        return Terminal.of(stream, stream, streams, environment);
    }
}
