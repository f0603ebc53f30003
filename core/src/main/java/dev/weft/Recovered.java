package dev.weft;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Integrator;
import org.jspecify.annotations.Nullable;

/// How the operators of [Recovering] are made.
final class Recovered {

    private Recovered() {}

    static <T extends @Nullable Object> AsyncGenerator<T> resume(
            AsyncIterable<T> source,
            CheckedFunction<? super Exception, ? extends AsyncIterable<? extends T>> fallback) {
        Objects.requireNonNull(fallback, "fallback");
        return StepSource.generator("onErrorResume", new ResumeSteps(source, fallback::apply));
    }

    static <T extends @Nullable Object, X extends Exception> AsyncGenerator<T> resume(
            AsyncIterable<T> source,
            Class<X> type,
            CheckedFunction<? super X, ? extends AsyncIterable<? extends T>> fallback) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(fallback, "fallback");
        return StepSource.generator("onErrorResume", new ResumeSteps(source, failure -> {
            if (!type.isInstance(failure)) {
                throw failure;
            }
            return fallback.apply(type.cast(failure));
        }));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> yield(AsyncIterable<T> source, T value) {
        return StepSource.generator("onErrorYield", new ResumeSteps(source, _ -> Async.of(value)));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> yieldResult(
            AsyncIterable<T> source, CheckedFunction<? super Exception, ? extends T> function) {
        Objects.requireNonNull(function, "function");
        return StepSource.generator(
                "onErrorYield", new ResumeSteps(source, failure -> Async.<T>of(function.apply(failure))));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> map(
            AsyncIterable<T> source, CheckedFunction<? super Exception, ? extends Throwable> function) {
        Objects.requireNonNull(function, "function");
        return StepSource.generator("onErrorMap", new ResumeSteps(source, failure -> {
            throw Objects.requireNonNull(
                    function.apply(failure),
                    () -> "the function gave null for " + failure + "; give it back if it is to go on");
        }));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> retry(AsyncIterable<T> source, RetryPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        if (source instanceof AsyncIterator<T>) {
            throw new IllegalStateException(
                    source + " can be read once; make a new one for each attempt with Async.retry(policy, () -> …)");
        }
        return retry(policy, () -> source);
    }

    static <T extends @Nullable Object> AsyncGenerator<T> retry(
            RetryPolicy policy, Callable<? extends AsyncIterable<? extends T>> sources) {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(sources, "supplier");
        return StepSource.generator("retry", new RetrySteps(policy, new Remaking(sources)));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> onStart(AsyncIterable<T> source, Action action) {
        Objects.requireNonNull(action, "action");
        return StepSource.generator("onStart", new StartSteps(source, action));
    }

    static <T extends @Nullable Object, X extends Exception> Gatherer<T, ?, T> each(
            CheckedConsumer<? super T, X> action) {
        Objects.requireNonNull(action, "action");
        return Gatherer.ofSequential(Integrator.<@Nullable Void, T, T>ofGreedy((_, element, downstream) -> {
            try {
                action.accept(element);
            } catch (Exception failure) {
                throw Throw.unchecked(failure);
            }
            return downstream.push(element);
        }));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> onEnd(
            AsyncIterable<T> source, CheckedConsumer<? super Ending, ? extends Exception> action) {
        Objects.requireNonNull(action, "action");
        return StepSource.generator("onEnd", new EndSteps(source, action));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> onClose(AsyncIterable<T> source, Action action) {
        Objects.requireNonNull(action, "action");
        return StepSource.generator("onClose", new EndSteps(source, _ -> action.run()));
    }
}
