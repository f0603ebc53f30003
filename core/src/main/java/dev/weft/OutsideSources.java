package dev.weft;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The sources whose elements come from outside Weft: from futures, queues and callbacks. Reached through [Async].
public abstract sealed class OutsideSources extends FunctionSources permits Sources {

    /// How many elements of a callback wait for the consumer, unless the caller says otherwise.
    private static final int CAPACITY = 256;

    OutsideSources() {}

    /// Yields the result of a stage, and ends.
    ///
    /// - **Suspends**: until the stage is completed.
    /// - **Cancellation**: leaves the stage alone.
    /// - **Errors**: throws the exception that completed the stage, without a
    ///   [java.util.concurrent.CompletionException] around it.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=fromStage}
    ///
    /// @param <T> the type of the element
    /// @param stage what to wait for
    /// @return a generator of one element
    public static <T extends @Nullable Object> AsyncGenerator<T> from(CompletionStage<? extends T> stage) {
        Objects.requireNonNull(stage, "stage");
        return StepSource.generator("from", FutureSteps.of(stage));
    }

    /// Yields the result of a completable future, which is both a stage and a future; as [#from(Future)].
    ///
    /// @param <T> the type of the element
    /// @param future what to wait for
    /// @return a generator of one element
    public static <T extends @Nullable Object> AsyncGenerator<T> from(CompletableFuture<? extends T> future) {
        return from((Future<? extends T>) future);
    }

    /// Yields the result of a future, and ends; of a stage see [#from(CompletionStage)].
    ///
    /// A future that is no [CompletionStage] can only be blocked in; see [Awaitable#of(Future)].
    ///
    /// - **Suspends**: until the future is done.
    /// - **Cancellation**: cancels the future, with an interrupt, as a future has one reader; but not a [Task], which
    ///   has an owner of its own.
    /// - **Errors**: throws the exception of the computation, without an [java.util.concurrent.ExecutionException]
    ///   around it.
    ///
    /// @param <T> the type of the element
    /// @param future what to wait for; cancelled if the generator is closed before the future is done
    /// @return a generator of one element
    public static <T extends @Nullable Object> AsyncGenerator<T> from(Future<? extends T> future) {
        Objects.requireNonNull(future, "future");
        return StepSource.generator("from", FutureSteps.of(future));
    }

    /// Yields what is put into a queue, without end; see [#fromQueue(BlockingQueue)].
    ///
    /// It is the declared type that counts: a queue in a variable of the type [Iterable] or [java.util.Collection] is
    /// read once over, as [Async#from(Iterable)] does.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=fromBlockingQueue}
    ///
    /// @param <T> the type of the elements
    /// @param queue what to take from
    /// @return an endless generator
    public static <T> AsyncGenerator<T> from(BlockingQueue<? extends T> queue) {
        return fromQueue(queue);
    }

    /// Yields what is put into a queue, without end: takes an element whenever one is asked for.
    ///
    /// A queue can only be blocked in: under virtual time an element has to be there already, or come from a thread
    /// outside. To read what is in it at the moment, and end, use `from(queue.iterator())`.
    ///
    /// - **Suspends**: until there is an element.
    /// - **Cancellation**: takes no further element; those in the queue stay there.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=fromQueue}
    ///
    /// @param <T> the type of the elements
    /// @param queue what to take from
    /// @return an endless generator
    public static <T> AsyncGenerator<T> fromQueue(BlockingQueue<? extends T> queue) {
        return fromQueue(queue, element -> false);
    }

    /// Yields what is put into a queue, until an element comes that means the end; else as
    /// [#fromQueue(BlockingQueue)].
    ///
    /// - **Errors**: rethrows those of `isEnd`; the element that it was to judge is lost.
    ///
    /// @param <T> the type of the elements
    /// @param queue what to take from
    /// @param isEnd whether an element means the end; then it is taken, but not yielded; may wait and throw
    /// @return a generator of the elements before that
    public static <T> AsyncGenerator<T> fromQueue(BlockingQueue<? extends T> queue, CheckedPredicate<? super T> isEnd) {
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(isEnd, "isEnd");
        return StepSource.generator("fromQueue", FunctionSteps.of(() -> {
            T element = Outside.take(queue);
            return isEnd.test(element) ? Execution.END : element;
        }));
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
        return callback(CAPACITY, Overflow.SUSPEND, register);
    }

    /// Yields what a callback API hands to an [Emitter], from any thread, through a buffer of your own choice; else as
    /// [#callback(CheckedConsumer)].
    ///
    /// With [Overflow#SUSPEND], what `register` itself emits beyond the capacity is kept all the same, as nobody could
    /// take an element before it returns.
    ///
    /// - **Errors**: an [OverflowException] if the buffer was full and the policy is [Overflow#FAIL].
    /// - **Cost**: a buffer of `capacity` elements.
    ///
    /// {@snippet class=dev.weft.spec.SourceSnippets region=callbackOverflow}
    ///
    /// @param <T> the type of the elements
    /// @param capacity how many elements wait for the consumer at the most, positive
    /// @param overflow what to do with one more; see also [Emitter#dropped()]
    /// @param register hands the emitter to the callback API
    /// @return a generator of what is emitted
    /// @throws IllegalArgumentException if `capacity` is not positive
    public static <T extends @Nullable Object> AsyncGenerator<T> callback(
            int capacity, Overflow overflow, CheckedConsumer<? super Emitter<T>, ? extends Exception> register) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be positive, was " + capacity);
        }
        Objects.requireNonNull(overflow, "overflow");
        Objects.requireNonNull(register, "register");
        return StepSource.generator("callback", new CallbackSteps<T>(capacity, overflow, register));
    }
}
