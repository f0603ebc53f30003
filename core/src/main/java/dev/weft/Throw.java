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
}
