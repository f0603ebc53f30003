package dev.weft;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The sources that are made of other sources. Reached through [Async].
///
/// Each gives a generator, to be read once, and owns what it reads: it closes all of it on every exit.
public abstract sealed class Combinations extends Sources permits Async {

    Combinations() {}

    // ---- one after the other ----

    /// Yields the elements of one source after the other.
    ///
    /// A source is opened when the one before it has ended, and closed before the next one is opened; those that were
    /// never reached are closed with the result.
    ///
    /// - **Suspends**: while the source that is read does.
    /// - **Cancellation**: closes all sources.
    /// - **Errors**: the first failure closes the other sources and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=concat}
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return a generator of all elements
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsyncGenerator<T> concat(AsyncIterable<? extends T>... sources) {
        return concat(listed(sources));
    }

    /// Yields the elements of one source after the other; see [#concat(AsyncIterable...)].
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return a generator of all elements
    public static <T extends @Nullable Object> AsyncGenerator<T> concat(
            List<? extends AsyncIterable<? extends T>> sources) {
        return StepSource.generator("concat", new ConcatSteps(Rows.checked(sources)));
    }

    /// Yields one element of each source in turn, and goes on with the rest when one ends.
    ///
    /// Asks one source at a time, when its turn has come, and closes it when it has ended.
    ///
    /// - **Suspends**: until the source whose turn it is has an element.
    /// - **Cancellation**: closes all sources.
    /// - **Errors**: the first failure closes the other sources and goes on, unchanged.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=interleave}
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return a generator of all elements
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsyncGenerator<T> interleave(AsyncIterable<? extends T>... sources) {
        return interleave(listed(sources));
    }

    /// Yields one element of each source in turn; see [#interleave(AsyncIterable...)].
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return a generator of all elements
    public static <T extends @Nullable Object> AsyncGenerator<T> interleave(
            List<? extends AsyncIterable<? extends T>> sources) {
        return StepSource.generator("interleave", new InterleaveSteps(Rows.checked(sources)));
    }

    // ---- as they come ----

    /// Yields the elements of several sources as they come, until all have ended.
    ///
    /// - **Suspends**: until any source has an element.
    /// - **Cancellation**: cancels the steps in flight, and closes all sources.
    /// - **Threads**: one task for each step of a source. While the consumer is busy each source runs at most one
    ///   element ahead; elements are not reordered within a source.
    /// - **Errors**: the first failure closes the other sources and goes on, unchanged.
    /// - **Cost**: one task per element; one element of memory per source.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=merge}
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return a generator of all elements
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsyncGenerator<T> merge(AsyncIterable<? extends T>... sources) {
        return merge(listed(sources));
    }

    /// Yields the elements of several sources as they come; see [#merge(AsyncIterable...)].
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return a generator of all elements
    public static <T extends @Nullable Object> AsyncGenerator<T> merge(
            List<? extends AsyncIterable<? extends T>> sources) {
        return StepSource.generator("merge", new MergeSteps(Rows.checked(sources)));
    }

    /// Yields the elements of the source that is the first to yield one.
    ///
    /// The others are cancelled, awaited and closed before that element is yielded. A source that ends without an
    /// element loses; if all do, there is no element. A failure before the first element closes all, and goes on.
    ///
    /// - **Suspends**: until any source has an element and the others are closed; later, while the winner does.
    /// - **Cancellation**: cancels the steps in flight, and closes all sources.
    /// - **Threads**: one task for the first step of each source; the winner is then read on the caller's thread.
    /// - **Errors**: the first failure goes on, unchanged. What goes wrong in a loser that is being closed goes to the
    ///   handler of late errors.
    /// - **Cost**: one task per source; no memory.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=race}
    ///
    /// @param <T> the type of the elements
    /// @param sources which may win
    /// @return the elements of the winner
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsyncGenerator<T> firstToYield(AsyncIterable<? extends T>... sources) {
        return StepSource.generator("race", new FirstSteps(Rows.checked(listed(sources))));
    }

