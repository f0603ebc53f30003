package dev.weft;

import org.jspecify.annotations.Nullable;

/// Elements that a function computes.
final class FunctionSteps extends StepSource.FreeSteps {

    /// Computes one element, or [Execution#END].
    @FunctionalInterface
    interface Computing {
        @Nullable Object next() throws Throwable;
    }

    private final Computing computing;

    private FunctionSteps(Computing computing) {
        this.computing = computing;
    }

    static FunctionSteps of(Computing computing) {
        return new FunctionSteps(computing);
    }

    @Override
    @Nullable Object next() throws Throwable {
        return computing.next();
    }
}
