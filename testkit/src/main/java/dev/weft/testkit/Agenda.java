package dev.weft.testkit;

import dev.weft.spi.Runtime;

/// Who could run now, who waits and until when, and the clock.
///
/// Guarded by the lock of its [VirtualRuntime], except for [#now()].
final class Agenda {

    private final Ready ready;
    private final Timers timers = new Timers();
    private volatile long now;
    private int outside;

    Agenda(Ready ready) {
        this.ready = ready;
    }

    /// Reads the clock, on any thread.
    long now() {
        return now;
    }

    /// Puts down a new strand.
    void begin(Strand strand) {
        ready.add(strand);
    }

    /// Puts down the running strand as waiting; as ready, if its deadline has passed.
    void suspend(Strand strand, long deadline, Object reason) {
        strand.reason = reason;
        // Compared as numbers: the clock starts at zero, so a deadline below it is never one beyond an overflow.
        if (deadline <= now) {
            strand.state = Strand.State.READY;
            ready.add(strand);
            return;
        }
        strand.state = Strand.State.PARKED;
        if (reason instanceof Runtime.Outside) {
            outside++;
        }
        if (deadline != Runtime.FOREVER) {
            timers.add(strand, deadline);
        }
    }

    /// Makes a parked strand ready.
    void resume(Strand strand) {
        timers.remove(strand);
        if (strand.reason instanceof Runtime.Outside) {
            outside--;
        }
        strand.state = Strand.State.READY;
        ready.add(strand);
    }

    /// Takes out the strand that runs next.
    ///
    /// @throws IllegalStateException if the schedule does not fit the code
    Strand take() {
        return ready.take();
    }

    /// Whether a strand could run now.
    boolean hasReady() {
        return !ready.isEmpty();
    }

    /// Whether a strand waits for a time.
    boolean hasTimers() {
        return !timers.isEmpty();
    }

    /// Whether a strand waits for a foreign thread.
    boolean awaitsOutside() {
        return outside > 0;
    }

    /// Lets the clock jump to the earliest time that a strand waits for. There must be one.
    void advance() {
        now = timers.earliest().deadline;
    }

    /// Whether a strand waits for a time that has come.
    boolean hasDue() {
        return !timers.isEmpty() && timers.earliest().deadline == now;
    }

    /// Returns the first strand whose time has come. There must be one.
    Strand due() {
        return timers.earliest();
    }
}
