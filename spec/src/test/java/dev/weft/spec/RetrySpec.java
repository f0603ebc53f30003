package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.RetryPolicy;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// `retry`: a source that is read anew when it has failed.
class RetrySpec {

    private final Journal journal = new Journal();
    private final List<IOException> failures = new ArrayList<>();

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    /// Fails at the first attempts, after its only element, each time with another exception.
    private AsyncGenerator<Integer> failing(int times) {
        int attempt = failures.size() + 1;
        return generator(y -> {
            try {
                journal.noteTime("attempt " + attempt);
                y.yield(attempt);
                y.yieldAll(attempt <= times ? fail(failed(attempt)) : empty());
            } finally {
                journal.note("closed");
            }
        });
    }

    private IOException failed(int attempt) {
        var failure = new IOException("failure " + attempt);
        failures.add(failure);
        return failure;
    }

    // ---- attempts ----

    @EachDrive
    void aFailedSourceIsClosedAndReadAnewAndElementsGivenBeforeStay(Drive drive) throws Exception {
        read(drive, retry(RetryPolicy.attempts(3), () -> failing(2)));

        assertThat(journal)
                .containsExactly(
                        "attempt 1 at 0",
                        "read 1",
                        "closed",
                        "attempt 2 at 0",
                        "read 2",
                        "closed",
                        "attempt 3 at 0",
                        "read 3",
                        "closed");
    }

    @EachDrive
    void theLastFailureGoesOnWithTheEarlierOnesSuppressed(Drive drive) {
        var error = catchThrowable(() -> read(drive, retry(RetryPolicy.attempts(3), () -> failing(9))));

        assertThat(error).isSameAs(failures.get(2));
        assertThat(error.getSuppressed()).containsSubsequence(failures.get(0), failures.get(1));
        assertThat(failures).hasSize(3);
    }

    @EachDrive
    void oneAttemptIsNoRetry(Drive drive) {
        var error = catchThrowable(() -> read(drive, retry(RetryPolicy.attempts(1), () -> failing(9))));

        assertThat(error).isSameAs(failures.get(0));
        assertThat(failures).hasSize(1);
    }

