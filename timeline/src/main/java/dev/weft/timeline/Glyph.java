package dev.weft.timeline;

/// A sign that text is made of, in the order of the legend.
enum Glyph {
    FAILED('!', '✗', "31", "failed"),
    CANCELLED('x', '×', "33", "cancelled"),
    TIMED_OUT('T', '⧖', "33", "time limit passed"),
    LEAKED('L', '⚠', "31", "dropped while suspended"),
    YIELDED('Y', '◆', "32", "yields"),
    ENDED(']', '┤', "2", "ends"),
    RUNNING('#', '█', "32", "runs"),
    CLOSING('%', '▓', "35", "is being closed"),
    SLEEPING('~', '▒', "34", "sleeps"),
    WAITING('.', '·', "2", "waits for another"),
    SUSPENDED('-', '─', "2", "is at its yield");

    static final String BEYOND_ASCII = "✗×⧖⚠◆┤█▓▒·─";

    private final char ascii;
    private final char unicode;
    private final String colour;
    private final String meaning;

    Glyph(char ascii, char unicode, String colour, String meaning) {
        this.ascii = ascii;
        this.unicode = unicode;
        this.colour = colour;
        this.meaning = meaning;
    }

    static Glyph of(Span.Kind kind) {
        return switch (kind) {
            case RUNNING -> RUNNING;
            case CLOSING -> CLOSING;
            case SLEEPING -> SLEEPING;
            case WAITING -> WAITING;
            case SUSPENDED -> SUSPENDED;
        };
    }

    char sign(TextStyle style) {
        return style.unicode() ? unicode : ascii;
    }

    /// The parameter of the escape sequence that begins its colour.
    String colour() {
        return colour;
    }

    String meaning() {
        return meaning;
    }
}
