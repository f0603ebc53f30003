package dev.weft.challenges.stage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One step of a generator, from the moment it was asked for an element to the moment it yielded one.
///
/// @param span when it was at work
/// @param value the element
public record Step(Span span, @Nullable Object value) {

    /// Returns when it was asked for an element.
    ///
    /// @return the time since the run began
    public Duration began() {
        return span.began().time();
    }

    /// Returns when it yielded one.
    ///
    /// @return the time since the run began
    public Duration ended() {
        return span.ended().time();
    }

    /// Measures the step.
    ///
    /// @return how long it lasted
    public Duration length() {
        return span.length();
    }
}
