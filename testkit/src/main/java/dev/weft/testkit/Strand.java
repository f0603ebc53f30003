package dev.weft.testkit;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One thread of a run in virtual time, and where it is.
///
/// Its fields are guarded by the lock of its [VirtualRuntime], except where they say otherwise.
final class Strand {

    /// Where a strand is.
    enum State {
        /// Forked; has not run yet.
        NEW,
        /// Could run, and waits for its turn.
        READY,
        /// Runs.
        RUNNING,
        /// Waits to be unparked or for its time.
        PARKED,
        /// Given up by the run: it is not waited for, and never gets a turn again.
        LEFT,
        /// Over.
        ENDED
    }

    /// [#slot] of a strand that has no timer.
    static final int NO_TIMER = -1;

    private final int id;
    private final String name;
    private final Thread thread;
    private final InterruptSignal signal;
    private volatile boolean turn; // written by whoever hands the turn over, and by the strand when it takes it
    private boolean started; // used by whoever hands the turn over

    State state = State.NEW;
    boolean permit;

    @Nullable Object reason;

    long deadline;
    long ticket;
    int slot = NO_TIMER;
    int refusals;
    private long steps;
    private long stepsInstant = -1;

    Strand(int id, String name, Consumer<Strand> life, Consumer<Strand> onInterrupt) {
        this.id = id;
        this.name = name;
        thread = Thread.ofVirtual().name(name).unstarted(() -> life.accept(this));
        signal = new InterruptSignal(() -> onInterrupt.accept(this));
    }

    Thread thread() {
        return thread;
    }

    InterruptSignal signal() {
        return signal;
    }

    /// Lets the strand run. The caller has made it the running one, and stops.
    void giveTurn() {
        if (started) {
            turn = true;
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
    }

    /// Blocks the calling thread, which is this strand, until it is its turn.
    void awaitTurn() {
        boolean interrupted = false;
        while (!turn) {
            LockSupport.park(this);
            // A thread that is interrupted cannot block: put the status aside, or this loop spins.
            interrupted |= Thread.interrupted();
        }
        turn = false;
        if (interrupted) {
            thread.interrupt();
        }
    }

    /// Counts one step at the given instant of virtual time.
    void step(long instant) {
        if (stepsInstant != instant) {
            stepsInstant = instant;
            steps = 0;
        }
        steps++;
    }

    long steps(long instant) {
        return stepsInstant == instant ? steps : 0;
    }

    @Override
    public String toString() {
        return name + "#" + id;
    }
}
