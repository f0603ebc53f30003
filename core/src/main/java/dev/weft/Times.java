package dev.weft;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/// Durations, checked and shown.
final class Times {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private Times() {}

    static Duration notNegative(Duration duration, String what) {
        Objects.requireNonNull(duration, what);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(what + " must not be negative, was " + show(duration));
        }
        return duration;
    }

    static Duration positive(Duration duration, String what) {
        Objects.requireNonNull(duration, what);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be positive, was " + show(duration));
        }
        return duration;
    }

    /// The nanoseconds of a duration; one of over a century is a century and a half.
    static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : duration.toNanos();
    }

    /// Shows a duration as people write it: 2s, 250ms, 1m30s.
    static String show(Duration duration) {
        String iso = duration.toString().substring(2).toLowerCase(Locale.ROOT);
        if (duration.abs().compareTo(Duration.ofSeconds(1)) < 0 && !duration.isZero()) {
            return duration.toNanos() % 1_000_000 == 0 ? duration.toMillis() + "ms" : duration.toNanos() + "ns";
        }
        return iso;
    }
}
