package dev.weft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The forms of gather, settle and race, over [Gathering].
final class Gatherings {

    private static final List<String> NAMES = List.of("first", "second", "third", "fourth");

    private Gatherings() {}

    /// Copies the awaitables, and names the one that is missing.
    static <A> List<A> checked(Collection<? extends A> awaitables) {
        Objects.requireNonNull(awaitables, "awaitables");
        var copy = new ArrayList<A>(awaitables.size());
        for (A awaitable : awaitables) {
            copy.add(Objects.requireNonNull(awaitable, () -> "awaitable " + copy.size() + " is null"));
        }
        return copy;
    }

    /// Checks the arguments of the forms with a function, under the names of their parameters.
    private static List<Awaitable<?>> named(Awaitable<?>... awaitables) {
        for (int i = 0; i < awaitables.length; i++) {
            Objects.requireNonNull(awaitables[i], NAMES.get(i));
        }
        return List.of(awaitables);
    }

    static <T extends @Nullable Object> Awaitable<List<T>> all(List<? extends Awaitable<? extends T>> awaitables) {
        return () -> Collections.unmodifiableList(Gatherings.<T>values(awaitables));
    }

    /// Runs all, in turn if none of them can wait, and returns their results in the order of the arguments.
    private static <T extends @Nullable Object> List<T> values(List<? extends Awaitable<? extends T>> awaitables)
            throws Exception {
        if (Prompt.areAll(awaitables)) {
            return Prompt.inTurn(awaitables);
        }
        var values = new ArrayList<T>(awaitables.size());
        for (RunningTask<?> task : run(Gathering.Stop.AT_FIRST_FAILURE, "gather", awaitables)) {
            values.add(Tasks.unchecked(task.valueNow()));
        }
        return values;
    }

    static <T extends @Nullable Object> Awaitable<List<Outcome<T>>> settle(
            List<? extends Awaitable<? extends T>> awaitables) {
        return () -> {
            var outcomes = new ArrayList<Outcome<T>>(awaitables.size());
            for (RunningTask<?> task : run(Gathering.Stop.NEVER, "settle", awaitables)) {
                Throwable failure = task.failureNow();
                outcomes.add(
                        failure == null
                                ? new Outcome.Success<>(Tasks.<T>unchecked(task.valueNow()))
                                : new Outcome.Failure<>(failure));
            }
            return Collections.unmodifiableList(outcomes);
        };
    }

    static <T extends @Nullable Object> Awaitable<T> race(List<? extends Awaitable<? extends T>> awaitables) {
        if (awaitables.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one awaitable, had none");
        }
        return () -> {
            try {
                return Tasks.unchecked(Gathering.race(awaitables).valueNow());
            } catch (Throwable failure) {
                throw Throw.unchecked(failure);
            }
        };
    }

    static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Awaitable<R> of(
            Awaitable<? extends A> a,
            Awaitable<? extends B> b,
            CheckedBiFunction<? super A, ? super B, ? extends R> function) {
        List<Awaitable<?>> both = named(a, b);
        Objects.requireNonNull(function, "function");
        return () -> {
            List<@Nullable Object> values = values(both);
            return function.apply(Tasks.unchecked(values.get(0)), Tasks.unchecked(values.get(1)));
        };
    }

    static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            Awaitable<R> of(
                    Awaitable<? extends A> a,
                    Awaitable<? extends B> b,
                    Awaitable<? extends C> c,
                    CheckedTriFunction<? super A, ? super B, ? super C, ? extends R> function) {
        List<Awaitable<?>> all = named(a, b, c);
        Objects.requireNonNull(function, "function");
        return () -> {
            List<@Nullable Object> values = values(all);
            return function.apply(
                    Tasks.unchecked(values.get(0)), Tasks.unchecked(values.get(1)), Tasks.unchecked(values.get(2)));
        };
    }

    static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            Awaitable<R> of(
                    Awaitable<? extends A> a,
                    Awaitable<? extends B> b,
                    Awaitable<? extends C> c,
                    Awaitable<? extends D> d,
                    CheckedQuadFunction<? super A, ? super B, ? super C, ? super D, ? extends R> function) {
        List<Awaitable<?>> all = named(a, b, c, d);
        Objects.requireNonNull(function, "function");
        return () -> {
            List<@Nullable Object> values = values(all);
            return function.apply(
                    Tasks.unchecked(values.get(0)),
                    Tasks.unchecked(values.get(1)),
                    Tasks.unchecked(values.get(2)),
                    Tasks.unchecked(values.get(3)));
        };
    }

    private static List<RunningTask<?>> run(Gathering.Stop stop, String name, List<? extends Awaitable<?>> awaitables) {
        try {
            return Gathering.await(name, stop, awaitables);
        } catch (Throwable failure) {
            throw Throw.unchecked(failure);
        }
    }
}
