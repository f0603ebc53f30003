package dev.weft.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a scenario may say: which operations may stand where, and what they need. Checked before anything runs.
final class Syntax {

    private final Set<String> generators;

    private Syntax(Set<String> generators) {
        this.generators = generators;
    }

    static void check(Map<String, List<Op>> bodies, List<Op> main) {
        var syntax = new Syntax(bodies.keySet());
        bodies.values().forEach(body -> syntax.body(body, Place.BODY));
        syntax.task(main);
    }

    /// Where an operation of a body stands.
    private record Place(boolean loop, boolean handler) {

        static final Place BODY = new Place(false, false);

        Place inLoop() {
            return new Place(true, handler);
        }

        Place inHandler() {
            return new Place(loop, true);
        }
    }

    // ---- tasks ----

    private void task(List<Op> ops) {
        ops.forEach(this::task);
    }

    private void task(Op op) {
        switch (op.name()) {
            case "anext", "asend", "athrow", "aclose", "collect" -> call(op);
            case "sleep" -> op.number("ms");
            case "log" -> op.text("text");
            case "raise" -> kind(op);
            case "for" -> loop(op);
            case "wait_for" -> {
                op.number("ms");
                call(op.op("call"));
            }
            case "timeout" -> {
                op.number("ms");
                task(op.ops("body"));
            }
            case "make", "start" -> {
                op.text("as");
                op.number("after", 0);
                call(op.op("call"));
            }
            case "await" -> op.text("ref");
            case "poll" -> {
                op.text("ref");
                op.number("ms");
            }
            case "gather" -> gather(op);
            case "spawn" -> {
                op.text("task");
                op.number("after", 0);
                task(op.ops("body"));
            }
            case "cancel" -> {
                op.text("task");
                op.flag("wait", true);
            }
            case "join" -> op.text("task");
            case "shutdown_gens" -> {}
            default -> throw op.unknown("a task");
        }
    }

    private void loop(Op op) {
        source(op);
        if (op.has("raise_after")) {
            op.op("raise_after").number("k");
            kind(op.op("raise_after"));
        }
        task(op.ops("body"));
    }

    private void gather(Op op) {
        op.text("name");
        op.flag("return_exceptions", false);
        op.demand("items");
        for (Op item : op.ops("items")) {
            item.number("after", 0);
            if (item.has("ref")) {
                item.text("ref");
            } else {
                call(item.op("call"));
            }
        }
    }

    // ---- bodies ----

    private void body(List<Op> ops, Place place) {
        ops.forEach(op -> body(op, place));
    }

    private void body(Op op, Place place) {
        switch (op.name()) {
            case "yield" -> variable(op);
            case "sleep" -> op.number("ms");
            case "raise" -> kind(op);
            case "reraise" -> demand(place.handler, op, "in a handler");
            case "try" -> handled(op, place);
            case "loop" -> {
                op.number("n", 0);
                body(op.ops("body"), place.inLoop());
            }
            case "break" -> demand(place.loop, op, "in a loop");
            case "if_recv" -> {
                body(op.ops("then"), place);
                body(op.ops("else"), place);
            }
            case "return" -> {}
            case "log" -> op.text("text");
            case "delegate" -> source(op);
            case "anext", "asend", "athrow", "aclose", "collect" -> {
                call(op);
                onError(op);
            }
            default -> throw op.unknown("a body");
        }
    }

    private void handled(Op op, Place place) {
        body(op.ops("body"), place);
        for (Op handler : op.ops("except")) {
            if (!Kinds.isKnownMatch(handler.text("match"))) {
                throw handler.needs("a kind, \"any\" or \"Exception\"", "match");
            }
            body(handler.ops("body"), place.inHandler());
        }
        body(op.ops("finally"), place);
    }

    private static void variable(Op op) {
        if (BodyRun.isVariable(op.value("value"))) {
            String name = op.op("value").text("var");
            if (!BodyRun.VARIABLES.contains(name)) {
                throw new BadScenario(op.place() + " yields an unknown variable: \"" + name + "\"");
            }
        }
    }

    private static void onError(Op op) {
        if (op.has("on_error") && !List.of("propagate", "log").contains(op.text("on_error"))) {
            throw op.needs("\"propagate\" or \"log\"", "on_error");
        }
    }

    private static void demand(boolean so, Op op, String where) {
        if (!so) {
            throw new BadScenario(op.place() + " (" + op.name() + ") may only stand " + where);
        }
    }

    // ---- both ----

    private void call(Op op) {
        switch (op.name()) {
            case "anext", "asend", "aclose", "collect" -> generator(op);
            case "athrow" -> {
                generator(op);
                kind(op);
            }
            default -> throw op.unknown("a call");
        }
    }

    private void source(Op op) {
        generator(op);
        op.number("break_after", 0);
        op.flag("aclosing", false);
    }

    private static void kind(Op op) {
        if (!Kinds.isKnown(op.text("kind"))) {
            throw op.needs("a kind such as \"Custom:a\"", "kind");
        }
    }

    private void generator(Op op) {
        String name = op.text("gen");
        if (!generators.contains(name)) {
            throw new BadScenario(op.place() + " (" + op.name() + ") names an unknown generator: \"" + name + "\"");
        }
    }
}
