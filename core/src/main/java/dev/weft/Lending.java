package dev.weft;

import static dev.weft.State.BIASED;
import static dev.weft.State.FINISHED;
import static dev.weft.State.FRESH;
import static dev.weft.State.JOINED;
import static dev.weft.State.MOVED;
import static dev.weft.State.REVOKING;
import static dev.weft.State.STARTING;
import static dev.weft.State.SUSPENDED;
import static dev.weft.State.TAKEN;

import org.jspecify.annotations.Nullable;

/// Gives a generator to another one, which runs it in its own steps from then on: TAKEN by `yieldAll`, or JOINED by an
/// operator that reads it.
abstract sealed class Lending extends Core permits Driving {

    Lending(Object core) {
        super(core);
    }

    enum Taking {
        FRESH,
        STARTED,
        ENDED,
        BUSY
    }

    /// Takes the generator for another one, which drives its coroutine from now on.
    final Taking take(Protocol by) {
        while (true) {
            byte seen = state();
            switch (seen) {
                case FRESH, SUSPENDED -> {
                    if (move(seen, TAKEN)) {
                        try {
                            notAborted();
                            taken(by);
                        } catch (Throwable failure) {
                            aborted = true; // there was no stack or memory for that
                            throw failure;
                        }
                        return seen == FRESH ? Taking.FRESH : Taking.STARTED;
                    }
                }
                case BIASED, REVOKING -> revoke();
                case MOVED -> {
                    return seat().take(by);
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

    private void taken(Protocol by) {
        if (isBare()) {
            envelopBare();
        } else if (executionOrNull() == null) {
            envelop(source());
        }
        execution().owner(by);
    }

    /// Takes a gatherer that has not begun for a generator that reads it, as a part of its own [Pipeline]. Closing it
    /// closes the reader.
    ///
    /// @return the gatherer, or `null` if this is none
    final @Nullable GatherSource join(Protocol reader) {
        GatherSource gatherer = gathererOrNull();
        if (gatherer == null || !move(FRESH, STARTING)) {
            return null;
        }
        try {
            envelop(gatherer).owner(reader);
            state(JOINED);
        } catch (Throwable failure) {
            aborted = true; // there was no stack or memory for that
            throw failure;
        }
        return gatherer;
    }

    /// Finishes a generator if it never started.
    final boolean discard() {
        if (!move(FRESH, FINISHED)) {
            return false;
        }
        source().discard();
        return true;
    }

    /// Finishes a gatherer that has not begun. What it reads is the caller's to close.
    ///
    /// @return the gatherer, or `null` if this is none
    final @Nullable GatherSource drop() {
        GatherSource gatherer = gathererOrNull();
        return gatherer != null && move(FRESH, FINISHED) ? gatherer : null;
    }

    final GeneratorStateException joined() {
        Protocol reader = execution().owner();
        return GeneratorStateException.joined(name(), reader == null ? "an operator" : reader.name());
    }

    /// Gives a taken generator back: its body has ended.
    final void endTaken() {
        if (state() == MOVED) {
            seat().endTaken();
            return;
        }
        state(FINISHED);
        execution().owner(null);
    }

    /// Takes back a generator from another one that is over and had no stack or memory to give it back.
    ///
    /// @return whether it was so
    final boolean giveBackTaken() {
        Execution execution = executionOrNull();
        Protocol owner = execution == null ? null : execution.owner();
        return owner != null && owner.state() == FINISHED && move(TAKEN, idle());
    }

    /// Where a generator goes that nobody has.
    final byte idle() {
        return hasBegun() ? SUSPENDED : FINISHED;
    }

    /// The generator whose steps run this body: itself, or the outermost one that delegates to it.
    final Protocol root() {
        Protocol root = (Protocol) this;
        for (Protocol next = root.execution().owner();
                next != null;
                next = root.execution().owner()) {
            root = next;
        }
        return root;
    }
}
