package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

import dev.weft.differential.random.Dice.Way;

/// Values of type `int`, which is what most constructs can give.
final class Wholes {

    private final Grammar grammar;
    private final Dice dice;
    private final Scope scope;

    Wholes(Grammar grammar) {
        this.grammar = grammar;
        dice = grammar.dice;
        scope = grammar.scope;
    }

    Tree make(int depth) {
        return dice.take(
                Way.of(22, () -> answer(depth)).when(scope.yields()),
                Way.of(34, () -> calculated(depth)),
                Way.of(22, () -> changed(depth)),
                Way.of(28, () -> called(depth)),
                Way.of(14, () -> helped(depth)).when(scope.yields()),
                Way.of(6, () -> grammar.conditional(INT, depth)),
                Way.of(7, () -> grammar.switched(INT, depth)),
                Way.of(8, () -> tested(depth)),
                Way.of(4, () -> lambda(depth)),
                Way.of(10, () -> grammar.leaf(INT)));
    }

    private Tree answer(int depth) {
        return Tree.of(STATIC_CALL, INT, "num(", grammar.asked(depth), ")");
    }

    private Tree inner(int depth) {
        return grammar.value(INT, depth - 1);
    }

    private Tree calculated(int depth) {
        return switch (dice.below(8)) {
            case 0, 1, 2 ->
                Tree.of(
                        ARITHMETIC,
                        INT,
                        "(",
                        inner(depth),
                        dice.pick(" + ", " - ", " * ", " ^ ", " & ", " | "),
                        inner(depth),
                        ")");
            case 3 -> Tree.of(DIVISION, INT, "(", inner(depth), dice.pick(" / ", " % "), inner(depth), ")");
            case 4 ->
                Tree.of(SHIFT, INT, "(", inner(depth), dice.pick(" << ", " >> ", " >>> "), "(", inner(depth), " & 7))");
            case 5 -> Tree.of(SIGN, INT, "(", dice.pick("-", "~", "+"), "(", inner(depth), "))");
            case 6 ->
                Tree.of(
                        CONVERSION,
                        INT,
                        "(int) (",
                        grammar.value(dice.pick(LONG, DOUBLE, FLOAT, CHAR), depth - 1),
                        ")");
            default -> Tree.of(CONVERSION, INT, "(", grammar.value(dice.pick(CHAR, BYTE, SHORT), depth - 1), " + 1)");
        };
    }

    private Tree changed(int depth) {
        String me = scope.me();
        var variable = scope.assignable(INT);
        return switch (dice.below(variable.isPresent() ? 9 : 7)) {
            case 0 ->
                Tree.of(
                        FIELD_ASSIGNMENT,
                        INT,
                        "(" + me + "field " + dice.pick("=", "+=", "-=", "*=") + " ",
                        inner(depth),
                        ")");
            case 1 -> Tree.of(INCREMENT, INT, "(" + me + dice.pick("field++", "field--") + ")");
            case 2 -> Tree.of(STATIC_ASSIGNMENT, INT, "(shared " + dice.pick("=", "+=", "^=") + " ", inner(depth), ")");
            case 3 -> element(depth);
            case 4 ->
                Tree.of(
                        FIELD_OF_ANOTHER,
                        INT,
                        "(" + me + "other().field " + dice.pick("=", "+=") + " ",
                        inner(depth),
                        ")");
            case 5 ->
                Tree.of(FIELD_ASSIGNMENT, INT, "(" + me + "inherited " + dice.pick("=", "+=") + " ", inner(depth), ")");
            case 6 ->
                Tree.of(
                        ARRAY_ASSIGNMENT,
                        INT,
                        "(",
                        grammar.value(INTS, depth - 1),
                        "[Math.floorMod(",
                        inner(depth),
                        ", 2)] " + dice.pick("=", "+=", "*=") + " ",
                        inner(depth),
                        ")");
            case 7 ->
                Tree.of(
                        INCREMENT,
                        INT,
                        "(" + dice.pick("++%s", "%s++", "--%s", "%s--").formatted(variable.orElseThrow()) + ")");
            default -> grammar.assigned(INT, variable.orElseThrow(), depth);
        };
    }

