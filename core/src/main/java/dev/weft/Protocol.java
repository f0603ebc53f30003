package dev.weft;

import static dev.weft.State.BIASED;
import static dev.weft.State.BIASED_LOOP;
import static dev.weft.State.CLOSING;
import static dev.weft.State.FINISHED;
import static dev.weft.State.FIRST;
import static dev.weft.State.FRESH;
import static dev.weft.State.INTERRUPTING;
import static dev.weft.State.JOINED;
import static dev.weft.State.LOOPING;
import static dev.weft.State.MOVED;
import static dev.weft.State.REVOKING;
import static dev.weft.State.REVOKING_FIRST;
import static dev.weft.State.RUNNING;
import static dev.weft.State.STARTING;
import static dev.weft.State.STOPPING;
import static dev.weft.State.SUSPENDED;
import static dev.weft.State.TAKEN;

import dev.weft.spi.Coroutine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state rules of a generator, written once, over a [Coroutine] that knows none of them.
///
/// Of two overlapping steps exactly one wins; the other fails at once: see [Stepping]. A close that meets a step
/// interrupts it (INTERRUPTING is held for just that long, and keeps the step from ending in between), waits for its
/// end (STOPPING) and closes what is left; see [Closing]. LOOPING is SUSPENDED between the steps of a `forEach`, which
/// shares its generator with nobody. A push is one long step. STARTING lasts while a thread writes down that it has
/// taken the generator. JOINED is part of the [Pipeline] of a generator that reads it. TAKEN belongs to the
/// [DelegationStack] of another generator, which drives the coroutine itself.
///
/// Closes change the state under the lock of this object; no lock is held while a body runs.
///
/// - **Source**: PEP 525; rules W1 to W4.
abstract sealed class Protocol extends Driving permits Generator, Seat {

    private @Nullable Closing closing; // guarded by this

    Protocol(Object core) {
        super(core);
    }

    @Override
    final void stepDoneUnderClose(byte next) {
        while (state() == INTERRUPTING) {
            Handshake.giveWay();
        }
        Closing waiting;
        try {
            synchronized (this) {
                waiting = closing;
                boolean left = next != FINISHED;
                if (waiting != null) {
                    stepper(waiting.owner());
                    waiting.stepDone(left, next);
                } else if (next != LOOPING) {
                    stepper(null);
                }
                state(waiting != null && left ? CLOSING : next);
            }
        } catch (VirtualMachineError failure) {
            aborted = true;
            throw failure;
        }
        // What is left of the closer's interrupt must not hit what this thread does next.
        Closing.takeBackInterrupt(waiting);
    }

    @Override
    final boolean endAborted() throws Throwable {
        if (!aborted) {
            return false;
        }
        synchronized (this) {
            if (!aborted) {
                return false;
            }
            aborted = false;
        }
        try {
            mend();
        } catch (VirtualMachineError failure) {
            aborted = true;
            throw failure;
        }
        return true;
    }

    private void mend() throws Throwable {
        revoke();
        revokeFirst(true);
        Closing closing = closingNow();
        if (state() == MOVED) {
            seat().aborted = true;
        } else if (closing != null && closing.abandoned) {
            closing.takeOver(state() == CLOSING);
        } else if (isAmidStep()) {
            endStep(new StackOverflowError("a step of " + name() + " had no stack or memory left to end"));
        } else if (!move(LOOPING, SUSPENDED) && !move(STARTING, idle())) {
            move(TAKEN, idle());
        }
    }

    // ---- close ----

    /// Closes the generator and waits until its body has ended.
    final void awaitClosed() throws Throwable {
        while (true) {
            endAborted();
            byte seen = state();
            switch (seen) {
                case FRESH -> {
                    if (discard()) {
                        return;
                    }
                }
                case FINISHED -> {
                    return;
                }
                case SUSPENDED, LOOPING -> {
                    if (seen == LOOPING && ClosingWaits.chain().contains(steppingThread())) {
                        throw GeneratorStateException.alreadyRunning(name());
                    }
                    if (takenAndClosed(seen)) {
                        return;
                    }
                }
                case BIASED, BIASED_LOOP, REVOKING -> revoke();
                case FIRST, REVOKING_FIRST -> revokeFirst(false);
                case STARTING -> Handshake.giveWay();
                case TAKEN -> {
                    if (!giveBackTaken()) {
                        throw GeneratorStateException.taken(name());
                    }
                }
                case JOINED -> {
                    Protocol reader = execution().owner();
                    if (reader != null) { // else it is over by now
                        reader.awaitClosed();
                        return;
                    }
                }
                case MOVED -> {
                    seat().awaitClosed();
                    return;
                }
                default -> {
                    if (meet()) {
                        return;
                    }
                }
            }
        }
    }

