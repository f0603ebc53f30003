package dev.weft.timeline;

import java.time.Duration;

/// Something that went on in a [Lane] for a time. A lane's spans are in order and do not overlap; what took no time is
/// not among them.
///
/// @param kind what went on
/// @param from when it began, since the beginning of the run
/// @param to when it ended, or the end of what was recorded
/// @param what for what the lane waited, in words; empty if it did not wait
public record Span(Kind kind, Duration from, Duration to, String what) {

    /// What goes on in a lane.
    public enum Kind {
        /// Code runs.
        RUNNING,
        /// It sleeps: it waits for a time to come.
        SLEEPING,
        /// It waits for something else.
        WAITING,
        /// A generator is suspended at a `yield`.
        SUSPENDED,
        /// A generator is being closed, and runs its clean-up.
        CLOSING
    }

    /// Returns how long it went on.
    ///
    /// @return the time between, positive
    public Duration length() {
        return to.minus(from);
    }
}
