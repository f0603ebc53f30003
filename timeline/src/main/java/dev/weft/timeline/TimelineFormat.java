package dev.weft.timeline;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// In which format a [Timeline] goes into a file.
public enum TimelineFormat {
    /// A page for a browser, see [Timeline#toHtml(String)].
    HTML(".html"),
    /// An image, see [Timeline#toSvg()].
    SVG(".svg"),
    /// A trace for Perfetto, see [Timeline#toTraceJson()].
    JSON(".json"),
    /// Plain text, see [Timeline#toText()].
    TEXT(".txt");

    private final String ending;

    TimelineFormat(String ending) {
        this.ending = ending;
    }

    /// Returns the ending of the names of its files.
    ///
    /// @return such as `.html`
    public String ending() {
        return ending;
    }

    /// Finds the format that the ending of a file's name stands for.
    ///
    /// @param file the file
    /// @return its format
    /// @throws IllegalArgumentException if no format has this ending
    public static TimelineFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a timeline's file must end in " + endings() + ", was \"" + file + "\""));
    }

    private static String endings() {
        String all = Arrays.stream(values()).map(TimelineFormat::ending).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return all.substring(0, last) + " or" + all.substring(last + 1);
    }

    /// Renders a timeline.
    ///
    /// @param timeline the timeline
    /// @param title what to call it, where the format has a place for that
    /// @return the content of a file
    public String render(Timeline timeline, String title) {
        return switch (this) {
            case HTML -> timeline.toHtml(title);
            case SVG -> timeline.toSvg();
            case JSON -> timeline.toTraceJson();
            case TEXT -> timeline.toText();
        };
    }

    static String title(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        int dot = text.lastIndexOf('.');
        return dot <= 0 ? text : text.substring(0, dot);
    }
}
