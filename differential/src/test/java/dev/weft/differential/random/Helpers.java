package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

import java.util.ArrayList;
import java.util.List;

/// Methods that get the yielder, which the body calls and which call one another and themselves.
final class Helpers {

    private static final int LEVELS = 2; // how deep one calls itself

    /// A helper.
    ///
    /// @param name its name
    /// @param result what it gives; a statement if nothing
    /// @param ofClass whether it is static
    /// @param parameters the types of what it gets beside the yielder and its level
    /// @param yielderLast where the yielder stands among them
    private record Helper(String name, Sort result, boolean ofClass, List<Sort> parameters, boolean yielderLast) {}

    private final Grammar grammar;
    private final List<Helper> known = new ArrayList<>();
    private Helper current;

    Helpers(Grammar grammar) {
        this.grammar = grammar;
    }

    /// Makes a helper, which may call those made before.
    Tree make(String type) {
        Dice dice = grammar.dice;
        var helper = new Helper(
                "help" + (known.size() + 1),
                dice.pick(STATEMENT, INT, INT, LONG, DOUBLE, BOOLEAN, STRING, OBJECT, INTS),
                dice.chance(35),
                List.of(dice.pick(VALUES), dice.pick(VALUES)),
                dice.chance(50));
        current = helper;
        Tree made = grammar.scope.method(
                helper.result, helper.ofClass ? "self." : "", !helper.ofClass, () -> method(helper, type));
        current = null;
        known.add(helper);
        return made;
    }

    private Tree method(Helper helper, String type) {
        Scope scope = grammar.scope;
        scope.declare("level", INT, Scope.Use.READ);
        var parameters = new StringBuilder("int level");
        for (int i = 0; i < helper.parameters.size(); i++) {
            Sort sort = helper.parameters.get(i);
            scope.declare("a" + i, sort, Scope.Use.ASSIGN);
            parameters.append(", ").append(sort.type).append(" a").append(i);
        }
        String yielder =
                (grammar.spoken ? "DialogueYielder" : "Yielder") + "<Object" + (grammar.spoken ? ", Object> y" : "> y");
        String all = helper.yielderLast ? parameters + ", " + yielder : yielder + ", " + parameters;
        String head = "private " + (helper.ofClass ? "static " : "")
                + (helper.result == STATEMENT ? "void" : helper.result.type)
                + " " + helper.name + "(" + (helper.ofClass ? type + " self, " : "") + all + ") throws Exception {\n"
                + (helper.ofClass ? "self." : "") + "burn();\n";
        Tree code = grammar.block(2, 2);
        return helper.result == STATEMENT
                ? Tree.of(HELPER, MEMBER, head, code, "\n}\n")
                : Tree.of(HELPER, MEMBER, head, code, "\nreturn ", grammar.value(helper.result, 2), ";\n}\n");
    }

    /// Makes a call that gives such a value.
    ///
    /// @return the call, or `null` if no helper gives one
    Tree call(Sort result, int depth) {
        if (current != null && current.result == result && grammar.dice.chance(40)) {
            return recursive(depth);
        }
        List<Helper> fitting =
                known.stream().filter(helper -> helper.result == result).toList();
        return fitting.isEmpty() ? null : call(grammar.dice.pick(fitting), HELPER_CALL, String.valueOf(LEVELS), depth);
    }

    private Tree recursive(int depth) {
        return current.result == STATEMENT
                ? Tree.of(
                        RECURSIVE_CALL,
                        STATEMENT,
                        "if (level > 0) {\n",
                        call(current, RECURSIVE_CALL, "level - 1", depth),
                        "\n}")
                : Tree.of(
                        RECURSIVE_CALL,
                        current.result,
                        "(level > 0 ? ",
                        call(current, RECURSIVE_CALL, "level - 1", depth),
                        " : ",
                        grammar.leaf(current.result),
                        ")");
    }

    private Tree call(Helper helper, Construct construct, String level, int depth) {
        Scope scope = grammar.scope;
        var pieces = new ArrayList<Object>();
        pieces.add(helper.ofClass ? helper.name + "(" + scope.self() + ", " : scope.me() + helper.name + "(");
        pieces.add((helper.yielderLast ? "" : "y, ") + level);
        for (Sort sort : helper.parameters) {
            pieces.add(", ");
            pieces.add(grammar.value(sort, depth - 1));
        }
        pieces.add((helper.yielderLast ? ", y)" : ")") + (helper.result == STATEMENT ? ";" : ""));
        return new Tree(construct, helper.result, pieces);
    }
}
