package dev.weft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What operators over several sources share: the sources, checked, and functions of one element of each, as functions
/// of a row.
final class Rows {

    private static final List<String> NAMES = List.of("first", "second", "third", "fourth");

    private Rows() {}

    /// A function of a row.
    @FunctionalInterface
    interface Function extends CheckedFunction<List<@Nullable Object>, @Nullable Object> {}

    /// Copies the sources, and names the one that is missing.
    static List<AsyncIterable<?>> checked(List<? extends AsyncIterable<?>> sources) {
        Objects.requireNonNull(sources, "sources");
        var copy = new ArrayList<AsyncIterable<?>>(sources.size());
        for (AsyncIterable<?> source : sources) {
            copy.add(Objects.requireNonNull(source, () -> "source " + copy.size() + " is null"));
        }
        return copy;
    }

    static List<AsyncIterable<?>> checked(AsyncIterable<?> first, List<? extends AsyncIterable<?>> others) {
        var all = new ArrayList<AsyncIterable<?>>();
        all.add(first);
        all.addAll(others);
        return checked(all);
    }

    /// Checks the sources of the forms with a function, under the names of their parameters.
    static List<AsyncIterable<?>> named(AsyncIterable<?>... sources) {
        for (int i = 0; i < sources.length; i++) {
            Objects.requireNonNull(sources[i], NAMES.get(i));
        }
        return List.of(sources);
    }

    static Function whole() {
        return Collections::unmodifiableList;
    }

    static <A extends @Nullable Object, B extends @Nullable Object> Function of(
            CheckedBiFunction<? super A, ? super B, ?> function) {
        Objects.requireNonNull(function, "function");
        return row -> function.apply(Tasks.<A>unchecked(row.get(0)), Tasks.<B>unchecked(row.get(1)));
    }

    static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Function of(
            CheckedTriFunction<? super A, ? super B, ? super C, ?> function) {
        Objects.requireNonNull(function, "function");
        return row -> function.apply(
                Tasks.<A>unchecked(row.get(0)), Tasks.<B>unchecked(row.get(1)), Tasks.<C>unchecked(row.get(2)));
    }

    static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Function of(CheckedQuadFunction<? super A, ? super B, ? super C, ? super D, ?> function) {
        Objects.requireNonNull(function, "function");
        return row -> function.apply(
                Tasks.<A>unchecked(row.get(0)),
                Tasks.<B>unchecked(row.get(1)),
                Tasks.<C>unchecked(row.get(2)),
                Tasks.<D>unchecked(row.get(3)));
    }
}
