package dev.weft;

import org.jspecify.annotations.Nullable;

/// One step of a pipeline, for [Transforming#pipe(Operator)].
///
/// @param <T> the type of the elements that go in
/// @param <R> the type of the elements that come out
@FunctionalInterface
public interface Operator<T extends @Nullable Object, R extends @Nullable Object> {

    /// Makes the generator that reads `source`. Reads nothing yet, and owns `source` from then on.
    ///
    /// @param source what to read
    /// @return the result
    AsyncGenerator<R> apply(AsyncIterable<T> source);
}
