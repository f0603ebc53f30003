package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

/// Statements that lead somewhere: branches, loops, jumps.
final class Flows {

    private final Grammar grammar;
    private final Dice dice;
    private final Scope scope;

    Flows(Grammar grammar) {
        this.grammar = grammar;
        dice = grammar.dice;
        scope = grammar.scope;
    }

    Tree branch(int depth) {
        if (dice.chance(20)) {
            return pattern(depth);
        }
        Tree condition = grammar.value(BOOLEAN, 3);
        return dice.chance(50)
                ? Tree.of(IF, STATEMENT, "if (", condition, ") ", grammar.block(depth - 1))
                : Tree.of(
                        IF,
                        STATEMENT,
                        "if (",
                        condition,
                        ") ",
                        grammar.block(depth - 1),
                        " else ",
                        grammar.block(depth - 1));
    }

    private Tree pattern(int depth) {
        String a = scope.fresh("p");
        String b = scope.fresh("p");
        Tree object = grammar.value(OBJECT, 3);
        Tree then = scope.inside(() -> {
            scope.declare(a, INT, Scope.Use.ASSIGN);
            scope.declare(b, OBJECT, Scope.Use.ASSIGN);
            return grammar.block(depth - 1);
        });
        return Tree.of(
                IF_PATTERN,
                STATEMENT,
                "if ((Object) (",
                object,
                ") instanceof Pair(int " + a + ", Object " + b + ")) ",
                then);
    }

    Tree blocks(int depth) {
        if (dice.chance(40)) {
            return Tree.of(Construct.BLOCK, STATEMENT, grammar.block(depth - 1));
        }
        String label = scope.fresh("B");
        return scope.labelled(
                "!" + label,
                () -> Tree.of(
                        LABELLED_BLOCK,
                        STATEMENT,
                        label + ":\n{\n",
                        grammar.statement(depth - 1),
                        "\nif (",
                        grammar.value(BOOLEAN, 2),
                        ") {\nbreak " + label + ";\n}\n",
                        grammar.statement(depth - 1),
                        "\n}"));
    }

    Tree loop(int depth) {
        return switch (dice.below(7)) {
            case 0, 1 -> counting(depth);
            case 2 -> whileLoop(depth);
            case 3 -> doLoop(depth);
            case 4 -> overArray(depth);
            case 5 -> overList(depth);
            default -> scope.yields() ? overGenerator(depth) : counting(depth);
        };
    }

    private Tree body(String label, String counter, Sort sort, int depth) {
        return scope.labelled(label, () -> {
            scope.declare(counter, sort, Scope.Use.READ);
            return grammar.block(depth - 1);
        });
    }

    private String burn() {
        return scope.me() + "burn();\n";
    }

    private Tree counting(int depth) {
        String label = scope.fresh("L");
        String i = scope.fresh("i");
        Tree condition = grammar.value(BOOLEAN, dice.chance(30) ? 2 : 0);
        return Tree.of(
                FOR,
                STATEMENT,
                label + ":\nfor (int " + i + " = 0; " + i + " < " + dice.between(1, 4)
                        + (dice.chance(30) ? " && " : " & true | "),
                condition,
                " & " + i + " < 4; " + i + "++) {\n" + burn(),
                body(label, i, INT, depth),
                "\n}");
    }

    private Tree whileLoop(int depth) {
        String label = scope.fresh("L");
        String i = scope.fresh("i");
        return Tree.of(
                WHILE,
                STATEMENT,
                "{\nint " + i + " = " + dice.between(1, 4) + ";\n" + label + ":\nwhile (" + i + "-- > 0 && ",
                scope.closed(() -> grammar.value(BOOLEAN, 2)),
                ") {\n" + burn(),
                body(label, i, INT, depth),
                "\n}\n}");
    }

    private Tree doLoop(int depth) {
        String label = scope.fresh("L");
        String i = scope.fresh("i");
        return Tree.of(
                DO,
                STATEMENT,
                "{\nint " + i + " = " + dice.between(0, 3) + ";\n" + label + ":\ndo {\n" + burn(),
                body(label, i, INT, depth),
                "\n} while (" + i + "-- > 0 && ",
                scope.closed(() -> grammar.value(BOOLEAN, 2)),
                ");\n}");
    }

    private Tree overArray(int depth) {
        String label = scope.fresh("L");
        String i = scope.fresh("i");
        return Tree.of(
                FOR_ARRAY,
                STATEMENT,
                label + ":\nfor (int " + i + " : ",
                grammar.value(INTS, 2),
                ") {\n" + burn(),
                body(label, i, INT, depth),
                "\n}");
    }

    private Tree overList(int depth) {
        String label = scope.fresh("L");
        String i = scope.fresh("i");
        return Tree.of(
                FOR_LIST,
                STATEMENT,
                label + ":\nfor (Object " + i + " : Arrays.<Object>asList(",
                grammar.anyValue(2),
                ", ",
                grammar.value(STRING, 1),
                ")) {\n" + burn(),
                body(label, i, OBJECT, depth),
                "\n}");
    }

    private Tree overGenerator(int depth) {
        String label = scope.fresh("L");
        String i = scope.fresh("i");
        return Tree.of(
                FOR_GENERATOR,
                STATEMENT,
                label + ":\nfor (Object " + i + " : " + scope.me() + "source(",
                grammar.value(INT, 1),
                " & 3)) {\n" + burn(),
                body(label, i, OBJECT, depth),
                "\n}");
    }

    Tree jump() {
        Tree condition = grammar.value(BOOLEAN, 2);
        int way = dice.below(4);
        if (way == 0 && scope.returns()) {
            return scope.result() == STATEMENT
                    ? Tree.of(RETURN, STATEMENT, "if (", condition, ") {\nreturn;\n}")
                    : Tree.of(
                            RETURN,
                            STATEMENT,
                            "if (",
                            condition,
                            ") {\nreturn ",
                            grammar.value(scope.result(), 3),
                            ";\n}");
        }
        if (way == 1) {
            return Tree.of(
                    THROW,
                    STATEMENT,
                    "if (",
                    condition,
                    ") {\nthrow new "
                            + dice.pick(
                                    "IllegalStateException",
                                    "ArithmeticException",
                                    scope.checked() ? "IOException" : "AssertionError")
                            + "(",
                    grammar.value(STRING, 2),
                    ");\n}");
        }
        if (scope.loops().isEmpty()) {
            return Tree.of(IF, STATEMENT, "if (", condition, ") ", grammar.block(0, 1));
        }
        String label = dice.pick(scope.loops());
        boolean noLoop = label.startsWith("!") || label.startsWith("S");
        String target = label.startsWith("!") ? label.substring(1) : label;
        return noLoop || dice.chance(50)
                ? Tree.of(BREAK, STATEMENT, "if (", condition, ") {\nbreak " + target + ";\n}")
                : Tree.of(CONTINUE, STATEMENT, "if (", condition, ") {\ncontinue " + target + ";\n}");
    }
}
