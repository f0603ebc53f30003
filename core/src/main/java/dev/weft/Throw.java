package dev.weft;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Keeps exceptions whole: throws them as they are, and attaches what loses to what wins.
final class Throw {

    private static final int MAX_CAUSES = 100; // exceptions may be the causes of each other

    private Throw() {}

    /// Throws `error` as it is, checked or not. Never returns; the type lets callers write `throw`.
    static RuntimeException unchecked(Throwable error) {
        throw Throw.<RuntimeException>sneak(error);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X sneak(Throwable error) throws X {
        throw (X) error;
    }

    /// Returns the one that wins, with the other one suppressed in it.
    @SuppressWarnings("ReferenceEquality") // one exception can win and lose at once, and must not suppress itself
    static Throwable both(@Nullable Throwable winner, Throwable loser) {
        if (winner == null) {
            return loser;
        }
        if (winner != loser) {
            winner.addSuppressed(loser);
        }
        return winner;
    }

    /// Returns what was thrown by code that dealt with `failure`. Keeps the failure in it, unless it is its cause.
    @SuppressWarnings("ReferenceEquality") // an exception is found by identity, whatever its equals says
    static Throwable replacing(Throwable failure, Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause == failure) {
                return thrown;
            }
            cause = cause.getCause();
        }
        return both(thrown, failure);
    }

    /// Tells whether `error` is how a cancelled computation ends.
    static boolean isCancellation(Throwable error) {
        return error instanceof InterruptedException || error instanceof CancellationException;
    }

    /// What went wrong apart from a cancellation: `error` itself, or what went wrong while it was obeyed, such as a
    /// clean-up that has failed; `null` if nothing did.
    static @Nullable Throwable besidesCancellation(Throwable error) {
        if (!isCancellation(error)) {
            return error;
        }
        @Nullable Throwable wrong = null;
        Throwable cause = error;
        for (int depth = 0; cause != null && isCancellation(cause) && depth < MAX_CAUSES; depth++) {
            for (Throwable suppressed : cause.getSuppressed()) {
                if (!(suppressed instanceof Requested) && !isCancellation(suppressed)) {
                    wrong = both(wrong, suppressed);
                }
            }
            cause = cause.getCause();
        }
        return wrong;
    }
}
