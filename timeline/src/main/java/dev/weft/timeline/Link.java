package dev.weft.timeline;

import java.time.Duration;

/// That one [Lane] waited for another.
///
/// @param kind in which way
/// @param waiter the number of the lane that waited
/// @param target the number of the lane that it waited for
/// @param began since when
/// @param ended until when: the earlier of the ends of the wait and of the task waited for
public record Link(Kind kind, int waiter, int target, Duration began, Duration ended) {

    /// In which way a lane waits for another.
    public enum Kind {
        /// For the next element of a generator.
        STEP,
        /// For a task, such as a child of a `gather` or of a step of `zip`.
        TASK,
        /// For the end of a generator that it yields all of.
        DELEGATION
    }
}
