package dev.weft.rxjava;

import dev.weft.Action;
import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Awaitable;
import dev.weft.Task;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;

/// Leads from Weft to [Flowable], [Single], [Maybe] and [Completable] and back.
///
/// What is made of an [Awaitable] starts a task for each observer; it belongs to the run that encloses the
/// subscription, if there is one. Disposing interrupts it; a failure after that goes to RxJava's handler of errors.
///
/// {@snippet class=dev.weft.rxjava.RxJavaSnippets region=both}
public final class WeftRxJava {

    private WeftRxJava() {}

    // ---- out of Weft ----

    /// Returns a flowable of the elements.
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
    /// @return a flowable
    public static <T> Flowable<T> flowable(AsyncIterable<T> source) {
        return Flowable.fromPublisher(FlowAdapters.toPublisher(
                Objects.requireNonNull(source, "source").publisher()));
    }

    /// Returns a single that awaits `awaitable` for each observer.
    ///
    /// - **Errors**: those of the awaitable, the same instance; a [NullPointerException] if it gives `null`.
    ///
    /// @param <T> the type of the result
    /// @param awaitable what to await
    /// @return a single
    public static <T> Single<T> single(Awaitable<? extends T> awaitable) {
        Objects.requireNonNull(awaitable, "awaitable");
        return Single.create(emitter -> {
            Task<T> task = start(awaitable);
            emitter.setCancellable(task::cancel);
            whenDone(task, emitter::isDisposed, emitter::onError, value -> {
                if (value == null) {
                    emitter.onError(new NullPointerException("a Single cannot be null: use WeftRxJava.maybe"));
                } else {
                    emitter.onSuccess(value);
                }
            });
        });
    }

    /// Returns a maybe that awaits `awaitable` for each observer; `null` makes it empty.
    ///
    /// - **Errors**: those of the awaitable, the same instance.
    ///
    /// @param <T> the type of the result
    /// @param awaitable what to await
    /// @return a maybe
    public static <T> Maybe<T> maybe(Awaitable<? extends @Nullable T> awaitable) {
        Objects.requireNonNull(awaitable, "awaitable");
        return Maybe.create(emitter -> {
            Task<@Nullable T> task = WeftRxJava.<@Nullable T>start(awaitable);
            emitter.setCancellable(task::cancel);
            whenDone(task, emitter::isDisposed, emitter::onError, value -> {
                if (value == null) {
                    emitter.onComplete();
                } else {
                    emitter.onSuccess(value);
                }
            });
        });
    }

    /// Returns a completable that runs `action` for each observer.
    ///
    /// - **Errors**: those of the action, the same instance.
    ///
    /// @param action what to run; may wait
    /// @return a completable
    public static Completable completable(Action action) {
        Objects.requireNonNull(action, "action");
        return Completable.create(emitter -> {
            Task<@Nullable Void> task = Async.spawn(action);
            emitter.setCancellable(task::cancel);
            whenDone(task, emitter::isDisposed, emitter::onError, _ -> emitter.onComplete());
        });
    }

    // ---- into Weft ----

    /// Yields what a flowable emits, asking for at most 256 elements in advance; else as [#from(Flowable, int)].
    ///
    /// @param <T> the type of the elements
    /// @param flowable what to subscribe to, at the first step
    /// @return a generator of its elements
    public static <T> AsyncGenerator<T> from(Flowable<T> flowable) {
        return Async.from(FlowAdapters.toFlowPublisher(Objects.requireNonNull(flowable, "flowable")));
    }

    /// Yields what a flowable emits.
    ///
    /// - **Suspends**: until there is an element.
    /// - **Cancellation**: a close cancels the subscription.
    /// - **Threads**: subscribes on the consumer's thread.
    /// - **Errors**: what the flowable signals, the same instance.
    ///
    /// @param <T> the type of the elements
    /// @param flowable what to subscribe to, at the first step
    /// @param prefetch how many elements to ask for in advance, at least 1
    /// @return a generator of its elements
    /// @throws IllegalArgumentException if `prefetch` is less than 1
    public static <T> AsyncGenerator<T> from(Flowable<T> flowable, int prefetch) {
        return Async.from(FlowAdapters.toFlowPublisher(Objects.requireNonNull(flowable, "flowable")), prefetch);
    }

    /// Awaits a single.
    ///
    /// - **Cancellation**: an interrupt disposes of the subscription.
    /// - **Threads**: subscribes on the caller's thread.
    /// - **Errors**: what the single signals, the same instance.
    ///
    /// @param <T> the type of the result
    /// @param single what to subscribe to, each time it is awaited
    /// @return an awaitable that can be awaited any number of times
    public static <T> Awaitable<T> from(Single<T> single) {
        Objects.requireNonNull(single, "single");
        return () -> await(single.toCompletionStage());
    }

    /// Awaits a maybe; an empty one gives `null`. Else as [#from(Single)].
    ///
    /// @param <T> the type of the result
    /// @param maybe what to subscribe to, each time it is awaited
    /// @return an awaitable that can be awaited any number of times
    public static <T> Awaitable<@Nullable T> from(Maybe<T> maybe) {
        Objects.requireNonNull(maybe, "maybe");
        Single<Optional<T>> single = maybe.map(Optional::of).defaultIfEmpty(Optional.empty());
        return () -> await(single.toCompletionStage()).orElse(null);
    }

    /// Awaits a completable; else as [#from(Single)].
    ///
    /// @param completable what to subscribe to, each time it is awaited
    /// @return an awaitable that can be awaited any number of times
    public static Awaitable<@Nullable Void> from(Completable completable) {
        Objects.requireNonNull(completable, "completable");
        return () -> await(completable.<@Nullable Void>toCompletionStage(null));
    }

    // ---- what they share ----

    private static <T extends @Nullable Object> Task<T> start(Awaitable<? extends T> awaitable) {
        Awaitable<T> code = awaitable::await;
        return Async.spawn(code);
    }

    private static <T extends @Nullable Object> void whenDone(
            Task<T> task, BooleanSupplier disposed, Consumer<Throwable> onError, Consumer<T> onValue) {
        var _ = task.toCompletableFuture().whenComplete((value, error) -> {
            if (error == null) {
                onValue.accept(value);
            } else if (!disposed.getAsBoolean() || !(error instanceof CancellationException)) {
                onError.accept(error);
            }
        });
    }

    /// Awaits a stage of RxJava, which is a future that disposes when it is cancelled.
    private static <T extends @Nullable Object> T await(CompletionStage<T> stage) throws Exception {
        return Awaitable.<T>of(stage.toCompletableFuture()).await();
    }
}
