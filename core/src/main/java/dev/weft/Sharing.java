package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operators that let several consumers read one source.
///
/// @param <T> the type of the elements
public sealed interface Sharing<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Lets all who read the result at the same time read one run of the upstream.
    ///
    /// The result can be read any number of times. A consumer counts from its first step on, and sees the elements from
    /// then on. The first one starts the upstream; the last one that leaves closes it. Who comes after that, or after
    /// the upstream has ended or failed, starts it again; a generator, which runs once, has no elements then.
    ///
    /// The upstream is asked for an element when a consumer waits for one and all have taken the one before: the
    /// slowest sets the pace. Put a [Overlapping#buffer(int, Overflow)] behind a consumer that may lag, or drop.
    ///
    /// - **Suspends**: until the next element; while another consumer has not taken the last one; while the last
    ///   consumer of the run before closes the upstream.
    /// - **Cancellation**: of one consumer, leaves the others as they are; the last one cancels the task, waits for it,
    ///   and closes the upstream.
    /// - **Threads**: one task reads the upstream. It belongs to the consumers, and to the run in which the first one
    ///   of them made its first step; elements arrive on the consumer's thread.
    /// - **Errors**: one of the upstream comes out of each consumer, the same instance, after the elements before it.
    ///   If no consumer reaches it, it comes out of the last close.
    /// - **Cost**: one task for each run of the upstream; one element of memory for each consumer.
    ///
    /// {@snippet class=dev.weft.spec.ShareSnippets region=share}
    ///
    /// @return the shared elements, of which each iterator is a generator
    default AsyncIterable<T> share() {
        return Pumped.share((AsyncIterable<T>) this);
    }

    /// Lets all who read the result at the same time read one run of the upstream, and gives those who come late its
    /// last `count` elements first; else as [#share()].
    ///
    /// No consumer gets more than `count` elements ahead of another. When the upstream has ended, who comes later sees
    /// its last `count` elements and the end; when it has failed, or the last consumer has left it before its end,
    /// nothing is kept, and who comes later starts it again.
    ///
    /// - **Cost**: one task for each run of the upstream; `count` elements of memory, and as many for each consumer.
    ///
    /// {@snippet class=dev.weft.spec.ShareSnippets region=replay}
    ///
    /// @param count how many elements to keep, positive
    /// @return the shared elements, of which each iterator is a generator
    /// @throws IllegalArgumentException if `count` is not positive
    default AsyncIterable<T> replay(int count) {
        return Pumped.replay((AsyncIterable<T>) this, count);
    }

    /// Makes `count` generators of one, each of which yields every element.
    ///
    /// All are read at the same time. The upstream is asked for an element when a reader waits for one and fewer than
    /// `lag` elements wait for the slowest. So **read each generator or close it**: a closed one no longer counts, but
    /// one that nobody reads stops the others. The last one that is closed, or ends, closes the upstream.
    ///
    /// - **Suspends**: until the next element; while `lag` elements wait for the slowest.
    /// - **Cancellation**: of one reader, closes its generator alone; the last one cancels the task, waits for it, and
    ///   closes the upstream.
    /// - **Threads**: one task reads the upstream. It belongs to the readers, and to the run in which the first one of
    ///   them made its first step; elements arrive on the reader's thread.
    /// - **Errors**: one of the upstream comes out of each generator, the same instance, after the elements before it.
    ///   If no reader reaches it, it comes out of the last close.
    /// - **Cost**: one task per run; `lag` elements of memory for each generator.
    ///
    /// {@snippet class=dev.weft.spec.ShareSnippets region=broadcast}
    ///
    /// @param count how many generators to make, positive
    /// @param lag how many elements may wait for the slowest reader, positive
    /// @return the generators, in an unmodifiable list
    /// @throws IllegalArgumentException if `count` or `lag` is not positive
    default List<AsyncGenerator<T>> broadcast(int count, int lag) {
        return Pumped.broadcast((AsyncIterable<T>) this, count, lag);
    }
}
