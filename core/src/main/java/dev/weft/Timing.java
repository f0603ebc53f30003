package dev.weft;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operators that deal in time: that of the [Runtime][dev.weft.spi.Runtime], which is virtual in tests.
///
/// - **Ties**: at one instant, what falls due comes before what arrives. A window, a silence or a limit reaches up to
///   its last instant but does not include it: an element that comes at that instant comes after it. So there is one
///   outcome, whatever the order of the threads is.
/// - **Time of an element**: that at which the source has it. A source runs when it is asked; the operators without
///   a task ask when their consumer does, the others read on meanwhile.
/// - **Slow consumers**: get what was due late, and in order. Nothing is dropped but what the contract says.
///
/// @param <T> the type of the elements
public sealed interface Timing<T extends @Nullable Object> permits AsyncIterable {

    /// Returns an iterator over the elements; see [AsyncIterable#aiter()].
    ///
    /// @return an iterator
    AsyncIterator<T> aiter();

    // ---- later ----

    /// Shifts everything by the same time: the elements, which keep their distances, the end, and a failure.
    ///
    /// - **Suspends**: until the next element is due.
    /// - **Cancellation**: cancels the reading, closes the upstream, and drops the elements held back.
    /// - **Threads**: one task reads the upstream; elements arrive on the caller's thread.
    /// - **Errors**: rethrows those of the upstream, shifted like an element, after those that came before.
    /// - **Cost**: one task per run. Up to 256 elements are held back; while there are so many, due or not, the
    ///   upstream is asked for one more and no further.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=delay}
    ///
    /// @param by how much later, not negative
    /// @return the same elements, later
    /// @throws IllegalArgumentException if `by` is negative
    /// @see #delayStart(Duration)
    /// @see #spaced(Duration)
    default AsyncGenerator<T> delay(Duration by) {
        return HoldingSteps.generator("delay", (AsyncIterable<T>) this, Holding.delay(by));
    }

    /// Asks the upstream for its first element when `by` has passed since the first step, and is then the same.
    ///
    /// - **Suspends**: until `by` has passed, and while the upstream does.
    /// - **Cancellation**: ends the wait, and closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=delayStart}
    ///
    /// @param by how much later, not negative
    /// @return the same elements, begun later
    /// @throws IllegalArgumentException if `by` is negative
    default AsyncGenerator<T> delayStart(Duration by) {
        Times.notNegative(by, "by");
        return StepSource.generator("delayStart", Paced.delayedStart(by, (AsyncIterable<T>) this));
    }

    /// Yields all elements, each at least `gap` after the one before was yielded.
    ///
    /// The first is not held back, nor is the end. An element that comes too soon waits for the rest of the gap, and
    /// the upstream is not asked for another one meanwhile.
    ///
    /// - **Suspends**: while the upstream does, and for the rest of the gap.
    /// - **Cancellation**: ends the wait, and closes the upstream.
    /// - **Errors**: rethrows those of the upstream, at once.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=spaced}
    ///
    /// @param gap the least time between two elements, positive
    /// @return the same elements, spaced out
    /// @throws IllegalArgumentException if `gap` is not positive
    default AsyncGenerator<T> spaced(Duration gap) {
        return Gathered.of("spaced", (AsyncIterable<T>) this, Paced.spaced(gap));
    }

    // ---- fewer ----

    /// Yields each element that no other follows within `quiet`.
    ///
    /// An element that comes exactly `quiet` after another one does not replace it. The last one is yielded as soon as
    /// the upstream ends or fails.
    ///
    /// - **Suspends**: while the upstream does, and until `quiet` has passed.
    /// - **Cancellation**: cancels the reading, closes the upstream, and drops the element held back.
    /// - **Threads**: one task reads the upstream; elements arrive on the caller's thread. While the consumer is busy
    ///   elements go on replacing each other, until one is due, another one is held back, and a third one has come.
    /// - **Errors**: rethrows those of the upstream, after the element held back.
    /// - **Cost**: one task per run; up to three elements of memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=debounce}
    ///
    /// @param quiet how long the silence must last, positive
    /// @return the settled elements
    /// @throws IllegalArgumentException if `quiet` is not positive
    default AsyncGenerator<T> debounce(Duration quiet) {
        return HoldingSteps.generator("debounce", (AsyncIterable<T>) this, Holding.debounce(quiet));
    }

