package dev.weft.conformance;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A scenario: the bodies of its generators, and what its main task does.
record Scenario(Path file, String name, Map<String, List<Op>> bodies, List<Op> main, boolean total) {

    static Scenario of(Path file) {
        Object json = Json.read(file);
        try {
            return of(file, Op.of(json, ""));
        } catch (BadScenario bad) {
            throw new BadScenario(file + ": " + bad.getMessage());
        }
    }

    /// The file of the trace that it must print.
    Path trace() {
        return file.resolveSibling(nameOf(file) + ".trace.jsonl");
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    }

    private static Scenario of(Path file, Op whole) {
        var bodies = new LinkedHashMap<String, List<Op>>();
        if (whole.has("gens")) {
            Op gens = whole.op("gens");
            for (String name : gens.fields().keySet()) {
                Op generator = gens.op(name);
                generator.demand("body");
                bodies.put(name, generator.ops("body"));
            }
        }
        whole.demand("main");
        List<Op> main = whole.ops("main");
        Syntax.check(bodies, main);
        String name = whole.has("name") ? whole.text("name") : nameOf(file);
        return new Scenario(file, name, bodies, main, isTotal(whole));
    }

    private static boolean isTotal(Op whole) {
        String compare = whole.has("compare") ? whole.text("compare") : "total";
        if (!List.of("total", "per_who").contains(compare)) {
            throw whole.needs("\"total\" or \"per_who\"", "compare");
        }
        return compare.equals("total");
    }
}
