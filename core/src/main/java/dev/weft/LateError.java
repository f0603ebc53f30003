package dev.weft;

import dev.weft.spi.Subject;
import java.util.Objects;

/// An error that nobody is left to receive, for [RunOptions#lateErrors(java.util.function.Consumer)].
///
/// @param error what went wrong, the instance that was thrown
/// @param subject the task or generator in which it did
/// @param what a sentence that says what it was doing
public record LateError(Throwable error, Subject subject, String what) {

    /// Checks that nothing is missing.
    public LateError {
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(what, "what");
    }
}
