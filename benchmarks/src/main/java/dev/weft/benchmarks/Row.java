package dev.weft.benchmarks;

import dev.weft.benchmarks.Contender.Role;
import java.util.List;
import java.util.stream.Stream;

/// A line of a table.
///
/// @param name who, and how
/// @param role what it is there for
/// @param limit whether the others are compared with it
/// @param spread what was measured
/// @param bytes allocated for each element, or NaN if unknown
record Row(String name, Role role, boolean limit, Spread spread, double bytes) {

    static Row of(String name, Role role, boolean limit, List<Sample> samples) {
        Stream<Double> values = samples.stream().flatMap(sample -> sample.values().stream());
        double bytes = samples.stream()
                .mapToDouble(Sample::bytes)
                .sorted()
                .skip(samples.size() / 2)
                .findFirst()
                .orElseThrow();
        return new Row(name, role, limit, Spread.of(values.toList()), bytes);
    }

    double median() {
        return spread.median();
    }
}
