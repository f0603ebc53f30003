package dev.weft;

import org.jspecify.annotations.Nullable;

/// A function that may throw anything: [java.util.function.Function] for code that waits.
///
/// @param <T> the type of the argument
/// @param <R> the type of the result
@FunctionalInterface
public interface CheckedFunction<T extends @Nullable Object, R extends @Nullable Object> {

    /// Computes the result; may wait.
    ///
    /// @param argument the argument
    /// @return the result
    /// @throws Exception whatever goes wrong; it reaches the consumer as the same instance
    R apply(T argument) throws Exception;
}
