package dev.weft;

import java.util.Objects;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Integrator;
import org.jspecify.annotations.Nullable;

/// The sequential operators, each a gatherer, so that one integrator serves push and pull.
final class Gathered {

    private Gathered() {}

    static <T extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> of(
            String name, AsyncIterable<T> source, Gatherer<? super T, ?, R> gatherer) {
        return new Generator<R, @Nullable Void, @Nullable Void>(new GatherSource(name, source, gatherer));
    }

    static <T extends @Nullable Object, R extends @Nullable Object> Gatherer<T, ?, R> map(
            CheckedFunction<? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        return Gatherer.ofSequential(Integrator.<@Nullable Void, T, R>ofGreedy(
                (_, element, downstream) -> downstream.push(call(function, element))));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> filter(CheckedPredicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        CheckedFunction<T, Boolean> test = predicate::test;
        return Gatherer.ofSequential(Integrator.<@Nullable Void, T, T>ofGreedy(
                (_, element, downstream) -> !call(test, element) || downstream.push(element)));
    }

    static <T extends @Nullable Object, R extends @Nullable Object> Gatherer<T, ?, R> scan(
            R initial, CheckedBiFunction<? super R, ? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        class Running {
            R last = initial;
        }
        return Gatherer.<T, Running, R>ofSequential(Running::new, Integrator.ofGreedy((state, element, downstream) -> {
            state.last = call(last -> function.apply(last, element), state.last);
            return downstream.push(state.last);
        }));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> take(AsyncIterable<T> source, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, was " + count);
        }
        if (count == 0) {
            return new Generator<T, @Nullable Void, @Nullable Void>(new NothingSource("take", source));
        }
        class Counting {
            long left = count;
        }
        return of(
                "take",
                source,
                Gatherer.<T, Counting, T>ofSequential(
                        Counting::new, (state, element, downstream) -> downstream.push(element) && --state.left > 0));
    }

    private static <T extends @Nullable Object, R extends @Nullable Object> R call(
            CheckedFunction<? super T, ? extends R> function, T argument) {
        try {
            return function.apply(argument);
        } catch (Exception failure) {
            throw Throw.unchecked(failure);
        }
    }
}
