package dev.weft;

import org.jspecify.annotations.Nullable;

/// What a dialogue's body gets: a [Yielder] whose `yield` gives what the consumer sends back.
///
/// @param <T> the type of the elements
/// @param <S> the type of the values sent in
public interface DialogueYielder<T extends @Nullable Object, S extends @Nullable Object> {

    /// Hands `value` to the consumer, stops here until the consumer asks for more, and returns what it sends.
    ///
    /// In all else as [Yielder#yield(Object)].
    ///
    /// - **Source**: PEP 525, "Asynchronous Generator Object", `asend`.
    ///
    /// @param value the element, which may be null
    /// @return the argument of [Dialogue#asend(Object)], or `null` if the consumer merely asked for the next element
    S yield(T value);

    /// Hands out the elements of another dialogue in place of its own, and returns that one's result.
    ///
    /// In all else as [Yielder#yieldAll(Dialogue)]; values sent to this dialogue go to `inner` while it runs.
    ///
    /// @param <R> the type of the inner result
    /// @param inner the dialogue to delegate to
    /// @return the result of `inner`, or `null` if it had ended before without one
    <R extends @Nullable Object> R yieldAll(Dialogue<? extends T, ? super S, R> inner);

    /// Hands out all elements of `inner`; see [Yielder#yieldAll(AsyncIterable)].
    ///
    /// @param inner what to read
    void yieldAll(AsyncIterable<? extends T> inner);

    /// Ties `resource` to this body; see [Yielder#use(AutoCloseable)].
    ///
    /// @param <A> the type of the resource
    /// @param resource what to close
    /// @return `resource`
    <A extends AutoCloseable> A use(A resource);
}
