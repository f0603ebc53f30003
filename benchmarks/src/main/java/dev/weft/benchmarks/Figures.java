package dev.weft.benchmarks;

import java.util.Locale;

/// Numbers as people read them.
final class Figures {

    private Figures() {}

    /// Three figures, or all of an integer.
    static String of(double value) {
        String format = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }
}
