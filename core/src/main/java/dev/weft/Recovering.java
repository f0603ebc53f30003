package dev.weft;

import org.jspecify.annotations.Nullable;

/// The operators that watch how a source ends, and go on after a failure.
///
/// **What is caught.** The operators that recover act on what a `catch (Exception e)` around the reading of the source
/// would catch, with two exceptions: an [InterruptedException] goes on, and so does whatever comes out of the source
/// once the reading task is cancelled or its thread interrupted. An [Error] goes on as well, and with it every signal
/// of Weft, such as [GeneratorExit]. Failures of the consumer never come by: whatever the drive, only the source is
/// inside the `try`. When the function is called, the source that failed is closed; a failure of its clean-up is
/// suppressed in the first one.
///
/// Elements that were given before the failure are not taken back.
///
/// @param <T> the type of the elements
public sealed interface Recovering<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Goes on with another source if this one fails.
    ///
    /// A failure of the other source goes on.
    ///
    /// - **Suspends**: while either source or `fallback` does.
    /// - **Cancellation**: closes the source that is being read.
    /// - **Errors**: what `fallback` throws goes on, unchanged; unless it is caused by the failure of the upstream,
    ///   that is suppressed in it.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onErrorResume}
    ///
    /// @param fallback makes the other source from the failure; may wait and throw, also the failure itself
    /// @return the elements of the one, and if it fails those of the other
    default AsyncGenerator<T> onErrorResume(
            CheckedFunction<? super Exception, ? extends AsyncIterable<? extends T>> fallback) {
        return Recovered.resume((AsyncIterable<T>) this, fallback);
    }

    /// Goes on with another source if this one fails with an exception of a type; one of another type goes on. Else as
    /// [#onErrorResume(CheckedFunction)].
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onErrorResumeType}
    ///
    /// @param <X> the type of the failures to recover from
    /// @param type the type of the failures to recover from
    /// @param fallback makes the other source from the failure; may wait and throw, also the failure itself
    /// @return the elements of the one, and if it fails that way those of the other
    default <X extends Exception> AsyncGenerator<T> onErrorResume(
            Class<X> type, CheckedFunction<? super X, ? extends AsyncIterable<? extends T>> fallback) {
        return Recovered.resume((AsyncIterable<T>) this, type, fallback);
    }

    /// Yields a last element if the source fails, and ends.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onErrorYield}
    ///
    /// @param value the last element, which may be null
    /// @return the elements, and if the source fails `value`
    default AsyncGenerator<T> onErrorYield(T value) {
        return Recovered.yield((AsyncIterable<T>) this, value);
    }

    /// Yields what `function` makes of the failure if the source fails, and ends.
    ///
    /// - **Suspends**: while the upstream or `function` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: what `function` throws goes on, unchanged; unless it is caused by the failure of the upstream,
    ///   that is suppressed in it.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onErrorYieldResult}
    ///
    /// @param function makes the last element from the failure; may wait and throw
    /// @return the elements, and if the source fails the result of `function`
    default AsyncGenerator<T> onErrorYield(CheckedFunction<? super Exception, ? extends T> function) {
        return Recovered.yieldResult((AsyncIterable<T>) this, function);
    }

    /// Fails with another exception if the source fails.
    ///
    /// - **Suspends**: while the upstream or `function` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: throws what `function` gives or throws; unless it is caused by the failure of the upstream, that
    ///   is suppressed in it.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onErrorMap}
    ///
    /// @param function makes the exception to throw from the failure, which it may give back; may wait and throw
    /// @return the elements
    default AsyncGenerator<T> onErrorMap(CheckedFunction<? super Exception, ? extends Throwable> function) {
        return Recovered.map((AsyncIterable<T>) this, function);
    }

    /// Reads the source anew, from its beginning, when it has failed; see
    /// [Async#retry(RetryPolicy, java.util.concurrent.Callable)].
    ///
    /// Only for a source that can be read again, such as a lambda that makes a generator.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=retryAgain}
    ///
    /// @param policy how often, how soon and after which failures
    /// @return the elements of all attempts
    /// @throws IllegalStateException if this is an iterator, as a generator is, which can be read once
    default AsyncGenerator<T> retry(RetryPolicy policy) {
        return Recovered.retry((AsyncIterable<T>) this, policy);
    }

    /// Runs an action before the source is asked for its first element.
    ///
    /// - **Suspends**: while the upstream or `action` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `action` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onStart}
    ///
    /// @param action what to run; may wait and throw
    /// @return the elements
    default AsyncGenerator<T> onStart(Action action) {
        return Recovered.onStart((AsyncIterable<T>) this, action);
    }

    /// Acts on each element, before it is yielded.
    ///
    /// - **Suspends**: while the upstream or `action` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `action` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onEach}
    ///
    /// @param action what to do; may wait and throw
    /// @return the elements
    default AsyncGenerator<T> onEach(CheckedConsumer<? super T, ? extends Exception> action) {
        return Gathered.of("onEach", (AsyncIterable<T>) this, Recovered.each(action));
    }

    /// Tells an action how the reading ended, once, on every exit, after the clean-up of the source.
    ///
    /// That is also so for a generator that is closed unread. One that is dropped unread never began, and so never
    /// ends.
    ///
    /// - **Suspends**: while the upstream or `action` does.
    /// - **Cancellation**: closes the upstream, and then runs `action`.
    /// - **Errors**: rethrows those of the upstream, with one of `action` suppressed in it; alone, one of `action` goes
    ///   on, unchanged: at the end to the consumer, after a close to whoever closed.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onEnd}
    ///
    /// @param action is told whether the source was completed, failed, or was closed before its end; may wait and throw
    /// @return the elements
    default AsyncGenerator<T> onEnd(CheckedConsumer<? super Ending, ? extends Exception> action) {
        return Recovered.onEnd((AsyncIterable<T>) this, action);
    }

    /// Runs an action once, on every exit, after the clean-up of the source; else as [#onEnd(CheckedConsumer)].
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=onClose}
    ///
    /// @param action what to run; may wait and throw
    /// @return the elements
    default AsyncGenerator<T> onClose(Action action) {
        return Recovered.onClose((AsyncIterable<T>) this, action);
    }
}
