package dev.weft.reactor;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Awaitable;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/// Leads from Weft to [Flux] and [Mono] and back.
///
/// **Context.** A body that runs for a subscriber of [#flux(AsyncIterable)] or [#mono(Awaitable)] sees the subscriber's
/// Reactor context by [#context()], and so do the tasks that it starts. What the body reads with a `from` of this class
/// sees it, too, as if the body were a chain of Reactor's operators.
///
/// {@snippet class=dev.weft.reactor.ReactorSnippets region=context}
public final class WeftReactor {

    private static final ScopedValue<ContextView> CONTEXT = ScopedValue.newInstance();

    private WeftReactor() {}

    /// Returns a flux of the elements.
    ///
    /// Nothing runs before the first element is requested, and the source is never asked for more than is requested. A
    /// generator serves one subscriber; an iterable that makes a new one for each may be retried and repeated.
    ///
    /// - **Cancellation**: cancelling interrupts the source where it waits, and closes it.
    /// - **Threads**: one task for each subscriber, on which signals arrive; it belongs to the run that encloses the
    ///   subscription, if there is one.
    /// - **Errors**: those of the source, the same instance; a [NullPointerException] for an element that is null.
    ///
    /// {@snippet class=dev.weft.reactor.ReactorSnippets region=flux}
    ///
    /// @param <T> the type of the elements
    /// @param source what to emit
    /// @return a flux
    public static <T> Flux<T> flux(AsyncIterable<T> source) {
        Publisher<T> publisher = FlowAdapters.toPublisher(
                Objects.requireNonNull(source, "source").publisher());
        return Flux.from(subscriber -> in(contextOf(subscriber), () -> {
            publisher.subscribe(subscriber);
            return subscriber;
        }));
    }

    /// Returns a mono that awaits `awaitable` for each subscriber; `null` makes it empty.
    ///
    /// - **Cancellation**: cancelling interrupts the task.
    /// - **Threads**: one task for each subscriber, which belongs to the run that encloses the subscription, if there
    ///   is one.
    /// - **Errors**: those of the awaitable, the same instance.
    ///
    /// @param <T> the type of the result
    /// @param awaitable what to await
    /// @return a mono
    public static <T> Mono<T> mono(Awaitable<? extends @Nullable T> awaitable) {
        Objects.requireNonNull(awaitable, "awaitable");
        Awaitable<@Nullable T> code = awaitable::await;
        return Mono.deferContextual(context ->
                Mono.fromFuture(in(context, () -> Async.<@Nullable T>spawn(code).toCompletableFuture())));
    }

    /// Yields what a flux emits, asking for at most 256 elements in advance; else as [#from(Flux, int)].
    ///
    /// @param <T> the type of the elements
    /// @param flux what to subscribe to, at the first step
    /// @return a generator of its elements
    public static <T> AsyncGenerator<T> from(Flux<T> flux) {
        return Async.from(FlowAdapters.toFlowPublisher(contextual(flux)));
    }

    /// Yields what a flux emits.
    ///
    /// - **Suspends**: until there is an element.
    /// - **Cancellation**: a close cancels the subscription.
    /// - **Threads**: subscribes on the consumer's thread, in the [#context()] of the first step.
    /// - **Errors**: what the flux signals, the same instance.
    ///
    /// {@snippet class=dev.weft.reactor.ReactorSnippets region=from}
    ///
    /// @param <T> the type of the elements
    /// @param flux what to subscribe to, at the first step
    /// @param prefetch how many elements to ask for in advance, at least 1
    /// @return a generator of its elements
    /// @throws IllegalArgumentException if `prefetch` is less than 1
    public static <T> AsyncGenerator<T> from(Flux<T> flux, int prefetch) {
        return Async.from(FlowAdapters.toFlowPublisher(contextual(flux)), prefetch);
    }

    /// Awaits a mono; an empty one gives `null`.
    ///
    /// - **Cancellation**: an interrupt cancels the subscription.
    /// - **Threads**: subscribes on the caller's thread, in its [#context()].
    /// - **Errors**: what the mono signals, the same instance.
    ///
    /// @param <T> the type of the result
    /// @param mono what to subscribe to, each time it is awaited
    /// @return an awaitable that can be awaited any number of times
    public static <T> Awaitable<@Nullable T> from(Mono<T> mono) {
        Objects.requireNonNull(mono, "mono");
        return () -> Awaitable.<@Nullable T>of(mono.contextWrite(context()).toFuture())
                .await();
    }

    /// Returns the Reactor context of the subscriber for whom the current code runs; an empty one if there is none.
    ///
    /// @return the context
    public static ContextView context() {
        return CONTEXT.orElse(Context.empty());
    }

    private static <T> Publisher<T> contextual(Flux<T> flux) {
        Objects.requireNonNull(flux, "flux");
        return subscriber -> flux.contextWrite(context()).subscribe(subscriber);
    }

    private static ContextView contextOf(Subscriber<?> subscriber) {
        return subscriber instanceof CoreSubscriber<?> core ? core.currentContext() : Context.empty();
    }

    private static <R> R in(ContextView context, Supplier<R> code) {
        try {
            return Async.where(CONTEXT, context, code::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }
}
