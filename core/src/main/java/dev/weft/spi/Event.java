package dev.weft.spi;

import org.jspecify.annotations.Nullable;

/// Something that happened to a task or to a generator.
///
/// @param kind what happened
/// @param time when, by the run's [Runtime#now()]
/// @param subject to whom
/// @param detail what [Kind] says of it, or `null`
public record Event(
        Kind kind, long time, Subject subject, @Nullable Object detail) {

    /// What happened.
    public enum Kind {
        /// A task was started.
        TASK_STARTED,
        /// A task ended; the detail is the throwable with which it failed.
        TASK_ENDED,
        /// A task was asked to stop.
        TASK_CANCELLED,
        /// A body is about to run for the first time.
        BODY_STARTED,
        /// A step of a body begins, the first one included; the detail is the value sent or the throwable thrown in.
        BODY_RESUMED,
        /// A body yielded; the detail is the value.
        BODY_YIELDED,
        /// A generator is being closed.
        BODY_CLOSING,
        /// A body ended; the detail is the throwable that it let out.
        BODY_ENDED,
        /// The subject waits; the detail says for what: the [Subject] of the generator that is asked for an element, or
        /// an object whose text names it.
        AWAITING,
        /// The subject waits no longer; the detail is that of [#AWAITING].
        WOKEN,
        /// A time limit of the subject passed; the detail is the limit, as a duration.
        TIMED_OUT,
        /// A generator was dropped while suspended, and is closed now.
        LEAKED,
        /// A better engine declined a body, or a part of it; the detail is the reason, as a string.
        FELL_BACK,
        /// A full buffer has dropped an element, which is the detail. The subject is the task that fills the buffer, or
        /// who reads it if elements come from outside.
        DROPPED
    }
}
