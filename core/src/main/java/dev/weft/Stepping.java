package dev.weft;

import static dev.weft.State.BIASED;
import static dev.weft.State.BIASED_LOOP;
import static dev.weft.State.FINISHED;
import static dev.weft.State.INTERRUPTING;
import static dev.weft.State.LOOPING;
import static dev.weft.State.REVOKING;
import static dev.weft.State.RUNNING;
import static dev.weft.State.STARTING;
import static dev.weft.State.STOPPING;
import static dev.weft.State.SUSPENDED;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// Who has the turn: at most one thread is in a step of a generator, and an overlapping one is found out.
///
/// Normally a step takes the generator with a compare-and-set and gives it back with another one. Two of them cost more
/// than a compiled body needs for its element. So a thread that has made some steps in a row is given a **bias**: the
/// state stays BIASED, `stepper` stays that thread, and it says with a plain write of `busy` when it is in a step.
///
/// Whoever else wants the generator **revokes** the bias first. It sets REVOKING, makes sure by a handshake with the
/// biased thread ([Handshake]) that this thread has either published `busy` or will see REVOKING, and then
/// turns the bias into the state that it stands for: RUNNING if the thread was in a step, else SUSPENDED or LOOPING.
/// The biased thread looks at the state after each write of `busy`, at no cost. A revocation costs as much as thousands
/// of steps; a generator that had its bias revoked twice gets no other one.
///
/// Everything that is not volatile belongs to the thread that has the generator.
abstract class Stepping {

    private static final VarHandle STATE = Fields.handle(MethodHandles.lookup(), "state", byte.class);
    private static final VarHandle BUSY = Fields.handle(MethodHandles.lookup(), "busy", boolean.class);

    /// How many steps in a row bring a bias, by the number of revocations so far.
    private static final byte[] STREAKS = {3, 100};

    private volatile byte state; // FRESH
    private boolean busy; // written by the biased thread alone
    private byte streak;
    private byte revocations;
    private int lastStepper; // the lower half of a thread's identity
    private @Nullable Thread stepper; // set before RUNNING, BIASED or CLOSING; null once a step without bias is over

    // ---- taking and giving back ----

    final byte state() {
        return state;
    }

    /// Goes on to another state, by the thread that has the generator.
    final void state(byte next) {
        STATE.setRelease(this, next);
    }

    final boolean move(byte from, byte to) {
        return state == from && STATE.compareAndSet(this, from, to); // a compare-and-set costs more than a look
    }

    final void stepper(@Nullable Thread thread) {
        stepper = thread;
    }

    /// The thread that runs a step or a close now, or `null`.
    final @Nullable Thread stepper() {
        byte seen = state;
        return seen >= RUNNING || (seen >= BIASED && busy) ? stepper : null;
    }

    /// The thread that is to be interrupted if the step must end. Asked under a close, while the step cannot end.
    final @Nullable Thread steppingThread() {
        return stepper;
    }

    /// Takes the generator for a step of the calling thread, without a compare-and-set, if the thread has the bias.
    ///
    /// @param biased which bias: BIASED or BIASED_LOOP
    final boolean acquireBiased(byte biased) {
        if (state != biased || stepper != Thread.currentThread() || busy) {
            return false;
        }
        BUSY.setOpaque(this, true);
        return state == biased || keepRevoked();
    }

    /// The bias was revoked while this thread took the generator: the step is this thread's only if the other one saw
    /// it.
    private boolean keepRevoked() {
        awaitRevoked();
        if (isSteppedByMe()) {
            return true;
        }
        busy = false;
        return false;
    }

    /// Takes the generator for a step of the calling thread.
    final boolean acquire(byte from) {
        if (!move(from, STARTING)) {
            return false;
        }
        Thread me = Thread.currentThread();
        int id = (int) me.threadId();
        if (id != lastStepper) {
            lastStepper = id;
            streak = 0;
        } else if (streak < Byte.MAX_VALUE) {
            streak++;
        }
        stepper = me;
        state(RUNNING);
        return true;
    }

    /// Gives the generator back after a step.
    ///
    /// @param next where it goes: SUSPENDED, LOOPING or FINISHED
    final void stepDone(byte next) {
        if (busy) {
            biasedStepDone(next);
        } else if (next != FINISHED && earnsBias()) {
            if (!move(RUNNING, next == LOOPING ? BIASED_LOOP : BIASED)) {
                stepDoneUnderClose(next);
            }
        } else {
            plainStepDone(next);
        }
    }

    private boolean earnsBias() {
        return revocations < STREAKS.length && streak >= STREAKS[revocations];
    }

    private void plainStepDone(byte next) {
        if (next != LOOPING) {
            stepper = null; // a suspended generator keeps nothing of who drove it
        }
        if (!move(RUNNING, next)) {
            stepDoneUnderClose(next);
        }
    }

    private void biasedStepDone(byte next) {
        if (next == FINISHED) {
            if (move(BIASED, FINISHED) || move(BIASED_LOOP, FINISHED)) {
                stepper = null;
                busy = false;
                return;
            }
            awaitRevoked(); // it has seen that this thread is busy
            busy = false;
            plainStepDone(FINISHED);
            return;
        }
        BUSY.setRelease(this, false);
        if (state != (next == LOOPING ? BIASED_LOOP : BIASED)) {
            awaitRevoked();
            if (isSteppedByMe()) {
                plainStepDone(next);
            }
        }
    }

    /// Ends a step that a close wants to end, or is about to.
    abstract void stepDoneUnderClose(byte next);

    private void awaitRevoked() {
        while (state == REVOKING) {
            Thread.onSpinWait();
        }
    }

    private boolean isSteppedByMe() {
        byte seen = state;
        return (seen == RUNNING || seen == INTERRUPTING || seen == STOPPING) && stepper == Thread.currentThread();
    }

    // ---- revoking ----

    /// Ends a bias, if there is one.
    final void revoke() {
        byte seen = state;
        if ((seen != BIASED && seen != BIASED_LOOP) || !move(seen, REVOKING)) {
            awaitRevoked();
            return;
        }
        Thread biased = stepper;
        if (biased != null && biased != Thread.currentThread()) {
            Handshake.with(biased);
        }
        boolean running = (boolean) BUSY.getAcquire(this);
        revocations++;
        streak = 0;
        byte idle = seen == BIASED_LOOP ? LOOPING : SUSPENDED;
        if (!running && idle == SUSPENDED) {
            stepper = null;
        }
        state(running ? RUNNING : idle);
    }
}
