package dev.weft;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Starts tasks for whoever owns them at the place where they are started.
final class Tasks {

    private Tasks() {}

    static <T extends @Nullable Object> Task<T> spawn(@Nullable String name, Awaitable<T> awaitable) {
        Objects.requireNonNull(awaitable, "awaitable");
        Context context = Context.current();
        String known = name == null ? Site.of(written(awaitable)) : name;
        RunScope scope = context.scope();
        return scope == null
                ? RunningTask.start(known, awaitable, context, task -> {}, new TaskList())
                : scope.spawn(known, awaitable);
    }

    /// What the user wrote.
    static Object written(Awaitable<?> awaitable) {
        return awaitable instanceof Running(Action action) ? action : awaitable;
    }

    static Awaitable<@Nullable Void> asAwaitable(Action action) {
        return new Running(Objects.requireNonNull(action, "action"));
    }

    /// An action as an awaitable; a record, so that a report can find the action.
    record Running(Action action) implements Awaitable<@Nullable Void> {
        @Override
        public @Nullable Void await() throws Exception {
            action.run();
            return null;
        }
    }

    static Callable<@Nullable Void> asCallable(Action action) {
        return asAwaitable(action)::await;
    }

    /// Passes a value of a type variable that may be nullable.
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    static <T extends @Nullable Object> T unchecked(@Nullable Object value) {
        return (T) value;
    }
}
