package dev.weft.timeline;

import dev.weft.timeline.Rows.Row;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One row of an SVG image.
///
/// A span that is wide enough is a rectangle. Those that are not are put together, up to the next wide one, into
/// rectangles of the least width, each in the colour of its longest part. Of points that cover one another one is
/// drawn, the worst.
final class SvgRow {

    private static final double LEAST = 3;
    private static final double POINT = 5;
    private static final double LETTER = 6.4;
    private static final String CROSS =
            "l3.5 3.5l3.5 -3.5l2 2l-3.5 3.5l3.5 3.5l-2 2l-3.5 -3.5l-3.5 3.5l-2 -2l3.5 -3.5l-3.5 -3.5z";
    private static final int LONGEST_VALUE = 16;

    private final Row row;
    private final LongToDoubleFunction x;
    private final int y;
    private final StringBuilder svg = new StringBuilder();

    private @Nullable Span longest; // of those put together
    private int together;
    private double from;
    private double to;

    SvgRow(Row row, LongToDoubleFunction x, int y) {
        this.row = row;
        this.x = x;
        this.y = y;
    }

    String marks() {
        for (Lane lane : row.lanes()) {
            lane.spans().forEach(this::span);
        }
        flush();
        points(row.lanes().stream()
                .flatMap(lane -> lane.points().stream())
                .sorted(Comparator.comparing(Point::at))
                .toList());
        return svg.toString();
    }

    static int height(Span.Kind kind) {
        return switch (kind) {
            case RUNNING, SLEEPING, CLOSING -> 14;
            case WAITING -> 8;
            case SUSPENDED -> 2;
        };
    }

    private void span(Span span) {
        double begins = x.applyAsDouble(span.from().toNanos());
        double ends = x.applyAsDouble(span.to().toNanos());
        boolean isWide = ends - begins >= LEAST;
        if (longest != null && (isWide || ends - from > LEAST)) {
            flush();
        }
        if (longest == null) {
            from = begins;
        }
        to = ends;
        together++;
        if (longest == null || span.length().compareTo(longest.length()) > 0) {
            longest = span;
        }
        if (isWide) {
            flush();
        }
    }

    private void flush() {
        Span span = longest;
        if (span != null) {
            String title = together == 1 ? title(span) : together + " spans, the longest: " + title(span);
            int height = height(span.kind());
            var rectangle = new Element("rect", SvgDrawing.name(span.kind()))
                    .with("x", from)
                    .with("y", y - height / 2)
                    .with("width", Math.max(0.5, to - from))
                    .with("height", height)
                    .with("rx", Math.min(2, height / 2));
            svg.append(rectangle.titled(title));
        }
        longest = null;
        together = 0;
    }

    private static String title(Span span) {
        String what = span.what().isEmpty() ? "" : ": " + span.what();
        return Words.of(span.kind()) + what + ", " + Times.show(span.length().toNanos());
    }

    private void points(List<Point> points) {
        for (int i = 0; i < points.size(); ) {
            Point worst = points.get(i);
            double at = x.applyAsDouble(worst.at().toNanos());
            int next = i + 1;
            while (next < points.size() && x.applyAsDouble(points.get(next).at().toNanos()) - at < POINT) {
                Point other = points.get(next);
                worst = isWorse(other, worst) ? other : worst;
                next++;
            }
            double room = next == points.size()
                    ? SvgDrawing.WIDTH - at
                    : x.applyAsDouble(points.get(next).at().toNanos()) - at;
            point(worst, at, valueOf(points.subList(i, next)), room);
            i = next;
        }
    }

    /// What a yield or a failure at this place says: another point may be drawn over it.
    private static String valueOf(List<Point> points) {
        return Stream.of(Point.Kind.YIELDED, Point.Kind.SENT, Point.Kind.FAILED)
                .flatMap(kind -> points.stream().filter(point -> point.kind() == kind))
                .map(Point::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Kinds stand in the order of how bad they are, but that of an end is the least.
    private static boolean isWorse(Point one, Point other) {
        boolean isEnd = one.kind() == Point.Kind.ENDED;
        return other.kind() == Point.Kind.ENDED || (!isEnd && one.kind().compareTo(other.kind()) > 0);
    }

    private void point(Point point, double at, String value, double room) {
        String title = Words.of(point.kind()) + (point.text().isEmpty() ? "" : ": " + point.text());
        var path = new Element("path", SvgDrawing.name(point.kind())).with("d", shape(point.kind(), at, y));
        svg.append(path.titled(title));
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
        if (!shown.isEmpty() && 8 + shown.length() * LETTER < room) {
            svg.append(new Element("text", "value")
                    .with("x", at + 7)
                    .with("y", y - 5)
                    .of(shown));
        }
    }

    static String shape(Point.Kind kind, double at, int y) {
        return switch (kind) {
            case YIELDED -> from(at, y - 5) + "l5 5l-5 5l-5 -5z";
            case ENDED -> from(at - 1, y - 7) + "h2v14h-2z";
            case FAILED, CANCELLED -> from(at - 3.5, y - 5) + CROSS;
            case SENT, THROWN, STOPPED, TIMED_OUT, LEAKED, FELL_BACK -> from(at, y - 6) + "l5 9h-10z";
        };
    }

    private static String from(double x, int y) {
        return "M" + Element.number(x) + " " + y;
    }
}
