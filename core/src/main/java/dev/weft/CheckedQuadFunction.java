package dev.weft;

import org.jspecify.annotations.Nullable;

/// A function of four arguments that may throw anything.
///
/// @param <A> the type of the first argument
/// @param <B> the type of the second argument
/// @param <C> the type of the third argument
/// @param <D> the type of the fourth argument
/// @param <R> the type of the result
@FunctionalInterface
public interface CheckedQuadFunction<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object,
        R extends @Nullable Object> {

    /// Computes the result; may wait.
    ///
    /// @param first the first argument
    /// @param second the second argument
    /// @param third the third argument
    /// @param fourth the fourth argument
    /// @return the result
    /// @throws Exception whatever goes wrong; it reaches the consumer as the same instance
    R apply(A first, B second, C third, D fourth) throws Exception;
}
