package dev.weft;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sources: generators of what is at hand, and of time. Reached through [Async].
///
/// Each gives a generator, to be read once, and owns what it reads.
public abstract sealed class Sources extends OutsideSources permits Combinations {

    Sources() {}

    /// Yields the arguments.
    ///
    /// - **Suspends**: never.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=of}
    ///
    /// @param <T> the type of the elements
    /// @param elements what to yield
    /// @return a generator of them
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsyncGenerator<T> of(T... elements) {
        Iterator<T> iterator =
                Arrays.asList(Objects.requireNonNull(elements, "elements")).iterator();
        return StepSource.generator("of", new IteratorSteps(iterator));
    }

    /// Counts from `from` to below `to`.
    ///
    /// - **Suspends**: never.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=range}
    ///
    /// @param from the first number
    /// @param to the number to stop before; if it is not above `from` there is no element
    /// @return a generator of the numbers
    public static AsyncGenerator<Integer> range(int from, int to) {
        return StepSource.generator("range", new StepSource.FreeSteps() {
            private int next = from;

            @Override
            Object next() {
                return next < to ? (Object) next++ : Execution.END;
            }
        });
    }

    /// Counts from `from` to below `to`, in longs; else as [#range(int, int)].
    ///
    /// @param from the first number
    /// @param to the number to stop before
    /// @return a generator of the numbers
    public static AsyncGenerator<Long> range(long from, long to) {
        return StepSource.generator("range", new StepSource.FreeSteps() {
            private long next = from;

            @Override
            Object next() {
                return next < to ? (Object) next++ : Execution.END;
            }
        });
    }

    /// Yields what an iterable has. An [AsyncIterable] is awaited as ever.
    ///
    /// - **Suspends**: while the iterable does.
    /// - **Cancellation**: closes the iterator, if it is [AutoCloseable].
    /// - **Errors**: rethrows those of the iterable.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=fromIterable}
    ///
    /// @param <T> the type of the elements
    /// @param iterable what to read, at the first step
    /// @return a generator of its elements; an iterator that is [AutoCloseable] is closed on every exit
    public static <T extends @Nullable Object> AsyncGenerator<T> from(Iterable<? extends T> iterable) {
        Objects.requireNonNull(iterable, "iterable");
        if (iterable instanceof AsyncIterable<? extends T> source) {
            return StepSource.generator("from", new ConcatSteps(List.of(source)));
        }
        return StepSource.generator("from", new IteratorSteps(iterable));
    }

    /// Yields what an iterator has left; else as [#from(Iterable)].
    ///
    /// @param <T> the type of the elements
    /// @param iterator what to read; if it is [AutoCloseable] it is closed on every exit
    /// @return a generator of its elements
    public static <T extends @Nullable Object> AsyncGenerator<T> from(Iterator<? extends T> iterator) {
        Objects.requireNonNull(iterator, "iterator");
        return StepSource.generator("from", new IteratorSteps(iterator));
    }

    /// Yields what a stream has, and closes it on every exit; else as [#from(Iterable)].
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=fromStream}
    ///
    /// @param <T> the type of the elements
    /// @param stream what to read
    /// @return a generator of its elements
    public static <T extends @Nullable Object> AsyncGenerator<T> from(Stream<? extends T> stream) {
        Objects.requireNonNull(stream, "stream");
        return StepSource.generator("from", new IteratorSteps(stream));
    }

    /// Yields the elements of the sources that a source gives, one after the other.
    ///
    /// Fits into a chain as `.pipe(Async::flatten)`. What an inner source may be, and when it is opened and closed, is
    /// as in [Transforming#flatMap(CheckedFunction)].
    ///
    /// - **Suspends**: while `sources` or the inner source does.
    /// - **Cancellation**: closes the inner source that is open, and then `sources`.
    /// - **Errors**: rethrows those of `sources` and of the inner ones; each closes the other sources and goes on,
    ///   unchanged.
    /// - **Cost**: no task; an inner source at a time.
    ///
    /// {@snippet class=dev.weft.spec.TransformingSnippets region=flatten}
    ///
    /// @param <T> the type of the elements
    /// @param sources gives the inner sources, which then belong to the result
    /// @return the elements of all inner sources
    public static <T extends @Nullable Object> AsyncGenerator<T> flatten(
            AsyncIterable<? extends Iterable<? extends T>> sources) {
        return Transformed.flatten(sources);
    }

    /// Yields `seed`, `function` of it, `function` of that, and so on, without end.
    ///
    /// - **Suspends**: while `function` does.
    /// - **Errors**: rethrows those of `function`, and has ended.
    /// - **Cost**: no task; one element of memory.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=iterate}
    ///
    /// @param <T> the type of the elements
    /// @param seed the first element
    /// @param function makes the next one, when it is asked for; may wait and throw
    /// @return an endless generator
    public static <T extends @Nullable Object> AsyncGenerator<T> iterate(
            T seed, CheckedFunction<? super T, ? extends T> function) {
        Objects.requireNonNull(function, "function");
        return StepSource.generator("iterate", new StepSource.FreeSteps() {
            private T last = seed;
            private boolean begun;

            @Override
            @Nullable Object next() throws Exception {
                if (begun) {
                    last = function.apply(last);
                }
                begun = true;
                return last;
            }
        });
    }

    /// Yields 0, 1, 2 and so on, one each `period`, without end.
    ///
    /// The first is due one period after the first step, each further one a period after the one before was due. A
    /// consumer that comes late finds what is due at once; nothing is dropped.
    ///
    /// - **Suspends**: until the next one is due.
    /// - **Cancellation**: ends the wait.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=interval}
    ///
    /// @param period the time between two elements, positive
    /// @return an endless generator
    /// @throws IllegalArgumentException if `period` is not positive
    public static AsyncGenerator<Long> interval(Duration period) {
        Times.positive(period, "period");
        return StepSource.generator("interval", new StepSource.FreeSteps() {
            private long ticks;
            private long due;

            @Override
            Object next() throws InterruptedException {
                long now = Context.current().runtime().now();
                due = (ticks == 0 ? now : due) + Times.nanos(period);
                Wait.until(() -> false, due, "the next tick of interval " + Times.show(period));
                return ticks++;
            }
        });
    }
}
