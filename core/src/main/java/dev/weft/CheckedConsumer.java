package dev.weft;

import org.jspecify.annotations.Nullable;

/// An action on one argument that may throw: [java.util.function.Consumer] for code that waits.
///
/// @param <T> the type of the argument
/// @param <X> what the action throws
@FunctionalInterface
public interface CheckedConsumer<T extends @Nullable Object, X extends Exception> {

    /// Acts on the argument; may wait.
    ///
    /// @param argument the argument
    /// @throws X whatever goes wrong; the caller sees the same instance
    void accept(T argument) throws X;
}
