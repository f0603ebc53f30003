package dev.weft.differential.random;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What random bodies are made of.
final class Coverage {

    private final Map<Construct, Long> seen = new EnumMap<>(Construct.class);
    private final Map<Construct, Long> yielding = new EnumMap<>(Construct.class);
    private long yieldsOverOperands;

    void add(RandomBody body) {
        body.tree().all().forEach(piece -> {
            seen.merge(piece.construct(), 1L, Long::sum);
            if (piece.yields()) {
                yielding.merge(piece.construct(), 1L, Long::sum);
            }
            yieldsOverOperands += operandsBelow(piece);
        });
    }

    /// How many parts of a value yield while an earlier part waits.
    private static long operandsBelow(Tree piece) {
        List<Tree> parts = piece.parts();
        boolean pure = piece.sort().isValue()
                && parts.stream().allMatch(part -> part.sort().isValue());
        return pure && parts.size() > 1
                ? parts.stream().skip(1).filter(Tree::yields).count()
                : 0;
    }

    /// The constructs that no body has.
    Stream<Construct> missing() {
        return Stream.of(Construct.values()).filter(construct -> !seen.containsKey(construct));
    }

    /// The constructs inside of which no body stops, though it could.
    Stream<Construct> neverYielding() {
        return Stream.of(Construct.values())
                .filter(construct -> construct.yields == Construct.Yields.INSIDE)
                .filter(construct -> !yielding.containsKey(construct));
    }

    long yieldsOverOperands() {
        return yieldsOverOperands;
    }

    @Override
    public String toString() {
        return "seen " + seen + ", with a yield inside " + yielding + ", yields over operands " + yieldsOverOperands;
    }
}
