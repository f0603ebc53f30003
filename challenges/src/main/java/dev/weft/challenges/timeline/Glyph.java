package dev.weft.challenges.timeline;

/// A sign that a drawing is made of.
enum Glyph {
    FAILED('!', '✗', "31", "failed"),
    CANCELLED('x', '×', "33", "cancelled"),
    YIELDED('Y', '◆', "32", "yields"),
    ENDED(']', '┤', "2", "ends"),
    RUNNING('#', '█', "32", "runs"),
    SLEEPING('~', '▒', "34", "sleeps"),
    WAITING('.', '·', "2", "waits for another"),
    SUSPENDED('-', '─', "2", "is at its yield");

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

    char sign(Palette palette) {
        return palette.unicode() ? unicode : ascii;
    }

    /// The parameter of the escape sequence that begins its colour.
    String colour() {
        return colour;
    }

    String meaning() {
        return meaning;
    }
}
