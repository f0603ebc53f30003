package dev.weft;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An element, and how long it took to come; see [Timing#timestamped()] and [Timing#elapsed()].
///
/// @param <T> the type of the element
/// @param after the time that had passed when it came, on the clock of the [Runtime][dev.weft.spi.Runtime]
/// @param value the element
public record Timed<T extends @Nullable Object>(Duration after, T value) {

    /// Makes one by hand, as a test does to say what it expects.
    ///
    /// @param after the time that had passed when it came
    /// @param value the element
    public Timed {
        Objects.requireNonNull(after, "after");
    }
}
