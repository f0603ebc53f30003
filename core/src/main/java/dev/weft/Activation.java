package dev.weft;

import dev.weft.spi.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of a body: where it runs, who drives it, and the time limits and task groups that it has open.
///
/// Those scopes belong to the body, not to a thread. While the body is stopped at a `yield` its consumer runs, often on
/// the same thread, and must never be hit by them: they are suspended before the yield and checked again after it.
///
/// - **Source**: rule W8; PEP 789.
class Activation {

    private final Protocol protocol;
    private final @Nullable Activation outer;
    private final List<CancelScope> open = new ArrayList<>(0); // used by the body's thread alone

    Activation(Protocol protocol, @Nullable Activation outer) {
        this.protocol = protocol;
        this.outer = outer;
    }

    /// The body further out on the same thread, whose code started this one.
    @Nullable Activation outer() {
        return outer;
    }

    /// The context of the thread that drives this body from outside, or `null` if the body runs inline.
    @Nullable Context driver() {
        return protocol.root().execution().driver();
    }

    /// The thread that drives this body from outside, or `null` if the body runs inline.
    @Nullable Thread drivingThread() {
        return protocol.root().stepper();
    }

    /// Whether the body has a thread of its own, which another one drives.
    boolean ownsThread() {
        return true;
    }

    /// Whether the body is at a `yield` and the code that runs is its consumer's.
    boolean inConsumer() {
        return false;
    }

    Subject subject() {
        return protocol.execution().subject();
    }

    void open(CancelScope scope) {
        open.add(scope);
    }

    void close(CancelScope scope) {
        open.remove(scope);
    }

    final boolean hasOpenScopes() {
        return !open.isEmpty();
    }

    final void suspendScopes() {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).suspend();
        }
    }

    final void resumeScopes() {
        for (CancelScope scope : open) {
            scope.resume();
        }
    }
}
