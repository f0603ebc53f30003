package dev.weft.timeline;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a timeline drawn as text may be made of.
///
/// @param unicode whether signs beyond ASCII can be shown
/// @param colour whether escape sequences for colours are understood
/// @param width how many columns it may take, at least 30
/// @param rows how many rows for lanes it may take, positive
public record TextStyle(boolean unicode, boolean colour, int width, int rows) {

    /// ASCII without colours, 80 columns wide, of up to 60 rows: for files and pipes.
    public static final TextStyle PLAIN = new TextStyle(false, false, 80, 60);

    /// Checks the size.
    ///
    /// @throws IllegalArgumentException if `width` is less than 30, or `rows` is not positive
    public TextStyle {
        if (width < 30) {
            throw new IllegalArgumentException("width must be at least 30, was " + width);
        }
        if (rows <= 0) {
            throw new IllegalArgumentException("rows must be positive, was " + rows);
        }
    }

    /// Looks at this process: on a terminal there are colours, unless `NO_COLOR` is set, and as many columns as
    /// `COLUMNS` says; into a file or a pipe goes plain text.
    ///
    /// @return the style for the standard output
    @SuppressWarnings("SystemConsoleNull") // on JDK 25 there is none again if a stream is redirected
    public static TextStyle ofProcess() {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        boolean unicode = System.out.charset().newEncoder().canEncode(Glyph.BEYOND_ASCII);
        return of(terminal, unicode, System.getenv());
    }

    static TextStyle of(boolean terminal, boolean unicode, Map<String, String> environment) {
        if (!terminal || environment.getOrDefault("TERM", "").equals("dumb")) {
            return PLAIN;
        }
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new TextStyle(unicode, colour, columns(environment.get("COLUMNS")), PLAIN.rows);
    }

    private static int columns(@Nullable String text) {
        try {
            return text == null ? PLAIN.width : Math.clamp(Integer.parseInt(text), 40, 200);
        } catch (NumberFormatException e) {
            return PLAIN.width;
        }
    }

    /// Puts text into a colour, if there are colours.
    String paint(String parameter, String text) {
        return colour ? "\u001b[" + parameter + "m" + text + "\u001b[0m" : text;
    }
}
