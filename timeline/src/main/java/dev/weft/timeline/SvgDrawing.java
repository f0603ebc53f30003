package dev.weft.timeline;

import dev.weft.timeline.Rows.Row;
import java.util.List;
import java.util.Locale;

/// A timeline as an SVG image of a fixed width.
///
/// Its size is bounded by the number of rows and of columns, whatever the number of events: see [SvgRow] and [SvgLinks].
final class SvgDrawing {

    private static final int MOST_ROWS = 60;

    private static final int WIDTH = 1200;
    private static final int GUTTER = 150;
    private static final int RIGHT = 40;
    private static final int TOP = 44;
    private static final int ROW = 36;
    private static final int FOOT = 24;
    private static final int TICK_APART = 90;

    private static final String STYLE = """
            text { font: 12px ui-sans-serif, system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: var(--ink) }
            .paper { fill: var(--paper) } .band { fill: var(--band) } .grid { stroke: var(--grid) }
            .axis, .type, .note { fill: var(--muted) } .axis, .type, .value { font-size: 11px }
            .name { font-weight: 600 }
            .value { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round }
            .running { fill: var(--running) } .sleeping { fill: var(--sleeping) } .waiting { fill: var(--waiting) }
            .suspended { fill: var(--suspended) } .closing { fill: var(--closing) }
            .yielded { fill: var(--yielded) } .sent, .thrown { fill: var(--step) } .ended { fill: var(--ended) }
            .failed, .leaked { fill: var(--failed) } .cancelled, .stopped, .timed_out { fill: var(--cancelled) }
            .fell_back { fill: var(--muted) }
            .task, .step, .delegation { fill: none; stroke-width: 1.2; opacity: .6 }
            .task { stroke: var(--task) } .step { stroke: var(--step) }
            .delegation { stroke: var(--delegation); stroke-dasharray: 3 2 }
            """;

    private final Timeline timeline;
    private final Rows rows;
    private final List<Row> shown;
    private final long length;
    private final int legend;
    private final int bottom;
    private final StringBuilder svg = new StringBuilder();

    SvgDrawing(Timeline timeline) {
        this.timeline = timeline;
        rows = new Rows(timeline);
        shown = rows.all().stream().limit(MOST_ROWS).toList();
        length = Math.max(1, timeline.length().toNanos());
        legend = TOP + shown.size() * ROW + FOOT;
        bottom = legend + 4;
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
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>Timeline</title>
                <style>
                %3$s%4$s</style>
                <rect class="paper" width="%1$d" height="%2$d"/>
                """.formatted(WIDTH, height, Markup.file("colours.css"), STYLE);
    }

    private void bands() {
        for (int i = 0; i < shown.size(); i++) {
            Row row = shown.get(i);
            int y = TOP + i * ROW;
            if (i % 2 == 0) {
                add("<rect class=\"band\" x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\"/>", y, WIDTH, ROW);
            }
            add("<text class=\"name\" x=\"16\" y=\"%d\">%s</text>", y + 16, Markup.escaped(cut(row.name(), 18)));
            String type = row.type().name().toLowerCase(Locale.ROOT);
            int lanes = row.lanes().size();
            String count = lanes == 1 ? "" : " × " + lanes;
            add("<text class=\"type\" x=\"16\" y=\"%d\">%s%s</text>", y + 30, type, count);
        }
    }

    private static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private void axis() {
        long tick = Scale.roundAbove((long) ((double) length * TICK_APART / (WIDTH - GUTTER - RIGHT)));
        int end = TOP + shown.size() * ROW;
        for (long time = 0; time <= length; time += tick) {
            add("<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>", x(time), TOP - 8, end);
            add("<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x(time), TOP - 16, Times
                    .show(time));
        }
    }

    private void legend() {
        int x = GUTTER;
        for (Span.Kind kind : Span.Kind.values()) {
            int height = SvgRow.height(kind);
            String name = SvgRow.name(kind);
            add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"22\" height=\"%d\" rx=\"2\"/>", name, x, legend - 4
                    - height / 2, height);
            add("<text class=\"note\" x=\"%d\" y=\"%d\">%s</text>", x + 28, legend, name);
            x += 46 + name.length() * 7;
        }
        for (Link.Kind kind : Link.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            String words = SvgLinks.words(kind);
            add("<path class=\"%s\" d=\"M%d %dh22\"/>", name, x, legend - 4);
            add("<text class=\"note\" x=\"%d\" y=\"%d\">%s</text>", x + 28, legend, words);
            x += 46 + words.length() * 6;
        }
    }

    private int notes(int links) {
        int y = bottom;
        for (String note : Notes.of(rows.all().size() - MOST_ROWS, links, timeline.missed())) {
            y += 18;
            add("<text class=\"note\" x=\"%d\" y=\"%d\">%s</text>", GUTTER, y, Markup.escaped(note));
        }
        return y + 16;
    }

    private void add(String format, Object... args) {
        svg.append(String.format(Locale.ROOT, format, args)).append('\n');
    }
}
