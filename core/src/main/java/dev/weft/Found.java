package dev.weft;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the operators of [Finding] find: an element, which may be null, or none.
final class Found<T extends @Nullable Object> {

    private @Nullable Object element = Execution.END;

    private Found() {}

    // ---- finding ----

    static <T extends @Nullable Object> Found<T> first(AsyncIterable<T> source) {
        var found = new Found<T>();
        Collected.drain(source, element -> {
            found.element = element;
            return false;
        });
        return found;
    }

    static <T extends @Nullable Object> Found<T> last(AsyncIterable<T> source) {
        var found = new Found<T>();
        Collected.drain(source, element -> {
            found.element = element;
            return true;
        });
        return found;
    }

    static <T extends @Nullable Object> Found<T> single(AsyncIterable<T> source) {
        var found = new Found<T>();
        var several = new boolean[1];
        Collected.drain(source, element -> {
            several[0] = found.isPresent();
            found.element = element;
            return !several[0];
        });
        if (several[0]) {
            throw new IllegalStateException("single() found a second element; use first() if any will do");
        }
        return found;
    }

    static <T extends @Nullable Object> Found<T> elementAt(AsyncIterable<T> source, long index) {
        if (index < 0) {
            throw new IllegalArgumentException("index must not be negative, was " + index);
        }
        var found = new Found<T>();
        var left = new long[] {index};
        Collected.drain(source, element -> {
            if (left[0]-- > 0) {
                return true;
            }
            found.element = element;
            return false;
        });
        return found;
    }

    static <T extends @Nullable Object> Found<T> find(AsyncIterable<T> source, CheckedPredicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        var found = new Found<T>();
        Collected.drain(source, element -> {
            if (!predicate.test(Tasks.<T>unchecked(element))) {
                return true;
            }
            found.element = element;
            return false;
        });
        return found;
    }

    static <T extends @Nullable Object> CheckedPredicate<T> not(CheckedPredicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return element -> !predicate.test(element);
    }

    /// Keeps the running result of `function`, which begins with the first element.
    static <T extends @Nullable Object> Found<T> reduce(
            AsyncIterable<T> source, CheckedBiFunction<? super T, ? super T, ? extends T> function) {
        Objects.requireNonNull(function, "function");
        var found = new Found<T>();
        Collected.drain(source, element -> {
            found.element = found.isPresent() ? function.apply(found.value(), Tasks.<T>unchecked(element)) : element;
            return true;
        });
        return found;
    }

    // ---- what was found ----

    boolean isPresent() {
        return !Core.isEnd(element);
    }

    private T value() {
        return Tasks.unchecked(element);
    }

    T get(String otherwise) {
        if (!isPresent()) {
            throw new NoSuchElementException(otherwise);
        }
        return value();
    }

    T or(T defaultValue) {
        return isPresent() ? value() : defaultValue;
    }

    /// The element as an optional, which cannot hold null.
    @SuppressWarnings("NullAway") // the type of the elements may be one with null; then this refuses a null
    Optional<T> optional(String ifNull) {
        return isPresent() ? Optional.of(Objects.requireNonNull(value(), ifNull)) : Optional.empty();
    }
}
