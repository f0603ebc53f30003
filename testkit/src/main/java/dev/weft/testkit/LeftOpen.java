package dev.weft.testkit;

/// Something outlived the code that was run: a task, a generator, or a strand.
///
/// The message names each of them and the place in the source where it was made.
public final class LeftOpen extends VirtualTimeError {

    private static final long serialVersionUID = 1;

    LeftOpen(String message) {
        super(message, null);
    }
}
