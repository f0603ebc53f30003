package dev.weft;

import dev.weft.spi.Runtime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The front door of Weft, for static import: generators, awaiting and tasks here, sources and scopes inherited from
/// [Combinations], [Sources] and [Scopes].
///
/// {@snippet class=dev.weft.spec.Snippets region=countdown}
public final class Async extends Combinations {

    private Async() {}

    // ---- generators ----

    /// Makes a generator. Nothing of `body` runs before the first step.
    ///
    /// - **Cost**: a small object; a thread only if the engine needs one, from the first step on.
    /// - **Source**: PEP 525, "Asynchronous Generators".
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=generator}
    ///
    /// @param <T> the type of the elements
    /// @param body what yields them
    /// @return a generator, to be read once
    public static <T extends @Nullable Object> AsyncGenerator<T> generator(GeneratorBody<T> body) {
        Objects.requireNonNull(body, "body");
        return new Generator<T, @Nullable Void, @Nullable Void>(body);
    }

    /// Makes a generator with a name, which appears in thread names, reports and events; else as
    /// [#generator(GeneratorBody)].
    ///
    /// @param <T> the type of the elements
    /// @param name the name
    /// @param body what yields them
    /// @return a generator, to be read once
    public static <T extends @Nullable Object> AsyncGenerator<T> generator(String name, GeneratorBody<T> body) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(body, "body");
        return new Generator<T, @Nullable Void, @Nullable Void>(BodySource.ofGenerator(name, body));
    }

    /// Makes a generator that is also spoken to and returns a result. Nothing of `body` runs before the first step.
    ///
    /// - **Cost**: as [#generator(GeneratorBody)].
    /// - **Source**: PEP 525, `asend`; PEP 380.
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the values sent in
    /// @param <R> the type of the result
    /// @param body what leads the dialogue
    /// @return a dialogue, to be led once
    public static <T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
            Dialogue<T, S, R> dialogue(DialogueBody<T, S, R> body) {
        Objects.requireNonNull(body, "body");
        return new Generator<>(BodySource.ofDialogue(null, body));
    }

    /// Makes a dialogue with a name; else as [#dialogue(DialogueBody)].
    ///
    /// @param <T> the type of the elements
    /// @param <S> the type of the values sent in
    /// @param <R> the type of the result
    /// @param name the name
    /// @param body what leads the dialogue
    /// @return a dialogue, to be led once
    public static <T extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
            Dialogue<T, S, R> dialogue(String name, DialogueBody<T, S, R> body) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(body, "body");
        return new Generator<>(BodySource.ofDialogue(name, body));
    }

    /// Says which engine suspends a body, and why the better ones do not.
    ///
    /// @param body the body, as it is given to [#generator(GeneratorBody)]
    /// @return the engine and the reasons
    public static Explanation explain(GeneratorBody<?> body) {
        return BodySource.explain(BodySource.ofGenerator(null, Objects.requireNonNull(body, "body")));
    }

    /// Says which engine suspends a dialogue's body; as [#explain(GeneratorBody)], under a name of its own so that a
    /// lambda can be given to either.
    ///
    /// @param body the body, as it is given to [#dialogue(DialogueBody)]
    /// @return the engine and the reasons
    public static Explanation explainDialogue(DialogueBody<?, ?, ?> body) {
        return BodySource.explain(BodySource.ofDialogue(null, Objects.requireNonNull(body, "body")));
    }

    /// Returns the iterator of an iterable.
    ///
    /// - **Source**: the built-in function `aiter`.
    ///
    /// @param <T> the type of the elements
    /// @param iterable what to iterate
    /// @return its iterator
    public static <T extends @Nullable Object> AsyncIterator<T> aiter(AsyncIterable<T> iterable) {
        return Objects.requireNonNull(
                Objects.requireNonNull(iterable, "iterable").aiter(), "aiter() returned null");
    }

    /// Describes the step to the next element; see [AsyncIterator#anext()].
    ///
    /// - **Source**: the built-in function `anext`.
    ///
    /// @param <T> the type of the elements
    /// @param iterator what to step
    /// @return the step, to be awaited once
    public static <T extends @Nullable Object> Awaitable<T> anext(AsyncIterator<T> iterator) {
        return Objects.requireNonNull(iterator, "iterator").anext();
    }

    /// Describes the step to the next element, or to `defaultValue` at the end; see [AsyncIterator#anext(Object)].
    ///
    /// @param <T> the type of the elements
    /// @param iterator what to step
    /// @param defaultValue what to give at the end
    /// @return the step, to be awaited once
    public static <T extends @Nullable Object> Awaitable<T> anext(AsyncIterator<T> iterator, T defaultValue) {
        return Objects.requireNonNull(iterator, "iterator").anext(defaultValue);
    }

    // ---- waiting ----

    /// Awaits; the same as [Awaitable#await()].
    ///
    /// @param <T> the type of the result
    /// @param awaitable what to await
    /// @return the result
    /// @throws Exception whatever went wrong, the same instance
    public static <T extends @Nullable Object> T await(Awaitable<T> awaitable) throws Exception {
        return Objects.requireNonNull(awaitable, "awaitable").await();
    }

    /// Sleeps.
    ///
    /// - **Suspends**: the calling thread, for `duration` of the runtime's time; zero steps back once in favour of
    ///   others.
    /// - **Cancellation**: throws [InterruptedException] if the thread is interrupted.
    ///
    /// @param duration how long, not negative
    /// @throws InterruptedException if the thread is interrupted
    /// @throws IllegalArgumentException if `duration` is negative
    public static void sleep(Duration duration) throws InterruptedException {
        Times.notNegative(duration, "duration");
        if (Thread.interrupted()) {
            throw Wait.interrupted("interrupted before sleeping for " + Times.show(duration));
        }
        Runtime runtime = Context.current().runtime();
        if (duration.isZero()) {
            runtime.park(runtime.now(), new Sleep(duration));
        } else {
            Wait.until(() -> false, runtime.now() + Times.nanos(duration), new Sleep(duration));
        }
    }

    /// What a sleeper waits for.
    private record Sleep(Duration duration) implements Runtime.Timed {
        @Override
        public String toString() {
            return "sleep " + Times.show(duration);
        }
    }

    /// Gives an awaitable a time limit. Cold: the time runs from when the result is awaited.
    ///
    /// - **Suspends**: until `awaitable` has ended; when the time is up, until its clean-up is done, too.
    /// - **Cancellation**: when the time is up `awaitable` is interrupted. A limit set inside a body is suspended while
    ///   the body is at a `yield` and checked when it goes on; it never hits the consumer. Zero runs nothing.
    /// - **Threads**: `awaitable` runs on the calling thread; one virtual thread keeps the time.
    /// - **Errors**: throws [java.util.concurrent.TimeoutException]. A value that comes late is returned all the same,
    ///   and a failure of the clean-up is thrown instead, with the time-out suppressed in it.
    /// - **Source**: `asyncio.timeout`; rules W3 and W8.
    ///
    /// @param <T> the type of the result
    /// @param limit how long, not negative
    /// @param awaitable what to await
    /// @return the limited awaitable
    /// @throws IllegalArgumentException if `limit` is negative
    public static <T extends @Nullable Object> Awaitable<T> timeout(Duration limit, Awaitable<T> awaitable) {
        Times.notNegative(limit, "limit");
        return new Timeout<>(limit, Objects.requireNonNull(awaitable, "awaitable"));
    }

    // ---- several at once ----

    /// Awaits all at the same time, and gives their results in order. Cold.
    ///
    /// Structured: nothing of it runs on when it ends. The same awaitable given twice is run once.
    ///
    /// - **Suspends**: until all have ended.
    /// - **Cancellation**: an interrupt is passed on to all, and all are awaited.
    /// - **Threads**: one task for each. If all are steps of generators that have begun and whose compiled bodies
    ///   cannot wait, a few run in turn on the calling thread, each to its end, unless it is interrupted or somebody
    ///   observes the run.
    /// - **Errors**: the first failure cancels the others, which are awaited; then it is thrown, the same instance,
    ///   with their failures suppressed in it. The end of an iteration is a failure, too: [StopAsyncIteration].
    /// - **Source**: `asyncio.gather`; rule W5.
    ///
    /// @param <T> the type of the results
    /// @param awaitables what to await
    /// @return the gathering; awaiting it gives the results in an unmodifiable list
    public static <T extends @Nullable Object> Awaitable<List<T>> gather(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return Gatherings.all(Gatherings.checked(awaitables));
    }

    /// Awaits all at the same time; see [#gather(Collection)].
    ///
    /// @param <T> the type of the results
    /// @param awaitables what to await
    /// @return the gathering
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Awaitable<List<T>> gather(Awaitable<? extends T>... awaitables) {
        return Gatherings.all(Gatherings.checked(Arrays.asList(Objects.requireNonNull(awaitables, "awaitables"))));
    }

    /// Awaits two at the same time and combines their results, on the caller's thread; see [#gather(Collection)].
    ///
    /// @param <A> the type of the first result
    /// @param <B> the type of the second result
    /// @param <R> the type of the combined result
    /// @param first the first to await
    /// @param second the second to await
    /// @param function makes one result of the two; may wait and throw
    /// @return the gathering
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
            Awaitable<R> gather(
                    Awaitable<? extends A> first,
                    Awaitable<? extends B> second,
                    CheckedBiFunction<? super A, ? super B, ? extends R> function) {
        return Gatherings.of(first, second, function);
    }

    /// Awaits three at the same time and combines their results; see [#gather(Collection)].
    ///
    /// @param <A> the type of the first result
    /// @param <B> the type of the second result
    /// @param <C> the type of the third result
    /// @param <R> the type of the combined result
    /// @param first the first to await
    /// @param second the second to await
    /// @param third the third to await
    /// @param function makes one result of the three; may wait and throw
    /// @return the gathering
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            Awaitable<R> gather(
                    Awaitable<? extends A> first,
                    Awaitable<? extends B> second,
                    Awaitable<? extends C> third,
                    CheckedTriFunction<? super A, ? super B, ? super C, ? extends R> function) {
        return Gatherings.of(first, second, third, function);
    }

    /// Awaits four at the same time and combines their results; see [#gather(Collection)].
    ///
    /// @param <A> the type of the first result
    /// @param <B> the type of the second result
    /// @param <C> the type of the third result
    /// @param <D> the type of the fourth result
    /// @param <R> the type of the combined result
    /// @param first the first to await
    /// @param second the second to await
    /// @param third the third to await
    /// @param fourth the fourth to await
    /// @param function makes one result of the four; may wait and throw
    /// @return the gathering
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            Awaitable<R> gather(
                    Awaitable<? extends A> first,
                    Awaitable<? extends B> second,
                    Awaitable<? extends C> third,
                    Awaitable<? extends D> fourth,
                    CheckedQuadFunction<? super A, ? super B, ? super C, ? super D, ? extends R> function) {
        return Gatherings.of(first, second, third, fourth, function);
    }

    /// Awaits all at the same time, and gives how each one ended. Cold.
    ///
    /// As [#gather(Collection)], but that a failure cancels nothing and is not thrown.
    ///
    /// - **Source**: `asyncio.gather(…, return_exceptions=True)`.
    ///
    /// @param <T> the type of the results
    /// @param awaitables what to await
    /// @return the outcomes in order, in an unmodifiable list
    public static <T extends @Nullable Object> Awaitable<List<Outcome<T>>> settle(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return Gatherings.settle(Gatherings.checked(awaitables));
    }

    /// Awaits all at the same time, and gives how each one ended; see [#settle(Collection)].
    ///
    /// @param <T> the type of the results
    /// @param awaitables what to await
    /// @return the outcomes
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Awaitable<List<Outcome<T>>> settle(
            Awaitable<? extends T>... awaitables) {
        return Gatherings.settle(Gatherings.checked(Arrays.asList(Objects.requireNonNull(awaitables, "awaitables"))));
    }

    /// Runs all at the same time until the first one ends, by a value or by a failure. Cold.
    ///
    /// - **Suspends**: until the first one has ended and the others, which are cancelled then, have cleaned up.
    /// - **Cancellation**: an interrupt is passed on to all, and all are awaited.
    /// - **Threads**: one task for each.
    /// - **Errors**: throws the failure of the first one, the same instance, with failures of the others suppressed. If
    ///   the first one gave a value, a failure of the others goes to the handler of late errors.
    /// - **Source**: `asyncio.wait(…, FIRST_COMPLETED)`, structured.
    ///
    /// @param <T> the type of the results
    /// @param awaitables what to run, at least one
    /// @return the race
    /// @throws IllegalArgumentException if there is nothing to run
    public static <T extends @Nullable Object> Awaitable<T> race(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return Gatherings.race(Gatherings.checked(awaitables));
    }

    /// Runs all at the same time until the first one ends; see [#race(Collection)].
    ///
    /// @param <T> the type of the results
    /// @param awaitables what to run, at least one
    /// @return the race
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Awaitable<T> race(Awaitable<? extends T>... awaitables) {
        return Gatherings.race(Gatherings.checked(Arrays.asList(Objects.requireNonNull(awaitables, "awaitables"))));
    }

    // ---- tasks ----

    /// Starts a task. It belongs to the enclosing [#run(java.util.concurrent.Callable)]; outside of one, to nobody.
    ///
    /// - **Suspends**: never.
    /// - **Threads**: a new virtual thread.
    /// - **Errors**: a failure that nobody awaits goes to the handler of late errors.
    ///
    /// @param <T> the type of the result
    /// @param awaitable what the task runs
    /// @return the running task
    public static <T extends @Nullable Object> Task<T> spawn(Awaitable<T> awaitable) {
        return Tasks.spawn(null, awaitable);
    }

    /// Starts a task that gives nothing; else as [#spawn(Awaitable)].
    ///
    /// @param action what the task runs
    /// @return the running task
    public static Task<@Nullable Void> spawn(Action action) {
        return Tasks.spawn(null, Tasks.asAwaitable(action));
    }

    /// Starts a task with a name; else as [#spawn(Awaitable)].
    ///
    /// @param <T> the type of the result
    /// @param name the name, for threads, reports and events
    /// @param awaitable what the task runs
    /// @return the running task
    public static <T extends @Nullable Object> Task<T> spawn(String name, Awaitable<T> awaitable) {
        return Tasks.spawn(Objects.requireNonNull(name, "name"), awaitable);
    }

    /// Starts a task with a name that gives nothing; else as [#spawn(Awaitable)].
    ///
    /// @param name the name, for threads, reports and events
    /// @param action what the task runs
    /// @return the running task
    public static Task<@Nullable Void> spawn(String name, Action action) {
        return Tasks.spawn(Objects.requireNonNull(name, "name"), Tasks.asAwaitable(action));
    }
}
