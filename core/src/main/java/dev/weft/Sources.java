package dev.weft;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sources: generators of what is at hand, of time, and of other sources. Reached through [Async].
///
/// Each gives a generator, to be read once, and owns what it reads.
public abstract sealed class Sources extends Publishers permits Async {

    Sources() {}

    /// Yields the arguments.
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

    /// Yields what an iterator has left.
    ///
    /// @param <T> the type of the elements
    /// @param iterator what to read; if it is [AutoCloseable] it is closed on every exit
    /// @return a generator of its elements
    public static <T extends @Nullable Object> AsyncGenerator<T> from(Iterator<? extends T> iterator) {
        Objects.requireNonNull(iterator, "iterator");
        return StepSource.generator("from", new IteratorSteps(iterator));
    }

    /// Yields what a stream has, and closes it on every exit.
    ///
    /// @param <T> the type of the elements
    /// @param stream what to read
    /// @return a generator of its elements
    public static <T extends @Nullable Object> AsyncGenerator<T> from(Stream<? extends T> stream) {
        Objects.requireNonNull(stream, "stream");
        return StepSource.generator("from", new IteratorSteps(stream));
    }

    /// Yields `seed`, `function` of it, `function` of that, and so on, without end.
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

    /// Yields the elements of one source after the other.
    ///
    /// A source is opened when the one before it has ended, and closed before the next one is opened; those that were
    /// never reached are closed with the result.
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return a generator of all elements
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsyncGenerator<T> concat(AsyncIterable<? extends T>... sources) {
        return StepSource.generator("concat", new ConcatSteps(List.of(sources)));
    }

    /// Yields the elements of several sources as they come, until all have ended.
    ///
    /// - **Suspends**: until any source has an element.
    /// - **Cancellation**: cancels the steps in flight, and closes all sources.
    /// - **Threads**: one task for each step of a source. While the consumer is busy each source runs at most one
    ///   element ahead; elements are not reordered within a source.
    /// - **Errors**: the first failure closes the other sources and goes on, unchanged.
    /// - **Cost**: one task per element; one element of memory per source.
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return a generator of all elements
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsyncGenerator<T> merge(AsyncIterable<? extends T>... sources) {
        return StepSource.generator("merge", new MergeSteps(List.of(sources)));
    }

    /// Yields `function` of the first elements of two sources, of the second ones, and so on; see
    /// [Combining#zip(AsyncIterable, CheckedBiFunction)].
    ///
    /// @param <A> the type of the first elements
    /// @param <B> the type of the second elements
    /// @param <R> the type of the results
    /// @param first the first source
    /// @param second the second source
    /// @param function what to make of two elements; may wait and throw
    /// @return one result for each pair
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
            AsyncGenerator<R> zip(
                    AsyncIterable<? extends A> first,
                    AsyncIterable<? extends B> second,
                    CheckedBiFunction<? super A, ? super B, ? extends R> function) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(function, "function");
        return StepSource.generator(
                "zip",
                new ZipSteps(
                        List.of(first, second),
                        row -> function.apply(Tasks.<A>unchecked(row.get(0)), Tasks.<B>unchecked(row.get(1)))));
    }

    /// Yields rows: the first elements of all sources, then the second ones, until one source ends; else as
    /// [#zip(AsyncIterable, AsyncIterable, CheckedBiFunction)].
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return one unmodifiable list for each row
    public static <T extends @Nullable Object> AsyncGenerator<List<T>> zip(
            List<? extends AsyncIterable<? extends T>> sources) {
        return StepSource.generator("zip", new ZipSteps(Gatherings.checked(sources), row -> row));
    }

    /// Yields `function` of the latest elements of two sources, whenever either has a new one and both have had one.
    ///
    /// Ends when both have ended, or when one ends without having had an element.
    ///
    /// - **Suspends**: until either source has an element.
    /// - **Cancellation**: cancels the steps in flight, and closes both sources.
    /// - **Threads**: one task for each step of a source; `function` runs on the caller's thread.
    /// - **Errors**: the first failure closes the other source and goes on, unchanged.
    /// - **Cost**: one task per element; two elements of memory per source.
    ///
    /// @param <A> the type of the first elements
    /// @param <B> the type of the second elements
    /// @param <R> the type of the results
    /// @param first the first source
    /// @param second the second source
    /// @param function what to make of two elements; may wait and throw
    /// @return a result for each change
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
            AsyncGenerator<R> combineLatest(
                    AsyncIterable<? extends A> first,
                    AsyncIterable<? extends B> second,
                    CheckedBiFunction<? super A, ? super B, ? extends R> function) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(function, "function");
        return StepSource.generator(
                "combineLatest",
                new LatestSteps(
                        List.of(first, second),
                        row -> function.apply(Tasks.<A>unchecked(row.get(0)), Tasks.<B>unchecked(row.get(1)))));
    }

    /// Yields what a callback API hands to an [Emitter], from any thread.
    ///
    /// `register` runs at the first step. Up to 256 elements wait for the consumer; beyond that [Emitter#emit(Object)]
    /// blocks its caller, unless `register` itself is the caller.
    ///
    /// - **Suspends**: until there is an element.
    /// - **Cancellation**: a close runs the action given to [Emitter#onClose(Action)] and drops what was handed in.
    /// - **Threads**: `register` runs on the consumer's thread; elements are yielded there, too.
    /// - **Errors**: that of `register`, or that given to [Emitter#fail(Throwable)], the same instance.
    /// - **Cost**: a buffer.
    ///
    /// {@snippet class=dev.weft.spec.Snippets region=callback}
    ///
    /// @param <T> the type of the elements
    /// @param register hands the emitter to the callback API
    /// @return a generator of what is emitted
    public static <T extends @Nullable Object> AsyncGenerator<T> callback(
            CheckedConsumer<? super Emitter<T>, ? extends Exception> register) {
        Objects.requireNonNull(register, "register");
        return StepSource.generator("callback", new CallbackSteps<T>(register));
    }
}
