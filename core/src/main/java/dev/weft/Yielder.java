package dev.weft;

import org.jspecify.annotations.Nullable;

/// What a generator's body gets to hand out elements with.
///
/// Belongs to the body and to the thread that runs it: every method throws a [GeneratorStateException] with reason
/// `MISPLACED_YIELD` after the body has ended or on another thread.
///
/// @param <T> the type of the elements
public interface Yielder<T extends @Nullable Object> {

    /// Hands `value` to the consumer, and stops here until the consumer asks for more.
    ///
    /// The body runs not one statement ahead of its consumer. Time limits and task groups that the body has open are
    /// suspended meanwhile and checked on return; they never hit the consumer.
    ///
    /// - **Suspends**: until the next step of the generator.
    /// - **Cancellation**: throws [GeneratorExit] when the generator is closed, and again at each further yield, so let
    ///   it pass. An interrupt is never thrown here: a body is interrupted where it awaits.
    /// - **Errors**: throws what the consumer passes to [AsyncGenerator#athrow(Throwable)], checked or not.
    /// - **Cost**: a call of the consumer when the generator is pushed; a switch of the engine when it is pulled.
    /// - **Source**: PEP 525, "Asynchronous Generators"; rules W1 and W8.
    ///
    /// @param value the element, which may be null
    void yield(T value);

    /// Hands out the elements of another generator in place of its own, and returns that one's result.
    ///
    /// What the consumer throws in and the close go to the inner generator while it runs. Owns it: closes it on every
    /// exit and awaits its clean-up, before the clean-up of this body goes on.
    ///
    /// - **Suspends**: at each element of `inner`, and while that does.
    /// - **Errors**: rethrows what `inner` lets out, the same instance. Fails with a [GeneratorStateException], reason
    ///   `ALREADY_RUNNING`, if somebody else drives `inner`.
    /// - **Cost**: one hop per element, however deep generators delegate to one another.
    /// - **Source**: PEP 380 and PEP 828, "yield from"; rule W6.
    ///
    /// @param <R> the type of the inner result
    /// @param inner the generator to delegate to; values sent to this one are dropped
    /// @return the result of `inner`, or `null` if it had ended before without one
    <R extends @Nullable Object> R yieldAll(Dialogue<? extends T, ?, R> inner);

    /// Hands out all elements of `inner`.
    ///
    /// As [#yieldAll(Dialogue)], for what has no result. An iterator that is not a generator is read element by element
    /// and, if it is [AutoCloseable], closed at the end.
    ///
    /// @param inner what to read
    void yieldAll(AsyncIterable<? extends T> inner);

    /// Ties `resource` to this body: closes it when the body ends, whatever ends it, the last one first.
    ///
    /// A failure to close is treated as in a try-with-resources statement. If a close in another task finds the body
    /// stuck in a call that ignores its interrupt, it closes the resources one second later, to free it.
    ///
    /// @param <A> the type of the resource
    /// @param resource what to close
    /// @return `resource`
    <A extends AutoCloseable> A use(A resource);
}
