package dev.weft.benchmarks;

import java.util.List;

/// What one process has found.
///
/// @param values of each iteration, in the unit of the panel
/// @param bytes allocated for each element, or NaN if unknown
record Sample(List<Double> values, double bytes) {

    static Sample of(double value) {
        return new Sample(List.of(value), Double.NaN);
    }
}
