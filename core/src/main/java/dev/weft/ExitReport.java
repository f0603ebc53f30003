package dev.weft;

import static dev.weft.GeneratorStateException.Reason.IGNORED_EXIT;

import org.jspecify.annotations.Nullable;

/// What a close reports of the body that it has unwound.
final class ExitReport {

    private ExitReport() {}

    /// Returns what to throw for a body that ended with `failure`, or `null` if all is well.
    ///
    /// @param ignored whether the body has answered an exit with a value
    static @Nullable Throwable of(Protocol protocol, @Nullable Throwable failure, boolean ignored) {
        Throwable error = failure instanceof GeneratorExit exit ? cleanUpFailure(exit) : failure;
        if (!ignored) {
            return error == null ? null : protocol.asSeenOutside(error);
        }
        var ignoredExit = new GeneratorStateException(
                IGNORED_EXIT,
                protocol.name() + " was closed but its body yielded again; return from the body, or let GeneratorExit"
                        + " pass");
        return error == null ? ignoredExit : Throw.both(ignoredExit, error);
    }

    /// What went wrong while an exit passed: a try-with-resources suppresses it in the exit, which nobody ever sees.
    private static @Nullable Throwable cleanUpFailure(GeneratorExit exit) {
        @Nullable Throwable failure = null;
        for (Throwable suppressed : exit.getSuppressed()) {
            failure = Throw.both(failure, suppressed);
        }
        return failure;
    }
}
