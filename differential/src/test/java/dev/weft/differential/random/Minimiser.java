package dev.weft.differential.random;

import dev.weft.differential.Compiler;
import dev.weft.differential.Sample;
import dev.weft.differential.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// Makes a body that fails small: leaves out statements and clauses, puts blocks in place of what they belong to and
/// plain values in place of others, as long as it still compiles and still fails.
final class Minimiser {

    private static final int ATTEMPTS = 1_500;

    private final Compiler compiler;
    private final BiPredicate<Sample, Script> failure;
    private int attempts;

    /// Makes a minimiser.
    ///
    /// @param compiler the compiler whose code fails
    /// @param failure tells whether a body fails under a script
    Minimiser(Compiler compiler, BiPredicate<Sample, Script> failure) {
        this.compiler = compiler;
        this.failure = failure;
    }

    /// A body and the script under which it fails.
    record Failing(RandomBody body, Script script) {}

    Failing shrink(RandomBody body, Script script) {
        Failing failing = new Failing(body, shrunkScript(body, script));
        Tree tree = body.tree();
        Tree before;
        do {
            before = tree;
            tree = shrunk(failing, tree);
        } while (!tree.equals(before) && attempts < ATTEMPTS);
        RandomBody small = body.with(tree);
        return new Failing(small, shrunkScript(small, failing.script));
    }

    private Script shrunkScript(RandomBody body, Script script) {
        Optional<Sample> sample = Compiled.one(body, compiler);
        if (sample.isEmpty()) {
            return script;
        }
        Script small = script;
        for (int i = small.size() - 1; i >= 0; i--) {
            Script smaller = small.without(i);
            if (failure.test(sample.orElseThrow(), smaller)) {
                small = smaller;
            }
        }
        return small;
    }

    /// Tries each change once, the outermost pieces first.
    private Tree shrunk(Failing failing, Tree tree) {
        Tree small = tree;
        for (int at = 1; at < size(small) && attempts < ATTEMPTS; at++) {
            Tree piece = small.all().skip(at).findFirst().orElseThrow();
            for (Tree replacement : replacements(piece)) {
                Tree smaller = small.with(piece, replacement);
                if (fails(failing.body.with(smaller), failing.script)) {
                    small = smaller;
                    at--; // what stands there now may be left out, too
                    break;
                }
            }
        }
        return small;
    }

    private static long size(Tree tree) {
        return tree.all().count();
    }

    private boolean fails(RandomBody body, Script script) {
        attempts++;
        return Compiled.one(body, compiler)
                .filter(sample -> failure.test(sample, script))
                .isPresent();
    }

    /// What can stand in place of a piece, the smallest first; `null` is nothing.
    private static List<Tree> replacements(Tree piece) {
        var all = new ArrayList<Tree>();
        if (piece.sort().isValue()) {
            Tree plain = Tree.plain(piece.sort());
            if (!plain.text().equals(piece.text())) {
                all.add(plain);
                inside(piece, piece.sort()).limit(4).forEach(all::add);
            }
        } else if (piece.sort() == Sort.BLOCK) {
            if (!piece.parts().isEmpty()) {
                all.add(Tree.block(List.of()));
            }
        } else {
            all.add(null);
            inside(piece, Sort.BLOCK).limit(4).forEach(all::add);
            inside(piece, Sort.STATEMENT).limit(4).forEach(all::add);
        }
        return all;
    }

    private static Stream<Tree> inside(Tree piece, Sort sort) {
        return piece.all().skip(1).filter(part -> part.sort() == sort);
    }

    /// Prints a failing body as a test for `RegressionsSpec`.
    static String regression(Failing failing, String difference) {
        String name = failing.body.name();
        String comment = difference.lines().map(line -> "    // " + line + "\n").reduce("", String::concat);
        return comment + "    @Test\n    void seed" + failing.body.seed() + "() {\n        assertAlike(Sample.of(\""
                + name + "\", " + name + "::new), \"" + failing.script + "\");\n    }\n\n"
                + failing.body.tree().text();
    }
}
