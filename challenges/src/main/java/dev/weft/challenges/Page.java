package dev.weft.challenges;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines of a width.
final class Page {

    private Page() {}

    /// Breaks text between words, or within a word that is wider than a line.
    ///
    /// @param first what the first line begins with
    /// @param rest what each further line begins with
    /// @param text the text; its own line ends are kept
    /// @param width the width
    static List<String> wrap(String first, String rest, String text, int width) {
        var lines = new ArrayList<String>();
        String indent = first;
        for (String paragraph : text.split("\n", -1)) {
            for (String line : broken(paragraph, width - rest.length())) {
                lines.add((indent + line).stripTrailing());
                indent = rest;
            }
        }
        return lines;
    }

    private static List<String> broken(String text, int width) {
        var lines = new ArrayList<String>();
        String left = text;
        while (left.length() > width) {
            int blank = left.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(left.substring(0, end));
            left = left.substring(end).stripLeading();
        }
        lines.add(left);
        return lines;
    }
}