    @EachDrive
    void anEmptySourceEndsAtOnce(Drive drive) throws Exception {
        read(drive, retry(RetryPolicy.attempts(3), () -> empty()));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aFailureOfTheSupplierCountsAsOneOfTheSource(Drive drive) throws Exception {
        AsyncGenerator<Integer> source = retry(RetryPolicy.attempts(2), () -> {
            if (failures.isEmpty()) {
                throw failed(1);
            }
            return of(7);
        });

        read(drive, source);

        assertThat(journal).containsExactly("read 7");
    }

    @EachDrive
    void thePredicateDecidesWhatToTryAgainAfter(Drive drive) {
        RetryPolicy policy =
                RetryPolicy.attempts(9).onlyIf(failure -> failure.getMessage().equals("failure 1"));

        var error = catchThrowable(() -> read(drive, retry(policy, () -> failing(9))));

        assertThat(error).isSameAs(failures.get(1));
        assertThat(error.getSuppressed()).contains(failures.get(0));
    }

    @EachDrive
    void aFailureOfThePredicateGoesOnAndNothingIsLost(Drive drive) {
        var broken = new IllegalStateException("of the predicate");
        RetryPolicy policy = RetryPolicy.attempts(9).onlyIf(failure -> {
            throw broken;
        });

        var error = catchThrowable(() -> read(drive, retry(policy, () -> failing(9))));

        assertThat(error).isSameAs(broken);
        assertThat(broken.getSuppressed()).contains(failures.get(0));
    }

    @EachDrive
    void aFailureOfTheConsumerIsNotTriedAgain(Drive drive) {
        var consumers = new IOException("of the consumer");
        AsyncGenerator<Integer> source = retry(RetryPolicy.attempts(3), () -> failing(0));

        var error = catchThrowable(() -> drive.read(source, element -> {
            throw consumers;
        }));

        assertThat(error).isSameAs(consumers);
        assertThat(journal).containsExactly("attempt 1 at 0", "closed");
    }

    @EachDrive
    void anErrorIsNotTriedAgain(Drive drive) {
        var broken = new AssertionError("broken");

        var error = catchThrowable(() -> read(drive, retry(RetryPolicy.forever(), () -> fail(broken))));

        assertThat(error).isSameAs(broken);
    }

    @EachDrive
    void aConsumerThatWantsNoMoreClosesTheAttempt(Drive drive) throws Exception {
        read(drive, retry(RetryPolicy.attempts(3), () -> failing(1)).take(2));

        assertThat(journal).containsExactly("attempt 1 at 0", "read 1", "closed", "attempt 2 at 0", "read 2", "closed");
    }

    @VirtualTimeTest
    void manyAttemptsKeepTheLatestFailuresAlone() {
        RetryPolicy policy = RetryPolicy.forever().onlyIf(failure -> failures.size() < 100_000);

        var error = catchThrowable(() ->
                retry(policy, () -> fail(failed(failures.size()))).count());

        assertThat(error).isSameAs(failures.getLast());
        assertThat(error.getSuppressed()).hasSizeBetween(32, 33).contains(failures.get(failures.size() - 2));
    }

    // ---- waiting ----

    @EachDrive
    void theWaitGrows(Drive drive) throws Exception {
        RetryPolicy policy = RetryPolicy.attempts(5).backoff(ms(10), 3).maxDelay(ms(50));

        read(drive, retry(policy, () -> failing(4)).filter(attempt -> attempt == 5));

        assertThat(journal)
                .containsSubsequence(
                        "attempt 1 at 0",
                        "attempt 2 at 10",
                        "attempt 3 at 40",
                        "attempt 4 at 90",
                        "attempt 5 at 140",
                        "read 5");
    }

    @VirtualTimeTest
    void aFactorOfOneKeepsTheWait() {
        retry(RetryPolicy.attempts(4).backoff(ms(10), 1), () -> failing(3)).count();

        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void theLongestWaitsDoNotOverflow() throws Exception {
        RetryPolicy policy = RetryPolicy.attempts(100).backoff(Duration.ofDays(1), 1e9);
        Task<Long> reader = spawn(() -> retry(policy, () -> failing(99)).count());
        pause(Duration.ofDays(2).toMillis());

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(failures).hasSize(2);
    }

    @VirtualTimeTest
    void jitterShortensTheWaitAndASeedMakesItTheSame() {
        RetryPolicy policy =
                RetryPolicy.attempts(2).backoff(ms(1_000)).jitter(0.5).seed(42);

        retry(policy, () -> failing(1)).count();
        long first = now();
        failures.clear();
        retry(policy, () -> failing(1)).count();

        assertThat(first).isBetween(500L, 999L);
        assertThat(now()).isBetween(2 * first, 2 * first + 1);
    }

    @VirtualTimeTest
    void withoutASeedTheJitterStaysInItsBounds() {
        retry(RetryPolicy.attempts(2).backoff(ms(1_000)).jitter(1), () -> failing(1))
                .count();

        assertThat(now()).isBetween(0L, 1_000L);
    }

    @VirtualTimeTest
    void aCancelEndsTheWaitAndKeepsTheFailure() throws Exception {
        Task<Long> reader = spawn(() -> retry(RetryPolicy.attempts(2).backoff(ms(100)), () -> failing(1))
                .count());
        pause(10);

        reader.cancel();

        var cancelled = catchThrowable(reader::await);
        assertThat(cancelled).isInstanceOf(CancellationException.class);
        assertThat(cancelled.getCause().getSuppressed()).contains(failures.get(0));
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void aCloseWhileItWaitsEndsIt() throws Exception {
        AsyncGenerator<Integer> source = retry(RetryPolicy.attempts(2).backoff(ms(100)), () -> failing(1));
        source.anext().await();
        Task<Integer> step = spawn(source.anext());
        pause(10);

        source.close();

        assertThat(now()).isEqualTo(10);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
        assertThat(journal).containsExactly("attempt 1 at 0", "closed");
    }

    // ---- what can be read again ----

    @EachDrive
    void anIterableThatCanBeReadAgainHasRetryItself(Drive drive) throws Exception {
        AsyncIterable<Integer> source = () -> failing(1);

        read(drive, source.retry(RetryPolicy.attempts(2)));

        assertThat(journal).containsExactly("attempt 1 at 0", "read 1", "closed", "attempt 2 at 0", "read 2", "closed");
    }

    @VirtualTimeTest
    void aGeneratorHasNot() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(1).retry(RetryPolicy.attempts(2)))
                .withMessage("of can be read once; make a new one for each attempt with Async.retry(policy, () -> …)");
    }

    @VirtualTimeTest
    void aSupplierThatGivesTheSameGeneratorAgainIsRefused() {
        AsyncGenerator<Integer> once = failing(1);

        assertThatIllegalStateException()
                .isThrownBy(retry(RetryPolicy.forever(), () -> once)::count)
                .withMessageEndingWith("again, which can be read once; make a new one at each call")
                .satisfies(error -> assertThat(error.getSuppressed()).contains(failures.get(0)));
    }

    @VirtualTimeTest
    void aSupplierThatGivesNothingIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(retry(RetryPolicy.forever(), () -> null)::count)
                .withMessage("the supplier returned null; return a source");
    }

    // ---- arguments ----

    @VirtualTimeTest
    void aPolicyChecksWhatItIsGiven() {
        RetryPolicy policy = RetryPolicy.forever();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.attempts(0))
                .withMessage("attempts must be positive, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.backoff(ms(-1)))
                .withMessage("first must not be negative, was -1ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.backoff(ms(1), Double.NaN))
                .withMessage("factor must be finite and at least 1, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.maxDelay(ms(-1)))
                .withMessage("longest must not be negative, was -1ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.jitter(1.5))
                .withMessage("share must be between 0 and 1, was 1.5");
        assertThatNullPointerException().isThrownBy(() -> policy.onlyIf(null)).withMessage("predicate");
    }

    @VirtualTimeTest
    void aPolicyAndASupplierAreNeeded() {
        assertThatNullPointerException()
                .isThrownBy(() -> retry(null, () -> of(1)))
                .withMessage("policy");
        assertThatNullPointerException()
                .isThrownBy(() -> retry(RetryPolicy.forever(), null))
                .withMessage("supplier");
    }
}
