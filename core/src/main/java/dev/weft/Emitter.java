package dev.weft;

import org.jspecify.annotations.Nullable;

/// What a callback API feeds: the push side of [Async#callback(CheckedConsumer)]. Its methods may be called from any
/// thread.
///
/// @param <T> the type of the elements
public sealed interface Emitter<T extends @Nullable Object> permits CallbackSteps {

    /// Hands one element in.
    ///
    /// - **Suspends**: the calling thread while the buffer is full, if its policy is [Overflow#SUSPEND]; never else.
    /// - **Cancellation**: an interrupt ends the wait: returns `false`, with the interrupt status set, and the element
    ///   is not taken.
    ///
    /// @param element the element, which may be null
    /// @return whether it was taken; not after the end, nor after the generator was closed, nor if the buffer is full
    ///   and its policy is [Overflow#DROP_LATEST] or [Overflow#FAIL]
    boolean emit(T element);

    /// Tells whether the iteration goes on, so that it makes sense to emit more.
    ///
    /// @return `false` after the end, and after the generator was closed
    boolean isOpen();

    /// Tells how many elements the buffer's policy has dropped so far. Those that a close finds unread do not count.
    ///
    /// @return how many
    long dropped();

    /// Ends the iteration, after the elements handed in before. Further calls do nothing.
    void complete();

    /// Ends the iteration with `error`, after the elements handed in before. After the end it does nothing.
    ///
    /// @param error what the consumer sees, the same instance
    void fail(Throwable error);

    /// Sets what stops the callback API: runs once when the generator is closed or has ended, or now if it is already.
    ///
    /// @param action what to run, on the thread that closes; its failure is the close's
    void onClose(Action action);
}
