package dev.weft.testkit;

import org.jspecify.annotations.Nullable;

/// What is wrong with a run in virtual time, as opposed to what the code in it threw.
///
/// An [AssertionError], so that test frameworks report a failed test.
public abstract sealed class VirtualTimeError extends AssertionError
        permits Blocked, Deadlock, FailingSchedule, LeftOpen, Livelock {

    private static final long serialVersionUID = 1;

    VirtualTimeError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
