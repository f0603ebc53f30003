package dev.weft;

import dev.weft.OverlapSteps.Order;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the operators that do their work on several elements at a time.
final class OverlapSources {

    private OverlapSources() {}

    static <T extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> map(
            String name,
            int limit,
            Order order,
            AsyncIterable<T> source,
            CheckedFunction<? super T, ? extends R> function) {
        requirePositive(limit);
        Objects.requireNonNull(function, "function");
        CheckedFunction<@Nullable Object, @Nullable Object> call =
                element -> function.apply(Tasks.<T>unchecked(element));
        return StepSource.generator(
                name, new OverlapSteps(name, limit, order, true, source, element -> new Work.Call(call, element)));
    }

    static <T extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> flatMap(
            int limit,
            AsyncIterable<T> source,
            CheckedFunction<? super T, ? extends AsyncIterable<? extends R>> function) {
        requirePositive(limit);
        Objects.requireNonNull(function, "function");
        String name = "flatMapConcurrent";
        CheckedFunction<@Nullable Object, AsyncIterable<?>> opening =
                element -> function.apply(Tasks.<T>unchecked(element));
        return StepSource.generator(
                name,
                new OverlapSteps(
                        name, limit, Order.OF_THE_ENDS, false, source, element -> new Work.Inner(opening, element)));
    }

    private static void requirePositive(int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive, was " + limit);
        }
    }
}
