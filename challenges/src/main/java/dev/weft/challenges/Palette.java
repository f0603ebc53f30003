package dev.weft.challenges;

/// What a report may be made of.
///
/// @param unicode whether signs beyond ASCII can be shown
/// @param colour whether escape sequences for colours are understood
record Palette(boolean unicode, boolean colour) {

    /// ASCII without colours, for files and pipes.
    static final Palette PLAIN = new Palette(false, false);

    /// Puts text into a colour, if there are colours.
    ///
    /// @param parameter the parameter of the escape sequence, such as `1` for bold
    /// @param text the text
    /// @return the text, between escape sequences or as it is
    String paint(String parameter, String text) {
        return colour ? "\u001b[" + parameter + "m" + text + "\u001b[0m" : text;
    }
}
