package dev.weft.differential.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A piece of source: words and, between them, smaller pieces, which can be replaced or left out.
///
/// @param construct what it is in the language
/// @param sort where it can stand
/// @param pieces texts and trees, in order
record Tree(Construct construct, Sort sort, List<Object> pieces) {

    Tree {
        pieces = List.copyOf(pieces);
    }

    static Tree of(Construct construct, Sort sort, Object... pieces) {
        return new Tree(construct, sort, List.of(pieces));
    }

    static Tree plain(Sort sort) {
        return of(Construct.LITERAL, sort, sort.plain);
    }

    /// A block of statements.
    static Tree block(List<Tree> statements) {
        var pieces = new ArrayList<Object>();
        pieces.add("{\n");
        for (Tree statement : statements) {
            pieces.add(statement);
            pieces.add("\n");
        }
        pieces.add("}");
        return new Tree(Construct.BLOCK, Sort.BLOCK, pieces);
    }

    List<Tree> parts() {
        return pieces.stream()
                .filter(Tree.class::isInstance)
                .map(Tree.class::cast)
                .toList();
    }

    /// This piece and all inside, outermost first.
    Stream<Tree> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Tree::all));
    }

    /// Tells whether a body may stop in here.
    boolean yields() {
        return all().anyMatch(tree -> tree.construct.yields == Construct.Yields.IS_ONE);
    }

    /// Tells whether this very object is inside.
    @SuppressWarnings("ReferenceEquality") // equal pieces stand in many places
    boolean holds(Tree piece) {
        return all().anyMatch(tree -> tree == piece);
    }

    /// Returns a copy with another piece in place of this very object; `null` leaves it out.
    @SuppressWarnings("ReferenceEquality") // equal pieces stand in many places
    Tree with(Tree old, Tree replacement) {
        var changed = new ArrayList<Object>(pieces.size());
        for (Object piece : pieces) {
            if (piece == old) {
                if (replacement != null) {
                    changed.add(replacement);
                }
            } else {
                changed.add(piece instanceof Tree tree && tree.holds(old) ? tree.with(old, replacement) : piece);
            }
        }
        return new Tree(construct, sort, changed);
    }

    String text() {
        var text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        for (Object piece : pieces) {
            if (piece instanceof Tree tree) {
                tree.write(text);
            } else {
                text.append(piece);
            }
        }
    }
}