    /// Yields the elements of whichever generator is the first to yield one; see [#firstToYield(AsyncIterable...)].
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=raceOfGenerators}
    ///
    /// @param <T> the type of the elements
    /// @param first one that may win
    /// @param others further ones
    /// @return the elements of the winner
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> AsyncGenerator<T> race(
            AsyncGenerator<? extends T> first, AsyncGenerator<? extends T>... others) {
        return StepSource.generator("race", new FirstSteps(Rows.checked(first, listed(others))));
    }

    // ---- in step ----

    /// Yields `function` of the first elements of two sources, of the second ones, and so on; see
    /// [Combining#zip(AsyncIterable, CheckedBiFunction)], and for any number of sources [#zip(List)].
    ///
    /// @param <A> the type of the first elements
    /// @param <B> the type of the second elements
    /// @param <R> the type of the results
    /// @param first the first source
    /// @param second the second source
    /// @param function what to make of two elements; may wait and throw
    /// @return one result for each row
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
            AsyncGenerator<R> zip(
                    AsyncIterable<? extends A> first,
                    AsyncIterable<? extends B> second,
                    CheckedBiFunction<? super A, ? super B, ? extends R> function) {
        return zipped("zip", ZipSteps.Until.FIRST_END, Rows.named(first, second), Rows.<A, B>of(function));
    }

    /// Yields `function` of the first elements of three sources, of the second ones, and so on; else as
    /// [#zip(List)].
    ///
    /// @param <A> the type of the first elements
    /// @param <B> the type of the second elements
    /// @param <C> the type of the third elements
    /// @param <R> the type of the results
    /// @param first the first source
    /// @param second the second source
    /// @param third the third source
    /// @param function what to make of three elements; may wait and throw
    /// @return one result for each row
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            AsyncGenerator<R> zip(
                    AsyncIterable<? extends A> first,
                    AsyncIterable<? extends B> second,
                    AsyncIterable<? extends C> third,
                    CheckedTriFunction<? super A, ? super B, ? super C, ? extends R> function) {
        return zipped("zip", ZipSteps.Until.FIRST_END, Rows.named(first, second, third), Rows.<A, B, C>of(function));
    }

    /// Yields `function` of the first elements of four sources, of the second ones, and so on; else as
    /// [#zip(List)].
    ///
    /// @param <A> the type of the first elements
    /// @param <B> the type of the second elements
    /// @param <C> the type of the third elements
    /// @param <D> the type of the fourth elements
    /// @param <R> the type of the results
    /// @param first the first source
    /// @param second the second source
    /// @param third the third source
    /// @param fourth the fourth source
    /// @param function what to make of four elements; may wait and throw
    /// @return one result for each row
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            AsyncGenerator<R> zip(
                    AsyncIterable<? extends A> first,
                    AsyncIterable<? extends B> second,
                    AsyncIterable<? extends C> third,
                    AsyncIterable<? extends D> fourth,
                    CheckedQuadFunction<? super A, ? super B, ? super C, ? super D, ? extends R> function) {
        return zipped(
                "zip",
                ZipSteps.Until.FIRST_END,
                Rows.named(first, second, third, fourth),
                Rows.<A, B, C, D>of(function));
    }

    /// Yields rows: the first elements of all sources, then the second ones, until one source ends.
    ///
    /// All are asked at the same time, so a row takes as long as the slowest. When one ends, the steps of the others
    /// are cancelled, all are closed, and elements that have no row are lost. Of no source there is no row.
    ///
    /// - **Suspends**: until all have an element.
    /// - **Cancellation**: closes all.
    /// - **Threads**: the sources are asked in tasks, or in turn if none of them can wait, as [Async#gather] says.
    /// - **Errors**: the first failure cancels the other steps, closes all, and goes on, unchanged.
    /// - **Cost**: one task for each element, unless none of the sources can wait; no memory.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=zipRows}
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return one unmodifiable list for each row
    public static <T extends @Nullable Object> AsyncGenerator<List<T>> zip(
            List<? extends AsyncIterable<? extends T>> sources) {
        return zipped("zip", ZipSteps.Until.FIRST_END, Rows.checked(sources), Rows.whole());
    }

    /// Yields rows of sources that must be equally long; else as [#zip(List)].
    ///
    /// Waits for the steps of all sources before a row is judged, also if one has ended.
    ///
    /// - **Errors**: if only some sources have ended, all are closed, and an [IllegalStateException] says which one is
    ///   too short and how many rows there were.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=zipStrictRows}
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return one unmodifiable list for each row
    public static <T extends @Nullable Object> AsyncGenerator<List<T>> zipStrict(
            List<? extends AsyncIterable<? extends T>> sources) {
        return zipped("zipStrict", ZipSteps.Until.COMMON_END, Rows.checked(sources), Rows.whole());
    }

    /// Yields rows until the last source ends, with `missing` for each element that is missing; else as [#zip(List)].
    ///
    /// A source that has ended is closed, and not asked again.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=zipLongestRows}
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @param missing what stands for the elements of a source that has ended
    /// @return one unmodifiable list for each row
    public static <T extends @Nullable Object> AsyncGenerator<List<T>> zipLongest(
            List<? extends AsyncIterable<? extends T>> sources, T missing) {
        List<AsyncIterable<?>> all = Rows.checked(sources);
        return StepSource.generator(
                "zipLongest",
                new ZipSteps(
                        "zipLongest",
                        ZipSteps.Until.LAST_END,
                        all,
                        Collections.nCopies(all.size(), missing),
                        Rows.whole()));
    }

    private static <R extends @Nullable Object> AsyncGenerator<R> zipped(
            String name, ZipSteps.Until until, List<AsyncIterable<?>> sources, Rows.Function function) {
        return StepSource.generator(name, new ZipSteps(name, until, sources, List.of(), function));
    }

    // ---- the latest ----

    /// Yields `function` of the latest elements of two sources, whenever either has a new one and both have had one.
    ///
    /// Ends when both have ended, or when one ends without having had an element. While the consumer is busy each
    /// source runs at most one element ahead, and no change is left out.
    ///
    /// - **Suspends**: until either source has an element.
    /// - **Cancellation**: cancels the steps in flight, and closes both sources.
    /// - **Threads**: one task for each step of a source; `function` runs on the caller's thread.
    /// - **Errors**: the first failure closes the other source and goes on, unchanged.
    /// - **Cost**: one task per element; two elements of memory per source.
    ///
    /// {@snippet class=dev.weft.spec.CombiningSnippets region=combineLatest}
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
        return latest(Rows.named(first, second), Rows.<A, B>of(function));
    }

    /// Yields `function` of the latest elements of three sources at each change; else as
    /// [#combineLatest(AsyncIterable, AsyncIterable, CheckedBiFunction)].
    ///
    /// @param <A> the type of the first elements
    /// @param <B> the type of the second elements
    /// @param <C> the type of the third elements
    /// @param <R> the type of the results
    /// @param first the first source
    /// @param second the second source
    /// @param third the third source
    /// @param function what to make of three elements; may wait and throw
    /// @return a result for each change
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            AsyncGenerator<R> combineLatest(
                    AsyncIterable<? extends A> first,
                    AsyncIterable<? extends B> second,
                    AsyncIterable<? extends C> third,
                    CheckedTriFunction<? super A, ? super B, ? super C, ? extends R> function) {
        return latest(Rows.named(first, second, third), Rows.<A, B, C>of(function));
    }

    /// Yields `function` of the latest elements of four sources at each change; else as
    /// [#combineLatest(AsyncIterable, AsyncIterable, CheckedBiFunction)].
    ///
    /// @param <A> the type of the first elements
    /// @param <B> the type of the second elements
    /// @param <C> the type of the third elements
    /// @param <D> the type of the fourth elements
    /// @param <R> the type of the results
    /// @param first the first source
    /// @param second the second source
    /// @param third the third source
    /// @param fourth the fourth source
    /// @param function what to make of four elements; may wait and throw
    /// @return a result for each change
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            AsyncGenerator<R> combineLatest(
                    AsyncIterable<? extends A> first,
                    AsyncIterable<? extends B> second,
                    AsyncIterable<? extends C> third,
                    AsyncIterable<? extends D> fourth,
                    CheckedQuadFunction<? super A, ? super B, ? super C, ? super D, ? extends R> function) {
        return latest(Rows.named(first, second, third, fourth), Rows.<A, B, C, D>of(function));
    }

    /// Yields the latest elements of all sources at each change; else as
    /// [#combineLatest(AsyncIterable, AsyncIterable, CheckedBiFunction)].
    ///
    /// @param <T> the type of the elements
    /// @param sources what to read
    /// @return one unmodifiable list for each change
    public static <T extends @Nullable Object> AsyncGenerator<List<T>> combineLatest(
            List<? extends AsyncIterable<? extends T>> sources) {
        return latest(Rows.checked(sources), Rows.whole());
    }

    private static <R extends @Nullable Object> AsyncGenerator<R> latest(
            List<AsyncIterable<?>> sources, Rows.Function function) {
        return StepSource.generator("combineLatest", new LatestSteps(sources, function));
    }

    private static <T extends @Nullable Object> List<AsyncIterable<? extends T>> listed(
            AsyncIterable<? extends T>[] sources) {
        return Arrays.asList(Objects.requireNonNull(sources, "sources"));
    }
}