    /// Yields each element that no other follows within the time that `quiet` gives for it; else as
    /// [#debounce(Duration)].
    ///
    /// - **Threads**: `quiet` runs on the task that reads the upstream. An element counts as come when `quiet` has
    ///   returned.
    /// - **Errors**: one of `quiet` is like one of the upstream, which it closes.
    ///
    /// @param quiet how long the silence after an element must last, not negative; with zero nothing replaces it. May
    ///     wait and throw
    /// @return the settled elements
    default AsyncGenerator<T> debounce(CheckedFunction<? super T, Duration> quiet) {
        return HoldingSteps.generator("debounce", (AsyncIterable<T>) this, Holding.debounce(quiet));
    }

    /// Yields the first element of each window, at once, and drops the others.
    ///
    /// A window opens with an element that comes while none is open, and lasts for `window`; one that comes exactly at
    /// its end opens the next.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=throttleFirst}
    ///
    /// @param window how long nothing is yielded after an element, positive
    /// @return the first elements
    /// @throws IllegalArgumentException if `window` is not positive
    default AsyncGenerator<T> throttleFirst(Duration window) {
        return Gathered.of("throttleFirst", (AsyncIterable<T>) this, Paced.throttleFirst(window));
    }

    /// Yields the last element of each window, at its end, and drops the others.
    ///
    /// A window opens with an element that comes while none is open, and lasts for `window`; one that comes exactly at
    /// its end opens the next. The end of the upstream, or its failure, ends the window that is open.
    ///
    /// - **Suspends**: while the upstream does, and until the window ends.
    /// - **Cancellation**: cancels the reading, closes the upstream, and drops the element held back.
    /// - **Threads**: as [#debounce(Duration)].
    /// - **Errors**: rethrows those of the upstream, after the element held back.
    /// - **Cost**: one task per run; up to three elements of memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=throttleLast}
    ///
    /// @param window how long elements replace each other, positive
    /// @return the last elements
    /// @throws IllegalArgumentException if `window` is not positive
    default AsyncGenerator<T> throttleLast(Duration window) {
        return HoldingSteps.generator("throttleLast", (AsyncIterable<T>) this, Holding.throttleLast(window));
    }

    /// Yields, at each tick of a clock, the latest element, if there is a new one.
    ///
    /// The clock ticks each `period` from the first step on. An element that comes exactly at a tick belongs to the
    /// next one. The end of the upstream, or its failure, is the last tick.
    ///
    /// - **Suspends**: until the first tick after an element.
    /// - **Cancellation**: cancels the reading, closes the upstream, and drops the element held back.
    /// - **Threads**: as [#debounce(Duration)].
    /// - **Errors**: rethrows those of the upstream, after the element held back.
    /// - **Cost**: one task per run; up to three elements of memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=sample}
    ///
    /// @param period the time between two ticks, positive
    /// @return the latest elements
    /// @throws IllegalArgumentException if `period` is not positive
    default AsyncGenerator<T> sample(Duration period) {
        return HoldingSteps.generator("sample", (AsyncIterable<T>) this, Holding.sample(period));
    }

    // ---- together ----

