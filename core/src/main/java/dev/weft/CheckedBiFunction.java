package dev.weft;

import org.jspecify.annotations.Nullable;

/// A function of two arguments that may throw anything.
///
/// @param <A> the type of the first argument
/// @param <B> the type of the second argument
/// @param <R> the type of the result
@FunctionalInterface
public interface CheckedBiFunction<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> {

    /// Computes the result; may wait.
    ///
    /// @param first the first argument
    /// @param second the second argument
    /// @return the result
    /// @throws Exception whatever goes wrong; it reaches the consumer as the same instance
    R apply(A first, B second) throws Exception;
}
