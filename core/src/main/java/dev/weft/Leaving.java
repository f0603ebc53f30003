package dev.weft;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ways out of Weft.
///
/// @param <T> the type of the elements
public sealed interface Leaving<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Returns a sequential stream of the elements, which awaits each one on the thread that runs the stream.
    ///
    /// Closing the stream closes the source; a stream that is not read to its end has to be closed, as always.
    ///
    /// - **Suspends**: the terminal operation does, while the source does.
    /// - **Errors**: the terminal operation rethrows those of the source, checked or not.
    /// - **Cost**: one pull per element.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=stream}
    ///
    /// @return a stream, to be used in a try-with-resources statement
    default Stream<T> stream() {
        return Collected.stream((AsyncIterable<T>) this);
    }
}
