package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

import dev.weft.differential.random.Dice.Way;

/// Values of the other primitive types.
final class Numbers {

    private final Grammar grammar;
    private final Dice dice;
    private final Scope scope;

    Numbers(Grammar grammar) {
        this.grammar = grammar;
        dice = grammar.dice;
        scope = grammar.scope;
    }

    Tree make(Sort sort, int depth) {
        var variable = scope.assignable(sort);
        return dice.take(
                Way.of(20, () -> grammar.leaf(sort)),
                Way.of(6, () -> grammar.conditional(sort, depth)),
                Way.of(3, () -> grammar.switched(sort, depth)),
                Way.of(6, () -> grammar.assigned(sort, variable.orElseThrow(), depth))
                        .when(variable.isPresent()),
                Way.of(12, () -> helped(sort, depth)).when(scope.yields()),
                Way.of(50, () -> calculated(sort, depth)));
    }

    private Tree helped(Sort sort, int depth) {
        Tree call = grammar.helpers.call(sort, depth);
        return call == null ? calculated(sort, depth) : call;
    }

    private Tree calculated(Sort sort, int depth) {
        return switch (sort) {
            case LONG -> wide(depth);
            case FLOAT, DOUBLE -> real(sort, depth);
            case BOOLEAN -> truth(depth);
            case CHAR -> Tree.of(CONVERSION, CHAR, "(char) ('a' + (", grammar.value(INT, depth - 1), " & 15))");
            default -> Tree.of(CONVERSION, sort, "(" + sort.type + ") (", grammar.value(INT, depth - 1), ")");
        };
    }

    private Tree wide(int depth) {
        Tree one = grammar.value(LONG, depth - 1);
        var variable = scope.assignable(LONG);
        return switch (dice.below(7)) {
            case 0, 1 ->
                Tree.of(
                        ARITHMETIC,
                        LONG,
                        "(",
                        one,
                        dice.pick(" + ", " - ", " * ", " ^ ", " | "),
                        grammar.value(dice.pick(LONG, INT), depth - 1),
                        ")");
            case 2 -> Tree.of(DIVISION, LONG, "(", one, dice.pick(" / ", " % "), grammar.value(LONG, depth - 1), ")");
            case 3 ->
                Tree.of(SHIFT, LONG, "(", one, dice.pick(" << ", " >> ", " >>> "), grammar.value(INT, depth - 1), ")");
            case 4 ->
                Tree.of(FIELD_ASSIGNMENT, LONG, "(" + scope.me() + "wide " + dice.pick("=", "+=") + " ", one, ")");
            case 5 ->
                variable.isPresent()
                        ? Tree.of(INCREMENT, LONG, "(" + variable.orElseThrow() + dice.pick("++", "--") + ")")
                        : one;
            default -> Tree.of(CONVERSION, LONG, "(long) (", grammar.value(dice.pick(INT, DOUBLE), depth - 1), ")");
        };
    }

    private Tree real(Sort sort, int depth) {
        Tree one = grammar.value(sort, depth - 1);
        return switch (dice.below(5)) {
            case 0, 1 ->
                Tree.of(
                        ARITHMETIC,
                        sort,
                        "(",
                        one,
                        dice.pick(" + ", " - ", " * ", " / ", " % "),
                        grammar.value(dice.pick(sort, INT), depth - 1),
                        ")");
            case 2 -> Tree.of(SIGN, sort, "(-", one, ")");
            case 3 ->
                Tree.of(
                        STATIC_CALL,
                        sort,
                        "Math.max((" + sort.type + ") ",
                        one,
                        ", (" + sort.type + ") ",
                        grammar.value(sort, depth - 1),
                        ")");
            default ->
                Tree.of(
                        CONVERSION,
                        sort,
                        "(" + sort.type + ") (",
                        grammar.value(dice.pick(INT, LONG, DOUBLE), depth - 1),
                        ")");
        };
    }

    private Tree truth(int depth) {
        return switch (dice.below(10)) {
            case 0, 1, 2 -> {
                Sort sort = dice.pick(INT, INT, LONG, DOUBLE, FLOAT, CHAR);
                yield Tree.of(
                        COMPARISON,
                        BOOLEAN,
                        "(",
                        grammar.value(sort, depth - 1),
                        dice.pick(" < ", " > ", " == ", " != ", " <= ", " >= "),
                        grammar.value(sort, depth - 1),
                        ")");
            }
            case 3, 4, 5 ->
                Tree.of(
                        SHORT_CIRCUIT,
                        BOOLEAN,
                        "(",
                        grammar.value(BOOLEAN, depth - 1),
                        dice.pick(" && ", " || "),
                        grammar.value(BOOLEAN, depth - 1),
                        ")");
            case 6 ->
                Tree.of(
                        LOGIC,
                        BOOLEAN,
                        "(",
                        grammar.value(BOOLEAN, depth - 1),
                        dice.pick(" & ", " | ", " ^ "),
                        "!",
                        grammar.value(BOOLEAN, depth - 1),
                        ")");
            case 7 ->
                Tree.of(COMPARISON, BOOLEAN, "(", grammar.value(OBJECT, depth - 1), dice.pick(" == ", " != "), "null)");
            case 8 -> Tree.of(VIRTUAL_CALL, BOOLEAN, grammar.value(STRING, depth - 1), ".isEmpty()");
            default ->
                Tree.of(
                        TYPE_TEST,
                        BOOLEAN,
                        "((Object) (",
                        grammar.value(OBJECT, depth - 1),
                        ") instanceof " + dice.pick("String", "Integer", "Pair", "int[]") + ")");
        };
    }
}
