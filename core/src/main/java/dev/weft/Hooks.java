package dev.weft;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Whom a run tells: of errors that nobody is left to receive, and of the lives of its generators.
///
/// Hooks get a handle of their own. The leak guard does not watch it, so a hook may keep it without keeping the
/// generator from being found dropped.
///
/// @param lateErrors gets the errors
/// @param firstIteration is told of each generator that begins, or `null`
/// @param finaliser is told of each generator that was dropped while suspended, or `null`
record Hooks(
        Consumer<? super LateError> lateErrors,
        @Nullable Consumer<? super AsyncGenerator<?>> firstIteration,
        @Nullable Consumer<? super AsyncGenerator<?>> finaliser) {

    static final Hooks DEFAULTS = new Hooks(late -> Log.warn(late.what(), late.error()), null, null);

    Hooks lateErrors(Consumer<? super LateError> handler) {
        return new Hooks(Objects.requireNonNull(handler, "handler"), firstIteration, finaliser);
    }

    Hooks firstIteration(Consumer<? super AsyncGenerator<?>> hook) {
        return new Hooks(lateErrors, Objects.requireNonNull(hook, "hook"), finaliser);
    }

    Hooks finaliser(Consumer<? super AsyncGenerator<?>> hook) {
        return new Hooks(lateErrors, firstIteration, Objects.requireNonNull(hook, "hook"));
    }

    /// Tells that a generator begins. Returns what goes wrong, or `null`.
    @Nullable LateError begins(Protocol protocol) {
        return tell(firstIteration, protocol, "the hook for first iterations failed on ");
    }

    /// Tells that a generator was dropped. Returns what goes wrong, or `null`.
    @Nullable LateError dropped(Protocol protocol) {
        return tell(finaliser, protocol, "the finaliser failed on ");
    }

    private static @Nullable LateError tell(
            @Nullable Consumer<? super AsyncGenerator<?>> hook, Protocol protocol, String what) {
        if (hook == null) {
            return null;
        }
        try {
            hook.accept(protocol.handle());
            return null;
        } catch (Throwable failure) {
            return new LateError(failure, protocol.execution().subject(), what + protocol.name());
        }
    }
}
