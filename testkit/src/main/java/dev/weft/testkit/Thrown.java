package dev.weft.testkit;

/// Keeps exceptions whole: throws them as they are, and attaches what loses to what wins.
final class Thrown {

    private Thrown() {}

    /// Throws `thrown` itself, checked or not. Never returns; the type lets callers write `throw`.
    static RuntimeException same(Throwable thrown) {
        throw Thrown.<RuntimeException>sneak(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }

    /// Suppresses `loser` in `winner`, unless they are one, or `loser` only says that the run is being ended.
    @SuppressWarnings("ReferenceEquality") // an exception cannot suppress itself; an equal one it can
    static void suppress(Throwable winner, Throwable loser) {
        if (winner != loser && !Unwound.causedIn(loser)) {
            winner.addSuppressed(loser);
        }
    }
}
