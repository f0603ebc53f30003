package dev.weft;

import java.util.Objects;

/// How the reading of a source ended: what [Recovering#onEnd(CheckedConsumer)] is told.
public sealed interface Ending {

    /// The source gave all its elements.
    record Completed() implements Ending {}

    /// The source, or its clean-up, failed. A source that was interrupted has failed with an `InterruptedException`.
    ///
    /// @param error what went wrong, the instance that was thrown
    record Failed(Throwable error) implements Ending {

        /// Checks that there is an error.
        public Failed {
            Objects.requireNonNull(error, "error");
        }
    }

    /// The consumer closed the source before its end: it wanted no more, failed, or was cancelled while it had the
    /// turn.
    record Closed() implements Ending {}
}
