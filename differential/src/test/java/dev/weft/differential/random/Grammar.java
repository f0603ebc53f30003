package dev.weft.differential.random;

import java.util.ArrayList;
import java.util.List;

/// Makes the pieces of one body: each family of pieces in a class of its own, which asks this one for what it needs.
final class Grammar {

    final Dice dice;
    final Scope scope;

    /// Whether the body is a dialogue, whose yields give answers.
    final boolean spoken;

    /// Whether the body may use its yielder in ways that no transformation follows.
    final boolean wild;

    final Helpers helpers;
    private final Numbers numbers;
    private final Wholes wholes;
    private final Things things;
    final Switches switches;
    private final Statements statements;
    final Flows flows;
    final Tries tries;

    Grammar(Dice dice, String type, boolean spoken, boolean wild) {
        this.dice = dice;
        this.spoken = spoken;
        this.wild = wild;
        scope = new Scope(dice, type);
        helpers = new Helpers(this);
        numbers = new Numbers(this);
        wholes = new Wholes(this);
        things = new Things(this);
        switches = new Switches(this);
        statements = new Statements(this);
        flows = new Flows(this);
        tries = new Tries(this);
    }

    /// Makes a value.
    ///
    /// @param sort its type
    /// @param depth how deep it may be nested
    Tree value(Sort sort, int depth) {
        if (depth <= 0 || dice.chance(depth == 1 ? 50 : 20)) {
            return leaf(sort);
        }
        return switch (sort) {
            case INT -> wholes.make(depth);
            case LONG, FLOAT, DOUBLE, BOOLEAN, CHAR, BYTE, SHORT -> numbers.make(sort, depth);
            case STRING, OBJECT, BOX, INTS -> things.make(sort, depth);
            default -> throw new AssertionError(sort);
        };
    }

    /// Makes a value of any type.
    Tree anyValue(int depth) {
        return value(dice.pick(Sort.VALUES), depth);
    }

    /// Makes a value without parts.
    Tree leaf(Sort sort) {
        var variable = scope.readable(sort);
        if (variable.isPresent() && dice.chance(75)) {
            return Tree.of(Construct.VARIABLE, sort, variable.orElseThrow());
        }
        return dice.chance(20) ? field(sort) : literal(sort);
    }

    private Tree field(Sort sort) {
        String name = switch (sort) {
            case INT -> "field";
            case LONG -> "wide";
            case DOUBLE -> "real";
            case STRING -> "name";
            case INTS -> "ints";
            case OBJECT -> "held";
            default -> "";
        };
        return name.isEmpty() ? literal(sort) : Tree.of(Construct.FIELD, sort, scope.me() + name);
    }

    private Tree literal(Sort sort) {
        String text = switch (sort) {
            case INT -> String.valueOf(dice.between(-3, 40));
            case LONG -> dice.between(-9, 99) + "L";
            case FLOAT -> dice.below(9) + ".5f";
            case DOUBLE -> dice.pick("0.25", "-1.5", "1e10", "3.0");
            case BOOLEAN -> dice.chance(50) ? "true" : scope.me() + "tick() % 3 == 0";
            case CHAR -> "'" + (char) ('a' + dice.below(26)) + "'";
            case STRING -> "\"" + dice.pick("s", "text", "") + dice.below(10) + "\"";
            case OBJECT -> dice.pick("null", "(Object) \"o\"", "(Object) 7", "Color.GREEN", "new Pair(1, 2L)");
            default -> sort.plain;
        };
        return Tree.of(Construct.LITERAL, sort, "(" + text + ")");
    }

    /// Makes something that suspends the body and gives an object.
    Tree asked(int depth) {
        return spoken
                ? Tree.of(Construct.YIELD, Sort.OBJECT, "y.yield(", anyValue(depth - 1), ")")
                : Tree.of(Construct.YIELD, Sort.OBJECT, scope.me() + "got(y, ", anyValue(depth - 1), ")");
    }

    /// Makes the condition of a pattern, which may not assign and is not a constant.
    ///
    /// @param variable a number that the pattern gives
    Tree guard(String variable) {
        if (!scope.yields() || dice.chance(30)) {
            return Tree.of(
                    Construct.COMPARISON,
                    Sort.BOOLEAN,
                    "(" + scope.me() + "tick() % 4 " + dice.pick("<", ">") + " " + variable + ")");
        }
        return spoken
                ? Tree.of(
                        Construct.YIELD,
                        Sort.BOOLEAN,
                        "(num(y.yield(" + variable + ")) " + dice.pick("<", ">", "==") + " 4)")
                : Tree.of(Construct.YIELD, Sort.BOOLEAN, "(" + scope.me() + "got(y, " + variable + ") != null)");
    }

    /// Makes a value that is one thing or the other.
    Tree conditional(Sort sort, int depth) {
        return Tree.of(
                Construct.CONDITIONAL,
                sort,
                "(",
                value(Sort.BOOLEAN, depth - 1),
                " ? ",
                value(sort, depth - 1),
                " : ",
                value(sort, depth - 1),
                ")");
    }

    /// Makes a switch that gives a value.
    Tree switched(Sort sort, int depth) {
        return dice.chance(50) ? switches.value(sort, depth) : switches.patternValue(sort, depth);
    }

    /// Makes an assignment to a variable, as a value.
    Tree assigned(Sort sort, String variable, int depth) {
        String operator = switch (sort) {
            case INT, LONG -> dice.pick("=", "+=", "-=", "*=", "^=", "|=", "<<=");
            case FLOAT, DOUBLE -> dice.pick("=", "+=", "*=", "/=");
            case STRING -> dice.pick("=", "+=");
            case BOOLEAN -> dice.pick("=", "&=", "|=", "^=");
            case CHAR, BYTE, SHORT -> dice.pick("=", "+=", "*=");
            default -> "=";
        };
        return Tree.of(
                Construct.ASSIGNMENT_VALUE, sort, "(" + variable + " " + operator + " ", value(sort, depth - 1), ")");
    }

    Tree statement(int depth) {
        return statements.make(depth);
    }

    /// Makes a block of one or two statements.
    Tree block(int depth) {
        return block(depth, dice.between(1, 2));
    }

    Tree block(int depth, int count) {
        return scope.inside(() -> {
            List<Tree> made = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                made.add(statement(depth));
            }
            return Tree.block(made);
        });
    }
}
