package dev.weft.timeline;

import java.time.Duration;

/// Something that happened in a [Lane] at a time.
///
/// @param kind what happened
/// @param at when, since the beginning of the run
/// @param text the value, the error or the reason, in words; empty if there is none
/// @param stack where an error came from, a frame a line; empty if it is no error or has no stack
public record Point(Kind kind, Duration at, String text, String stack) {

    /// What happens in a lane.
    public enum Kind {
        /// A generator yielded a value.
        YIELDED,
        /// A generator was sent a value.
        SENT,
        /// An exception was thrown into a generator.
        THROWN,
        /// A task or a generator ended, or a generator was closed.
        ENDED,
        /// A task was asked to stop.
        STOPPED,
        /// A task or a generator ended because it was cancelled.
        CANCELLED,
        /// A time limit passed.
        TIMED_OUT,
        /// A generator was dropped while suspended.
        LEAKED,
        /// An engine declined a body.
        FELL_BACK,
        /// A task or a generator failed.
        FAILED
    }
}
