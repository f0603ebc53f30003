package dev.weft;

import org.jspecify.annotations.Nullable;

/// What a body hands out instead of a value when it delegates: "run this generator in my place, then resume me".
final class Delegation {

    final Protocol inner;
    private final @Nullable Activation lender;
    private @Nullable Object result;
    private boolean answered;

    /// @param lender the body that asks, or `null` if it cannot have scopes open
    Delegation(Protocol inner, @Nullable Activation lender) {
        this.inner = inner;
        this.lender = lender;
    }

    boolean hasScopes() {
        return lender != null && lender.hasOpenScopes();
    }

    /// Puts the scopes of the body that asked in force while the inner one runs in its place.
    void resumeScopes() {
        if (lender != null) {
            lender.resumeScopes();
        }
    }

    /// Takes them out of force again.
    void suspendScopes() {
        if (lender != null) {
            lender.suspendScopes();
        }
    }

    /// Called before the body is resumed: the inner generator was run, or was found to be in use.
    void answer(@Nullable Object result) {
        this.result = result;
        answered = true;
    }

    @Nullable Object result() {
        return result;
    }

    /// Called when the body that asked goes on, with what is thrown there. A request that was refused, because the body
    /// is being closed, leaves it the owner of the inner generator all the same.
    ///
    /// @return what the body is to throw
    @Nullable Throwable settle(@Nullable Throwable thrown) {
        if (answered) {
            return thrown;
        }
        try {
            inner.awaitClosed();
            return thrown;
        } catch (Throwable t) {
            return Throw.both(thrown, t);
        }
    }
}
