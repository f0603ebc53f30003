package dev.weft;

import static dev.weft.State.BIASED;
import static dev.weft.State.BIASED_LOOP;
import static dev.weft.State.FINISHED;
import static dev.weft.State.FIRST;
import static dev.weft.State.INTERRUPTING;
import static dev.weft.State.LOOPING;
import static dev.weft.State.REVOKING;
import static dev.weft.State.REVOKING_FIRST;
import static dev.weft.State.RUNNING;
import static dev.weft.State.STARTING;
import static dev.weft.State.STOPPING;
import static dev.weft.State.SUSPENDED;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/// Who has the turn: at most one thread is in a step of a generator, and an overlapping one is found out.
///
/// Normally a step takes the generator with a compare-and-set and gives it back with another one. Two of them cost more
/// than a compiled body needs for its element. So a thread that makes some steps in a row is given a **bias**: the
/// state stays BIASED, `stepper` remembers that thread, and it says with a plain write of `turn` when it is in a step.
///
/// Whoever else wants the generator **revokes** the bias first. It sets REVOKING, makes sure by a handshake with the
/// biased thread ([Handshake]) that this thread has either published its `turn` or will see REVOKING, and then
/// turns the bias into the state that it stands for: RUNNING if the thread was in a step, else SUSPENDED or LOOPING.
/// The biased thread looks at the state after each write of `turn`, at no cost. A revocation costs as much as thousands
/// of steps.
///
/// A thread may have been stopped just before it writes its `turn`, for so long that its bias was revoked and another
/// thread has one. The handshake tells if it is there, and then that bias was the last one of this generator.
///
/// The **first step** of a generator with nothing around it is cheaper, too, as many make no other: it is taken with a
/// compare-and-set, from FRESH to FIRST, and given back with a write. Only a close wants more than that of a running
/// step. It sets REVOKING_FIRST and learns by a handshake whether the other thread may be just giving the generator
/// back. If so, it asks again; if not, that thread will look at the state when it comes there, and the state becomes
/// RUNNING.
///
/// Everything that is not volatile belongs to the thread that has the generator.
abstract class Stepping {

    private static final VarHandle STATE = Fields.handle(MethodHandles.lookup(), "state", byte.class);
    private static final VarHandle TURN = Fields.handle(MethodHandles.lookup(), "turn", long.class);

    private static final byte STREAK = 4; // steps in a row that bring a bias
    private static final byte SPENT = -1; // there is no other bias

    private volatile byte state; // FRESH
    private byte streak;

    /// Whether a thread left its step or its close without giving the generator back, as there was no stack or memory
    /// left to do so. Whoever wants the generator next does it. Assigned without a call, which would need stack.
    volatile boolean aborted;

    /// The identity of the thread that has the bias, while it is in no step; else the negative one of the last stepper.
    private long turn;

    /// A thread, set before RUNNING or CLOSING, and null when that is over, or about to be; or a weak reference to the
    /// one that has the bias, whose code may know the handle.
    private @Nullable Object stepper;

    // ---- taking and giving back ----

    /// Goes into the first step, which the calling thread has taken.
    final void begun() {
        stepper = Thread.currentThread();
        state(RUNNING);
    }

