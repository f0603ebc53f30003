package dev.weft.conformance;

import dev.weft.Awaitable;
import dev.weft.Task;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A started call as it is awaited: each cancel of who waits is passed on to it, and its end is waited for.
final class Started<T extends @Nullable Object> implements Awaitable<T> {

    private final Task<T> task;
    private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();

    Started(Task<T> task) {
        this.task = task;
    }

    @Override
    public T await() throws Exception {
        begun.complete(null);
        @Nullable InterruptedException passedOn = null;
        while (true) {
            try {
                return task.await();
            } catch (InterruptedException cancelled) {
                passedOn = cancelled;
                task.cancel();
            } catch (CancellationException ended) {
                throw passedOn == null ? ended : passedOn;
            }
        }
    }

    /// Waits until somebody awaits this, so that a cancel of who awaits it is passed on.
    void awaitBegun() throws Exception {
        var _ = Awaitable.of(begun).await();
    }
}
