package dev.weft.testkit;

/// A strand stopped in real time: it blocks outside Weft, or computes for longer than [Simulation#watchdog] allows.
///
/// Nothing else can run meanwhile, and the virtual clock cannot move. The message shows the strand's stack.
public final class Blocked extends VirtualTimeError {

    private static final long serialVersionUID = 1;

    Blocked(String message) {
        super(message, null);
    }
}
