package dev.weft.challenges;

import dev.weft.timeline.TextStyle;
import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where output goes, and what it may look like there.
///
/// @param out for results
/// @param err for progress and complaints
/// @param palette what results may be made of
/// @param width how many columns a line of results may have
/// @param lively whether progress goes to a terminal, where a line can be written again and again
record Terminal(PrintStream out, PrintStream err, Palette palette, int width, boolean lively) {

    private static final int PLAIN_WIDTH = 80;
    private static final int MOST_LANES = 60;
    private static final String BEYOND_ASCII = "✗×◆┤█▒·─";

    /// Looks at this process.
    ///
    /// Java cannot tell which of its streams is a terminal. The script that starts it can, and says so in
    /// WEFT_TERMINAL: `out`, `err`, both or none.
    @SuppressWarnings("SystemConsoleNull") // on JDK 25 there is none again if a stream is redirected
    static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        Console console = System.console();
        String assumed = console != null && console.isTerminal() ? "out err" : "";
        String streams = environment.getOrDefault("WEFT_TERMINAL", assumed);
        return of(System.out, System.err, streams, environment);
    }

    /// @param streams which streams are terminals: `out`, `err`, both or none
    static Terminal of(PrintStream out, PrintStream err, String streams, Map<String, String> environment) {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean lively = streams.contains("err") && !dumb;
        if (!streams.contains("out") || dumb) {
            return new Terminal(out, err, Palette.PLAIN, PLAIN_WIDTH, lively);
        }
        boolean unicode = out.charset().newEncoder().canEncode(BEYOND_ASCII);
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(out, err, new Palette(unicode, colour), columns(environment.get("COLUMNS")), lively);
    }

    /// What a timeline may be made of there, if it is indented.
    TextStyle timelineStyle(int indent) {
        return new TextStyle(palette.unicode(), palette.colour(), width - indent, MOST_LANES);
    }

    private static int columns(@Nullable String text) {
        try {
            return text == null ? PLAIN_WIDTH : Math.clamp(Integer.parseInt(text), 40, 200);
        } catch (NumberFormatException e) {
            return PLAIN_WIDTH;
        }
    }
}