    /// Yields lists of elements that come one after the other: each has `size` elements, or those that come within
    /// `window` of its first.
    ///
    /// A list is never empty. One that is full is yielded at once; one that is not, `window` after its first element
    /// came, or when the upstream ends or fails. An element that comes exactly then begins the next one.
    ///
    /// - **Suspends**: until a list is full, or its time is up.
    /// - **Cancellation**: cancels the reading, closes the upstream, and drops the elements held back.
    /// - **Threads**: one task reads the upstream; lists arrive on the caller's thread. While the consumer is busy one
    ///   list is complete, the next one grows, and the element after that has come.
    /// - **Errors**: rethrows those of the upstream, after the elements held back.
    /// - **Cost**: one task per run; two lists of memory, and an element.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=chunkedWithin}
    ///
    /// @param size the most elements of a list, positive
    /// @param window the longest time from the first element of a list to its end, positive
    /// @return the elements in unmodifiable lists
    /// @throws IllegalArgumentException if `size` or `window` is not positive
    default AsyncGenerator<List<T>> chunkedWithin(int size, Duration window) {
        return HoldingSteps.generator("chunkedWithin", (AsyncIterable<T>) this, Holding.chunked(size, window));
    }

    // ---- in time ----

    /// Fails when the upstream takes `limit` or longer over an element, or over its end.
    ///
    /// The time runs only while the upstream is asked, from the beginning with each element: the consumer may take as
    /// long as it likes.
    ///
    /// - **Suspends**: while the upstream does; when the time is up, until its clean-up is done.
    /// - **Cancellation**: closes the upstream. When the time is up the upstream is interrupted and then closed; what
    ///   it answers with, an element or its end, is dropped.
    /// - **Threads**: the upstream runs on the calling thread; one virtual thread keeps the time of many elements.
    /// - **Errors**: throws [java.util.concurrent.TimeoutException], after the clean-up. A failure that comes at the
    ///   limit or later, that of the clean-up included, is suppressed in it. Rethrows those of the upstream that come
    ///   before.
    /// - **Cost**: one virtual thread, and another one whenever the consumer has taken longer than `limit`; no memory.
    /// - **Source**: `asyncio.timeout`; rules W3 and W8.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=timeoutEach}
    ///
    /// @param limit how long an element may take, positive
    /// @return the same elements
    /// @throws IllegalArgumentException if `limit` is not positive
    /// @see #timeoutTotal(Duration)
    default AsyncGenerator<T> timeoutEach(Duration limit) {
        return StepSource.generator("timeoutEach", new LimitSteps((AsyncIterable<T>) this, limit, true));
    }

    /// Fails when the upstream has not ended within `limit` of the first step.
    ///
    /// All time counts, that of the consumer, too. But it is the upstream that is interrupted, never the consumer: if
    /// the time is up while the consumer is busy, it is the next step that fails, without asking the upstream.
    ///
    /// - **Suspends**: while the upstream does; when the time is up, until its clean-up is done.
    /// - **Cancellation**: as [#timeoutEach(Duration)].
    /// - **Threads**: the upstream runs on the calling thread; one virtual thread keeps the time.
    /// - **Errors**: as [#timeoutEach(Duration)].
    /// - **Cost**: one virtual thread; no memory.
    /// - **Source**: `asyncio.timeout` in a body around all its yields; rules W3 and W8.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=timeoutTotal}
    ///
    /// @param limit how long all elements and the end may take, positive
    /// @return the same elements
    /// @throws IllegalArgumentException if `limit` is not positive
    /// @see #timeoutEach(Duration)
    default AsyncGenerator<T> timeoutTotal(Duration limit) {
        return StepSource.generator("timeoutTotal", new LimitSteps((AsyncIterable<T>) this, limit, false));
    }

    // ---- measured ----

    /// Yields each element with the time that had passed since the first step when it came.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=timestamped}
    ///
    /// @return the elements with their times
    default AsyncGenerator<Timed<T>> timestamped() {
        return Gathered.of("timestamped", (AsyncIterable<T>) this, Paced.timestamped());
    }

    /// Yields each element with the time that had passed since the one before had come; the first, since the first
    /// step.
    ///
    /// - **Suspends**: while the upstream does.
    /// - **Cancellation**: closes the upstream.
    /// - **Errors**: rethrows those of the upstream.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=elapsed}
    ///
    /// @return the elements with their distances
    default AsyncGenerator<Timed<T>> elapsed() {
        return Gathered.of("elapsed", (AsyncIterable<T>) this, Paced.elapsed());
    }
}
