package dev.weft.testkit;

import org.jspecify.annotations.Nullable;

/// A schedule under which the code fails. The message says how to run that schedule again; the cause is the failure.
public final class FailingSchedule extends VirtualTimeError {

    private static final long serialVersionUID = 1;

    FailingSchedule(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Makes one that says how to replay the failure in which it is suppressed.
    static FailingSchedule hint(String message) {
        var hint = new FailingSchedule(message, null);
        hint.setStackTrace(new StackTraceElement[0]);
        return hint;
    }
}
