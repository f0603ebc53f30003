package dev.weft.testkit;

/// Every strand waits, and nothing is left that could wake one.
///
/// The message names each strand, what it waits for, and where in the user's code.
public final class Deadlock extends VirtualTimeError {

    private static final long serialVersionUID = 1;

    Deadlock(String message) {
        super(message, null);
    }
}
