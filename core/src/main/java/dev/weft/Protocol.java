package dev.weft;

import static dev.weft.State.CLOSING;
import static dev.weft.State.FINISHED;
import static dev.weft.State.FRESH;
import static dev.weft.State.INTERRUPTING;
import static dev.weft.State.LOOPING;
import static dev.weft.State.RUNNING;
import static dev.weft.State.STARTING;
import static dev.weft.State.STOPPING;
import static dev.weft.State.SUSPENDED;
import static dev.weft.State.TAKEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The state rules of a generator, written once, over an [Execution] that knows none of them.
///
/// A step takes the generator with one compare-and-set, so that of two overlapping steps exactly one wins; the other
/// fails at once. A close that meets a step interrupts it (INTERRUPTING is held for just that long, and keeps the step
/// from ending in between), waits for its end (STOPPING) and closes what is left; see [Closing]. LOOPING is SUSPENDED
/// between the steps of a `forEach`, which shares its generator with nobody. A push is one long step.
/// STARTING lasts while a thread writes down that it has taken the generator. TAKEN belongs to
/// the [DelegationStack] of another generator, which drives the coroutine itself.
///
/// Closes change the state under the lock of this object; no lock is held while a body runs.
///
/// - **Source**: PEP 525; rules W1 to W4.
final class Protocol {

    enum Taking {
        FRESH,
        STARTED,
        ENDED,
        BUSY
    }

    private static final VarHandle STATE = Fields.handle(MethodHandles.lookup(), "state", int.class);

    private final Execution execution;
    private volatile int state; // FRESH
    private @Nullable Thread stepper; // set before RUNNING, LOOPING or CLOSING; null once a step is over
    private volatile @Nullable Protocol owner; // while taken
    private @Nullable PushPhase phase; // of a push; set before RUNNING
    private @Nullable Closing closing; // guarded by this
    private int idleBefore; // guarded by this; where a close that gives up leaves a step that has ended

    Protocol(Source source) {
        execution = new Execution(source, this);
    }

    Execution execution() {
        return execution;
    }

    // ---- steps ----

    /// Runs one step: to the next value, which is returned, or to the end.
    ///
    /// @return the value, or [Execution#END]
    @Nullable
    Object step(@Nullable Object sent, @Nullable Throwable thrown, Generator<?, ?, ?> handle) throws Throwable {
        if (!acquire(SUSPENDED) && !enter(sent, thrown, handle)) {
            return Execution.END;
        }
        return run(sent, thrown, SUSPENDED);
    }

    /// Takes the generator for a loop. Returns whether there is one to run, until [#loopStep()] says that it is over.
    boolean beginLoop() {
        if (STATE.compareAndSet(this, SUSPENDED, STARTING)) {
            stepper = Thread.currentThread();
            state = LOOPING;
            return true;
        }
        if (state == FINISHED) {
            return false;
        }
        throw GeneratorStateException.alreadyRunning(name());
    }

    /// Runs one step of a loop. A close that came in between ends the loop.
    @Nullable Object loopStep() throws Throwable {
        if (acquire(LOOPING)) {
            return run(null, null, LOOPING);
        }
        Closing running = closingNow();
        if (running != null) {
            running.awaitEnd();
        }
        return Execution.END;
    }

    private boolean acquire(int from) {
        if (!STATE.compareAndSet(this, from, STARTING)) {
            return false;
        }
        stepper = Thread.currentThread();
        STATE.setRelease(this, RUNNING);
        return true;
    }

    private @Nullable Object run(@Nullable Object sent, @Nullable Throwable thrown, int idle) throws Throwable {
        @Nullable Object value;
        try {
            value = execution.resume(sent, thrown);
        } catch (Throwable failure) {
            stepDone(FINISHED);
            throw failure;
        }
        stepDone(Execution.isEnd(value) ? FINISHED : idle);
        return value;
    }

    /// Takes the generator for a step that is not simply the next one. Returns whether there is a step to run.
    private boolean enter(@Nullable Object sent, @Nullable Throwable thrown, Generator<?, ?, ?> handle)
            throws Throwable {
        while (true) {
            switch (state) {
                case FRESH -> {
                    if (thrown != null) {
                        if (discard()) {
                            throw execution.asSeenOutside(thrown);
                        }
                    } else if (sent != null) {
                        throw GeneratorStateException.notStarted(name(), sent);
                    } else if (acquire(FRESH)) {
                        begin(handle);
                        return true;
                    }
                }
                case SUSPENDED -> {
                    if (acquire(SUSPENDED)) {
                        return true;
                    }
                }
                case FINISHED -> {
                    if (thrown != null) {
                        throw thrown;
                    }
                    return false;
                }
                default -> throw GeneratorStateException.alreadyRunning(name());
            }
        }
    }

    private void begin(Generator<?, ?, ?> handle) {
        try {
            execution.begin(handle);
        } catch (Throwable failure) {
            execution.finish(failure, null);
            stepDone(FINISHED);
            throw failure;
        }
    }

    private void stepDone(int next) {
        stepper = next == LOOPING ? stepper : null; // a suspended generator keeps nothing of who drove it
        if (!STATE.compareAndSet(this, RUNNING, next)) {
            stepDoneUnderClose(next);
        }
    }

