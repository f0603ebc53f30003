package dev.weft;

import org.jspecify.annotations.Nullable;

/// A test that may throw anything: [java.util.function.Predicate] for code that waits.
///
/// @param <T> the type of the argument
@FunctionalInterface
public interface CheckedPredicate<T extends @Nullable Object> {

    /// Tests the argument; may wait.
    ///
    /// @param argument the argument
    /// @return whether it passes
    /// @throws Exception whatever goes wrong; it reaches the consumer as the same instance
    boolean test(T argument) throws Exception;
}
