package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What Weft wants to cost, as ratios where that can be, and whether it does.
final class Goals {

    /// Differences below this are noise.
    private static final double NOISE = 1.1;

    private Goals() {}

    static List<Verdict> verdicts(Chapter chapter, List<Panel> panels) {
        var verdicts = new ArrayList<Verdict>();
        switch (chapter) {
            case A -> {
                nearTheLimit(panels, NOISE, verdicts);
                noPeerIsBetter(panels, verdicts);
                allocates(panels, 16, verdicts);
            }
            case B -> {
                halfOf("iterator {}", panels, verdicts);
                noPeerIsBetter(panels, verdicts);
                nearTheLimit(panels, 2, verdicts);
                allocates(panels, 16, verdicts);
            }
            case C -> {
                halfOf("sequence", panels, verdicts);
                noPeerIsBetter(panels, verdicts);
            }
            case F -> {
                verdicts.add(Verdict.atMost("at most 20 ns", weft(panels.getFirst()), 20, " ns"));
                noPeerIsBetter(panels, verdicts);
            }
            case D -> {
                gatherBeatsTheScope(panels.get(0), verdicts);
                noPeerIsBetter(panels.subList(1, 2), verdicts);
            }
            case E ->
                verdicts.add(Verdict.atMost(
                        "a suspended generator takes at most 64 bytes",
                        Math.rint(panels.getFirst().row("Weft").median()),
                        64,
                        " bytes"));
            case G -> deepIsNotDearer(panels, verdicts);
            case H ->
                verdicts.add(Verdict.atMost(
                        "at least 95 % of the ideal", weft(panels.getFirst()) / 10_000, 1 / 0.95, " times"));
            case I ->
                verdicts.add(Verdict.atMost(
                        "the 99th of 100 comes at most twice as far as the 2nd", weft(panels.getFirst()), 2, " times"));
            case J ->
                panels.forEach(panel -> verdicts.add(Verdict.atMost(
                        "half a million switches a second: " + panel.title(), weft(panel), 2_000, " ns")));
            case K -> {
                verdicts.add(Verdict.atMost("the first element within 80 ms", first(panels), 80, " ms"));
                verdicts.add(Verdict.atMost("each further body within 4 ms", further(panels), 4, " ms"));
            }
            case L -> growthIsLinear(panels, verdicts);
        }
        return verdicts;
    }

    private static double weft(Panel panel) {
        return panel.bestWeft().orElseThrow();
    }

    private static double first(List<Panel> panels) {
        return panels.get(0).row("Weft").median();
    }

    private static double further(List<Panel> panels) {
        return panels.get(1).row("Weft").median();
    }

    private static void noPeerIsBetter(List<Panel> panels, List<Verdict> verdicts) {
        for (Panel panel : panels) {
            OptionalDouble peer = panel.bestPeer();
            if (peer.isPresent()) {
                verdicts.add(Verdict.atMost(
                        "no peer is better: " + panel.title(),
                        weft(panel) / peer.getAsDouble(),
                        NOISE,
                        " times the best peer"));
            }
        }
    }

    private static void halfOf(String peer, List<Panel> panels, List<Verdict> verdicts) {
        for (Panel panel : panels) {
            panel.rows().stream()
                    .filter(row -> row.name().contains(peer))
                    .findFirst()
                    .ifPresent(row -> verdicts.add(Verdict.atMost(
                            "at most half of Kotlin's %s: %s".formatted(peer, panel.title()),
                            weft(panel) / row.median(),
                            0.5,
                            " times")));
        }
    }

    private static void nearTheLimit(List<Panel> panels, double bound, List<Verdict> verdicts) {
        for (Panel panel : panels) {
            verdicts.add(Verdict.atMost(
                    "at most %.1f times the limit by hand: %s".formatted(bound, panel.title()),
                    weft(panel) / panel.limit().orElseThrow(),
                    bound,
                    " times"));
        }
    }

    private static void allocates(List<Panel> panels, double bytes, List<Verdict> verdicts) {
        for (Panel panel : panels) {
            double least = panel.rows().stream()
                    .filter(row -> row.role() == Contender.Role.WEFT)
                    .mapToDouble(Row::bytes)
                    .min()
                    .orElseThrow();
            verdicts.add(Verdict.atMost(
                    "%.0f bytes for each element, which are those of the integer: %s".formatted(bytes, panel.title()),
                    least,
                    bytes * NOISE,
                    " bytes"));
        }
    }

    private static void gatherBeatsTheScope(Panel panel, List<Verdict> verdicts) {
        panel.rows().stream()
                .filter(row -> row.name().equals("StructuredTaskScope"))
                .findFirst()
                .ifPresent(scope -> verdicts.add(Verdict.atMost(
                        "gather costs at most half of StructuredTaskScope",
                        panel.row("Weft, gather").median() / scope.median(),
                        0.5,
                        " times")));
    }

    private static void deepIsNotDearer(List<Panel> panels, List<Verdict> verdicts) {
        for (int shallow : List.of(0, 3)) {
            double ratio = panels.get(shallow + 2).row("Weft, for").median()
                    / panels.get(shallow).row("Weft, for").median();
            String kind = shallow == 0 ? "recursion" : "delegation";
            verdicts.add(Verdict.atMost(
                    "1,000 levels of %s cost at most 1.5 times what 1 level costs".formatted(kind),
                    ratio,
                    1.5,
                    " times"));
        }
    }

    private static void growthIsLinear(List<Panel> panels, List<Verdict> verdicts) {
        verdicts.add(Verdict.atMost(
                "an element of 10,000,000 costs at most twice what one of 1,000 costs",
                weft(panels.get(2)) / weft(panels.get(0)),
                2,
                " times"));
        verdicts.add(Verdict.atMost(
                "100 maps cost at most 20 times what 10 cost",
                weft(panels.get(5)) / weft(panels.get(4)),
                20,
                " times"));
        verdicts.add(Verdict.atMost(
                "no peer is pulled better when 100,000 are alive",
                weft(panels.get(8)) / panels.get(8).bestPeer().orElseThrow(),
                NOISE,
                " times the best peer"));
    }
}
