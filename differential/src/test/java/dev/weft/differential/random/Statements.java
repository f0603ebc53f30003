package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

import dev.weft.differential.random.Dice.Way;
import java.util.ArrayList;

/// Statements that hold no others, and the choice among all.
final class Statements {

    private final Grammar grammar;
    private final Dice dice;
    private final Scope scope;

    Statements(Grammar grammar) {
        this.grammar = grammar;
        dice = grammar.dice;
        scope = grammar.scope;
    }

    Tree make(int depth) {
        return depth <= 0
                ? simple()
                : dice.take(
                        Way.of(34, this::simple),
                        Way.of(10, () -> grammar.flows.branch(depth)),
                        Way.of(14, () -> grammar.flows.loop(depth)),
                        Way.of(5, () -> grammar.flows.jump()),
                        Way.of(17, () -> grammar.tries.make(depth)),
                        Way.of(8, () -> grammar.switches.statement(depth)),
                        Way.of(3, () -> grammar.flows.blocks(depth)),
                        Way.of(4, this::classes),
                        Way.of(3, this::lock),
                        Way.of(6, this::wild).when(grammar.wild && scope.yields()));
    }

    private Tree simple() {
        return dice.take(
                Way.of(24, () -> Tree.of(EXPRESSION, STATEMENT, grammar.asked(3), ";"))
                        .when(scope.yields()),
                Way.of(18, this::note),
                Way.of(20, this::declaration),
                Way.of(5, this::lateDeclaration),
                Way.of(16, this::assignment),
                Way.of(6, this::helper).when(scope.yields()),
                Way.of(6, this::delegation).when(scope.yields()),
                Way.of(
                                3,
                                () -> Tree.of(
                                        USE,
                                        STATEMENT,
                                        "y.use(" + scope.me() + "new Res(",
                                        grammar.value(STRING, 2),
                                        "));"))
                        .when(scope.yields()),
                Way.of(2, this::alias).when(scope.yields()),
                Way.of(3, this::lambda),
                Way.of(
                        2,
                        () -> Tree.of(
                                ASSERT,
                                STATEMENT,
                                "assert ",
                                grammar.value(BOOLEAN, 2),
                                " : ",
                                grammar.leaf(STRING),
                                ";")));
    }

    private Tree note() {
        return Tree.of(NOTE, STATEMENT, scope.me() + "log(", grammar.anyValue(3), ");");
    }

    private Tree declaration() {
        Sort sort = dice.chance(40) ? INT : dice.pick(Sort.VALUES);
        Tree value = grammar.value(sort, 3);
        String name = scope.fresh("v");
        boolean fixed = dice.chance(25);
        scope.declare(name, sort, fixed ? Scope.Use.CAPTURE : Scope.Use.ASSIGN);
        String type = isPlain(sort, value) && dice.chance(15) ? "var" : sort.type;
        return Tree.of(DECLARATION, STATEMENT, type + " " + name + " = ", value, ";");
    }

    /// Whether javac can infer the type; it cannot look into switches with lambdas.
    private static boolean isPlain(Sort sort, Tree value) {
        return sort.ordinal() < STRING.ordinal()
                && value.all()
                        .noneMatch(piece -> piece.construct() == SWITCH_VALUE
                                || piece.construct() == PATTERN_SWITCH_VALUE
                                || piece.construct() == LAMBDA);
    }

    private Tree lateDeclaration() {
        Sort sort = dice.pick(Sort.VALUES);
        String name = scope.fresh("v");
        Tree made = Tree.of(
                LATE_DECLARATION,
                STATEMENT,
                sort.type + " " + name + ";\nif (",
                grammar.value(BOOLEAN, 2),
                ") {\n",
                simpleInside(),
                "\n" + name + " = ",
                grammar.value(sort, 2),
                ";\n} else {\n" + name + " = ",
                grammar.value(sort, 2),
                ";\n}");
        scope.declare(name, sort, Scope.Use.ASSIGN);
        return made;
    }

    private Tree simpleInside() {
        return scope.inside(this::simple);
    }

    private Tree assignment() {
        Sort sort = dice.pick(INT, INT, LONG, DOUBLE, STRING, OBJECT, dice.pick(Sort.VALUES));
        var variable = scope.assignable(sort);
        if (variable.isEmpty()) {
            return note();
        }
        Tree value = grammar.assigned(sort, variable.orElseThrow(), 3);
        // Without its brackets it is a statement.
        var pieces = new ArrayList<>(value.pieces());
        pieces.set(0, ((String) pieces.getFirst()).substring(1));
        pieces.set(pieces.size() - 1, ";");
        return new Tree(ASSIGNMENT, STATEMENT, pieces);
    }

    private Tree helper() {
        Tree call = grammar.helpers.call(STATEMENT, 3);
        return call == null ? note() : call;
    }

    private Tree delegation() {
        return dice.chance(50)
                ? Tree.of(
                        YIELD_ALL, STATEMENT, "y.yieldAll(" + scope.me() + "source(", grammar.value(INT, 2), " & 3));")
                : Tree.of(YIELD_ALL, STATEMENT, "y.yieldAll(" + scope.me() + "talk(", grammar.value(INT, 1), " & 3));");
    }

    private Tree alias() {
        String name = scope.fresh("z");
        return Tree.of(
                ALIAS,
                STATEMENT,
                "{\nvar " + name + " = y;\n" + name + ".yield(",
                grammar.anyValue(2),
                ");\n",
                grammar.asked(2),
                ";\n}");
    }

    private Tree lambda() {
        String name = scope.fresh("r");
        return Tree.of(
                LAMBDA,
                STATEMENT,
                "Runnable " + name + " = () -> " + scope.me() + "log(",
                scope.captured(() -> grammar.anyValue(2)),
                ");\n" + name + ".run();");
    }

    private Tree classes() {
        String name = scope.fresh("C");
        Tree first = grammar.value(INT, 2);
        if (dice.chance(50)) {
            return Tree.of(
                    LOCAL_RECORD,
                    STATEMENT,
                    "{\nrecord " + name + "(int a, Object b) {\nint sum() {\nreturn a + num(b);\n}\n}\n" + scope.me()
                            + "log(new " + name + "(",
                    first,
                    ", ",
                    grammar.anyValue(2),
                    ").sum());\n}");
        }
        return Tree.of(
                LOCAL_CLASS,
                STATEMENT,
                "{\nclass " + name + " {\nprivate final int kept = ",
                scope.inClass(() -> grammar.value(INT, 2)),
                ";\nint twice(int more) {\nreturn kept * 2 + more;\n}\n}\n" + scope.me() + "log(new " + name
                        + "().twice(",
                first,
                "));\n}");
    }

    private Tree lock() {
        return Tree.of(LOCK, STATEMENT, "synchronized (" + scope.self() + ") ", scope.still(() -> grammar.block(1)));
    }

    private Tree wild() {
        return dice.chance(50)
                ? Tree.of(YIELD_IN_A_LAMBDA, STATEMENT, "List.of(1, 2).forEach(w -> y.yield(w));")
                : Tree.of(
                        YIELD_UNDER_A_LOCK,
                        STATEMENT,
                        "synchronized (" + scope.self() + ") {\n",
                        grammar.asked(2),
                        ";\n}");
    }
}
