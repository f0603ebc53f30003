package dev.weft;

import dev.weft.spi.Body;
import org.jspecify.annotations.Nullable;

/// A body under an engine: a yield suspends it.
final class PullEmission extends Emission {

    private final Body.Suspension suspension;
    private final Activation activation;

    PullEmission(String name, Resources resources, Body.Suspension suspension, Activation activation) {
        super(name, resources);
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
        failure = request.settle(failure);
        if (failure != null) {
            throw Throw.unchecked(failure);
        }
        return request.result();
    }
}
