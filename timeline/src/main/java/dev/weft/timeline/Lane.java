package dev.weft.timeline;

import dev.weft.spi.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What one task or generator did.
///
/// @param number its place in [Timeline#lanes()], which is the order in which they began
/// @param type what it is
/// @param name its name, not unique
/// @param parent the number of the lane in which it was made or first used, if that was recorded
/// @param site where it was made, such as `Feed.java:41`
/// @param spans what went on, in order
/// @param points what happened, in order
/// @param present what still goes on at the end of what was recorded, also if it has just begun; nothing if it has
///     ended
public record Lane(
        int number,
        Subject.Type type,
        String name,
        OptionalInt parent,
        String site,
        List<Span> spans,
        List<Point> points,
        Optional<Span> present) {

    /// Copies the lists.
    public Lane {
        spans = List.copyOf(spans);
        points = List.copyOf(points);
    }
}
