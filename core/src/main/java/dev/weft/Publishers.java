package dev.weft;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The way in from [Flow], the reactive streams of the JDK. Reached through [Async]; the way out is
/// [Leaving#publisher()].
public abstract sealed class Publishers extends Scopes permits Clocks {

    Publishers() {}

    /// Yields what a publisher emits, asking for at most 256 elements in advance; else as [#from(Flow.Publisher, int)].
    ///
    /// @param <T> the type of the elements
    /// @param publisher what to subscribe to, at the first step
    /// @return a generator of its elements
    public static <T> AsyncGenerator<T> from(Flow.Publisher<? extends T> publisher) {
        return from(publisher, 256);
    }

    /// Yields what a publisher emits.
    ///
    /// Subscribes at the first step. Elements that have been asked for and not been read yet never exceed `prefetch`;
    /// more are asked for when three quarters of it have been read. With 1 the publisher is asked for an element only
    /// when the consumer asks for one.
    ///
    /// - **Suspends**: until there is an element.
    /// - **Cancellation**: a close cancels the subscription and drops what has arrived.
    /// - **Threads**: `subscribe`, `request` and `cancel` are called on the consumer's thread, one after the other; the
    ///   publisher may signal from any.
    /// - **Errors**: what the publisher signals, the same instance, after the elements that came before; an
    ///   [IllegalStateException] if it emits more than it was asked for.
    /// - **Cost**: a buffer.
    /// - **Source**: Reactive Streams 1.0.4, section 2.
    ///
    /// {@snippet class=dev.weft.spec.InteropSnippets region=fromPublisher}
    ///
    /// @param <T> the type of the elements
    /// @param publisher what to subscribe to, at the first step
    /// @param prefetch how many elements to ask for in advance, at least 1
    /// @return a generator of its elements
    /// @throws IllegalArgumentException if `prefetch` is less than 1
    public static <T> AsyncGenerator<T> from(Flow.Publisher<? extends T> publisher, int prefetch) {
        Objects.requireNonNull(publisher, "publisher");
        if (prefetch < 1) {
            throw new IllegalArgumentException("prefetch must be at least 1, was " + prefetch);
        }
        return StepSource.generator("from", new PublisherSteps<@Nullable Object>(publisher, prefetch));
    }
}
