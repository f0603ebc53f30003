package dev.weft;

import dev.weft.spi.Coroutine;
import org.jspecify.annotations.Nullable;

/// A step of a body that runs on the thread which resumes it: what it does is told as its own, not as its consumer's.
///
/// Made only if somebody watches. Otherwise such a body simply runs in the context of its consumer, which costs nothing
/// and comes to the same: no time limit or task group of its own can be open at its `yield`.
final class InlineActivation extends Activation {

    private InlineActivation(Execution execution, Context consumer) {
        super(execution.protocol(), consumer.innermost());
    }

    /// Resumes `coroutine`, which runs the body of `execution`.
    static @Nullable Object resume(
            Execution execution, Coroutine coroutine, @Nullable Object sent, @Nullable Throwable thrown)
            throws Throwable {
        if (!execution.isTold() || !coroutine.inline() || coroutine instanceof DelegationStack) {
            return coroutine.resume(sent, thrown);
        }
        Context consumer = Context.current();
        return consumer.forBody(new InlineActivation(execution, consumer)).call(() -> coroutine.resume(sent, thrown));
    }

    @Override
    boolean ownsThread() {
        return false;
    }
}
