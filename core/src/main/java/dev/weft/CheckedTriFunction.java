package dev.weft;

import org.jspecify.annotations.Nullable;

/// A function of three arguments that may throw anything.
///
/// @param <A> the type of the first argument
/// @param <B> the type of the second argument
/// @param <C> the type of the third argument
/// @param <R> the type of the result
@FunctionalInterface
public interface CheckedTriFunction<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        R extends @Nullable Object> {

    /// Computes the result; may wait.
    ///
    /// @param first the first argument
    /// @param second the second argument
    /// @param third the third argument
    /// @return the result
    /// @throws Exception whatever goes wrong; it reaches the consumer as the same instance
    R apply(A first, B second, C third) throws Exception;
}
