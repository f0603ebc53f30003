package dev.weft.spi;

import java.util.function.Supplier;

/// Reads the clock, parks, wakes and starts threads: the five primitives on which everything that waits is built.
///
/// Nothing else in Weft reads a clock, parks, sleeps or starts a thread. The runtime of this module works in real
/// time on virtual threads; the test kit's runs the same code in virtual time, one thread after the other.
///
/// A *strand* is a thread that runs under this runtime: one that it forked or, if the runtime allows it, any thread
/// that calls it. Cancellation is interruption: whoever interrupts a strand also unparks it, so that a runtime need
/// not notice interrupts by itself.
///
/// Every method may be called from any strand. What a strand did before [#unpark(Thread)] or [#fork(String, Runnable)]
/// happens before what the other strand does after the return from [#park(long, Object)] that it causes, or from its
/// start.
public interface Runtime {

    /// The deadline that never comes.
    long FOREVER = Long.MAX_VALUE;

    /// Reads the clock.
    ///
    /// @return nanoseconds since an arbitrary but fixed origin; they never decrease and are compared by subtraction
    long now();

    /// Starts a strand.
    ///
    /// The new strand may begin before this method returns, or only when the caller parks. It ends when `body`
    /// returns; `body` handles its own failures.
    ///
    /// @param name the thread's name
    /// @param body what the strand runs
    /// @return the started thread, a virtual one
    Thread fork(String name, Runnable body);

    /// Returns the calling strand.
    ///
    /// @return the current thread
    /// @throws IllegalStateException if the calling thread cannot be a strand of this runtime
    Thread current();

    /// Suspends the calling strand until it is unparked or interrupted, or `deadline` has come.
    ///
    /// May also return for no reason, so callers check their condition in a loop. Returns at once if an unpark came
    /// before. Leaves the interrupt status as it is. A deadline that has passed makes the strand step back once in
    /// favour of others that are ready.
    ///
    /// @param deadline the time of [#now()] to wait for, or [#FOREVER]
    /// @param reason what the strand waits for; its `toString()` is shown to people; see also [Outside]
    void park(long deadline, Object reason);

    /// Makes the given strand's current park return, or its next one if it is not parked.
    ///
    /// @param strand the strand to wake; one that has ended is left alone
    void unpark(Thread strand);

    /// Tells whether strands run one at a time, so that each sees at once what the others did.
    ///
    /// @return `false` unless the runtime hands the processor from strand to strand itself
    default boolean isSequential() {
        return false;
    }

    /// Hears that a run begins on this runtime, before anything of it.
    ///
    /// @param dump describes what is alive in the run, in lines; can be asked at any time, on any thread
    default void began(Supplier<String> dump) {
        // Most runtimes tell nobody how things stand.
    }

    /// Marks the reason of a park that a thread outside this runtime will end, such as the completion of a future.
    ///
    /// A runtime in virtual time does not take such a wait for a deadlock.
    interface Outside {}

    /// Marks the reason of a park that ends when a time has come: a sleep.
    interface Timed {}

    /// Marks the reason of a park that nobody will end: its strand was given up and does not keep a run alive.
    interface Abandoned {}
}
