package dev.weft;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The sources that values and functions make. Reached through [Async].
public abstract sealed class FunctionSources extends Clocks permits OutsideSources {

    FunctionSources() {}

    /// Yields nothing.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=empty}
    ///
    /// @param <T> the type of the elements that there are none of
    /// @return a generator that has no element
    public static <T extends @Nullable Object> AsyncGenerator<T> empty() {
        return StepSource.generator("empty", FunctionSteps.of(() -> Execution.END));
    }

    /// Yields nothing and never ends: each step waits until it is cancelled or the generator closed.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=never}
    ///
    /// @param <T> the type of the elements that there are none of
    /// @return a generator that has no element
    public static <T extends @Nullable Object> AsyncGenerator<T> never() {
        return StepSource.generator("never", FunctionSteps.of(() -> {
            Wait.until(() -> false, "an element of never()");
            return Execution.END;
        }));
    }

    /// Fails at the first step.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=fail}
    ///
    /// @param <T> the type of the elements that there are none of
    /// @param error what the consumer sees, the same instance
    /// @return a generator that has no element
    public static <T extends @Nullable Object> AsyncGenerator<T> fail(Throwable error) {
        Objects.requireNonNull(error, "error");
        return StepSource.generator("fail", FunctionSteps.of(() -> {
            throw error;
        }));
    }

    /// Yields `value` again and again, without end; [Selecting#take(long)] limits it.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=repeat}
    ///
    /// @param <T> the type of the elements
    /// @param value what to yield, which may be null
    /// @return an endless generator
    public static <T extends @Nullable Object> AsyncGenerator<T> repeat(T value) {
        return StepSource.generator("repeat", FunctionSteps.of(() -> value));
    }

    /// Yields what `supplier` gives, each time an element is asked for, without end.
    ///
    /// - **Suspends**: while `supplier` does.
    /// - **Errors**: rethrows those of `supplier`, and has ended.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=generate}
    ///
    /// @param <T> the type of the elements
    /// @param supplier makes an element, which may be null; may wait and throw
    /// @return an endless generator
    public static <T extends @Nullable Object> AsyncGenerator<T> generate(Callable<? extends T> supplier) {
        Objects.requireNonNull(supplier, "supplier");
        return StepSource.generator("generate", FunctionSteps.of(supplier::call));
    }

    /// Yields the elements that `function` makes of one state after the other, until it ends.
    ///
    /// - **Suspends**: while `function` does.
    /// - **Errors**: rethrows those of `function`, and has ended.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=unfold}
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the states
    /// @param seed the first state, which may be null
    /// @param function makes an element and the next state from a state; may wait and throw
    /// @return a generator of the elements
    public static <T extends @Nullable Object, S extends @Nullable Object> AsyncGenerator<T> unfold(
            S seed, CheckedFunction<? super S, ? extends Unfolding<? extends T, ? extends S>> function) {
        Objects.requireNonNull(function, "function");
        return StepSource.generator("unfold", new UnfoldSteps<S>(seed, function));
    }

    /// Yields the elements of a source that is made at the first step.
    ///
    /// - **Suspends**: while `supplier` and the source do.
    /// - **Cancellation**: closes the source.
    /// - **Errors**: rethrows those of `supplier` and of the source.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=defer}
    ///
    /// @param <T> the type of the elements
    /// @param supplier makes the source; may wait and throw
    /// @return a generator of its elements
    public static <T extends @Nullable Object> AsyncGenerator<T> defer(
            Callable<? extends AsyncIterable<? extends T>> supplier) {
        Objects.requireNonNull(supplier, "supplier");
        return StepSource.generator("defer", new CycleSteps(new Remaking(supplier), 1));
    }

    /// Yields the elements of a source, made anew each time it has ended, without end.
    ///
    /// Sources that are all empty are read in a loop until the thread is interrupted.
    ///
    /// - **Suspends**: while `supplier` and the sources do.
    /// - **Cancellation**: closes the source that is being read.
    /// - **Errors**: rethrows those of `supplier` and of the sources, and has ended.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=cycle}
    ///
    /// @param <T> the type of the elements
    /// @param supplier makes a source, a new one at each call; may wait and throw
    /// @return an endless generator
    public static <T extends @Nullable Object> AsyncGenerator<T> cycle(
            Callable<? extends AsyncIterable<? extends T>> supplier) {
        return cycle(Long.MAX_VALUE, supplier);
    }

    /// Yields the elements of a source, made anew each time it has ended; else as [#cycle(Callable)].
    ///
    /// @param <T> the type of the elements
    /// @param times how often to make and read it, not negative
    /// @param supplier makes a source, a new one at each call; may wait and throw
    /// @return a generator of all elements
    /// @throws IllegalArgumentException if `times` is negative
    public static <T extends @Nullable Object> AsyncGenerator<T> cycle(
            long times, Callable<? extends AsyncIterable<? extends T>> supplier) {
        if (times < 0) {
            throw new IllegalArgumentException("times must not be negative, was " + times);
        }
        Objects.requireNonNull(supplier, "supplier");
        return StepSource.generator("cycle", new CycleSteps(new Remaking(supplier), times));
    }

    /// Yields the elements of a source, which is made and read anew, from its beginning, when it has failed.
    ///
    /// Elements that a failed attempt has given are not taken back: a consumer may see the first elements again. What
    /// counts as a failure is said by [Recovering]; it may come out of `supplier`, too.
    ///
    /// - **Suspends**: while `supplier` and the source do, and for the time that the policy has it wait.
    /// - **Cancellation**: closes the source that is being read, or ends the wait.
    /// - **Errors**: when the policy gives up, throws the last failure, with the earlier ones, the latest 32 of them,
    ///   suppressed in it; so does whatever else ends it by an exception. One of the policy's predicate goes on with
    ///   the failure that it was to judge suppressed in it.
    /// - **Cost**: no task; 32 failures of memory.
    ///
    /// {@snippet class=dev.weft.spec.RecoverSnippets region=retry}
    ///
    /// @param <T> the type of the elements
    /// @param policy how often, how soon and after which failures
    /// @param supplier makes the source, a new one for each attempt; may wait and throw
    /// @return the elements of all attempts
    public static <T extends @Nullable Object> AsyncGenerator<T> retry(
            RetryPolicy policy, Callable<? extends AsyncIterable<? extends T>> supplier) {
        return Recovered.<T>retry(policy, supplier);
    }
}
