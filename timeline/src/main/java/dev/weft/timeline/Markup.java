package dev.weft.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Text that goes into other text: of XML and HTML, and of files of this module.
final class Markup {

    private Markup() {}

    /// Escapes text for the content of an element or an attribute. What XML cannot hold becomes a question mark.
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isLegal(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\n' || c == '\t' || (c >= ' ' && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF);
    }

    /// Reads a file that lies beside this class.
    static String file(String name) {
        try (InputStream in = Markup.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the module lacks its file " + name + "; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
