package dev.weft;

import org.jspecify.annotations.Nullable;

/// An async iterator made from a body that yields. Made by [Async#generator(GeneratorBody)] and by the operators.
///
/// Can be read once, from one task at a time: a step that overlaps another one fails at once with a
/// [GeneratorStateException], reason `ALREADY_RUNNING`. Steps may come from different threads one after the other.
/// Nothing of the body runs before the first step, and making a generator costs no thread.
///
/// **Finalisation.** A generator that was started and not read to its end has to be closed, so that its `finally`
/// blocks run: by try-with-resources, by an operator or `forEach`, which own what they read, by the enclosing
/// [Async#run], or at the latest by the leak guard, which closes a generator that nobody can reach any more and logs
/// where it was made.
///
/// **Interruption.** An interrupt of the thread that awaits a step reaches the body where it waits. What of it the body
/// does not consume is back on that thread after the step.
///
/// - **Source**: PEP 525, "Asynchronous Generator Object".
///
/// @param <T> the type of the elements
public sealed interface AsyncGenerator<T extends @Nullable Object> extends AsyncIterator<T>, AutoCloseable
        permits Dialogue {

    /// Describes the step to the next element: runs the body to its next `yield`.
    ///
    /// - **Suspends**: while the body waits.
    /// - **Cancellation**: an interrupt while the body runs is thrown in it, where it awaits; the step then ends as the
    ///   body makes it end. A step that is cancelled before it began leaves the generator as it was.
    ///   An interrupt that is pending when the step begins reaches the body where it first waits.
    /// - **Threads**: the body runs on the calling thread or on one of its own; no program can tell by the order of
    ///   events.
    /// - **Errors**: throws [StopAsyncIteration] at the end and ever after; what the body lets out, as the same
    ///   instance, and then the generator has ended; a [GeneratorStateException] of reason `ALREADY_RUNNING`,
    ///   `RAISED_STOP` or, if the step is awaited again, `AWAITED_TWICE`.
    /// - **Source**: PEP 525, `agen.__anext__()`.
    ///
    /// @return the step, to be awaited once
    @Override
    Awaitable<T> anext();

    /// Describes the step that throws `error` in the body, at the `yield` where it stands.
    ///
    /// Gives the next element if the body catches it and yields again. Before the first step no code of the body runs:
    /// the error comes out and the generator has ended. After the end the error comes out too.
    ///
    /// - **Source**: PEP 525, `agen.athrow()`; rule W2.
    ///
    /// @param error what to throw, checked or not; a [GeneratorExit] thrown this way is no close
    /// @return the step, to be awaited once
    Awaitable<T> athrow(Throwable error);

    /// Describes the close: throws [GeneratorExit] at the `yield` and waits until the body has ended.
    ///
    /// - **Suspends**: until the body's clean-up is done. A step that runs in another task is interrupted first and
    ///   awaited; a close that runs is joined.
    /// - **Cancellation**: an interrupt while the body cleans up is thrown in it, where it awaits; while waiting for a
    ///   step or for another close, it ends the wait and leaves the generator as it is.
    /// - **Errors**: throws what the body's clean-up throws; a [GeneratorStateException] of reason `IGNORED_EXIT` if
    ///   the body yielded instead of ending, and of reason `ALREADY_RUNNING` if the body itself, or a circle of bodies
    ///   that close each other, asks for it. Closing an ended or a fresh generator does nothing.
    /// - **Source**: PEP 525, `agen.aclose()`; rules W1 and W4.
    ///
    /// @return the close, to be awaited once
    Awaitable<@Nullable Void> aclose();

    /// Closes the generator now, as awaiting [#aclose()] does. Checked exceptions of the clean-up are thrown as they
    /// are.
    @Override
    void close();
}
