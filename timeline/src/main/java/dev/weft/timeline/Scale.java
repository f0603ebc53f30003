package dev.weft.timeline;

import java.util.stream.IntStream;

/// Time, in nanoseconds from the beginning of a run, as columns.
///
/// @param length how long the run was
/// @param columns how many columns there are for it
record Scale(long length, int columns) {

    private static final int TICK_APART = 10;

    /// Returns the column of a time. That of the end of the run is one beyond the last.
    int column(long time) {
        return length == 0 ? 0 : Math.clamp(part(time, columns, length), 0, columns);
    }

    /// Returns the columns of a stretch of time.
    IntStream columns(long from, long to) {
        return IntStream.rangeClosed(column(from), Math.min(column(to), columns - 1));
    }

    private long start(int column) {
        return part(length, column, columns);
    }

    /// Returns `value * of / by`: exactly, unless the run was so long that nobody can tell.
    private static long part(long value, long of, long by) {
        boolean fits = value <= Long.MAX_VALUE / Math.max(1, of);
        return fits ? value * of / by : (long) ((double) value * of / by);
    }

    /// Returns how much of a stretch of time lies in a column.
    long share(int column, long from, long to) {
        return Math.min(to, start(column + 1)) - Math.max(from, start(column));
    }

    /// Draws ticks at round times, as many as have room.
    String axis() {
        var axis = new StringBuilder();
        long tick = tick();
        for (long time = 0; time >= 0 && time <= length; time += tick) {
            String label = "|" + Times.onAxis(time, length);
            int column = column(time);
            if (column + label.length() > columns) {
                break;
            }
            axis.append(" ".repeat(column - axis.length())).append(label);
        }
        return axis.toString();
    }

    private long tick() {
        return roundAbove(part(length, TICK_APART, columns));
    }

    /// Returns the shortest round time, 1, 2 or 5 times a power of ten, that is longer than another.
    static long roundAbove(long least) {
        for (long power = 1; ; power *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                if (factor * power > least) {
                    return factor * power;
                }
            }
        }
    }
}