    final void closeLoop() throws Throwable {
        if (state() == MOVED) {
            seat().closeLoop();
            return;
        }
        revoke();
        if (!takenAndClosed(LOOPING)) {
            awaitClosed();
        }
    }

    /// Closes a suspended generator, if nobody is faster.
    private boolean takenAndClosed(byte idle) throws Throwable {
        if (!move(idle, STARTING)) {
            return false;
        }
        Closing mine;
        try {
            if (isForgettable()) {
                forget();
                stepper(null);
                state(FINISHED);
                return true;
            }
            mine = new Closing(this);
            synchronized (this) {
                stepper(mine.owner());
                closing = mine;
                state(CLOSING);
            }
        } catch (Throwable failure) {
            closing = null; // nobody else has seen it
            try {
                giveBack(idle);
            } catch (Throwable noStack) {
                aborted = true;
            }
            throw failure;
        }
        try {
            mine.run();
        } catch (VirtualMachineError failure) {
            if (!mine.ended) {
                mine.abandoned = true;
                aborted = true;
            }
            throw failure;
        }
        return true;
    }

    /// Gives back what was taken to be closed, as there was no stack or memory to begin that.
    private void giveBack(byte idle) {
        move(STARTING, hasBegun() ? idle : FINISHED);
    }

    /// Joins the close that runs, or stops the step that runs. Returns whether the generator is closed now.
    private boolean meet() throws Throwable {
        List<Thread> chain = ClosingWaits.chain();
        ClosingWaits waits = Kernel.KERNEL.closingWaits();
        var mine = new Closing(this);
        if (!waits.enter(chain, this)) {
            throw GeneratorStateException.alreadyRunning(name());
        }
        try {
            return meet(mine, chain, waits);
        } catch (VirtualMachineError failure) {
            if (closing == mine && !mine.ended) {
                mine.abandoned = true;
                aborted = true;
            }
            throw failure;
        }
    }

    private boolean meet(Closing mine, List<Thread> chain, ClosingWaits waits) throws Throwable {
        Closing met;
        boolean left = false;
        try {
            met = joinOrInterrupt(mine);
            if (met == null) {
                return false;
            }
            if (met == mine) {
                left = mine.awaitStep();
            } else {
                met.awaitEnd();
            }
        } finally {
            waits.leave(chain);
        }
        if (left) {
            met.run();
        } else {
            met.rethrow();
        }
        return true;
    }

    /// Returns the close that runs, or `mine` if there was none and it has interrupted the step, or else `null`.
    private synchronized @Nullable Closing joinOrInterrupt(Closing mine) {
        if (closing != null) {
            return closing;
        }
        // STOPPING without a close: the one that stopped the step gave up.
        if (!move(RUNNING, INTERRUPTING) && !move(STOPPING, INTERRUPTING)) {
            return null;
        }
        try {
            mine.stop(steppingThread(), executionOrNull());
            closing = mine;
        } finally {
            state(STOPPING);
        }
        return mine;
    }

    /// Whether a step goes on that a close has stopped. Under this object's lock it cannot end meanwhile.
    final boolean isStopping() {
        return state() == STOPPING;
    }

    /// Gives up the wait for a step. The generator is as before, but that the step was interrupted.
    final synchronized void giveUp() {
        Closing given = closing;
        if (state() == CLOSING && given != null) {
            stepper(given.idleBefore() == LOOPING ? given.stepper() : null);
            state(given.idleBefore());
        }
        closing = null; // last, so that it can be found if there is no stack for the rest
    }

    /// Unwinds the body of a generator that this close has taken, on the calling thread.
    final void unwind() throws Throwable {
        if (isForgettable()) {
            forget();
            return;
        }
        if (isBare()) {
            envelopBare();
        }
        execution().exit();
    }

    /// Ends the close that has unwound the body.
    final synchronized void closed() {
        stepper(null);
        state(FINISHED);
        closing = null; // last, as in giveUp
    }

    @Override
    final synchronized @Nullable Closing closingNow() {
        return closing;
    }
}