    private Tree element(int depth) {
        return dice.chance(60)
                ? Tree.of(ARRAY_ELEMENT, INT, grammar.value(INTS, depth - 1), "[", inner(depth), " & 3]")
                : Tree.of(
                        TABLE,
                        INT,
                        "(new int[][] {{",
                        inner(depth),
                        "}, ",
                        grammar.value(INTS, depth - 1),
                        "}[",
                        inner(depth),
                        " & 1][0])");
    }

    private Tree called(int depth) {
        String me = scope.me();
        return switch (dice.below(10)) {
            case 0 ->
                Tree.of(
                        STATIC_CALL,
                        INT,
                        "three(",
                        inner(depth),
                        ", ",
                        grammar.value(LONG, depth - 1),
                        ", ",
                        grammar.value(DOUBLE, depth - 1),
                        ")");
            case 1 ->
                Tree.of(
                        CONSTRUCTION,
                        INT,
                        "new Pair(",
                        inner(depth),
                        ", ",
                        grammar.value(OBJECT, depth - 1),
                        ").sum()");
            case 2 ->
                Tree.of(PRIVATE_CALL, INT, me + "secret(", inner(depth), ", ", grammar.value(LONG, depth - 1), ")");
            case 3 -> Tree.of(VIRTUAL_CALL, INT, grammar.value(STRING, depth - 1), ".length()");
            case 4 ->
                Tree.of(
                        VIRTUAL_CALL,
                        INT,
                        grammar.value(STRING, depth - 1),
                        ".compareTo(",
                        grammar.value(STRING, depth - 1),
                        ")");
            case 5 -> Tree.of(GENERIC_CALL, INT, "(0 + DrawnHost.<Integer>same(", grammar.value(BOX, depth - 1), "))");
            case 6 -> Tree.of(BOXING, INT, "(0 + (Integer) (Object) (", inner(depth), "))");
            case 7 -> Tree.of(BOXING, INT, "(", grammar.value(BOX, depth - 1), " + ", inner(depth), ")");
            case 8 ->
                Tree.of(STATIC_CALL, INT, "Integer.parseInt(", grammar.value(STRING, depth - 1), ".substring(1))");
            default ->
                Tree.of(
                        VIRTUAL_CALL,
                        INT,
                        "(Color.values()[(",
                        inner(depth),
                        " & 1) + 1].weight() + ",
                        inner(depth),
                        ")");
        };
    }

    private Tree helped(int depth) {
        String me = scope.me();
        Tree call = grammar.helpers.call(INT, depth);
        if (call != null && dice.chance(50)) {
            return call;
        }
        return switch (dice.below(grammar.spoken ? 3 : 1)) {
            case 0 -> Tree.of(FOREIGN_HELPER_CALL, INT, me + "ask(y, (Object) ", grammar.anyValue(depth - 1), ")");
            case 1 ->
                Tree.of(
                        INTERFACE_HELPER_CALL,
                        INT,
                        "new Step.Twice(new Step.Plus(",
                        inner(depth),
                        ")).step(y, ",
                        inner(depth),
                        ")");
            default ->
                Tree.of(
                        YIELD_ALL_RESULT,
                        INT,
                        "num(y.yieldAll(" + me + "talk(",
                        dice.chance(50) ? Tree.plain(INT) : inner(depth),
                        " & 3)))");
        };
    }

    private Tree tested(int depth) {
        String name = scope.fresh("t");
        Tree object = grammar.value(OBJECT, depth - 1);
        if (dice.chance(50)) {
            Tree then = scope.inside(() -> {
                scope.declare(name, STRING, Scope.Use.READ);
                return inner(depth);
            });
            return Tree.of(
                    TYPE_TEST,
                    INT,
                    "((Object) (",
                    object,
                    ") instanceof String " + name + " ? ",
                    then,
                    " + " + name + ".length() : ",
                    inner(depth),
                    ")");
        }
        Tree then = scope.inside(() -> {
            scope.declare(name, INT, Scope.Use.READ);
            return grammar.value(BOOLEAN, depth - 1);
        });
        return Tree.of(
                RECORD_TEST,
                INT,
                "((Object) (",
                object,
                ") instanceof Pair(int " + name + ", var _) && ",
                then,
                " ? " + name + " : ",
                inner(depth),
                ")");
    }

    private Tree lambda(int depth) {
        return dice.chance(70)
                ? scope.captured(() -> Tree.of(LAMBDA, INT, "call(() -> ", inner(depth), ")"))
                : Tree.of(METHOD_REFERENCE, INT, "call(" + scope.self() + "::tick)");
    }
}
