package dev.weft.timeline;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Shows times to people.
final class Times {

    private static final long SECOND = 1_000_000_000;

    private Times() {}

    /// Shows a number of nanoseconds in a unit that suits it, with three digits behind the point at most.
    static String show(long nanos) {
        return onAxis(nanos, nanos);
    }

    /// Shows a time on an axis of a length: in the unit that suits the axis as a whole.
    static String onAxis(long nanos, long length) {
        if (nanos == 0 || length >= SECOND) {
            return number(nanos, SECOND) + " s";
        }
        if (length >= 1_000_000) {
            return number(nanos, 1_000_000) + " ms";
        }
        return length >= 1000 ? number(nanos, 1000) + " µs" : nanos + " ns";
    }

    private static String number(long nanos, long unit) {
        return BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(unit), 3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
