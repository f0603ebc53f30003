package dev.weft.challenges;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Keeps what a process would write.
final class Screen {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal;

    private Screen(String streams, Map<String, String> environment) {
        terminal = Terminal.of(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                streams,
                environment);
    }

    /// Both streams go into pipes.
    static Screen piped() {
        return new Screen("", Map.of("COLUMNS", "120"));
    }

    /// Both streams go to a terminal.
    static Screen terminal(int columns) {
        return new Screen("out err", Map.of("COLUMNS", String.valueOf(columns)));
    }

    /// Both streams go to a terminal that shows no colours.
    static Screen withoutColour(int columns) {
        return new Screen("out err", Map.of("COLUMNS", String.valueOf(columns), "NO_COLOR", "1"));
    }

    Terminal terminal() {
        return terminal;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
