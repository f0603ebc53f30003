package dev.weft.testkit;

/// Strands kept taking turns while the clock stood still, past the limit of [Simulation#switchLimit(long)].
///
/// The message names the busiest strands.
public final class Livelock extends VirtualTimeError {

    private static final long serialVersionUID = 1;

    Livelock(String message) {
        super(message, null);
    }
}
