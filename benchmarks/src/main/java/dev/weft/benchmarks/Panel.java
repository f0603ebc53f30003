package dev.weft.benchmarks;

import dev.weft.benchmarks.Contender.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A table: what one workload costs each contender. Less is better.
///
/// @param title what is special in it
/// @param unit of the values
/// @param rows the best first
record Panel(String title, String unit, List<Row> rows) {

    Panel {
        rows = rows.stream().sorted(Comparator.comparingDouble(Row::median)).toList();
    }

    /// The median of the limit that is written by hand.
    OptionalDouble limit() {
        return rows.stream().filter(Row::limit).mapToDouble(Row::median).min();
    }

    /// The median of the best peer.
    OptionalDouble bestPeer() {
        return best(Role.PEER);
    }

    /// The median of the best way of Weft that does what the peers do: the endless bodies do less.
    OptionalDouble bestWeft() {
        return rows.stream()
                .filter(row -> row.role() == Role.WEFT && !row.name().contains("endless"))
                .mapToDouble(Row::median)
                .min();
    }

    private OptionalDouble best(Role role) {
        return rows.stream()
                .filter(row -> row.role() == role)
                .mapToDouble(Row::median)
                .min();
    }

    /// The row by hand that promises as much as a generator does, if there is one.
    Optional<Row> safely() {
        return rows.stream()
                .filter(row -> row.name().startsWith(ByHandSafely.NAME))
                .findFirst();
    }

    /// The row of a name.
    Row row(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row " + name + " in " + title));
    }
}
