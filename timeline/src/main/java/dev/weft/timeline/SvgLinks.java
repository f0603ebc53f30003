package dev.weft.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.LongToDoubleFunction;

/// The links of an SVG image: each is a curve from the one who begins to wait, bent forward, and one back to it when
/// the wait is over.
///
/// Of curves that cover one another one is drawn; of what is left, the first ones.
final class SvgLinks {

    private static final int MOST = 2000;
    private static final int APART = 3;
    private static final int BEND = 7;

    private record Place(Link.Kind kind, long x, int from, int to) {}

    private final LongToDoubleFunction x;
    private final IntUnaryOperator y;
    private final Rows rows;
    private final int shownRows;
    private final Set<Place> taken = new HashSet<>();
    private final StringBuilder svg = new StringBuilder();
    private int drawn;
    private int leftOut;

    SvgLinks(LongToDoubleFunction x, IntUnaryOperator y, Rows rows, int shownRows) {
        this.x = x;
        this.y = y;
        this.rows = rows;
        this.shownRows = shownRows;
    }

    String paths(List<Link> links) {
        for (Link link : links) {
            int waiter = rows.of(link.waiter());
            int target = rows.of(link.target());
            if (waiter == target) {
                continue;
            }
            boolean drawn = waiter < shownRows && target < shownRows && curves(link, waiter, target);
            leftOut += drawn ? 0 : 1;
        }
        return svg.toString();
    }

    int leftOut() {
        return leftOut;
    }

    private boolean curves(Link link, int waiter, int target) {
        boolean forth = curve(link.kind(), link.began().toNanos(), waiter, target, BEND);
        boolean isInstant = link.began().equals(link.ended());
        boolean back = !isInstant && curve(link.kind(), link.ended().toNanos(), target, waiter, -BEND);
        return forth || back;
    }

    private boolean curve(Link.Kind kind, long time, int from, int to, int bend) {
        double at = x.applyAsDouble(time);
        if (drawn == MOST || !taken.add(new Place(kind, Math.round(at / APART), from, to))) {
            return false;
        }
        drawn++;
        int begin = y.applyAsInt(from);
        int end = y.applyAsInt(to);
        String curve = "Q" + Element.number(at + bend) + " " + (begin + end) / 2 + " " + Element.number(at) + " " + end;
        String line = "M" + Element.number(at) + " " + begin + curve;
        svg.append(new Element("path", SvgDrawing.name(kind)).with("d", line).empty());
        return true;
    }
}
