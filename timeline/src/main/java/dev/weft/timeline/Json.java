package dev.weft.timeline;

import java.util.Locale;
import java.util.PrimitiveIterator;

/// Writes JSON. It may also stand within a page: it holds no `<`.
final class Json {

    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    Json open(char bracket) {
        comma();
        text.append(bracket);
        first = true;
        return this;
    }

    Json close(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    Json key(String name) {
        value(name);
        text.append(':');
        first = true;
        return this;
    }

    Json value(long number) {
        comma();
        text.append(number);
        return this;
    }

    /// Writes a number of nanoseconds as microseconds.
    Json micros(long nanos) {
        comma();
        text.append(nanos / 1000);
        if (nanos % 1000 != 0) {
            text.append(String.format(Locale.ROOT, ".%03d", nanos % 1000));
        }
        return this;
    }

    Json value(String string) {
        comma();
        text.append('"');
        for (PrimitiveIterator.OfInt chars = string.chars().iterator(); chars.hasNext(); ) {
            append((char) chars.nextInt());
        }
        text.append('"');
        return this;
    }

    private void append(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            default -> {
                boolean plain = c >= ' ' && c != '<' && c != 0x2028 && c != 0x2029 && !Character.isSurrogate(c);
                text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
    }

    private void comma() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    /// Begins a new line, for people.
    Json line() {
        if (!first) {
            text.append(",\n");
            first = true;
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
