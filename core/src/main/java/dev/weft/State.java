package dev.weft;

/// The states of a generator; [Protocol] says what each one means.
///
/// ```text
///              step                 yield
///   FRESH ───────────────► RUNNING ───────► SUSPENDED ──┐ step: RUNNING
///     │                    │  ▲  │ end          │       └ yieldAll: TAKEN
///     │ close, athrow      │  │  ▼              ▼ close
///     └──────► FINISHED ◄──┼──┼─ FINISHED ◄── CLOSING
///                  close   ▼  │ the closer gave up
///              INTERRUPTING ► STOPPING ── yield: CLOSING, end: FINISHED
/// ```
///
final class State {

    static final int FRESH = 0;
    static final int SUSPENDED = 1;
    static final int LOOPING = 2;
    static final int TAKEN = 3;
    static final int FINISHED = 4;
    static final int STARTING = 5;

    // From here on a thread runs a step or a close.
    static final int RUNNING = 6;
    static final int INTERRUPTING = 7;
    static final int STOPPING = 8;
    static final int CLOSING = 9;

    private State() {}
}
