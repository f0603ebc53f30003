package dev.weft;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Integrator;
import org.jspecify.annotations.Nullable;

/// How the operators of [Selecting] choose.
final class Selected {

    private Selected() {}

    static <T extends @Nullable Object> Gatherer<T, ?, T> filter(CheckedPredicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return Link.gatherer(() -> new Links.Filtering<T>(predicate));
    }

    static <T extends @Nullable Object, R> Gatherer<T, ?, R> ofType(Class<R> type) {
        Objects.requireNonNull(type, "type");
        if (type.isPrimitive()) {
            throw new IllegalArgumentException("type must not be primitive, was " + type
                    + ", which no element has; name the class of its box, as in Integer.class");
        }
        return Link.gatherer(() -> new Links.Filtering<T>(type::isInstance));
    }

    // ---- at the beginning ----

    static <T extends @Nullable Object> AsyncGenerator<T> take(AsyncIterable<T> source, long count) {
        if (Gathered.notNegative(count, "count") == 0) {
            return Gathered.nothing("take", source);
        }
        return Gathered.of("take", source, Link.<T, T>gatherer(() -> new Links.Taking<T>(count)));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> takeWhile(CheckedPredicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return Link.gatherer(() -> new Links.TakingTo<T>(element -> !predicate.test(element), false));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> takeUntil(CheckedPredicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return Link.gatherer(() -> new Links.TakingTo<T>(predicate, true));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> drop(long count) {
        Gathered.notNegative(count, "count");
        return Link.gatherer(() -> new Links.Dropping<T>(count));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> dropWhile(CheckedPredicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return Link.gatherer(() -> new Links.DroppingWhile<T>(predicate));
    }

    // ---- at the end ----

    static <T extends @Nullable Object> AsyncGenerator<T> takeLast(AsyncIterable<T> source, long count) {
        if (Gathered.notNegative(count, "count") == 0) {
            return Gathered.nothing("takeLast", source);
        }
        return Gathered.of(
                "takeLast",
                source,
                Gatherer.<T, Held<T>, T>ofSequential(
                        Held::new,
                        Integrator.ofGreedy((held, element, downstream) -> {
                            held.add(element);
                            if (held.size() > count) {
                                held.remove();
                            }
                            return true;
                        }),
                        (held, downstream) -> {
                            while (held.size() > 0) {
                                downstream.push(held.remove());
                            }
                        }));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> dropLast(long count) {
        Gathered.notNegative(count, "count");
        return Gatherer.<T, Held<T>, T>ofSequential(Held::new, Integrator.ofGreedy((held, element, downstream) -> {
            held.add(element);
            return held.size() <= count || downstream.push(held.remove());
        }));
    }

    /// Elements that are held back, the oldest first.
    private static final class Held<T extends @Nullable Object> {
        private static final Object NULL = new Object(); // a deque takes no null

        private final ArrayDeque<Object> elements = new ArrayDeque<>();

        void add(T element) {
            elements.add(element == null ? NULL : element);
        }

        T remove() {
            Object element = elements.remove();
            return Tasks.unchecked(element == NULL ? null : element);
        }

        int size() {
            return elements.size();
        }
    }

    // ---- once each ----

    static <T extends @Nullable Object> Gatherer<T, ?, T> distinctBy(CheckedFunction<? super T, ?> key) {
        Objects.requireNonNull(key, "key");
        return Gatherer.<T, Set<@Nullable Object>, T>ofSequential(
                HashSet::new,
                Integrator.ofGreedy((seen, element, downstream) ->
                        !seen.add(Gathered.<T, @Nullable Object>call(key, element)) || downstream.push(element)));
    }

    static <T extends @Nullable Object, K extends @Nullable Object> Gatherer<T, ?, T> distinctUntilChanged(
            CheckedFunction<? super T, ? extends K> key, CheckedBiFunction<? super K, ? super K, Boolean> same) {
        class Last {
            private boolean any;
            private @Nullable Object key;

            boolean changesTo(K next) {
                if (any && Gathered.<K, K, Boolean>call(same, Tasks.<K>unchecked(key), next)) {
                    return false;
                }
                any = true;
                key = next;
                return true;
            }
        }
        return Gatherer.<T, Last, T>ofSequential(
                Last::new,
                Integrator.ofGreedy((last, element, downstream) ->
                        !last.changesTo(Gathered.<T, K>call(key, element)) || downstream.push(element)));
    }

    // ---- in place of nothing ----

    static <T extends @Nullable Object> Gatherer<T, ?, T> ifEmpty(T value) {
        class Seen {
            boolean any;
        }
        return Gatherer.<T, Seen, T>ofSequential(
                Seen::new,
                Integrator.ofGreedy((seen, element, downstream) -> {
                    seen.any = true;
                    return downstream.push(element);
                }),
                (seen, downstream) -> {
                    if (!seen.any) {
                        downstream.push(value);
                    }
                });
    }

    static <T extends @Nullable Object> AsyncGenerator<T> ifEmpty(
            AsyncIterable<T> source, AsyncIterable<? extends T> other) {
        Objects.requireNonNull(other, "other is null; for one null element cast it, as in ifEmpty((String) null)");
        return StepSource.operator("ifEmpty", ConcatSteps.whileEmpty(List.of(source, other)));
    }
}
