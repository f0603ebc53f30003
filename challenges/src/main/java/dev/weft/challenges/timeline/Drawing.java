package dev.weft.challenges.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lanes as text. Each column is a stretch of time; in it stands what happened there, or else what went on longest.
final class Drawing {

    private static final int LONGEST_NAME = 14;

    /// What happens in the end stands behind the last stretch of time: a yield and an end have room there.
    private static final int EDGE = 2;

    /// In which order marks are put: of those in one column, the last one is seen.
    private static final List<Glyph> ORDER = List.of(Glyph.YIELDED, Glyph.ENDED, Glyph.CANCELLED, Glyph.FAILED);

    private final List<Lane> lanes;
    private final Palette palette;
    private final int width;
    private final int margin;
    private final Scale scale;
    private final Set<Glyph> used = EnumSet.noneOf(Glyph.class);

    Drawing(List<Lane> lanes, long length, Palette palette, int width) {
        this.lanes = lanes;
        this.palette = palette;
        this.width = width;
        int longest =
                lanes.stream().mapToInt(lane -> lane.name().length()).max().orElse(0);
        margin = Math.min(longest, LONGEST_NAME) + 2;
        scale = new Scale(length, width - margin - EDGE);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(" ".repeat(margin) + scale.axis());
        for (Lane lane : lanes) {
            lines.add(label(lane) + painted(columns(lane)));
        }
        lines.addAll(legend());
        return lines.stream().map(String::stripTrailing).toList();
    }

    private String label(Lane lane) {
        String name =
                lane.name().length() <= LONGEST_NAME ? lane.name() : lane.name().substring(0, LONGEST_NAME - 1) + "+";
        return name + " ".repeat(margin - name.length());
    }

    private @Nullable Glyph[] columns(Lane lane) {
        var longest = new long[scale.columns()];
        var columns = new @Nullable Glyph[scale.columns() + EDGE];
        for (Lane.Stretch stretch : lane.stretches()) {
            scale.columns(stretch.from(), stretch.to()).forEach(i -> {
                long share = scale.share(i, stretch.from(), stretch.to());
                if (share > longest[i]) {
                    longest[i] = share;
                    columns[i] = stretch.glyph();
                }
            });
        }
        lane.marks().stream()
                .sorted(Comparator.comparingInt(mark -> ORDER.indexOf(mark.glyph())))
                .forEach(mark -> put(mark, columns));
        return columns;
    }

    /// Puts a mark at its time; an end, if it comes with a yield, right behind that, where there is nothing any more.
    private void put(Lane.Mark mark, @Nullable Glyph[] columns) {
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
                line.append(palette.paint(
                        glyph.colour(), String.valueOf(glyph.sign(palette)).repeat(to - from)));
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
            if (length + more > width && length > 0) {
                lines.add(line.toString());
                line.setLength(0);
                length = 0;
            }
            line.append(palette.paint(glyph.colour(), String.valueOf(glyph.sign(palette))))
                    .append(' ')
                    .append(glyph.meaning())
                    .append("  ");
            length += more;
        }
        lines.add(line.toString());
        return lines;
    }
}
