package dev.weft.timeline;

import dev.weft.spi.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

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
        var free = new HashMap<Key, PriorityQueue<Used>>();
        for (Lane lane : timeline.lanes()) {
            var key = new Key(lane.type(), lane.name());
            var busy = used.computeIfAbsent(key, _ -> new PriorityQueue<>(Comparator.comparingLong(Used::until)));
            var idle = free.computeIfAbsent(key, _ -> new PriorityQueue<>(Comparator.comparingInt(Used::number)));
            Used mine = take(lane, began(lane, end), busy, idle);
            mine.row().lanes().add(lane);
            rowOfLane[lane.number()] = mine.number();
            busy.add(new Used(mine.row(), mine.number(), until(lane, end)));
        }
    }

    private Used take(Lane lane, long began, PriorityQueue<Used> busy, PriorityQueue<Used> free) {
        for (Used first = busy.peek(); first != null && first.until() <= began; first = busy.peek()) {
            free.add(busy.remove());
        }
        if (!free.isEmpty()) {
            return free.remove();
        }
        var row = new Row(lane.type(), lane.name(), new ArrayList<>());
        rows.add(row);
        return new Used(row, rows.size() - 1, began);
    }

    private static long began(Lane lane, long end) {
        Stream<Duration> span = lane.spans().stream().limit(1).map(Span::from);
        Stream<Duration> point = lane.points().stream().limit(1).map(Point::at);
        return Stream.concat(span, point).mapToLong(Duration::toNanos).min().orElse(end); // it has just begun
    }

    /// When a lane ends; one that does not end keeps its row.
    private static long until(Lane lane, long end) {
        if (lane.points().isEmpty() || !isEnd(lane.points().getLast().kind())) {
            return end + 1;
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
