package dev.weft;

import java.util.Objects;
import java.util.stream.Gatherer;
import org.jspecify.annotations.Nullable;

/// The operators that make other elements of the elements.
///
/// @param <T> the type of the elements
public sealed interface Transforming<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    /// Yields `function` of each element.
    ///
    /// - **Suspends**: while the upstream or `function` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `function` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=map}
    ///
    /// @param <R> the type of the results
    /// @param function what to compute; may wait and throw
    /// @return the results
    default <R extends @Nullable Object> AsyncGenerator<R> map(CheckedFunction<? super T, ? extends R> function) {
        return gather(Gathered.map(function), "map");
    }

    /// Yields the running result of `function` over the elements, beginning with that for the first one.
    ///
    /// - **Suspends**: while the upstream or `function` does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream; one of `function` closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; one result of memory.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=scan}
    ///
    /// @param <R> the type of the results
    /// @param initial the result of no element, which is not yielded
    /// @param function makes the next result from the last one and an element; may wait and throw
    /// @return one result for each element
    default <R extends @Nullable Object> AsyncGenerator<R> scan(
            R initial, CheckedBiFunction<? super R, ? super T, ? extends R> function) {
        return gather(Gathered.scan(initial, function), "scan");
    }

    /// Applies a gatherer of the JDK, of a library or of your own.
    ///
    /// What the gatherer makes of one element is yielded before it sees the next one. When it wants no more elements
    /// the upstream is closed, and then its finisher runs.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream; the finisher does not run.
    /// - **Errors**: rethrows those of the upstream; one of the gatherer closes the upstream and goes on, unchanged.
    /// - **Cost**: no task; the state of the gatherer, and what it makes of one element.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=gatherer}
    ///
    /// @param <R> the type of the results
    /// @param gatherer what to apply
    /// @return the results
    default <R extends @Nullable Object> AsyncGenerator<R> gather(Gatherer<? super T, ?, R> gatherer) {
        Objects.requireNonNull(gatherer, "gatherer");
        return gather(gatherer, "gather");
    }

    private <R extends @Nullable Object> AsyncGenerator<R> gather(Gatherer<? super T, ?, R> gatherer, String name) {
        return new Generator<R, @Nullable Void, @Nullable Void>(
                new GatherSource(name, (AsyncIterable<T>) this, gatherer));
    }

    /// Applies an operator that is not a method here.
    ///
    /// @param <R> the type of the results
    /// @param operator what to apply
    /// @return the results
    default <R extends @Nullable Object> AsyncGenerator<R> pipe(Operator<T, R> operator) {
        Objects.requireNonNull(operator, "operator");
        return Objects.requireNonNull(operator.apply((AsyncIterable<T>) this), "the operator returned null");
    }
}
