package dev.weft;

import dev.weft.spi.Body;
import org.jspecify.annotations.Nullable;

/// A body under an engine: a yield suspends it.
final class PullEmission implements Emission {

    private final BodyPlace place;
    private final Body.Suspension suspension;
    private final Activation activation;

    PullEmission(String name, Resources resources, Body.Suspension suspension, Activation activation) {
        place = new BodyPlace(name, resources);
        this.suspension = suspension;
        this.activation = activation;
    }

    @Override
    public BodyPlace place() {
        return place;
    }

    @Override
    public @Nullable Object emit(@Nullable Object value) {
        place.check();
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
    public @Nullable Object delegate(Protocol inner) {
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
