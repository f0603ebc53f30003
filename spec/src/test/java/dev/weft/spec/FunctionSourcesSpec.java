package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.Unfolding;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/// The sources that values and functions make.
class FunctionSourcesSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- empty, never, fail ----

    @EachDrive
    void emptyHasNoElement(Drive drive) throws Exception {
        read(drive, empty());

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void neverWaitsUntilItIsCancelled() throws Exception {
        Task<Object> step = spawn(never().anext());
        pause(1_000);
        assertThat(step.isDone()).isFalse();

        step.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
    }

    @VirtualTimeTest
    void neverWaitsUntilItIsClosed() throws Exception {
        AsyncGenerator<Object> never = never();
        Task<Object> step = spawn(never.anext());
        pause(10);

        never.close();
        never.close();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
    }

    @EachDrive
    void failFailsAtTheFirstStepWithTheSameInstance(Drive drive) {
        AsyncGenerator<Object> failing = fail(failure);

        assertThat(catchThrowable(() -> read(drive, failing))).isSameAs(failure);
        assertThat(failing.toList()).isEmpty();
    }

    // ---- repeat, generate ----

    @EachDrive
    void repeatYieldsTheValueWithoutEnd(Drive drive) throws Exception {
        String nothing = null;

        read(drive, repeat("a").take(2));
        read(drive, repeat(nothing).take(1));

        assertThat(journal).containsExactly("read a", "read a", "read null");
    }

    @VirtualTimeTest
    void repeatGoesOnForManyElements() {
        assertThat(repeat(1).take(1_000_000).count()).isEqualTo(1_000_000);
    }

    @EachDrive
    void generateAsksForEachElementWhenItIsWanted(Drive drive) throws Exception {
        var calls = new AtomicInteger();

        read(
                drive,
                generate(() -> {
                            pause(10);
                            journal.noteTime("made");
                            return calls.getAndIncrement() == 0 ? "a" : null;
                        })
                        .take(2));

        assertThat(journal).containsExactly("made at 10", "read a", "made at 20", "read null");
    }

    @EachDrive
    void aFailureOfTheSupplierEndsGenerate(Drive drive) {
        AsyncGenerator<Object> failing = generate(() -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, failing))).isSameAs(failure);
        assertThat(failing.toList()).isEmpty();
    }

    // ---- unfold ----

    @EachDrive
    void unfoldGoesFromStateToState(Drive drive) throws Exception {
        read(drive, unfold(1, n -> n > 100 ? Unfolding.end() : Unfolding.next("n" + n, n * 10)));

        assertThat(journal).containsExactly("read n1", "read n10", "read n100");
    }

    @EachDrive
    void unfoldEndsAfterALastElement(Drive drive) throws Exception {
        read(drive, unfold(1, n -> n == 2 ? Unfolding.last(null) : Unfolding.next(n, n + 1)));

        assertThat(journal).containsExactly("read 1", "read null");
    }

    @EachDrive
    void aStateMayBeNull(Drive drive) throws Exception {
        String nothing = null;

        read(drive, unfold(nothing, state -> state == null ? Unfolding.next(1, "end") : Unfolding.end()));

        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void aFailureOfTheFunctionEndsUnfold(Drive drive) {
        AsyncGenerator<Integer> failing = unfold(1, n -> {
            if (n == 2) {
                throw failure;
            }
            return Unfolding.next(n, n + 1);
        });

        assertThat(catchThrowable(() -> read(drive, failing))).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    @VirtualTimeTest
    void unfoldNeedsAStep() {
        assertThatNullPointerException()
                .isThrownBy(unfold(1, n -> null)::toList)
                .withMessage("the function gave null for 1; give Unfolding.end() to end");
    }

    // ---- defer ----

    @EachDrive
    void deferMakesItsSourceAtTheFirstStep(Drive drive) throws Exception {
        AsyncGenerator<Integer> deferred = defer(() -> {
            journal.note("asked");
            return journal.source("source", 1);
        });
        journal.note("made");

        read(drive, deferred);

        assertThat(journal).containsExactly("made", "asked", "source 1", "read 1", "source closed");
    }

    @EachDrive
    void aFailureOfTheSupplierComesOutOfDefer(Drive drive) {
        AsyncGenerator<Integer> failing = defer(() -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, failing))).isSameAs(failure);
    }

    @VirtualTimeTest
    void aCloseUnreadMakesNoSource() {
        defer(() -> journal.source("asked", 1)).close();

        assertThat(journal).isEmpty();
    }

    // ---- cycle ----

    @EachDrive
    void cycleMakesAndReadsItsSourceAgain(Drive drive) throws Exception {
        read(drive, cycle(2, () -> journal.source("source", 1)));

        assertThat(journal)
                .containsExactly("source 1", "read 1", "source closed", "source 1", "read 1", "source closed");
    }

    @EachDrive
    void aConsumerThatWantsNoMoreClosesTheSourceBeingRead(Drive drive) throws Exception {
        read(drive, cycle(() -> journal.source("source", 1, 2)).take(1));

        assertThat(journal).containsExactly("source 1", "read 1", "source closed");
    }

    @EachDrive
    void aFailureOfASourceEndsTheCycle(Drive drive) {
        var error = catchThrowable(() -> read(drive, cycle(() -> concat(of(1), fail(failure)))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void aFailureOfTheCleanUpEndsTheCycle(Drive drive) {
        var error = catchThrowable(() -> read(drive, cycle(() -> of(1).onClose(() -> Failing.with(failure)))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    @VirtualTimeTest
    void noTimesIsEmpty() {
        assertThat(cycle(0, () -> of(1)).toList()).isEmpty();
    }

    @VirtualTimeTest
    void aCycleOfEmptySourcesCanBeCancelled() throws Exception {
        var rounds = new AtomicInteger();
        Task<Object> reader = spawn(() -> cycle(() -> {
                    if (rounds.incrementAndGet() == 1_000) {
                        Thread.currentThread().interrupt();
                    }
                    return empty();
                })
                .first());

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(rounds).hasValue(1_000);
    }

    @VirtualTimeTest
    void aSupplierThatGivesTheSameGeneratorAgainIsRefused() {
        AsyncGenerator<Integer> once = of(1);
        List<Integer> read = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> cycle(() -> once).forEach(read::add))
                .withMessage("the supplier returned of again, which can be read once; make a new one at each call");
        assertThat(read).containsExactly(1);
    }

    // ---- arguments ----

    @VirtualTimeTest
    void argumentsAreChecked() {
        Callable<AsyncGenerator<Integer>> none = null;

        assertThatNullPointerException().isThrownBy(() -> fail(null)).withMessage("error");
        assertThatNullPointerException().isThrownBy(() -> generate(null)).withMessage("supplier");
        assertThatNullPointerException().isThrownBy(() -> unfold(1, null)).withMessage("function");
        assertThatNullPointerException().isThrownBy(() -> defer(none)).withMessage("supplier");
        assertThatNullPointerException().isThrownBy(() -> cycle(none)).withMessage("supplier");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cycle(-1, none))
                .withMessage("times must not be negative, was -1");
        assertThat(now()).isZero();
    }
}
