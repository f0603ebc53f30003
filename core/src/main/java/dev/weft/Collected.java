package dev.weft;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.stream.Collector;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// How the operators of [Collecting] and [Leaving] run a source.
final class Collected {

    private Collected() {}

    /// Runs a source to its end, or until `sink` wants no more, and closes it.
    static void drain(AsyncIterable<?> source, Sink sink) {
        drainOpened(Upstream.open(source), sink);
    }

    /// Runs an iterator to its end, or until `sink` wants no more, and closes it.
    static void drainOpened(AsyncIterator<?> iterator, Sink sink) {
        if (iterator instanceof Generator<?, ?, ?> generator) {
            try {
                generator.drain(sink);
            } catch (Throwable failure) {
                throw Throw.unchecked(failure);
            } finally {
                Reference.reachabilityFence(generator);
            }
            return;
        }
        var upstream = Upstream.of(iterator);
        upstream.during(() -> {
            Object element = upstream.next();
            while (!Core.isEnd(element) && sink.accept(element)) {
                element = upstream.next();
            }
        });
    }

    static <T extends @Nullable Object, X extends Exception> void each(
            AsyncIterable<T> source, CheckedConsumer<? super T, X> action) {
        Objects.requireNonNull(action, "action");
        drain(source, element -> {
            action.accept(Tasks.<T>unchecked(element));
            return true;
        });
    }

    static <T extends @Nullable Object> List<T> toList(AsyncIterable<T> source) {
        var elements = new ArrayList<T>();
        drain(source, element -> elements.add(Tasks.<T>unchecked(element)));
        return Collections.unmodifiableList(elements);
    }

    static <T extends @Nullable Object, A extends @Nullable Object, R extends @Nullable Object> R collect(
            AsyncIterable<T> source, Collector<? super T, A, R> collector) {
        Objects.requireNonNull(collector, "collector");
        A container = collector.supplier().get();
        BiConsumer<A, ? super T> accumulator = collector.accumulator();
        drain(source, element -> {
            accumulator.accept(container, Tasks.<T>unchecked(element));
            return true;
        });
        return collector.finisher().apply(container);
    }

    static <T extends @Nullable Object, R extends @Nullable Object> R fold(
            AsyncIterable<T> source, R initial, CheckedBiFunction<? super R, ? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        class Running {
            R last = initial;
        }
        var running = new Running();
        each(source, element -> running.last = function.apply(running.last, element));
        return running.last;
    }

    static long count(AsyncIterable<?> source) {
        var count = new long[1];
        drain(source, _ -> {
            count[0]++;
            return true;
        });
        return count[0];
    }

    static <T extends @Nullable Object> CheckedBiFunction<T, T, T> lesser(Comparator<? super T> comparator) {
        Objects.requireNonNull(comparator, "comparator");
        return (least, element) -> comparator.compare(element, least) < 0 ? element : least;
    }

    static <T extends @Nullable Object> CheckedBiFunction<T, T, T> greater(Comparator<? super T> comparator) {
        Objects.requireNonNull(comparator, "comparator");
        return (greatest, element) -> comparator.compare(element, greatest) > 0 ? element : greatest;
    }

    static String joining(AsyncIterable<?> source, CharSequence delimiter, CharSequence prefix, CharSequence suffix) {
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(suffix, "suffix");
        var joiner = new StringJoiner(delimiter, prefix, suffix);
        drain(source, element -> {
            joiner.add(String.valueOf(element));
            return true;
        });
        return joiner.toString();
    }

    static <T extends @Nullable Object, K extends @Nullable Object, V extends @Nullable Object> Map<K, V> toMap(
            AsyncIterable<T> source,
            CheckedFunction<? super T, ? extends K> key,
            CheckedFunction<? super T, ? extends V> value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        var map = new LinkedHashMap<K, V>();
        each(source, element -> {
            K mapped = key.apply(element);
            if (map.containsKey(mapped)) {
                throw new IllegalStateException(
                        "key " + mapped + " is there twice; merge its values with toMap(key, value, merge)");
            }
            map.put(mapped, value.apply(element));
        });
        return Collections.unmodifiableMap(map);
    }

    static <T extends @Nullable Object, K extends @Nullable Object, V extends @Nullable Object> Map<K, V> toMap(
            AsyncIterable<T> source,
            CheckedFunction<? super T, ? extends K> key,
            CheckedFunction<? super T, ? extends V> value,
            CheckedBiFunction<? super V, ? super V, ? extends V> merge) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(merge, "merge");
        var map = new LinkedHashMap<K, V>();
        each(source, element -> {
            K mapped = key.apply(element);
            V further = value.apply(element);
            map.put(mapped, map.containsKey(mapped) ? merge.apply(Tasks.unchecked(map.get(mapped)), further) : further);
        });
        return Collections.unmodifiableMap(map);
    }

    static <T extends @Nullable Object> Set<T> toSet(AsyncIterable<T> source) {
        var elements = new LinkedHashSet<T>();
        drain(source, element -> {
            elements.add(Tasks.<T>unchecked(element));
            return true;
        });
        return Collections.unmodifiableSet(elements);
    }

    static <T extends @Nullable Object> Stream<T> stream(AsyncIterable<T> source) {
        AsyncIterator<T> iterator = source.aiter();
        var upstream = Upstream.of(iterator);
        var elements = Spliterators.spliteratorUnknownSize(BlockingIterator.of(iterator), Spliterator.ORDERED);
        return StreamSupport.stream(elements, false).onClose(() -> upstream.during(() -> {}));
    }
}
