package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A generator, a step or a yielder was used in a way that its state forbids.
///
/// - **Source**: the `RuntimeError`s and the `TypeError` of PEP 525 and CPython, told apart by [#reason()].
public final class GeneratorStateException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /// What was wrong.
    public enum Reason {
        /// A step overlapped another one, or a close, of the same generator.
        ALREADY_RUNNING,
        /// A body yielded although its generator was being closed.
        IGNORED_EXIT,
        /// A [StopAsyncIteration] left a body.
        RAISED_STOP,
        /// A value was sent to a dialogue that waits at no `yield` yet.
        NOT_STARTED,
        /// A step was awaited a second time.
        AWAITED_TWICE,
        /// A yielder was used after its body ended, or on a thread that does not run the body.
        MISPLACED_YIELD
    }

    /// What was wrong. Never null.
    private final Reason reason;

    GeneratorStateException(Reason reason, String message) {
        this(reason, message, null);
    }

    GeneratorStateException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason);
    }

    static GeneratorStateException alreadyRunning(String name) {
        return new GeneratorStateException(
                Reason.ALREADY_RUNNING, name + " is already running; pull it from one task, one step after the other");
    }

    static GeneratorStateException taken(String name) {
        return new GeneratorStateException(
                Reason.ALREADY_RUNNING,
                name + " was given to yieldAll, which closes it; close the generator that delegates to it");
    }

    static GeneratorStateException joined(String name, String reader) {
        return new GeneratorStateException(
                Reason.ALREADY_RUNNING,
                name + " is being read by " + reader + ", and belongs to it; read that instead");
    }

    static GeneratorStateException inUse(String name) {
        return new GeneratorStateException(
                Reason.ALREADY_RUNNING,
                name + " is already running or taken; delegate to a generator that nobody else drives");
    }

    static GeneratorStateException notStarted(String name, Object sent) {
        return new GeneratorStateException(
                Reason.NOT_STARTED,
                name + " waits at no yield yet, so nobody would receive \"" + sent
                        + "\"; start it with anext() or asend(null)");
    }

    static GeneratorStateException raisedStop(String name, Throwable stop) {
        return new GeneratorStateException(
                Reason.RAISED_STOP,
                name + " let a StopAsyncIteration out of its body; end a body by returning, and catch the end of what"
                        + " it reads with anext(default) or a loop",
                stop);
    }

    /// Tells what was wrong.
    ///
    /// @return the reason
    public Reason reason() {
        return reason;
    }
}
