package dev.weft;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The name of a generator for people: an operator after what it reads, as in `pages.map.filter`.
///
/// Computed when it is asked for, in events, dumps and reports; nothing of it is kept. Of a long chain the first
/// operator and the last are shown: `pages.map...take`. An operator on several sources begins a name of its own.
final class FullName {

    private static final int SHORT = 3;

    private FullName() {}

    static String of(Source source) {
        Deque<String> operators = new ArrayDeque<>();
        Source at = source;
        while (true) {
            AsyncIterable<?> operand = at.operand();
            if (operand == null) {
                return operators.isEmpty() ? at.name() : joined(root(at.name(), at.site()), operators);
            }
            operators.addFirst(at.name());
            Source below = operand instanceof Generator<?, ?, ?> generator ? generator.origin() : null;
            if (below == null) {
                return joined(operand instanceof Generator<?, ?, ?> generator ? generator.name() : null, operators);
            }
            at = below;
        }
    }

    /// A body without a name is called by its place alone.
    private static String root(String name, String site) {
        return name.endsWith(site) ? site : name;
    }

    private static String joined(@Nullable String root, Deque<String> operators) {
        String prefix = root == null ? "" : root + ".";
        return operators.size() <= SHORT
                ? prefix + String.join(".", operators)
                : prefix + operators.getFirst() + "..." + operators.getLast();
    }
}
