package dev.weft.conformance;

import org.jspecify.annotations.Nullable;

/// A scenario that cannot be run, and what is wrong with it.
final class BadScenario extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadScenario(@Nullable String message) {
        super(message);
    }
}
