package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/// `onErrorResume`, `onErrorYield`, `onErrorMap`: what is caught, and what follows.
class OnErrorSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the source");
    private final IOException other = new IOException("another");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    private AsyncGenerator<String> failing(Throwable error) {
        return generator(y -> {
            try {
                y.yield("a");
                y.yieldAll(fail(error));
            } finally {
                journal.note("source closed");
            }
        });
    }

    // ---- onErrorResume ----

    @EachDrive
    void afterAFailureTheOtherSourceIsRead(Drive drive) throws Exception {
        read(drive, failing(failure).onErrorResume(error -> {
            journal.note(error.getMessage());
            return journal.source("other", "b", null);
        }));

        assertThat(journal)
                .containsExactly(
                        "read a",
                        "source closed",
                        "of the source",
                        "other b",
                        "read b",
                        "other null",
                        "read null",
                        "other closed");
    }

    @EachDrive
    void withoutAFailureTheFunctionIsNotAsked(Drive drive) throws Exception {
        read(drive, journal.source("source", "a").onErrorResume(error -> fail(error)));
        read(drive, journal.source("empty").onErrorResume(error -> fail(error)));

        assertThat(journal).containsExactly("source a", "read a", "source closed", "empty closed");
    }

    @EachDrive
    void theFailureOfTheOtherSourceGoesOn(Drive drive) {
        var error = catchThrowable(() -> read(drive, failing(failure).onErrorResume(e -> fail(other))));

        assertThat(error).isSameAs(other);
    }

    @EachDrive
    void whatTheFunctionThrowsReplacesTheFailureWhichIsKeptInIt(Drive drive) {
        var error = catchThrowable(() -> read(drive, failing(failure).onErrorResume(e -> {
            throw other;
        })));

        assertThat(error).isSameAs(other);
        assertThat(other.getSuppressed()).contains(failure);
    }

    @EachDrive
    void theFunctionMayThrowTheFailureAgain(Drive drive) {
        var error = catchThrowable(() -> read(drive, failing(failure).onErrorResume(e -> {
            throw e;
        })));

        assertThat(error).isSameAs(failure);
    }

    @EachDrive
    void aFailureThatIsTheCauseIsNotSuppressedAsWell(Drive drive) {
        var wrapping = new IllegalStateException(failure);

        var error = catchThrowable(() -> read(drive, failing(failure).onErrorResume(e -> {
            throw wrapping;
        })));

        assertThat(error).isSameAs(wrapping);
        assertThat(wrapping.getSuppressed()).doesNotContain(failure);
    }

    @EachDrive
    void onlyFailuresOfTheTypeAreRecoveredFrom(Drive drive) throws Exception {
        read(drive, failing(failure).onErrorResume(IOException.class, e -> of("b")));

        var error = catchThrowable(() ->
                read(drive, failing(failure).onErrorResume(IllegalStateException.class, e -> of("never"))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read a", "source closed", "read b", "read a", "source closed");
    }

    @EachDrive
    void aFailureOfTheConsumerIsNotCaught(Drive drive) {
        AsyncGenerator<String> source = journal.source("source", "a", "b").onErrorResume(e -> of("never"));

        var error = catchThrowable(() -> drive.read(source, element -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source a", "source closed");
    }

    @EachDrive
    void aFailureOfALaterOperatorIsNotCaught(Drive drive) {
        AsyncGenerator<String> mapped = journal.source("source", "a")
                .onErrorResume(e -> of("never"))
                .map(element -> {
                    throw failure;
                });

        assertThat(catchThrowable(() -> read(drive, mapped))).isSameAs(failure);
        assertThat(journal).containsExactly("source a", "source closed");
    }

    @EachDrive
    void anErrorGoesOn(Drive drive) {
        var broken = new AssertionError("broken");

        var error = catchThrowable(() -> read(drive, failing(broken).onErrorResume(e -> of("never"))));

        assertThat(error).isSameAs(broken);
    }

    @EachDrive
    void aLaterTakeStopsWhatItIsToStop(Drive drive) throws Exception {
        read(drive, failing(failure).onErrorResume(e -> iterate("b", b -> b)).take(2));

        assertThat(journal).containsExactly("read a", "source closed", "read b");
    }

    @EachDrive
    void aFailureOfTheCleanUpIsRecoveredFromAtTheEnd(Drive drive) throws Exception {
        AsyncGenerator<String> unclean = of("a").onClose(() -> Failing.with(failure));

        read(drive, unclean.onErrorResume(e -> of(e.getMessage())));

        assertThat(journal).containsExactly("read a", "read of the source");
    }

    @EachDrive
    void theFunctionSeesTheCleanUpsFailureInTheFirstOne(Drive drive) throws Exception {
        AsyncGenerator<Object> unclean = fail(failure).onClose(() -> Failing.with(other));

        read(drive, unclean.onErrorResume(e -> of(e.getSuppressed()[0].getMessage())));

        assertThat(journal).containsExactly("read another");
    }

    @VirtualTimeTest
    void aCancelIsNotCaught() throws Exception {
        Task<Long> reader = spawn(() -> concat(journal.source("source", "a"), never())
                .onErrorResume(e -> of("never"))
                .onEach(journal::note)
                .count());
        pause(10);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("source a", "a", "source closed");
    }

    @VirtualTimeTest
    void whatABodyMakesOfACancelIsNotCaught() throws Exception {
        AsyncGenerator<String> wrapping = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Task<Long> reader = spawn(() ->
                wrapping.onErrorResume(e -> of("never")).onEach(journal::note).count());
        pause(10);

        reader.cancel();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reader::await);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aTimeLimitAroundIsNotCaught() {
        Awaitable<Long> limited = timeout(
                ms(10),
                () -> never().onErrorResume(e -> of("never"))
                        .onEach(e -> journal.note("read"))
                        .count());

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(limited::await);
        assertThat(journal).isEmpty();
    }

    @EachDrive
    void whatAnotherTaskWasCancelledForIsCaught(Drive drive) throws Exception {
        var cancelled = new CompletableFuture<String>();
        cancelled.cancel(true);

        read(drive, from(cancelled).onErrorResume(e -> of(e.getClass().getSimpleName())));

        assertThat(journal).containsExactly("read CancellationException");
    }

    @VirtualTimeTest
    void aTimeLimitInsideIsCaught() {
        AsyncGenerator<String> slow = generator(y -> timeout(ms(10), () -> {
                    pause(100);
                    return "late";
                })
                .await());

        assertThat(slow.onErrorResume(TimeoutException.class, e -> of("in time"))
                        .toList())
                .containsExactly("in time");
    }

    @VirtualTimeTest
    void anErrorThrownInByHandIsNotCaught() throws Exception {
        AsyncGenerator<String> source = journal.source("source", "a", "b").onErrorResume(e -> of("never"));
        source.anext().await();

        assertThat(catchThrowable(source.athrow(failure)::await)).isSameAs(failure);
        assertThat(journal).containsExactly("source a", "source closed");
    }

    @VirtualTimeTest
    void aCloseClosesTheOtherSource() throws Exception {
        AsyncGenerator<Integer> source = broken().onErrorResume(e -> journal.source("other", 1, 2));
        source.anext().await();

        source.close();
        source.close();

        assertThat(journal).containsExactly("other 1", "other closed");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(source.anext()::await);
    }

    @VirtualTimeTest
    void aCloseUnreadClosesTheSourceUnread() {
        AsyncGenerator<Integer> source = of(1).onClose(() -> journal.note("closed"));

        source.onErrorResume(e -> of(2)).close();

        assertThat(journal).containsExactly("closed");
    }

    // ---- onErrorYield ----

    @EachDrive
    void aLastElementStandsForTheFailure(Drive drive) throws Exception {
        read(drive, failing(failure).onErrorYield("b"));

        assertThat(journal).containsExactly("read a", "source closed", "read b");
    }

    @EachDrive
    void theLastElementMayBeNull(Drive drive) throws Exception {
        String nothing = null;

        read(drive, failing(failure).onErrorYield(nothing));
        read(drive, failing(failure).onErrorYield(e -> null));

        assertThat(journal)
                .containsExactly("read a", "source closed", "read null", "read a", "source closed", "read null");
    }

    @EachDrive
    void theLastElementMayBeMadeOfTheFailure(Drive drive) throws Exception {
        read(drive, failing(failure).onErrorYield(Throwable::getMessage));

        assertThat(journal).containsExactly("read a", "source closed", "read of the source");
    }

    // ---- onErrorMap ----

    @EachDrive
    void anotherExceptionStandsForTheFailure(Drive drive) {
        var error = catchThrowable(() -> read(drive, failing(failure).onErrorMap(e -> other)));

        assertThat(error).isSameAs(other);
        assertThat(other.getSuppressed()).contains(failure);
        assertThat(journal).containsExactly("read a", "source closed");
    }

    @EachDrive
    void theFailureMayBeGivenBack(Drive drive) {
        assertThat(catchThrowable(() -> read(drive, failing(failure).onErrorMap(e -> e))))
                .isSameAs(failure);
    }

    // ---- arguments ----

    @VirtualTimeTest
    void functionsMustGiveSomething() {
        assertThatNullPointerException()
                .isThrownBy(fail(failure).onErrorResume(e -> null)::toList)
                .withMessage("the function gave null for " + failure + "; give Async.empty() to yield no more");
        assertThatNullPointerException()
                .isThrownBy(fail(failure).onErrorMap(e -> null)::toList)
                .withMessage("the function gave null for " + failure + "; give it back if it is to go on");
    }

    @VirtualTimeTest
    void functionsAreNeeded() {
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).onErrorResume(null))
                .withMessage("fallback");
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).onErrorResume(null, e -> of(1)))
                .withMessage("type");
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).onErrorMap(null))
                .withMessage("function");
    }

    private AsyncGenerator<Integer> broken() {
        return fail(failure);
    }
}
