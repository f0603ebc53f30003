package dev.weft.timeline;

import dev.weft.spi.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;

/// The lanes of a timeline, put into rows: those of the same type and name that follow one another share one, as the
/// tasks of a gather in a loop do.
final class Rows {

    /// Lanes that follow one another.
    record Row(Subject.Type type, String name, List<Lane> lanes) {}

    private record Key(Subject.Type type, String name) {}

    /// A row that is in use up to a time.
    private record Used(Row row, int number, long until) {}

    private final List<Row> rows = new ArrayList<>();
    private final int[] rowOfLane;

    Rows(Timeline timeline) {
        rowOfLane = new int[timeline.lanes().size()];
        long end = timeline.length().toNanos();
        var used = new HashMap<Key, PriorityQueue<Used>>();
        var free = new HashMap<Key, Deque<Used>>();
        // The rows of one name that are free: the first of them is taken.
        for (Lane lane : timeline.lanes()) {
            var key = new Key(lane.type(), lane.name());
            var busy = used.computeIfAbsent(key, _ -> new PriorityQueue<>(Comparator.comparingLong(Used::until)));
            Used mine = take(lane, busy, free.computeIfAbsent(key, _ -> new ArrayDeque<>()));
            mine.row().lanes().add(lane);
            rowOfLane[lane.number()] = mine.number();
            busy.add(new Used(mine.row(), mine.number(), until(lane, end)));
        }
    }

    private Used take(Lane lane, PriorityQueue<Used> busy, Deque<Used> free) {
        long began = began(lane);
        for (Used first = busy.peek(); first != null && first.until() <= began; first = busy.peek()) {
            free.add(busy.remove());
        }
        Used first = free.stream().min(Comparator.comparingInt(Used::number)).orElse(null);
        if (first != null) {
            free.remove(first);
            return first;
        }
        var row = new Row(lane.type(), lane.name(), new ArrayList<>());
        rows.add(row);
        return new Used(row, rows.size() - 1, began);
    }

    static long began(Lane lane) {
        long span = lane.spans().isEmpty()
                ? Long.MAX_VALUE
                : lane.spans().getFirst().from().toNanos();
        long point = lane.points().isEmpty()
                ? Long.MAX_VALUE
                : lane.points().getFirst().at().toNanos();
        return Math.min(span, point);
    }

    /// When a lane ends; one that does not end keeps its row.
    private static long until(Lane lane, long end) {
        if (lane.points().isEmpty() || !isEnd(lane.points().getLast().kind())) {
            return end == Long.MAX_VALUE ? end : end + 1;
        }
        return lane.points().getLast().at().toNanos();
    }

    private static boolean isEnd(Point.Kind kind) {
        return switch (kind) {
            case ENDED, FAILED, CANCELLED -> true;
            case YIELDED, SENT, THROWN, STOPPED, TIMED_OUT, LEAKED, FELL_BACK -> false;
        };
    }

    List<Row> all() {
        return rows;
    }

    int of(int lane) {
        return rowOfLane[lane];
    }
}