    /// Goes into the first step of a generator that has nothing around it.
    final void begunBare() {
        stepper = Thread.currentThread();
        state(FIRST);
    }

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
        return seen >= FIRST || (seen >= BIASED && turn < 0) ? steppingThread() : null;
    }

    /// The thread that is to be interrupted if the step must end. Asked under a close, while the step cannot end.
    final @Nullable Thread steppingThread() {
        Object known = stepper;
        return known instanceof WeakReference<?> reference ? (Thread) reference.get() : (Thread) known;
    }

    /// Takes the generator for a step of the calling thread, without a compare-and-set, if the thread has the bias.
    ///
    /// A revocation looks for this method, by its name, in the stack of the thread that has the bias.
    ///
    /// @param bias which one: BIASED or BIASED_LOOP
    final boolean acquireBiased(byte bias) {
        long me = Thread.currentThread().threadId();
        // The state first: who sees the bias of another thread there, sees that thread in `turn`.
        if (state != bias || turn != me) {
            return false;
        }
        TURN.setOpaque(this, -me);
        try {
            return state == bias || keepRevoked();
        } catch (VirtualMachineError failure) {
            aborted = true;
            throw failure;
        }
    }

    /// The bias was revoked meanwhile: the step is this thread's only if the other one saw it.
    private boolean keepRevoked() {
        awaitRevoked();
        return isSteppedByMe();
    }

    /// Gives the generator back after a step that was taken by a bias, and did not end it.
    final void releaseBiased(byte bias, byte idle) {
        TURN.setRelease(this, Thread.currentThread().threadId());
        if (state != bias) {
            releaseRevoked(idle);
        }
    }

    private void releaseRevoked(byte idle) {
        awaitRevoked();
        if (isSteppedByMe()) {
            turn = -turn;
            plainStepDone(idle);
        }
    }

    /// Takes the generator for a step of the calling thread.
    final boolean acquire(byte from) {
        Thread me = Thread.currentThread();
        long inStep = -me.threadId();
        if (!move(from, STARTING)) {
            return false;
        }
        notAborted();
        if (turn != inStep) {
            turn = inStep;
            streak = streak == SPENT ? SPENT : 0;
        } else if (streak >= 0 && streak < STREAK) {
            streak++;
        }
        stepper = me;
        try {
            state(RUNNING);
        } catch (VirtualMachineError failure) { // there was no stack for that
            state = from;
            throw failure;
        }
        return true;
    }

    /// Notes that the generator was given back, as it could be taken.
    final void notAborted() {
        if (aborted) {
            aborted = false;
        }
    }

    /// Whether a step of `thread` has not been given back. It may have begun to.
    final boolean isAmidStepOf(Thread thread) {
        if (!isAmidStep()) {
            return false;
        }
        Thread known = steppingThread();
        return known == null || known == thread;
    }

    /// Whether a thread is in a step, as far as the state says.
    final boolean isAmidStep() {
        byte seen = state;
        return (seen >= FIRST && seen <= STOPPING) || (seen >= BIASED && seen <= REVOKING && turn < 0);
    }

    /// Takes the generator for a loop of the calling thread.
    final boolean acquireLoop() {
        Thread me = Thread.currentThread();
        if (!move(SUSPENDED, STARTING)) {
            return false;
        }
        stepper = me;
        state = LOOPING; // a call could find no stack
        return true;
    }

    /// Gives the generator back after a step, however it was taken.
    ///
    /// @param next where it goes: SUSPENDED, LOOPING or FINISHED
    final void stepDone(byte next) {
        byte seen = state;
        if (seen == FIRST || seen == REVOKING_FIRST) {
            releaseFirst(next);
        } else if (seen == BIASED || seen == BIASED_LOOP || seen == REVOKING) {
            biasedStepDone(next);
        } else if (next != FINISHED && streak == STREAK) {
            grantBias(next);
        } else {
            plainStepDone(next);
        }
    }

    /// Gives the generator back after its first step.
    ///
    /// A close looks for this method, by its name, in the stack of the thread that makes the step.
    private void releaseFirst(byte next) {
        VarHandle.acquireFence(); // so that nothing of this is done before the thread is here
        if (state == FIRST) {
            stepper = null;
            state(next);
        } else {
            move(REVOKING_FIRST, RUNNING);
            plainStepDone(next);
        }
    }

    private void grantBias(byte next) {
        stepper = new WeakReference<>(Thread.currentThread());
        turn = -turn; // to be seen with the bias
        if (!move(RUNNING, next == LOOPING ? BIASED_LOOP : BIASED)) {
            turn = -turn;
            stepDoneUnderClose(next);
        }
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
        if (next != FINISHED) {
            releaseBiased(next == LOOPING ? BIASED_LOOP : BIASED, next);
        } else if (move(BIASED, FINISHED) || move(BIASED_LOOP, FINISHED)) {
            stepper = null;
        } else {
            awaitRevoked(); // it has seen that this thread is in a step
            plainStepDone(FINISHED);
        }
    }

    /// Ends a step that a close wants to end, or is about to.
    abstract void stepDoneUnderClose(byte next);

    private void awaitRevoked() {
        while (state == REVOKING) {
            Handshake.giveWay();
        }
    }

    private boolean isSteppedByMe() {
        byte seen = state;
        return (seen == RUNNING || seen == INTERRUPTING || seen == STOPPING)
                && steppingThread() == Thread.currentThread();
    }

    // ---- revoking ----

    /// Ends a bias, if there is one.
    final void revoke() {
        byte seen = state;
        if ((seen != BIASED && seen != BIASED_LOOP) || !move(seen, REVOKING)) {
            awaitRevoked();
            return;
        }
        Thread biased = steppingThread(); // null if it has ended long ago
        boolean amidst = biased != null
                && biased != Thread.currentThread()
                && Handshake.with(biased, Stepping.class, "acquireBiased");
        streak = amidst ? SPENT : 0;
        boolean running = (long) TURN.getAcquire(this) < 0;
        byte idle = seen == BIASED_LOOP ? LOOPING : SUSPENDED;
        if (!running && idle == SUSPENDED) {
            stepper = null;
        }
        state(running ? RUNNING : idle);
    }

    /// Has the first step end as all others do, if it has not ended yet.
    ///
    /// The other thread may be giving back this generator, or another one that the body of this one reads. So it is
    /// asked again, until it is elsewhere or the state has changed.
    ///
    /// @param left whether that thread is known to have left its step without giving it back
    final void revokeFirst(boolean left) {
        Thread first = steppingThread(); // null if it is giving the generator back
        move(FIRST, REVOKING_FIRST);
        while (state == REVOKING_FIRST) {
            boolean amidst = !left
                    && !aborted
                    && (first == null
                            || (first != Thread.currentThread()
                                    && Handshake.with(first, Stepping.class, "releaseFirst")));
            if (!amidst && move(REVOKING_FIRST, RUNNING)) {
                return;
            }
            Handshake.giveWay();
        }
    }
}
