package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

import dev.weft.differential.random.Dice.Way;
import java.util.List;

/// Values that are objects.
final class Things {

    /// The types whose text says nothing of an identity.
    private static final List<Sort> SHOWN = List.of(INT, LONG, FLOAT, DOUBLE, BOOLEAN, CHAR, BYTE, SHORT, STRING, BOX);

    private final Grammar grammar;
    private final Dice dice;
    private final Scope scope;

    Things(Grammar grammar) {
        this.grammar = grammar;
        dice = grammar.dice;
        scope = grammar.scope;
    }

    Tree make(Sort sort, int depth) {
        var variable = scope.assignable(sort);
        return dice.take(
                Way.of(16, () -> grammar.leaf(sort)),
                Way.of(5, () -> grammar.conditional(sort, depth)),
                Way.of(4, () -> grammar.switched(sort, depth)),
                Way.of(5, () -> grammar.assigned(sort, variable.orElseThrow(), depth))
                        .when(variable.isPresent()),
                Way.of(8, () -> helped(sort, depth)).when(scope.yields()),
                Way.of(50, () -> made(sort, depth)));
    }

    private Tree helped(Sort sort, int depth) {
        Tree call = grammar.helpers.call(sort, depth);
        return call == null ? made(sort, depth) : call;
    }

    private Tree made(Sort sort, int depth) {
        return switch (sort) {
            case STRING -> text(depth);
            case BOX -> box(depth);
            case INTS -> array(depth);
            default -> object(depth);
        };
    }

    private Tree text(int depth) {
        String me = scope.me();
        Tree one = grammar.anyValue(depth - 1);
        Sort appended = dice.pick(INT, LONG, CHAR, DOUBLE);
        return switch (dice.below(10)) {
            case 0, 1, 2 ->
                Tree.of(
                        CONCATENATION,
                        STRING,
                        "(\"\" + ",
                        grammar.value(dice.pick(SHOWN), depth - 1),
                        " + " + dice.pick("'c'", "1L", "\"-\"") + " + ",
                        grammar.value(dice.pick(SHOWN), depth - 1),
                        ")");
            case 3 ->
                Tree.of(
                        BUILDER,
                        STRING,
                        "new StringBuilder((String) ",
                        grammar.value(STRING, depth - 1),
                        ").append((" + appended.type + ") ",
                        grammar.value(appended, depth - 1),
                        ").append((Object) str(",
                        grammar.value(OBJECT, depth - 1),
                        ")).toString()");
            case 4 -> Tree.of(STATIC_CALL, STRING, "str((Object) ", one, ")");
            case 5 -> Tree.of(VARARGS_CALL, STRING, "many((Object) ", one, ", ", grammar.anyValue(depth - 1), ")");
            case 6 ->
                scope.supers() && scope.yields()
                        ? Tree.of(SUPER_CALL, STRING, "super.greet(", grammar.value(STRING, depth - 1), ")")
                        : Tree.of(VIRTUAL_CALL, STRING, me + "greet(", grammar.value(STRING, depth - 1), ")");
            case 7 ->
                Tree.of(
                        CONSTRUCTION,
                        STRING,
                        "new String(new char[] {",
                        grammar.value(CHAR, depth - 1),
                        ", ",
                        grammar.value(CHAR, depth - 1),
                        "})");
            case 8 ->
                Tree.of(
                        FIELD_ASSIGNMENT,
                        STRING,
                        "(" + me + "name " + dice.pick("=", "+=") + " ",
                        grammar.value(STRING, depth - 1),
                        ")");
            default ->
                scope.captured(() -> Tree.of(
                        LAMBDA, STRING, "DrawnHost.<String>get(() -> str(", grammar.value(OBJECT, depth - 1), "))"));
        };
    }

    private Tree box(int depth) {
        return switch (dice.below(4)) {
            case 0 ->
                Tree.of(MERGED_TYPES, BOX, "(", grammar.value(BOOLEAN, depth - 1), " ? ", Tree.plain(BOX), " : null)");
            case 1 -> Tree.of(GENERIC_CALL, BOX, "DrawnHost.<Integer>same(", grammar.value(BOX, depth - 1), ")");
            default -> Tree.of(BOXING, BOX, "Integer.valueOf((int) ", grammar.value(INT, depth - 1), ")");
        };
    }

    private Tree array(int depth) {
        return switch (dice.below(3)) {
            case 0 -> Tree.of(VIRTUAL_CALL, INTS, grammar.value(INTS, depth - 1), ".clone()");
            case 1 -> Tree.of(ARRAY, INTS, "(new int[(", grammar.value(INT, depth - 1), " & 1) + 3])");
            default ->
                Tree.of(
                        ARRAY,
                        INTS,
                        "(new int[] {",
                        grammar.value(INT, depth - 1),
                        ", ",
                        grammar.value(INT, depth - 1),
                        ", ",
                        grammar.value(dice.pick(CHAR, SHORT, INT), depth - 1),
                        "})");
        };
    }

    private Tree object(int depth) {
        return switch (dice.below(11)) {
            case 0, 1 -> scope.yields() ? grammar.asked(depth) : Tree.plain(OBJECT);
            case 2, 3 -> Tree.of(CONVERSION, OBJECT, "(Object) (", grammar.anyValue(depth - 1), ")");
            case 4 ->
                Tree.of(
                        CONSTRUCTION,
                        OBJECT,
                        "new Pair(",
                        grammar.value(INT, depth - 1),
                        ", ",
                        grammar.anyValue(depth - 1),
                        ")");
            case 5 ->
                Tree.of(
                        NESTED_CONSTRUCTION,
                        OBJECT,
                        "new Pair(",
                        grammar.value(INT, depth - 1),
                        ", new Pair(",
                        grammar.value(INT, depth - 1),
                        ", ",
                        grammar.value(OBJECT, depth - 1),
                        "))");
            case 6 ->
                Tree.of(
                        MERGED_TYPES,
                        OBJECT,
                        "(",
                        grammar.value(BOOLEAN, depth - 1),
                        " ? ",
                        grammar.value(STRING, depth - 1),
                        " : ",
                        grammar.value(dice.pick(INTS, BOX), depth - 1),
                        ")");
            case 7 ->
                Tree.of(
                        STATIC_CALL,
                        OBJECT,
                        "Arrays.<Object>asList(",
                        grammar.value(INT, depth - 1),
                        ", ",
                        grammar.anyValue(depth - 1),
                        ")");
            case 8 ->
                Tree.of(FIELD_ASSIGNMENT, OBJECT, "(" + scope.me() + "held = ", grammar.value(OBJECT, depth - 1), ")");
            case 9 -> Tree.of(TABLE, OBJECT, "new Object[][] {{", grammar.anyValue(depth - 1), "}, null}");
            default ->
                Tree.of(GENERIC_CALL, OBJECT, "DrawnHost.<Object>same((Object) ", grammar.anyValue(depth - 1), ")");
        };
    }
}
