package dev.weft.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/// What the command line answered.
///
/// @param status how it exited
/// @param out what it printed
/// @param err what it complained of
record Said(int status, String out, String err) {

    /// Runs the command line.
    static Said by(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Said(status, text(out), text(err));
    }

    /// The answer to something malformed.
    static Said misuse(String message) {
        return new Said(2, "", "weft: " + message + "\n");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
