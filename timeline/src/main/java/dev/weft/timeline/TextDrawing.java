package dev.weft.timeline;

import dev.weft.timeline.Rows.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lanes as text. Each column is a stretch of time; in it stands what happened there, or else what went on longest.
final class TextDrawing {

    private static final int LONGEST_NAME = 14;

    /// What happens in the end stands behind the last stretch of time: a yield and an end have room there.
    private static final int EDGE = 2;

    /// In which order signs are put: of those in one column, the last one is seen.
    private static final List<Glyph> ORDER =
            List.of(Glyph.YIELDED, Glyph.ENDED, Glyph.TIMED_OUT, Glyph.CANCELLED, Glyph.LEAKED, Glyph.FAILED);

    private record Mark(Glyph glyph, long at) {}

    private final List<Row> rows;
    private final long missed;
    private final TextStyle style;
    private final int margin;
    private final Scale scale;
    private final Set<Glyph> used = EnumSet.noneOf(Glyph.class);

    TextDrawing(Timeline timeline, TextStyle style) {
        this.style = style;
        rows = new Rows(timeline).all();
        missed = timeline.missed();
        int longest = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        margin = Math.min(longest, LONGEST_NAME) + 2;
        scale = new Scale(timeline.length().toNanos(), style.width() - margin - EDGE);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(" ".repeat(margin) + scale.axis());
        rows.stream().limit(style.rows()).forEach(row -> lines.add(label(row.name()) + painted(columns(row))));
        lines.addAll(legend());
        lines.addAll(Notes.of(rows.size() - style.rows(), 0, missed));
        return lines.stream().map(String::stripTrailing).toList();
    }

    private String label(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", " ");
        String label = shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME - 1) + "+";
        return label + " ".repeat(margin - label.length());
    }

    private @Nullable Glyph[] columns(Row row) {
        var longest = new long[scale.columns()];
        var columns = new @Nullable Glyph[scale.columns() + EDGE];
        row.lanes().stream().flatMap(lane -> lane.spans().stream()).forEach(span -> {
            long from = span.from().toNanos();
            long to = span.to().toNanos();
            scale.columns(from, to).forEach(i -> {
                long share = scale.share(i, from, to);
                if (share > longest[i]) {
                    longest[i] = share;
                    columns[i] = Glyph.of(span.kind());
                }
            });
        });
        row.lanes().stream()
                .flatMap(lane -> lane.points().stream())
                .flatMap(point -> mark(point).stream())
                .sorted(Comparator.comparingInt(mark -> ORDER.indexOf(mark.glyph())))
                .forEach(mark -> put(mark, columns));
        return columns;
    }

    private static Optional<Mark> mark(Point point) {
        Glyph glyph = switch (point.kind()) {
            case YIELDED -> Glyph.YIELDED;
            case ENDED -> Glyph.ENDED;
            case CANCELLED -> Glyph.CANCELLED;
            case FAILED -> Glyph.FAILED;
            case TIMED_OUT -> Glyph.TIMED_OUT;
            case LEAKED -> Glyph.LEAKED;
            case SENT, THROWN, STOPPED, FELL_BACK -> null;
        };
        return Optional.ofNullable(glyph).map(g -> new Mark(g, point.at().toNanos()));
    }

    /// Puts a sign at its time; an end, if it comes with a yield, right behind that, where there is nothing any more.
    private void put(Mark mark, @Nullable Glyph[] columns) {
        int column = scale.column(mark.at());
        if (columns[column] != Glyph.YIELDED || mark.glyph() == Glyph.YIELDED) {
            columns[column] = mark.glyph();
        } else if (columns[column + 1] == null) {
            columns[column + 1] = mark.glyph();
        } else if (mark.glyph() != Glyph.ENDED) {
            columns[column] = mark.glyph();
        }
    }

    /// Paints signs of the same kind together.
    private String painted(@Nullable Glyph[] columns) {
        var line = new StringBuilder();
        for (int from = 0; from < columns.length; ) {
            Glyph glyph = columns[from];
            int to = from;
            while (to < columns.length && columns[to] == glyph) {
                to++;
            }
            if (glyph == null) {
                line.append(" ".repeat(to - from));
            } else {
                used.add(glyph);
                line.append(style.paint(
                        glyph.colour(), String.valueOf(glyph.sign(style)).repeat(to - from)));
            }
            from = to;
        }
        return line.toString();
    }

    private List<String> legend() {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int length = 0;
        for (Glyph glyph : used) {
            int more = 4 + glyph.meaning().length();
            if (length + more > style.width() && length > 0) {
                lines.add(line.toString());
                line.setLength(0);
                length = 0;
            }
            line.append(style.paint(glyph.colour(), String.valueOf(glyph.sign(style))))
                    .append(' ')
                    .append(glyph.meaning())
                    .append("  ");
            length += more;
        }
        lines.add(line.toString());
        return lines;
    }
}
