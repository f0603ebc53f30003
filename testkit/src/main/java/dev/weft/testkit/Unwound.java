package dev.weft.testkit;

/// Thrown by every wait of a run that has failed, so that its strands run their `finally` blocks and end.
///
/// An error, so that `catch (Exception e)` lets it pass.
final class Unwound extends Error {

    private static final long serialVersionUID = 1;

    Unwound() {
        super("the run in virtual time has failed and is being ended", null, false, false);
    }

    /// Whether `thrown` is the ending of the run itself, or was caused by it.
    static boolean causedIn(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof Unwound) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
