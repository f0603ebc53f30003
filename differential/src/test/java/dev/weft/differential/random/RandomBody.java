package dev.weft.differential.random;

import dev.weft.differential.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A random class with a body, and what consumers do to it.
///
/// @param seed what it was made from
/// @param name the name of the class
/// @param tree its source
/// @param scripts what consumers do
record RandomBody(long seed, String name, Tree tree, List<Script> scripts) {

    static final String PACKAGE = "dev.weft.differential.drawn";

    private static final int SCRIPTS = 12;

    /// Makes the body of a seed, always the same.
    static RandomBody of(long seed) {
        var dice = new Dice(seed);
        boolean spoken = dice.chance(75);
        String name = "Drawn" + Long.toUnsignedString(seed, 36);
        var grammar = new Grammar(dice, name, spoken, dice.chance(2));
        Tree tree = tree(name, grammar);
        List<Script> scripts = new ArrayList<>();
        for (int i = 0; i < SCRIPTS; i++) {
            scripts.add(RandomScripts.make(i, dice));
        }
        return new RandomBody(seed, name, tree, List.copyOf(scripts));
    }

    /// Returns the body without switches over patterns: of some, the compiler of Eclipse makes code that asks for the
    /// same pattern forever when its condition fails.
    RandomBody withoutPatternSwitches() {
        Tree changed = tree;
        Optional<Tree> found = patternSwitch(changed);
        while (found.isPresent()) {
            Tree piece = found.orElseThrow();
            changed = changed.with(piece, Tree.plain(piece.sort()));
            found = patternSwitch(changed);
        }
        return with(changed);
    }

    private static Optional<Tree> patternSwitch(Tree tree) {
        return tree.all().filter(RandomBody::isPatternSwitch).findFirst();
    }

    private static boolean isPatternSwitch(Tree piece) {
        return piece.construct() == Construct.SWITCH_PATTERN || piece.construct() == Construct.PATTERN_SWITCH_VALUE;
    }

    /// Tells whether the body may use its yielder in a way that no transformation follows.
    boolean wild() {
        return tree.all()
                .anyMatch(piece -> piece.construct() == Construct.YIELD_IN_A_LAMBDA
                        || piece.construct() == Construct.YIELD_UNDER_A_LOCK);
    }

    String className() {
        return PACKAGE + "." + name;
    }

    String source() {
        // Where it is printed, as a part of a test, it is static.
        return "package " + PACKAGE + ";\n\n" + IMPORTS + "\n" + tree.text().replaceFirst("static ", "");
    }

    RandomBody with(Tree changed) {
        return new RandomBody(seed, name, changed, scripts);
    }

    static final String IMPORTS = """
            import dev.weft.DialogueBody;
            import dev.weft.DialogueYielder;
            import dev.weft.GeneratorBody;
            import dev.weft.GeneratorExit;
            import dev.weft.Yielder;
            import dev.weft.differential.DrawnHost;
            import java.io.IOException;
            import java.util.Arrays;
            import java.util.List;
            """;

    /// What every class has. Each part can be left out if nothing uses it.
    private static final List<String> MEMBERS = List.of("""
            private static int shared;

            """, """
            private int field = 2;

            """, """
            private String name = "n";

            """, """
            private NAME other;

            """, """
            public NAME() {
            shared = 10;
            }

            """, """
            private int secret(int a, long b) {
            log("secret");
            return a + (int) b + field;
            }

            """, """
            private NAME other() {
            if (other == null) {
            other = new NAME();
            }
            return other;
            }

            """, """
            private Object got(Yielder<Object> y, Object value) {
            y.yield(value);
            return value;
            }

            """, """
            @Override
            protected String greet(String text) {
            return "drawn " + text;
            }

            """);

    private static Tree tree(String name, Grammar grammar) {
        var pieces = new ArrayList<Object>();
        pieces.add("public static final class " + name + " extends DrawnHost {\n\n");
        for (String member : MEMBERS) {
            pieces.add(Tree.of(Construct.FIELD, Sort.MEMBER, member.replace("NAME", name)));
        }
        for (int i = grammar.dice.between(0, 2); i > 0; i--) {
            pieces.add(grammar.helpers.make(name));
        }
        pieces.add(new Bodies(name, grammar).make());
        pieces.add("}\n");
        return new Tree(Construct.BLOCK, Sort.TYPE, pieces);
    }
}
