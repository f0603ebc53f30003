package dev.weft;

/// What an operator throws to itself to stop what it has started. Compared by identity; never seen by a user.
final class Signal extends Error {

    private static final long serialVersionUID = 1L;

    Signal(String message) {
        super(message, null, true, false);
    }
}
