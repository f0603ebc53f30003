package dev.weft.challenges.stage;

import java.time.Duration;

/// A stretch of a run.
///
/// @param began its beginning
/// @param ended its end
public record Span(Moment began, Moment ended) {

    /// Measures it.
    ///
    /// @return how long it lasted
    public Duration length() {
        return began.until(ended);
    }

    @Override
    public String toString() {
        return Seconds.plain(began.time()) + " to " + Seconds.show(ended.time());
    }
}
