package dev.weft.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// What a consumer does to a generator, from its making to its close.
///
/// @param ops each thing, in order
public record Script(List<Op> ops) {

    /// Copies the list.
    public Script {
        ops = List.copyOf(ops);
    }

    /// Reads a script such as `next*3 throw(io) drain`.
    ///
    /// @param text words, each with an argument in brackets and how often it happens, if need be
    /// @return the script
    public static Script of(String text) {
        var ops = new ArrayList<Op>();
        for (String word : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            int times = word.indexOf('*');
            Op op = Op.parse(times < 0 ? word : word.substring(0, times));
            ops.addAll(Collections.nCopies(times < 0 ? 1 : Integer.parseInt(word.substring(times + 1)), op));
        }
        return new Script(ops);
    }

    /// Returns the script without one of its parts.
    ///
    /// @param index which
    /// @return a shorter script
    public Script without(int index) {
        var fewer = new ArrayList<>(ops);
        fewer.remove(index);
        return new Script(fewer);
    }

    /// How many things the consumer does.
    ///
    /// @return the number
    public int size() {
        return ops.size();
    }

    @Override
    public String toString() {
        return ops.stream().map(Op::toString).collect(Collectors.joining(" "));
    }
}
