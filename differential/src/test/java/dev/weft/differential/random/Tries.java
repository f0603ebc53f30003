package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

import java.util.ArrayList;
import java.util.List;

/// Statements that begin with `try`.
final class Tries {

    /// What is caught, the more special before the more general.
    private static final List<String> CAUGHT = List.of(
            "ArithmeticException",
            "IllegalStateException | ClassCastException",
            "IllegalStateException",
            "IOException",
            "IllegalArgumentException | NullPointerException",
            "GeneratorExit",
            "AssertionError",
            "RuntimeException",
            "Exception",
            "Error",
            "Throwable");

    private final Grammar grammar;
    private final Dice dice;
    private final Scope scope;

    Tries(Grammar grammar) {
        this.grammar = grammar;
        dice = grammar.dice;
        scope = grammar.scope;
    }

    Tree make(int depth) {
        var pieces = new ArrayList<Object>();
        boolean resource = dice.chance(15);
        String name = scope.fresh("c");
        Tree code = scope.inside(() -> {
            if (resource) {
                pieces.add("try (Res " + name + " = " + scope.me() + "new Res(");
                pieces.add(grammar.value(STRING, 2));
                pieces.add(")) {\n");
            } else {
                pieces.add("try {\n");
            }
            return grammar.block(depth - 1);
        });
        if (scope.checked()) {
            pieces.add(scope.me() + "mayFail(");
            pieces.add(grammar.value(INT, 1));
            pieces.add(");\n");
        }
        pieces.add(code);
        pieces.add("\n}");
        boolean caught = dice.chance(70);
        if (caught) {
            catches(pieces, depth);
        }
        if (!caught && !resource || dice.chance(35)) {
            pieces.add(Tree.of(FINALLY, CLAUSE, " finally ", grammar.block(depth - 1)));
        }
        return new Tree(resource ? TRY_RESOURCE : TRY, STATEMENT, pieces);
    }

    private void catches(List<Object> pieces, int depth) {
        int at = dice.below(CAUGHT.size());
        if (CAUGHT.get(at).equals("IOException") && !scope.checked()) {
            at++;
        }
        pieces.add(clause(CAUGHT.get(at), depth));
        if (dice.chance(30) && at < 7) {
            pieces.add(clause(CAUGHT.get(dice.between(8, 10) == 8 ? 8 : 10), depth));
        }
    }

    private Tree clause(String type, int depth) {
        String name = scope.fresh("e");
        return scope.inside(() -> {
            scope.declare(name, OBJECT, Scope.Use.READ);
            Construct construct = type.contains("|") ? MULTI_CATCH : CATCH;
            String head = " catch (" + type + " " + name + ") {\n" + scope.me() + "log(" + name
                    + ".getClass().getSimpleName());\n";
            return dice.chance(20)
                    ? Tree.of(
                            construct,
                            CLAUSE,
                            head,
                            grammar.block(depth - 1),
                            Tree.of(
                                    RETHROW,
                                    STATEMENT,
                                    "\nif (",
                                    grammar.value(BOOLEAN, 2),
                                    ") {\nthrow " + name + ";\n}"),
                            "\n}")
                    : Tree.of(construct, CLAUSE, head, grammar.block(depth - 1), "\n}");
        });
    }
}
