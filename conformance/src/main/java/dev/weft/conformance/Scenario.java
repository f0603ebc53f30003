package dev.weft.conformance;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A scenario: the bodies of its generators, and what its main task does.
record Scenario(String name, Map<String, List<Op>> bodies, List<Op> main, boolean total) {

    static Scenario of(Path file) {
        try {
            return of(Op.of(Json.read(file)));
        } catch (BadScenario bad) {
            throw new BadScenario(
                    String.valueOf(bad.getMessage()).contains(file.toString())
                            ? bad.getMessage()
                            : file + ": " + bad.getMessage());
        }
    }

    private static Scenario of(Op whole) {
        var bodies = new LinkedHashMap<String, List<Op>>();
        Map<String, @Nullable Object> gens =
                whole.has("gens") ? whole.op("gens").fields() : Map.of();
        gens.forEach((name, gen) ->
                bodies.put(name, Op.of(Objects.requireNonNull(gen)).ops("body")));
        boolean total = !whole.has("compare") || whole.text("compare").equals("total");
        return new Scenario(whole.text("name"), bodies, whole.ops("main"), total);
    }
}