    private void stepDoneUnderClose(int next) {
        while (state == INTERRUPTING) {
            Thread.onSpinWait();
        }
        Closing waiting;
        synchronized (this) {
            waiting = closing;
            boolean left = next != FINISHED;
            if (waiting != null) {
                stepper = waiting.owner();
                waiting.stepDone(left);
            }
            idleBefore = next;
            state = waiting != null && left ? CLOSING : next;
        }
        // What is left of the closer's interrupt must not hit what this thread does next.
        Closing.takeBackInterrupt(waiting);
    }

    /// Runs a generator that never started to its end, into `sink`, on the calling thread.
    ///
    /// @return whether it did; if not, the generator has started before
    boolean push(Sink sink) throws Throwable {
        if (!STATE.compareAndSet(this, FRESH, STARTING)) {
            return false;
        }
        phase = new PushPhase();
        stepper = Thread.currentThread();
        state = RUNNING;
        try {
            execution.push(sink);
        } finally {
            stepDone(FINISHED);
        }
        return true;
    }

    /// Where the push is. Asked by the push itself.
    PushPhase phase() {
        return Objects.requireNonNull(phase);
    }

    // ---- close ----

    /// Closes the generator and waits until its body has ended.
    void close() throws Throwable {
        while (true) {
            int seen = state;
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
                    if (seen == LOOPING && ClosingWaits.chain().contains(stepper)) {
                        throw GeneratorStateException.alreadyRunning(name());
                    }
                    var mine = new Closing(this);
                    if (takeToClose(seen, mine)) {
                        mine.run();
                        return;
                    }
                }
                case TAKEN -> throw GeneratorStateException.taken(name());
                default -> {
                    if (meet()) {
                        return;
                    }
                }
            }
        }
    }

    void closeLoop() throws Throwable {
        var mine = new Closing(this);
        if (takeToClose(LOOPING, mine)) {
            mine.run();
        } else {
            close();
        }
    }

    private synchronized boolean takeToClose(int idle, Closing mine) {
        if (!STATE.compareAndSet(this, idle, STARTING)) {
            return false;
        }
        stepper = mine.owner();
        closing = mine;
        state = CLOSING;
        return true;
    }

    /// Joins the close that runs, or stops the step that runs. Returns whether the generator is closed now.
    private boolean meet() throws Throwable {
        List<Thread> chain = ClosingWaits.chain();
        ClosingWaits waits = Kernel.KERNEL.closingWaits();
        if (!waits.enter(chain, this)) {
            throw GeneratorStateException.alreadyRunning(name());
        }
        var mine = new Closing(this);
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
        if (!STATE.compareAndSet(this, RUNNING, INTERRUPTING) && !STATE.compareAndSet(this, STOPPING, INTERRUPTING)) {
            return null;
        }
        closing = mine;
        mine.stop(stepper, phase);
        state = STOPPING;
        return mine;
    }

    /// Whether a step goes on that a close has stopped. Under this object's lock it cannot end meanwhile.
    boolean isStopping() {
        return state == STOPPING;
    }

    /// Gives up the wait for a step. The generator is as before, but that the step was interrupted.
    synchronized void giveUp() {
        closing = null;
        if (state == CLOSING) {
            state = idleBefore;
        }
    }

    /// Unwinds the body of a generator that this close has taken, on the calling thread.
    void unwind() throws Throwable {
        execution.exit();
    }

    /// Ends the close that has unwound the body.
    synchronized void closed() {
        closing = null;
        stepper = null;
        state = FINISHED;
    }

    private synchronized @Nullable Closing closingNow() {
        return closing;
    }

    /// Finishes a generator if it never started.
    private boolean discard() {
        if (!STATE.compareAndSet(this, FRESH, FINISHED)) {
            return false;
        }
        execution.discard();
        return true;
    }

    // ---- delegation ----

    /// Takes the generator for another one, which drives its coroutine from now on.
    Taking take(Protocol by) {
        while (true) {
            int seen = state;
            switch (seen) {
                case FRESH, SUSPENDED -> {
                    if (STATE.compareAndSet(this, seen, TAKEN)) {
                        owner = by;
                        return seen == FRESH ? Taking.FRESH : Taking.STARTED;
                    }
                }
                case FINISHED -> {
                    return Taking.ENDED;
                }
                default -> {
                    return Taking.BUSY;
                }
            }
        }
    }

    /// Gives a taken generator back: its body has ended.
    void endTaken() {
        owner = null;
        state = FINISHED;
    }

    /// The generator whose steps run this body: itself, or the outermost one that delegates to it.
    Protocol root() {
        Protocol root = this;
        for (Protocol next = owner; next != null; next = root.owner) {
            root = next;
        }
        return root;
    }

    // ---- questions ----

    /// The thread that runs a step or a close now, or `null`.
    @Nullable Thread stepper() {
        return state >= RUNNING ? stepper : null;
    }

    String name() {
        return execution.name();
    }

    @Nullable Object result() {
        return execution.result(state == FINISHED);
    }
}
