package dev.weft.benchmarks;

import java.util.List;

/// The quartiles of what was measured.
record Spread(double low, double median, double high) {

    /// From here on it is wide.
    private static final double WIDE = 0.2;

    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(List<Double> sorted, double share) {
        double position = share * (sorted.size() - 1);
        int below = (int) position;
        double lower = sorted.get(below);
        double upper = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return lower + (upper - lower) * (position - below);
    }

    /// Whether the middle half of the measurements lies so far apart that something must have disturbed them.
    boolean isWide() {
        return high - low > WIDE * median;
    }
}
