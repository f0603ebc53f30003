package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What Weft wants to cost, as ratios where that can be, and whether it does.
final class Goals {

    /// Differences below this are noise.
    private static final double NOISE = 1.1;

    /// Libraries with which a producer is written as a plain function, and waits by blocking.
    private static final List<String> DIRECT_STYLE = List.of("Jox", "virtual threads");

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
                nearTheEngineByHand(panels, verdicts);
                directStyleIsFar(panels, verdicts);
                threadEngine(panels, verdicts);
                noPeerIsBetter(panels, verdicts);
                nearTheLimit(panels, 2, verdicts);
                allocates(panels, 16, verdicts);
            }
            case C -> {
                halfOf("sequence", panels, verdicts);
                noPeerIsBetter(panels, verdicts);
            }
            case F -> {
                Panel panel = panels.getFirst();
                Verdict verdict =
                        besideSafely(Verdict.atMost("at most 20 ns", weft(panel), 20, " ns"), panel, 1, " ns");
                verdicts.add(named(ByHandSafely.OF_LAMBDA, panel)
                        .map(row -> verdict.beside(ByHandSafely.OF_LAMBDA, row.median(), " ns"))
                        .orElse(verdict));
                noPeerIsBetter(panels, verdicts);
            }
            case D -> {
                twoAtATime(panels.get(0), verdicts);
                noPeerIsBetter(panels.subList(1, 2), verdicts);
            }
            case E ->
                verdicts.add(Verdict.atMost(
                        "a suspended generator takes at most 64 bytes",
                        Math.rint(panels.getFirst().row("Weft").median()),
                        64,
                        " bytes"));
            case G -> deepIsNotDearer(panels, verdicts);
            case H -> overlap(panels.getFirst(), verdicts);
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
                ratio("no peer is better", panel, peer.getAsDouble(), NOISE, " times the best peer", verdicts);
            }
        }
    }

    private static void halfOf(String peer, List<Panel> panels, List<Verdict> verdicts) {
        for (Panel panel : panels) {
            named(peer, panel)
                    .ifPresent(row ->
                            ratio("at most half of Kotlin's " + peer, panel, row.median(), 0.5, " times", verdicts));
        }
    }

    private static void nearTheLimit(List<Panel> panels, double bound, List<Verdict> verdicts) {
        for (Panel panel : panels) {
            String goal = "at most %.1f times the limit by hand".formatted(bound);
            ratio(goal, panel, panel.limit().orElseThrow(), bound, " times", verdicts);
        }
    }

    /// A goal for Weft's best row as a ratio, beside that of the row by hand that promises as much.
    private static void ratio(
            String goal, Panel panel, double base, double bound, String unit, List<Verdict> verdicts) {
        Verdict verdict = Verdict.atMost(goal + ": " + panel.title(), weft(panel) / base, bound, unit);
        verdicts.add(besideSafely(verdict, panel, base, unit));
    }

    private static Verdict besideSafely(Verdict verdict, Panel panel, double base, String unit) {
        return panel.safely()
                .map(row -> verdict.beside(ByHandSafely.NAME, row.median() / base, unit))
                .orElse(verdict);
    }

    private static Optional<Row> named(String part, Panel panel) {
        return panel.rows().stream().filter(row -> row.name().contains(part)).findFirst();
    }

    private static void nearTheEngineByHand(List<Panel> panels, List<Verdict> verdicts) {
        for (Panel panel : panels) {
            verdicts.add(Verdict.atMost(
                    "at most 1.2 times a state machine by hand in place of the engine: " + panel.title(),
                    panel.row("Weft, for, endless body").median()
                            / panel.row("Weft, for, endless body, engine by hand")
                                    .median(),
                    1.2,
                    " times"));
        }
    }

    private static void directStyleIsFar(List<Panel> panels, List<Verdict> verdicts) {
        for (Panel panel : panels) {
            panel.rows().stream()
                    .filter(row -> DIRECT_STYLE.stream().anyMatch(row.name()::startsWith))
                    .mapToDouble(Row::median)
                    .min()
                    .ifPresent(best -> verdicts.add(Verdict.atMost(
                            "at most a tenth of every library of direct style: " + panel.title(),
                            weft(panel) / best,
                            0.1,
                            " times the best of them")));
        }
    }

    private static void threadEngine(List<Panel> panels, List<Verdict> verdicts) {
        List<Integer> bounds = List.of(500, 600); // the consumer is a platform thread, a virtual thread
        for (int i = 0; i < bounds.size(); i++) {
            Panel panel = panels.get(i);
            verdicts.add(Verdict.atMost(
                            "the thread engine takes at most %d ns: %s".formatted(bounds.get(i), panel.title()),
                            panel.row("Weft, for, thread engine").median(),
                            bounds.get(i),
                            " ns")
                    .beside(
                            TakingTurns.NAME + ", by hand",
                            panel.row("hand-written, " + TakingTurns.NAME).median(),
                            " ns"));
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

    /// Steps that cannot wait, and steps that might: these need two threads, whoever starts them.
    private static void twoAtATime(Panel panel, List<Verdict> verdicts) {
        named("StructuredTaskScope", panel).ifPresent(scope -> {
            String goal = "gather costs at most half of StructuredTaskScope, ";
            double base = scope.median();
            double care = panel.row("Weft, gather, bodies that might wait").median();
            double bare = panel.row("hand-written, two virtual threads").median();
            verdicts.add(Verdict.atMost(
                    goal + "bodies that cannot wait", panel.row("Weft, gather").median() / base, 0.5, " times"));
            verdicts.add(Verdict.atMost(goal + "bodies that might wait", care / base, 0.5, " times")
                    .beside("two virtual threads, started and joined", bare / base, " times"));
        });
        named("flow zip", panel).ifPresent(zip -> {
            String goal = "zip is ahead of Kotlin's, ";
            double care = panel.row("Weft, zip, bodies that might wait").median();
            double bare = panel.row("hand-written, two virtual threads").median();
            verdicts.add(Verdict.atMost(
                    goal + "bodies that cannot wait", panel.row("Weft, zip").median() / zip.median(), 1, " times"));
            verdicts.add(Verdict.atMost(goal + "bodies that might wait", care / zip.median(), 1, " times")
                    .beside("two virtual threads, started and joined", bare / zip.median(), " times"));
        });
    }

    private static void overlap(Panel panel, List<Verdict> verdicts) {
        double limit = panel.limit().orElseThrow();
        String who = "threads that do nothing but sleep";
        double weft = panel.row("Weft, mapConcurrent").median();
        double withCare = panel.row("Weft, mapConcurrent, body that might wait").median();
        verdicts.add(Verdict.atMost("at least 95 % of the ideal", weft / 10_000, 1 / 0.95, " times")
                .beside(who, limit / 10_000, " times"));
        String goal = "at least 95 % of " + who + ", ";
        verdicts.add(Verdict.atMost(goal + "a body that cannot wait", weft / limit, 1 / 0.95, " times"));
        verdicts.add(Verdict.atMost(goal + "a body that might wait", withCare / limit, 1 / 0.95, " times"));
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
        Panel many = panels.get(8);
        ratio("no peer is better", many, many.bestPeer().orElseThrow(), NOISE, " times the best peer", verdicts);
    }
}
