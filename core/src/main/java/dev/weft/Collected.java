package dev.weft;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
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
            while (!Execution.isEnd(element) && sink.accept(element)) {
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

    static <T extends @Nullable Object> Stream<T> stream(AsyncIterable<T> source) {
        AsyncIterator<T> iterator = source.aiter();
        var upstream = Upstream.of(iterator);
        var elements = Spliterators.spliteratorUnknownSize(BlockingIterator.of(iterator), Spliterator.ORDERED);
        return StreamSupport.stream(elements, false).onClose(() -> upstream.during(() -> {}));
    }
}
