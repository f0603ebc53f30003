package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static dev.weft.GeneratorStateException.Reason.AWAITED_TWICE;
import static dev.weft.GeneratorStateException.Reason.IGNORED_EXIT;
import static dev.weft.GeneratorStateException.Reason.MISPLACED_YIELD;
import static dev.weft.GeneratorStateException.Reason.NOT_STARTED;
import static dev.weft.GeneratorStateException.Reason.RAISED_STOP;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.GeneratorStateException;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.Yielder;
import dev.weft.testkit.VirtualTimeTest;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// More of what [BadInputSpec] specifies: things used in the wrong state or place.
class MisuseSpec {

    // ---- yielders ----

    @VirtualTimeTest
    void aYielderIsOfNoUseAfterItsBodyHasEnded() {
        var kept = new AtomicReference<Yielder<Integer>>();
        AsyncGenerator<Integer> numbers = generator(kept::set);
        numbers.toList();

        assertThat(Refusal.of(() -> kept.get().yield(1))).isEqualTo(MISPLACED_YIELD);
        assertThat(Refusal.of(() -> kept.get().yieldAll(of(1)))).isEqualTo(MISPLACED_YIELD);
        assertThat(Refusal.of(() -> kept.get().use(() -> {}))).isEqualTo(MISPLACED_YIELD);
    }

    @VirtualTimeTest
    void aYielderIsOfNoUseAfterItsBodyWasPulledToItsEnd() {
        var kept = new AtomicReference<Yielder<Integer>>();
        AsyncGenerator<Integer> numbers = generator(kept::set);
        catchThrowable(numbers.anext()::await);

        assertThat(Refusal.of(() -> kept.get().yield(1))).isEqualTo(MISPLACED_YIELD);
        assertThat(Refusal.of(() -> kept.get().yieldAll(of(1)))).isEqualTo(MISPLACED_YIELD);
    }

    @EachDrive
    void aYielderIsOfNoUseOnAnotherThread(Drive drive) throws Exception {
        var journal = new Journal();
        AsyncGenerator<Integer> numbers = generator(y -> {
            Task<GeneratorStateException.Reason> elsewhere = spawn(() -> Refusal.of(() -> y.yield(7)));
            journal.note("yield " + elsewhere.await());
            elsewhere = spawn(() -> Refusal.of(() -> y.yieldAll(of(7))));
            journal.note("yieldAll " + elsewhere.await());
            elsewhere = spawn(() -> Refusal.of(() -> y.use(() -> {})));
            journal.note("use " + elsewhere.await());
            y.yield(1);
        });

        drive.read(numbers, number -> journal.note("read " + number));

        assertThat(journal)
                .containsExactly("yield MISPLACED_YIELD", "yieldAll MISPLACED_YIELD", "use MISPLACED_YIELD", "read 1");
    }

    @EachDrive
    void aYielderIsOfNoUseInItsConsumer(Drive drive) throws Exception {
        var journal = new Journal();
        var kept = new AtomicReference<Yielder<Integer>>();
        AsyncGenerator<Integer> numbers = generator(y -> {
            kept.set(y);
            y.yield(1);
        });

        drive.read(
                numbers, number -> journal.note("" + Refusal.of(() -> kept.get().yield(2))));

        assertThat(journal).containsExactly("MISPLACED_YIELD");
    }

    @EachDrive
    void theYielderOfAnOuterBodyIsOfNoUseInAnInnerBodyThatItReads(Drive drive) throws Exception {
        var journal = new Journal();
        AsyncGenerator<Integer> outer = generator(y -> {
            AsyncGenerator<Integer> inner = generator(unused -> {
                journal.note("" + Refusal.of(() -> y.yield(7)));
                unused.yield(1);
            });
            y.yieldAll(inner);
        });

        drive.read(outer, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("MISPLACED_YIELD", "read 1");
    }

    @EachDrive
    void theConsumersOfOtherLoopsInABodyMayYield(Drive drive) throws Exception {
        var journal = new Journal();
        AsyncGenerator<Integer> outer = generator(y -> of(1, 2).forEach(y::yield));

        drive.read(outer, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    // ---- messages ----

    @VirtualTimeTest
    void anOverlappingStepTellsTheFix() throws Exception {
        AsyncGenerator<Integer> slow = generator("slow", y -> {
            pause(10);
            y.yield(1);
        });
        Task<Integer> running = spawn(slow.anext());
        pause(5);

        assertRefused(ALREADY_RUNNING, slow.anext()::await, "slow is already running", "pull it from one task");
        running.await();
        slow.close();
    }

    @VirtualTimeTest
    void aSecondAwaitTellsTheFix() throws Exception {
        AsyncGenerator<Integer> numbers = of(1);
        Awaitable<Integer> step = numbers.anext();
        step.await();

        assertRefused(AWAITED_TWICE, step::await, "awaited before", "start()");
        numbers.close();
    }

    @VirtualTimeTest
    void aValueSentTooEarlyTellsTheFix() {
        Dialogue<String, String, Void> fresh = dialogue("fresh", y -> null);

        assertRefused(NOT_STARTED, fresh.asend("hello")::await, "fresh", "hello", "anext()");
    }

    @VirtualTimeTest
    void aLeakedEndTellsTheFix() {
        AsyncGenerator<Integer> careless = generator("careless", y -> {
            throw new StopAsyncIteration();
        });

        assertRefused(RAISED_STOP, careless.anext()::await, "careless", "end a body by returning");
    }

    @VirtualTimeTest
    void anIgnoredExitTellsTheFix() throws Exception {
        AsyncGenerator<Integer> stubborn = generator("stubborn", y -> {
            try {
                y.yield(1);
            } finally {
                y.yield(2);
            }
        });
        stubborn.anext().await();

        assertRefused(IGNORED_EXIT, stubborn::close, "stubborn", "let GeneratorExit pass");
    }

    @VirtualTimeTest
    void aMisplacedYieldTellsTheFix() {
        var kept = new AtomicReference<Yielder<Integer>>();
        AsyncGenerator<Integer> numbers = generator("numbers", kept::set);
        numbers.toList();

        assertRefused(MISPLACED_YIELD, () -> kept.get().yield(1), "numbers", "yield only in the body");
    }

    @VirtualTimeTest
    void aGeneratorWithoutANameIsNamedAfterWhereItsBodyWasWritten() {
        AsyncGenerator<Integer> careless = generator(y -> {
            throw new StopAsyncIteration();
        });

        assertRefused(RAISED_STOP, careless.anext()::await, "MisuseSpec.java:");
        assertThat(careless).asString().contains("MisuseSpec.java:");
    }

    @VirtualTimeTest
    void everyReasonIsAnIllegalState() {
        assertThatIllegalStateException().isThrownBy(() -> {
            Dialogue<String, String, Void> fresh = dialogue(y -> null);
            fresh.asend("hello").await();
        });
    }

    private static void assertRefused(
            GeneratorStateException.Reason reason, ThrowingCallable code, String... partsOfTheMessage) {
        var error = catchThrowable(code);

        assertThat(Refusal.reasonOf(error)).isEqualTo(reason);
        assertThat(error.getMessage()).contains(partsOfTheMessage);
    }
}
