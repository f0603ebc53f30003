package dev.weft.reactivestreams;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import java.util.Objects;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/// Leads from Weft to [Publisher] and back.
///
/// {@snippet class=dev.weft.reactivestreams.ReactiveStreamsSnippets region=both}
public final class WeftReactiveStreams {

    private WeftReactiveStreams() {}

    /// Returns a publisher of the elements, as [dev.weft.Leaving#publisher()] does.
    ///
    /// Nothing runs before the first element is requested, and the source is never asked for more than is requested. A
    /// generator serves one subscriber.
    ///
    /// - **Cancellation**: cancelling interrupts the source where it waits, and closes it.
    /// - **Threads**: one task for each subscriber, which belongs to the run that encloses `subscribe`, if there
    ///   is one.
    /// - **Errors**: those of the source, the same instance; a [NullPointerException] for an element that is null.
    /// - **Source**: Reactive Streams 1.0.4.
    ///
    /// @param <T> the type of the elements
    /// @param source what to publish
    /// @return a publisher
    public static <T> Publisher<T> publisher(AsyncIterable<T> source) {
        return FlowAdapters.toPublisher(Objects.requireNonNull(source, "source").publisher());
    }

    /// Yields what a publisher emits, asking for at most 256 elements in advance; else as [#from(Publisher, int)].
    ///
    /// @param <T> the type of the elements
    /// @param publisher what to subscribe to, at the first step
    /// @return a generator of its elements
    public static <T> AsyncGenerator<T> from(Publisher<? extends T> publisher) {
        Objects.requireNonNull(publisher, "publisher");
        return Async.from(FlowAdapters.<T>toFlowPublisher(publisher));
    }

    /// Yields what a publisher emits, as [Async#from(java.util.concurrent.Flow.Publisher, int)] does.
    ///
    /// - **Suspends**: until there is an element.
    /// - **Cancellation**: a close cancels the subscription.
    /// - **Errors**: what the publisher signals, the same instance.
    ///
    /// @param <T> the type of the elements
    /// @param publisher what to subscribe to, at the first step
    /// @param prefetch how many elements to ask for in advance, at least 1
    /// @return a generator of its elements
    /// @throws IllegalArgumentException if `prefetch` is less than 1
    public static <T> AsyncGenerator<T> from(Publisher<? extends T> publisher, int prefetch) {
        Objects.requireNonNull(publisher, "publisher");
        return Async.from(FlowAdapters.<T>toFlowPublisher(publisher), prefetch);
    }
}
