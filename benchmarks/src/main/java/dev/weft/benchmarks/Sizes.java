package dev.weft.benchmarks;

import static dev.weft.benchmarks.Workload.*;

import java.util.List;
import java.util.stream.Stream;

/// Workloads that differ in size alone.
final class Sizes {

    static final List<Workload> RECURSION = List.of(RECURSION_1, RECURSION_20, RECURSION_1000);
    static final List<Workload> DELEGATION = List.of(DELEGATION_1, DELEGATION_20, DELEGATION_1000);
    /// For those to whom the deepest is different: they overflow the stack, or are slow.
    static final List<Workload> SHALLOW_DELEGATION = List.of(DELEGATION_1, DELEGATION_20);

    static final List<Workload> SWITCHES = List.of(SWITCHES_10, SWITCHES_10000);
    static final List<Workload> ELEMENTS = List.of(ELEMENTS_1E3, ELEMENTS_1E5, ELEMENTS_1E7);
    static final List<Workload> LENGTH = List.of(LENGTH_1, LENGTH_10, LENGTH_100);
    static final List<Workload> ALIVE = List.of(ALIVE_1, ALIVE_1000, ALIVE_100000);

    private Sizes() {}

    /// Whether a workload has one of the same kind below and one above it.
    static boolean isBetween(Workload workload) {
        return Stream.of(RECURSION, DELEGATION, ELEMENTS, LENGTH, ALIVE)
                .map(sizes -> sizes.subList(1, sizes.size() - 1))
                .anyMatch(between -> between.contains(workload));
    }
}
