package dev.weft;

import static dev.weft.State.BIASED;
import static dev.weft.State.BIASED_LOOP;
import static dev.weft.State.FINISHED;
import static dev.weft.State.FRESH;
import static dev.weft.State.JOINED;
import static dev.weft.State.LOOPING;
import static dev.weft.State.MOVED;
import static dev.weft.State.REVOKING;
import static dev.weft.State.STARTING;
import static dev.weft.State.SUSPENDED;

import org.jspecify.annotations.Nullable;

/// The drives of a generator: how a step, a loop and a push take it, run it and give it back.
///
/// **A step that fails gives the generator back, even if there is no stack left.** The frame that has taken it has to
/// see to that, as it has more stack than any that it calls; and if even the call that would end the step overflows, it
/// notes so by an assignment (`aborted`), and who wants the generator next ends it ([#endAborted()]). That is written
/// out in each such frame, as a method for it would be one more call.
///
/// - **Source**: PEP 525; rules W1 to W3.
abstract sealed class Driving extends Lending permits Protocol {

    Driving(Object core) {
        super(core);
    }

    /// The close that runs, if there is one.
    abstract @Nullable Closing closingNow();

    /// Ends what a thread has left as it was, as there was no stack or memory to end it.
    ///
    /// @return whether there was something
    abstract boolean endAborted() throws Throwable;

    /// Runs one step: to the next value, which is returned, or to the end.
    ///
    /// @return the value, or [Execution#END]
    final @Nullable Object step(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        if (acquireBiased(BIASED) || acquire(SUSPENDED)) {
            try {
                return run(sent, thrown, SUSPENDED);
            } catch (Throwable failure) {
                try {
                    leaveStep(failure);
                } catch (Throwable noStack) {
                    aborted = true;
                }
                throw failure;
            }
        }
        return firstOrLast(sent, thrown);
    }

    /// Takes the generator for a loop. Returns whether there is one to run, until [#loopStep()] says that it is over.
    final boolean beginLoop() throws Throwable {
        revoke();
        if (acquireLoop()) {
            return true;
        }
        return switch (state()) {
            case FINISHED -> false;
            case MOVED -> {
                endAborted();
                yield seat().beginLoop();
            }
            case JOINED -> throw joined();
            default -> {
                if (!endAborted()) {
                    throw GeneratorStateException.alreadyRunning(name());
                }
                yield beginLoop();
            }
        };
    }

    /// Runs one step of a loop. A close that came in between ends the loop.
    final @Nullable Object loopStep() throws Throwable {
        if (acquireBiased(BIASED_LOOP) || acquire(LOOPING)) {
            try {
                return run(null, null, LOOPING);
            } catch (Throwable failure) {
                try {
                    leaveStep(failure);
                } catch (Throwable noStack) {
                    aborted = true;
                }
                throw failure;
            }
        }
        if (state() == MOVED) {
            return seat().loopStep();
        }
        endAborted();
        Closing running = closingNow();
        if (running != null) {
            running.awaitEnd();
        }
        return Execution.END;
    }

    /// Takes the generator for a step that is not simply the next one, and runs it if there is one.
    private @Nullable Object firstOrLast(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        while (true) {
            switch (state()) {
                case FRESH -> {
                    if (thrown != null) {
                        if (discard()) {
                            throw asSeenOutside(thrown);
                        }
                    } else if (sent != null) {
                        throw GeneratorStateException.notStarted(name(), sent);
                    } else if (move(FRESH, STARTING)) {
                        Driving begun = this;
                        try {
                            begun = begin();
                            return begun.run(null, null, SUSPENDED);
                        } catch (Throwable failure) {
                            try {
                                begun.leaveFirst(failure);
                            } catch (Throwable noStack) {
                                begun.aborted = true;
                            }
                            throw failure;
                        }
                    }
                }
                case SUSPENDED -> {
                    return step(sent, thrown);
                }
                case BIASED, REVOKING -> revoke();
                case MOVED -> {
                    endAborted();
                    return seat().step(sent, thrown);
                }
                case FINISHED -> {
                    if (thrown != null) {
                        throw thrown;
                    }
                    return Execution.END;
                }
                case JOINED -> throw joined();
                default -> {
                    if (!endAborted()) {
                        throw GeneratorStateException.alreadyRunning(name());
                    }
                }
            }
        }
    }

    /// Runs a generator that never started to its end, into `sink`, on the calling thread.
    ///
    /// @return whether it did; if not, the generator has started before
    final boolean push(Sink sink) throws Throwable {
        if (!move(FRESH, STARTING)) {
            return false;
        }
        try {
            Execution execution = envelop(source());
            execution.beginPush();
            begun();
            execution.push(sink);
            stepDone(FINISHED);
        } catch (Throwable failure) {
            try {
                leaveFirst(failure);
            } catch (Throwable noStack) {
                aborted = true;
            }
            throw failure;
        }
        return true;
    }

    /// Ends the first step of the calling thread if it has failed: perhaps there was no stack or memory to begin it.
    private void leaveFirst(Throwable failure) {
        if (state() == MOVED) {
            ((Driving) seat()).leaveFirst(failure);
        } else if (state() == STARTING) {
            if (isBare()) {
                forget();
            }
            state(FINISHED);
        } else {
            leaveStep(failure);
        }
    }
}
