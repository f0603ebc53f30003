package dev.weft;

import org.jspecify.annotations.Nullable;

/// One step of [Async#unfold(Object, CheckedFunction)]: an element and the next state, a last element, or the end.
///
/// @param <T> the type of the elements
/// @param <S> the type of the states
public sealed interface Unfolding<T extends @Nullable Object, S extends @Nullable Object> {

    /// An element, after which it goes on with another state.
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the states
    /// @param element the element
    /// @param state the next state
    record Next<T extends @Nullable Object, S extends @Nullable Object>(T element, S state)
            implements Unfolding<T, S> {}

    /// An element, after which it ends.
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the states
    /// @param element the element
    record Last<T extends @Nullable Object, S extends @Nullable Object>(T element) implements Unfolding<T, S> {}

    /// The end.
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the states
    record End<T extends @Nullable Object, S extends @Nullable Object>() implements Unfolding<T, S> {}

    /// Gives an element and goes on.
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the states
    /// @param element the element, which may be null
    /// @param state what the function gets next
    /// @return the step
    static <T extends @Nullable Object, S extends @Nullable Object> Unfolding<T, S> next(T element, S state) {
        return new Next<>(element, state);
    }

    /// Gives an element and ends.
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the states
    /// @param element the element, which may be null
    /// @return the step
    static <T extends @Nullable Object, S extends @Nullable Object> Unfolding<T, S> last(T element) {
        return new Last<>(element);
    }

    /// Ends.
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the states
    /// @return the step
    static <T extends @Nullable Object, S extends @Nullable Object> Unfolding<T, S> end() {
        return new End<>();
    }
}
