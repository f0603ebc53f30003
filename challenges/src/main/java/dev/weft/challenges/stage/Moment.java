package dev.weft.challenges.stage;

import java.time.Duration;

/// A point in a run.
///
/// Two things may happen at the same time, in virtual time often do, and still one comes before the other.
///
/// @param order the place in the order of all that was recorded
/// @param time the time since the run began
public record Moment(long order, Duration time) {

    /// Tells whether this moment comes before another one.
    ///
    /// @param other the other one
    /// @return whether it was recorded earlier
    public boolean isBefore(Moment other) {
        return order < other.order;
    }

    /// Measures the time from this moment to a later one.
    ///
    /// @param end the later one
    /// @return the time between
    public Duration until(Moment end) {
        return end.time.minus(time);
    }
}
