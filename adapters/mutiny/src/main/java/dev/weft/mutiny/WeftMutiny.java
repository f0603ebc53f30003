package dev.weft.mutiny;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Awaitable;
import dev.weft.Task;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Leads from Weft to [Multi] and [Uni] and back.
///
/// {@snippet class=dev.weft.mutiny.MutinySnippets region=both}
public final class WeftMutiny {

    private WeftMutiny() {}

    /// Returns a multi of the elements.
    ///
    /// Nothing runs before the first element is requested, and the source is never asked for more than is requested. A
    /// generator serves one subscriber; an iterable that makes a new one for each may be retried and repeated.
    ///
    /// - **Cancellation**: cancelling interrupts the source where it waits, and closes it.
    /// - **Threads**: one task for each subscriber, on which signals arrive; it belongs to the run that encloses the
    ///   subscription, if there is one.
    /// - **Errors**: those of the source, the same instance; a [NullPointerException] for an element that is null.
    ///
    /// @param <T> the type of the elements
    /// @param source what to emit
    /// @return a multi
    public static <T> Multi<T> multi(AsyncIterable<T> source) {
        return Multi.createFrom()
                .publisher(Objects.requireNonNull(source, "source").publisher());
    }

    /// Returns a uni that awaits `awaitable` for each subscriber.
    ///
    /// - **Cancellation**: cancelling interrupts the task; a failure after that goes to Mutiny's handler of dropped
    ///   exceptions.
    /// - **Threads**: one task for each subscriber, which belongs to the run that encloses the subscription, if there
    ///   is one.
    /// - **Errors**: those of the awaitable, the same instance.
    ///
    /// @param <T> the type of the result
    /// @param awaitable what to await
    /// @return a uni
    public static <T extends @Nullable Object> Uni<T> uni(Awaitable<? extends T> awaitable) {
        Objects.requireNonNull(awaitable, "awaitable");
        Awaitable<T> code = awaitable::await;
        return Uni.createFrom().emitter(emitter -> serve(Async.spawn(code), emitter));
    }

    private static <T extends @Nullable Object> void serve(Task<T> task, UniEmitter<? super T> emitter) {
        var over = new AtomicBoolean();
        emitter.onTermination(() -> {
            over.set(true);
            task.cancel();
        });
        var _ = task.toCompletableFuture().whenComplete((value, error) -> {
            if (error == null) {
                emitter.complete(value);
            } else if (!over.get()) {
                emitter.fail(error);
            } else if (!(error instanceof CancellationException)) {
                Infrastructure.handleDroppedException(error); // the emitter would lose it
            }
        });
    }

    /// Yields what a multi emits, asking for at most 256 elements in advance; else as [#from(Multi, int)].
    ///
    /// @param <T> the type of the elements
    /// @param multi what to subscribe to, at the first step
    /// @return a generator of its elements
    public static <T> AsyncGenerator<T> from(Multi<T> multi) {
        return Async.from(Objects.requireNonNull(multi, "multi"));
    }

    /// Yields what a multi emits.
    ///
    /// - **Suspends**: until there is an element.
    /// - **Cancellation**: a close cancels the subscription.
    /// - **Threads**: subscribes on the consumer's thread.
    /// - **Errors**: what the multi signals, the same instance.
    ///
    /// @param <T> the type of the elements
    /// @param multi what to subscribe to, at the first step
    /// @param prefetch how many elements to ask for in advance, at least 1
    /// @return a generator of its elements
    /// @throws IllegalArgumentException if `prefetch` is less than 1
    public static <T> AsyncGenerator<T> from(Multi<T> multi, int prefetch) {
        return Async.from(Objects.requireNonNull(multi, "multi"), prefetch);
    }

    /// Awaits a uni.
    ///
    /// - **Cancellation**: an interrupt cancels the subscription.
    /// - **Threads**: subscribes on the caller's thread.
    /// - **Errors**: what the uni signals, the same instance.
    ///
    /// @param <T> the type of the result
    /// @param uni what to subscribe to, each time it is awaited
    /// @return an awaitable that can be awaited any number of times
    public static <T extends @Nullable Object> Awaitable<T> from(Uni<T> uni) {
        Objects.requireNonNull(uni, "uni");
        return () -> Awaitable.<T>of(uni.subscribeAsCompletionStage()).await();
    }
}
