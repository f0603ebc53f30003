package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

import java.util.ArrayList;
import java.util.function.Supplier;

/// Switches of all kinds, as statements and as values.
final class Switches {

    private final Grammar grammar;
    private final Dice dice;
    private final Scope scope;

    Switches(Grammar grammar) {
        this.grammar = grammar;
        dice = grammar.dice;
        scope = grammar.scope;
    }

    Tree statement(int depth) {
        return switch (dice.below(5)) {
            case 0 -> old(depth);
            case 1 -> arrows(depth);
            case 2 -> ofTexts(depth);
            case 3 -> ofConstants(depth);
            default -> ofPatterns(depth);
        };
    }

    private Tree old(int depth) {
        String label = scope.fresh("S");
        return scope.labelled(label, () -> {
            var pieces = new ArrayList<Object>();
            pieces.add(label + ": switch (");
            pieces.add(grammar.value(INT, 2));
            pieces.add(dice.pick(" & 3", " % 5") + ") {\n");
            for (String key : dice.chance(50) ? new String[] {"0", "1", "2"} : new String[] {"-4", "0", "3"}) {
                pieces.add("case " + key + ":\n");
                pieces.add(grammar.block(depth - 1, 1));
                pieces.add(dice.chance(50) ? "break;\n" : "\n");
            }
            pieces.add("default:\n");
            pieces.add(grammar.block(depth - 1, 1));
            pieces.add("}");
            return new Tree(SWITCH, STATEMENT, pieces);
        });
    }

    private Tree arrows(int depth) {
        return Tree.of(
                SWITCH_ARROW,
                STATEMENT,
                "switch (",
                grammar.value(INT, 2),
                " & 3) {\ncase 0, 2 -> ",
                grammar.block(depth - 1),
                "\ncase 1 -> ",
                grammar.block(depth - 1),
                "\ndefault -> ",
                grammar.block(depth - 1, 1),
                "\n}");
    }

    private Tree ofTexts(int depth) {
        return Tree.of(
                SWITCH_TEXT,
                STATEMENT,
                "switch (",
                grammar.value(STRING, 2),
                ") {\ncase \"s1\", \"Aa\" -> ",
                grammar.block(depth - 1),
                "\ncase \"BB\", \"nil\", \"\" -> ",
                grammar.block(depth - 1),
                "\ndefault -> ",
                grammar.block(depth - 1),
                "\n}");
    }

    private Tree ofConstants(int depth) {
        return Tree.of(
                SWITCH_ENUM,
                STATEMENT,
                "switch (Color.values()[",
                grammar.value(INT, 2),
                " & 1]) {\ncase RED -> ",
                grammar.block(depth - 1),
                "\ncase GREEN -> ",
                grammar.block(depth - 1),
                "\ndefault -> ",
                grammar.block(depth - 1, 1),
                "\n}");
    }

    private Tree ofPatterns(int depth) {
        String a = scope.fresh("p");
        String b = scope.fresh("p");
        return Tree.of(
                SWITCH_PATTERN,
                STATEMENT,
                "switch ((Object) ",
                grammar.value(OBJECT, 3),
                ") {\ncase null -> ",
                grammar.block(depth - 1, 1),
                "\ncase Integer " + a + " when ",
                grammar.guard(a),
                " -> ",
                read(a, BOX, () -> grammar.block(depth - 1)),
                "\ncase Pair(int " + a + ", String " + b + ") -> ",
                with(a, INT, () -> with(b, STRING, () -> grammar.block(depth - 1))),
                "\ncase Pair(int " + a + ", Object " + b + ") -> ",
                with(a, INT, () -> with(b, OBJECT, () -> grammar.block(depth - 1))),
                "\ncase String " + a + " -> ",
                with(a, STRING, () -> grammar.block(depth - 1)),
                "\ndefault -> ",
                grammar.block(depth - 1, 1),
                "\n}");
    }

    private Tree with(String name, Sort sort, Supplier<Tree> code) {
        return scope.inside(() -> {
            scope.declare(name, sort, Scope.Use.ASSIGN);
            return code.get();
        });
    }

    private Tree read(String name, Sort sort, Supplier<Tree> code) {
        return scope.inside(() -> {
            scope.declare(name, sort, Scope.Use.READ);
            return code.get();
        });
    }

    /// A block that gives the value; a name for it, as `yield (` begins a call of a method.
    private Tree yielded(Sort sort, int depth) {
        String name = scope.fresh("w");
        return scope.inside(() -> Tree.of(
                Construct.BLOCK,
                Sort.BLOCK,
                "{\n",
                grammar.statement(0),
                "\n" + sort.type + " " + name + " = ",
                grammar.value(sort, depth - 1),
                ";\nyield " + name + ";\n}"));
    }

    Tree value(Sort sort, int depth) {
        return scope.closed(() -> Tree.of(
                SWITCH_VALUE,
                sort,
                "(switch (",
                grammar.value(INT, depth - 1),
                " & 3) {\ncase 0 -> ",
                grammar.value(sort, depth - 1),
                ";\ncase 1 -> ",
                yielded(sort, depth),
                "\ndefault -> ",
                dice.chance(15)
                        ? Tree.of(THROW, sort, "throw new IllegalStateException(\"in a switch\")")
                        : grammar.value(sort, depth - 1),
                ";\n})"));
    }

    Tree patternValue(Sort sort, int depth) {
        String a = scope.fresh("p");
        String b = scope.fresh("p");
        return scope.closed(() -> Tree.of(
                PATTERN_SWITCH_VALUE,
                sort,
                "(switch ((Object) ",
                grammar.value(OBJECT, depth - 1),
                ") {\ncase String " + a + " when " + a + ".length() > 2 -> ",
                read(a, STRING, () -> grammar.value(sort, depth - 1)),
                ";\ncase Pair(int " + a + ", Pair(int " + b + ", var _)) when ",
                grammar.guard(a),
                " -> ",
                read(a, INT, () -> read(b, INT, () -> yielded(sort, depth))),
                "\ncase null, default -> ",
                grammar.value(sort, depth - 1),
                ";\n})"));
    }
}
