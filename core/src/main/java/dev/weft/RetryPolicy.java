package dev.weft;

import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How often, how soon and after which failures a source is read again. Immutable; each method returns a changed copy.
///
/// Made by [#attempts(int)] or [#forever()], it tries again at once, after any [Exception] but a cancellation.
///
/// {@snippet class=dev.weft.spec.RecoverSnippets region=retry}
///
/// @see Async#retry(RetryPolicy, java.util.concurrent.Callable)
public final class RetryPolicy {

    private static final Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

    /// How long to wait.
    private record Waiting(
            Duration first,
            double factor,
            Duration longest,
            double jitter,
            @Nullable Long seed) {}

    private final int attempts;
    private final Waiting waiting;
    private final CheckedPredicate<? super Exception> predicate;

    private RetryPolicy(int attempts, Waiting waiting, CheckedPredicate<? super Exception> predicate) {
        this.attempts = attempts;
        this.waiting = waiting;
        this.predicate = predicate;
    }

    /// Makes a policy that gives up when a source has failed `attempts` times.
    ///
    /// @param attempts how often to read at the most, the first time included, positive
    /// @return a policy
    /// @throws IllegalArgumentException if `attempts` is not positive
    public static RetryPolicy attempts(int attempts) {
        if (attempts <= 0) {
            throw new IllegalArgumentException("attempts must be positive, was " + attempts);
        }
        return new RetryPolicy(attempts, new Waiting(Duration.ZERO, 2, UNLIMITED, 0, null), failure -> true);
    }

    /// Makes a policy that never gives up.
    ///
    /// @return a policy
    public static RetryPolicy forever() {
        return attempts(Integer.MAX_VALUE);
    }

    /// Waits `first` after the first failure, and after each further one twice as long as before.
    ///
    /// @param first how long to wait first, not negative
    /// @return a changed policy
    /// @throws IllegalArgumentException if `first` is negative
    public RetryPolicy backoff(Duration first) {
        return backoff(first, 2);
    }

    /// Waits `first` after the first failure, and after each further one `factor` times as long as before.
    ///
    /// @param first how long to wait first, not negative
    /// @param factor by how much the wait grows, at least 1; with 1 each wait is as long as the first
    /// @return a changed policy
    /// @throws IllegalArgumentException if `first` is negative, or `factor` below 1 or not a finite number
    public RetryPolicy backoff(Duration first, double factor) {
        Times.notNegative(first, "first");
        if (!(factor >= 1 && factor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("factor must be finite and at least 1, was " + factor);
        }
        return with(new Waiting(first, factor, waiting.longest, waiting.jitter, waiting.seed));
    }

    /// Limits the wait between two attempts.
    ///
    /// @param longest how long to wait at the most, not negative
    /// @return a changed policy
    /// @throws IllegalArgumentException if `longest` is negative
    public RetryPolicy maxDelay(Duration longest) {
        Times.notNegative(longest, "longest");
        return with(new Waiting(waiting.first, waiting.factor, longest, waiting.jitter, waiting.seed));
    }

    /// Shortens each wait by chance, so that readers that failed together do not come back together.
    ///
    /// @param share which part of the wait is left to chance, from 0, which leaves nothing, to 1, which leaves all
    /// @return a changed policy
    /// @throws IllegalArgumentException if `share` is not between 0 and 1
    public RetryPolicy jitter(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be between 0 and 1, was " + share);
        }
        return with(new Waiting(waiting.first, waiting.factor, waiting.longest, share, waiting.seed));
    }

    /// Makes the jitter the same in every reading, for tests.
    ///
    /// @param seed where the random numbers begin
    /// @return a changed policy
    public RetryPolicy seed(long seed) {
        return with(new Waiting(waiting.first, waiting.factor, waiting.longest, waiting.jitter, seed));
    }

    /// Tries again only after a failure that passes `predicate`.
    ///
    /// @param predicate which failures to try again after; may wait and throw
    /// @return a changed policy
    public RetryPolicy onlyIf(CheckedPredicate<? super Exception> predicate) {
        return new RetryPolicy(attempts, waiting, Objects.requireNonNull(predicate, "predicate"));
    }

    private RetryPolicy with(Waiting changed) {
        return new RetryPolicy(attempts, changed, predicate);
    }

    // ---- one reading ----

    /// Whether to try again after that many failures, the last of which is `failure`.
    boolean triesAgain(long failures, Exception failure) throws Exception {
        return (attempts == Integer.MAX_VALUE || failures < attempts) && predicate.test(failure);
    }

    /// The random numbers of one reading.
    RandomGenerator random() {
        return waiting.seed == null ? new SplittableRandom() : new SplittableRandom(waiting.seed);
    }

    /// How long to wait after that many failures.
    Duration delay(long failures, RandomGenerator random) {
        double grown = (double) Times.nanos(waiting.first) * Math.pow(waiting.factor, failures - 1.0);
        double limited = Math.min(grown, (double) Times.nanos(waiting.longest));
        return Duration.ofNanos(Math.round(limited * (1 - waiting.jitter * random.nextDouble())));
    }
}
