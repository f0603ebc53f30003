package dev.weft;

import java.time.Duration;

/// The sources of time alone. Reached through [Async].
///
/// [Sources#interval(Duration)] is the plain one; these choose when it begins, or end after one element.
public abstract sealed class Clocks extends Publishers permits FunctionSources {

    Clocks() {}

    /// Yields 0 when `delay` has passed since the first step, and ends.
    ///
    /// - **Suspends**: until `delay` has passed.
    /// - **Cancellation**: ends the wait.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=timer}
    ///
    /// @param delay how long to wait, not negative
    /// @return a generator of one element
    /// @throws IllegalArgumentException if `delay` is negative
    public static AsyncGenerator<Long> timer(Duration delay) {
        return StepSource.generator("timer", Paced.timer(Times.notNegative(delay, "delay")));
    }

    /// Yields 0, 1, 2 and so on, without end: the first when `initialDelay` has passed since the first step, and one
    /// each `period` from then on.
    ///
    /// Each is due one period after the one before was due. A consumer that comes late finds what is due at once;
    /// nothing is dropped.
    ///
    /// - **Suspends**: until the next one is due.
    /// - **Cancellation**: ends the wait.
    /// - **Cost**: no task; no memory.
    ///
    /// {@snippet class=dev.weft.spec.TimingSnippets region=intervalDelayed}
    ///
    /// @param initialDelay the time before the first element, not negative; with zero it is due at once
    /// @param period the time between two elements, positive
    /// @return an endless generator
    /// @throws IllegalArgumentException if `initialDelay` is negative, or `period` is not positive
    public static AsyncGenerator<Long> interval(Duration initialDelay, Duration period) {
        Times.notNegative(initialDelay, "initialDelay");
        return StepSource.generator("interval", Paced.interval(initialDelay, Times.positive(period, "period")));
    }
}
