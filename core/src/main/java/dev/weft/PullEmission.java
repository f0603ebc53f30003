package dev.weft;

import dev.weft.spi.Body;
import org.jspecify.annotations.Nullable;

/// A body under an engine: a yield suspends it.
final class PullEmission extends Emission {

    private final Body.Suspension suspension;
    private final Activation activation;

    PullEmission(String name, Body.Suspension suspension, Activation activation) {
        super(name);
        this.suspension = suspension;
        this.activation = activation;
    }

    @Override
    @Nullable Object emit(@Nullable Object value) {
        checkPlace();
        if (activation.hasOpenScopes()) {
            activation.suspendScopes();
        }
        try {
            return suspension.suspend(value);
        } catch (Throwable thrown) {
            throw Throw.unchecked(thrown);
        } finally {
            if (activation.hasOpenScopes()) {
                activation.resumeScopes();
            }
        }
    }

    @Override
    @Nullable Object delegate(Protocol inner) {
        var request = new Delegation(inner, activation);
        @Nullable Throwable failure = null;
        try {
            emit(request);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        if (!request.answered()) {
            // Refused because this body is being closed; the inner generator is ours all the same.
            try {
                inner.close();
            } catch (Throwable t) {
                failure = Throw.both(failure, t);
            }
        }
        if (failure != null) {
            throw Throw.unchecked(failure);
        }
        return request.result();
    }
}
