package dev.weft;

import java.util.stream.Gatherer;
import org.jspecify.annotations.Nullable;

/// What the families of sequential operators share. Each operator is a gatherer, so that one integrator serves push and
/// pull.
final class Gathered {

    private Gathered() {}

    static <T extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> of(
            String name, AsyncIterable<T> source, Gatherer<? super T, ?, R> gatherer) {
        return new Generator<R, @Nullable Void, @Nullable Void>(new GatherSource(name, source, gatherer));
    }

    /// No element of a source, which is closed unread.
    static <T extends @Nullable Object> AsyncGenerator<T> nothing(String name, AsyncIterable<T> source) {
        return new Generator<T, @Nullable Void, @Nullable Void>(new NothingSource(name, source));
    }

    /// Calls a function of the user; what it throws goes on as it is.
    static <T extends @Nullable Object, R extends @Nullable Object> R call(
            CheckedFunction<? super T, ? extends R> function, T argument) {
        try {
            return function.apply(argument);
        } catch (Exception failure) {
            throw Throw.unchecked(failure);
        }
    }

    /// Calls a function of the user; what it throws goes on as it is.
    static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> R call(
            CheckedBiFunction<? super A, ? super B, ? extends R> function, A first, B second) {
        try {
            return function.apply(first, second);
        } catch (Exception failure) {
            throw Throw.unchecked(failure);
        }
    }

    /// Calls a predicate of the user; what it throws goes on as it is.
    static <T extends @Nullable Object> boolean test(CheckedPredicate<? super T> predicate, T argument) {
        try {
            return predicate.test(argument);
        } catch (Exception failure) {
            throw Throw.unchecked(failure);
        }
    }

    static long notNegative(long number, String what) {
        if (number < 0) {
            throw new IllegalArgumentException(what + " must not be negative, was " + number);
        }
        return number;
    }

    static int positive(int number, String what) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + " must be positive, was " + number);
        }
        return number;
    }
}
