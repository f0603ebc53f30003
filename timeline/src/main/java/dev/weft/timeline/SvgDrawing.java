package dev.weft.timeline;

import dev.weft.timeline.Rows.Row;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A timeline as an SVG image of a fixed width.
///
/// Its size is bounded by the number of rows and of columns, whatever the number of events: see [SvgRow] and
/// [SvgLinks].
final class SvgDrawing {

    private static final int MOST_ROWS = 60;

    static final int WIDTH = 1200;
    private static final int MARGIN = 16;
    private static final int LONGEST_NAME = 18;
    private static final int GUTTER = 150;
    private static final int RIGHT = 40;
    private static final int TOP = 44;
    private static final int ROW = 36;
    private static final int FOOT = 24;
    private static final int TICK_APART = 90;

    private static final String STYLE = """
            text { font: 12px ui-sans-serif, system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: var(--ink) }
            .paper { fill: var(--paper) } .band { fill: var(--band) } .grid { stroke: var(--grid) }
            .axis, .type, .note { fill: var(--muted) } .axis, .type, .value, .note { font-size: 11px }
            .name { font-weight: 600 }
            .value { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round }
            .running { fill: var(--running) } .sleeping { fill: var(--sleeping) } .waiting { fill: var(--waiting) }
            .suspended { fill: var(--suspended) } .closing { fill: var(--closing) }
            .yielded { fill: var(--yielded) } .sent, .thrown { fill: var(--step) } .ended { fill: var(--ended) }
            .failed, .leaked { fill: var(--failed) } .cancelled, .stopped, .timed_out { fill: var(--cancelled) }
            .fell_back { fill: var(--muted) }
            .task, .step, .delegation { fill: none; stroke-width: 1.2; opacity: .6 }
            .key { opacity: 1; stroke-width: 2 }
            .task { stroke: var(--task) } .step { stroke: var(--step) }
            .delegation { stroke: var(--delegation); stroke-dasharray: 3 2 }
            """;

    private final Timeline timeline;
    private final Rows rows;
    private final List<Row> shown;
    private final long length;
    private int legend;
    private final StringBuilder svg = new StringBuilder();

    SvgDrawing(Timeline timeline) {
        this.timeline = timeline;
        rows = new Rows(timeline);
        shown = rows.all().stream().limit(MOST_ROWS).toList();
        length = Math.max(1, timeline.length().toNanos());
        legend = TOP + shown.size() * ROW + FOOT;
    }

    String image() {
        bands();
        axis();
        var links = new SvgLinks(this::x, row -> TOP + row * ROW + ROW / 2, rows, shown.size());
        svg.append(links.paths(timeline.links()));
        for (int i = 0; i < shown.size(); i++) {
            svg.append(new SvgRow(shown.get(i), this::x, TOP + i * ROW + ROW / 2).marks());
        }
        legend();
        int height = notes(links.leftOut());
        return head(height) + svg + "</svg>\n";
    }

    private double x(long time) {
        return GUTTER + (double) time / length * (WIDTH - GUTTER - RIGHT);
    }

    private static String head(int height) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" width=\"" + WIDTH + "\" height=\"" + height + "\">\n";
        String style = "<title>Timeline</title>\n<style>\n" + Markup.file("colours.css") + STYLE + "</style>\n";
        return svg + style + rectangle("paper", 0, 0, WIDTH, height).empty();
    }

    private static Element rectangle(String type, double x, double y, double width, double height) {
        return new Element("rect", type)
                .with("x", x)
                .with("y", y)
                .with("width", width)
                .with("height", height);
    }

    private static Element words(String type, double x, double y) {
        return new Element("text", type).with("x", x).with("y", y);
    }

    private void bands() {
        for (int i = 0; i < shown.size(); i++) {
            Row row = shown.get(i);
            int y = TOP + i * ROW;
            if (i % 2 == 0) {
                svg.append(rectangle("band", 0, y, WIDTH, ROW).empty());
            }
            int lanes = row.lanes().size();
            String count = lanes == 1 ? "" : " × " + lanes;
            svg.append(words("name", MARGIN, y + 16).of(cut(row.name(), LONGEST_NAME)));
            svg.append(words("type", MARGIN, y + 30).of(name(row.type()) + count));
        }
    }

    private static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private void axis() {
        long tick = Scale.roundAbove((long) ((double) length * TICK_APART / (WIDTH - GUTTER - RIGHT)));
        int end = TOP + shown.size() * ROW;
        for (long time = 0; time >= 0 && time <= length; time += tick) {
            var line = new Element("line", "grid").with("x1", x(time)).with("x2", x(time));
            svg.append(line.with("y1", TOP - 8).with("y2", end).empty());
            Element label = words("axis", x(time), TOP - 16).with("text-anchor", "middle");
            svg.append(label.of(Times.onAxis(time, length)));
        }
    }

    /// Explains what is used.
    private void legend() {
        Set<Span.Kind> spans = EnumSet.noneOf(Span.Kind.class);
        Set<Point.Kind> points = EnumSet.noneOf(Point.Kind.class);
        Set<Link.Kind> links = EnumSet.noneOf(Link.Kind.class);
        for (Row row : shown) {
            row.lanes().forEach(lane -> {
                lane.spans().forEach(span -> spans.add(span.kind()));
                lane.points().forEach(point -> points.add(point.kind()));
            });
        }
        timeline.links().forEach(link -> links.add(link.kind()));
        int x = GUTTER;
        for (Span.Kind kind : spans) {
            x = wrapped(x, Words.of(kind));
            int height = SvgRow.height(kind);
            int y = legend - 4 - height / 2;
            svg.append(rectangle(name(kind), x, y, 22, height).with("rx", 2).empty());
            x = explained(x + 28, Words.of(kind));
        }
        for (Link.Kind kind : links) {
            x = wrapped(x, Words.of(kind));
            String line = "M" + x + " " + (legend - 4) + "h22";
            svg.append(new Element("path", name(kind) + " key").with("d", line).empty());
            x = explained(x + 28, Words.of(kind));
        }
        for (Point.Kind kind : points) {
            x = wrapped(x, Words.of(kind));
            String shape = SvgRow.shape(kind, x + 5, legend - 4);
            svg.append(new Element("path", name(kind)).with("d", shape).empty());
            x = explained(x + 15, Words.of(kind));
        }
    }

    /// Begins a new line of the legend if the words have no room on this one.
    private int wrapped(int x, String words) {
        if (x + 28 + width(words) <= WIDTH - RIGHT) {
            return x;
        }
        legend += 20;
        return GUTTER;
    }

    private static int width(String words) {
        return (int) (words.length() * 6.2);
    }

    private int explained(int x, String words) {
        svg.append(words("note", x, legend).of(words));
        return x + 16 + width(words);
    }

    static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private int notes(int links) {
        int y = legend + 4;
        for (String note : Notes.of(rows.all().size() - MOST_ROWS, links, timeline.missed())) {
            y += 18;
            svg.append(words("note", GUTTER, y).of(note));
        }
        return y + 16;
    }
}
