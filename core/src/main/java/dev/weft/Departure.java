package dev.weft;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A terminal operation that runs in a task, for a future.
///
/// The source belongs to whoever claims it first: the task, which closes it by running the operation, or the
/// cancellation of a task that has not begun, which closes it unread.
final class Departure<T extends @Nullable Object, R extends @Nullable Object> implements Awaitable<R> {

    private final AsyncIterable<T> source;
    private final CheckedFunction<? super AsyncIterable<T>, ? extends R> terminal;
    private final AtomicBoolean claimed = new AtomicBoolean();

    private Departure(AsyncIterable<T> source, CheckedFunction<? super AsyncIterable<T>, ? extends R> terminal) {
        this.source = source;
        this.terminal = terminal;
    }

    static <T extends @Nullable Object, R extends @Nullable Object> CompletableFuture<R> start(
            AsyncIterable<T> source, CheckedFunction<? super AsyncIterable<T>, ? extends R> terminal) {
        Objects.requireNonNull(terminal, "terminal");
        var departure = new Departure<T, R>(source, terminal);
        CompletableFuture<R> future =
                Tasks.<R>spawn("toCompletableFuture", departure).toCompletableFuture();
        var _ = future.whenComplete((_, _) -> {
            if (future.isCancelled()) {
                departure.closeUnread();
            }
        });
        return future;
    }

    @Override
    public R await() throws Exception {
        if (claimed.getAndSet(true)) {
            throw new CancellationException("the future was cancelled before its task began");
        }
        return terminal.apply(source);
    }

    private void closeUnread() {
        if (!claimed.getAndSet(true)) {
            Upstream.of(source).during(() -> {});
        }
    }
}
