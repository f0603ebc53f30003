package dev.weft.testkit;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is alive in the outermost run, for the texts of errors.
final class Tree {

    private static final int LINES = 40;
    private static final int ALONE = 2; // the run, and its main code

    private @Nullable Supplier<String> root; // guarded by this

    /// Names the tree, if it is the first one: those of runs within that run are a part of it.
    synchronized void root(Supplier<String> dump) {
        root = root == null ? dump : root;
    }

    private synchronized @Nullable Supplier<String> root() {
        return root;
    }

    /// Shows the tree, if there is more in it than the main code.
    @Override
    public String toString() {
        Supplier<String> dump = root();
        List<String> lines = dump == null ? List.of() : dump.get().lines().toList();
        if (lines.size() <= ALONE) {
            return "";
        }
        String shown = lines.stream().limit(LINES).map(line -> "\n  " + line).collect(Collectors.joining());
        int more = lines.size() - LINES;
        return "\nof the run:" + shown + (more > 0 ? "\n  and " + more + " more" : "");
    }
}
