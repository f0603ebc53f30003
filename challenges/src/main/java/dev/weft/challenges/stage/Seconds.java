package dev.weft.challenges.stage;

import java.time.Duration;
import java.util.Locale;

/// Shows durations in seconds, to the millisecond.
public final class Seconds {

    private Seconds() {}

    /// Shows a duration with its unit.
    ///
    /// @param duration the duration
    /// @return such as `1.250 s`
    public static String show(Duration duration) {
        return plain(duration) + " s";
    }

    /// Shows a duration without its unit.
    ///
    /// @param duration the duration
    /// @return such as `1.250`
    public static String plain(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }
}
