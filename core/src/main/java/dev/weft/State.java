package dev.weft;

/// The states of a generator; [Stepping] and [Protocol] say what each one means.
///
/// ```text
///              step                 yield
///   FRESH ───────────────► RUNNING ───────► SUSPENDED ──┐ step: RUNNING
///     │                    │  ▲  │ end          │       └ yieldAll: TAKEN
///     │ close, athrow      │  │  ▼              ▼ close
///     └──────► FINISHED ◄──┼──┼─ FINISHED ◄── CLOSING
///                  close   ▼  │ the closer gave up
///              INTERRUPTING ► STOPPING ── yield: CLOSING, end: FINISHED
///
///   SUSPENDED, when one thread has made some steps in a row: BIASED ── another thread: REVOKING ──► SUSPENDED, RUNNING
///   FRESH, when it needs nothing around it: FIRST, a RUNNING that ends without a compare-and-set
///                                             └─ a closer: REVOKING_FIRST ──► RUNNING, or where it ended
///   FRESH, when it is a gatherer that another one reads: JOINED ──► FINISHED
///   LOOPING, the SUSPENDED of a forEach:                BIASED_LOOP ── a closer:       REVOKING ──► LOOPING, RUNNING
/// ```
///
final class State {

    static final byte FRESH = 0;
    static final byte SUSPENDED = 1;
    static final byte LOOPING = 2;
    static final byte TAKEN = 3;
    static final byte JOINED = 4;
    static final byte FINISHED = 5;
    static final byte MOVED = 6;
    static final byte STARTING = 7;

    // Whether a thread runs a step is not said here.
    static final byte BIASED = 8;
    static final byte BIASED_LOOP = 9;
    static final byte REVOKING = 10;

    // From here on a thread runs a step or a close.
    static final byte FIRST = 11;
    static final byte REVOKING_FIRST = 12;
    static final byte RUNNING = 13;
    static final byte INTERRUPTING = 14;
    static final byte STOPPING = 15;
    static final byte CLOSING = 16;

    private State() {}
}
