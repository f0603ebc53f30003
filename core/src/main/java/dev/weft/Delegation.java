package dev.weft;

import org.jspecify.annotations.Nullable;

/// What a body hands out instead of a value when it delegates: "run this generator in my place, then resume me".
final class Delegation {

    final Protocol inner;
    private final Activation lender;
    private @Nullable Object result;
    private boolean answered;

    Delegation(Protocol inner, Activation lender) {
        this.inner = inner;
        this.lender = lender;
    }

    boolean hasScopes() {
        return lender.hasOpenScopes();
    }

    /// Puts the scopes of the body that asked in force while the inner one runs in its place.
    void resumeScopes() {
        lender.resumeScopes();
    }

    /// Takes them out of force again.
    void suspendScopes() {
        lender.suspendScopes();
    }

    /// Called before the body is resumed: the inner generator was run, or was found to be in use.
    void answer(@Nullable Object result) {
        this.result = result;
        answered = true;
    }

    @Nullable Object result() {
        return result;
    }

    /// Whether the request was served; if not, the body still has to close the inner generator.
    boolean answered() {
        return answered;
    }
}
