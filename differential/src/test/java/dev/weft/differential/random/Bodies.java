package dev.weft.differential.random;

import static dev.weft.differential.random.Construct.*;
import static dev.weft.differential.random.Sort.*;

import java.util.List;

/// Makes the body itself, in one of its forms.
final class Bodies {

    private static final List<Sort> CAPTURED = List.of(INT, LONG, STRING, OBJECT, DOUBLE, INTS);

    private final String name;
    private final Grammar grammar;
    private final String type;
    private final String yielder;

    Bodies(String name, Grammar grammar) {
        this.name = name;
        this.grammar = grammar;
        type = grammar.spoken ? "DialogueBody<Object, Object, Object>" : "GeneratorBody<Object>";
        yielder = grammar.spoken ? "DialogueYielder<Object, Object> y" : "Yielder<Object> y";
    }

    Tree make() {
        return switch (grammar.dice.below(8)) {
            case 0 -> ofStatic();
            case 1 -> ofMethod();
            case 2 -> ofClass();
            default -> ofLambda();
        };
    }

    private Tree ofLambda() {
        Tree code = code("", true, true);
        return Tree.of(
                LAMBDA_BODY,
                MEMBER,
                "@Override\npublic Object body() {\n" + variables(),
                Tree.of(LAMBDA_BODY, MEMBER, "return (" + type + ") y -> {\n", code, "\n};\n"),
                "}\n");
    }

    private Tree ofStatic() {
        Tree code = code("self.", false, true);
        return Tree.of(
                STATIC_BODY,
                MEMBER,
                "@Override\npublic Object body() {\nreturn make(this);\n}\n\nprivate static Object make(" + name
                        + " self) {\n" + variables(),
                Tree.of(STATIC_BODY, MEMBER, "return (" + type + ") y -> {\n", code, "\n};\n"),
                "}\n");
    }

    private Tree ofMethod() {
        Tree code = code("", true, false);
        return Tree.of(
                METHOD_BODY,
                MEMBER,
                "@Override\npublic Object body() {\nreturn (" + type + ") this::run;\n}\n\nprivate "
                        + (grammar.spoken ? "Object" : "void") + " run(" + yielder + ") throws Exception {\n",
                code,
                "\n}\n");
    }

    private Tree ofClass() {
        Tree code = code(name + ".this.", false, true);
        return Tree.of(
                CLASS_BODY,
                MEMBER,
                "@Override\npublic Object body() {\n" + variables(),
                Tree.of(
                        CLASS_BODY,
                        MEMBER,
                        "return new " + type + "() {\n@Override\npublic " + (grammar.spoken ? "Object" : "void")
                                + " run(" + yielder + ") throws Exception {\n",
                        code,
                        "\n}\n};\n"),
                "}\n");
    }

    private static String variables() {
        var text = new StringBuilder();
        for (Sort sort : CAPTURED) {
            text.append("final ")
                    .append(sort.type)
                    .append(' ')
                    .append(captured(sort))
                    .append(" = ")
                    .append(sort.plain)
                    .append(";\n");
        }
        return text.toString();
    }

    private static String captured(Sort sort) {
        return "captured" + sort.ordinal();
    }

    private Tree code(String me, boolean supers, boolean captures) {
        return grammar.scope.method(grammar.spoken ? OBJECT : STATEMENT, me, supers, () -> {
            if (captures) {
                CAPTURED.forEach(sort -> grammar.scope.declare(captured(sort), sort, Scope.Use.CAPTURE));
            }
            Tree first = Tree.of(DECLARATION, STATEMENT, "int first = ", grammar.value(INT, 2), ";\n");
            grammar.scope.declare("first", INT, Scope.Use.ASSIGN);
            Tree block = grammar.block(grammar.dice.between(2, 3), grammar.dice.between(2, 4));
            return grammar.spoken
                    ? Tree.of(Construct.BLOCK, Sort.BLOCK, first, block, "\nreturn ", grammar.value(OBJECT, 3), ";")
                    : Tree.of(Construct.BLOCK, Sort.BLOCK, first, block);
        });
    }
}
