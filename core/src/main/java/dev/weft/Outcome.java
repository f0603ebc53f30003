package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How an awaitable ended: one element of what [Async#settle(Awaitable...)] gives.
///
/// - **Source**: `asyncio.gather(…, return_exceptions=True)`.
///
/// @param <T> the type of the value
public sealed interface Outcome<T extends @Nullable Object> {

    /// Returns the value, or throws the error.
    ///
    /// @return the value
    /// @throws Exception the error, the same instance; an [Error] is thrown as it is
    T get() throws Exception;

    /// Tells whether there is a value.
    ///
    /// @return `true` for a [Success]
    default boolean isSuccess() {
        return this instanceof Success<T>;
    }

    /// An awaitable that gave a value.
    ///
    /// @param <T> the type of the value
    /// @param value the value
    record Success<T extends @Nullable Object>(T value) implements Outcome<T> {
        @Override
        public T get() {
            return value;
        }
    }

    /// An awaitable that failed; a cancelled task has failed with a [java.util.concurrent.CancellationException].
    ///
    /// @param <T> the type of the value that there is none of
    /// @param error the error, the instance that was thrown
    record Failure<T extends @Nullable Object>(Throwable error) implements Outcome<T> {

        /// Checks that there is an error.
        public Failure {
            Objects.requireNonNull(error, "error");
        }

        @Override
        public T get() {
            throw Throw.unchecked(error);
        }
    }
}
