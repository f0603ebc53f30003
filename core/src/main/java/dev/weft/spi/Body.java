package dev.weft.spi;

import org.jspecify.annotations.Nullable;

/// What a [Coroutine] runs: code that can stop in the middle and hand a value out.
public interface Body {

    /// Runs the body to its end on the calling thread.
    ///
    /// @param suspension how this run stops
    /// @return the body's result
    /// @throws Throwable what the body lets out
    @Nullable Object run(Suspension suspension) throws Throwable;

    /// Returns what the user wrote, usually a lambda. An engine that transforms code starts from it.
    ///
    /// @return the user's own object
    Object source();

    /// Returns a name for threads and reports.
    ///
    /// @return the name, never empty
    String name();

    /// Stops a running body. It belongs to the thread that runs the body.
    @FunctionalInterface
    interface Suspension {

        /// Hands `value` to whoever resumed the body, and stops until resumed again.
        ///
        /// @param value the value handed out
        /// @return the value with which the body is resumed
        /// @throws Throwable the throwable with which the body is resumed
        @Nullable Object suspend(@Nullable Object value) throws Throwable;
    }
}
