package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static dev.weft.GeneratorStateException.Reason.AWAITED_TWICE;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// Steps that overlap: the later one is refused at once, and nothing of it is delivered.
class OverlapSpec {

    private final Journal journal = new Journal();

    /// Answers "undisturbed", "sent …" after 20 ms each.
    private final Dialogue<String, String, Void> slow = dialogue(y -> {
        try {
            pause(20);
            String sent = y.yield("undisturbed");
            pause(20);
            y.yield("sent " + sent);
        } finally {
            journal.noteTime("closed");
        }
        return null;
    });

    @VirtualTimeTest
    void aSecondStepIsRefusedAtOnceAndTheFirstIsUndisturbed() throws Exception {
        Task<String> first = spawn(slow.anext());
        pause(5);

        assertThat(Refusal.of(slow.anext()::await)).isEqualTo(ALREADY_RUNNING);

        assertThat(now()).isEqualTo(5);
        assertThat(first.await()).isEqualTo("undisturbed");
        assertThat(now()).isEqualTo(20);
        assertThat(slow.anext().await()).isEqualTo("sent null");
        slow.close();
    }

    @VirtualTimeTest
    void everyKindOfStepIsRefusedAndNothingIsDelivered() throws Exception {
        Task<String> first = spawn(slow.anext());
        pause(5);

        assertThat(Refusal.of(slow.asend("never")::await)).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(slow.athrow(new IllegalStateException("never"))::await))
                .isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(slow.anext("default")::await)).isEqualTo(ALREADY_RUNNING);

        assertThat(first.await()).isEqualTo("undisturbed");
        assertThat(slow.anext().await()).isEqualTo("sent null");
        slow.close();
    }

    @VirtualTimeTest
    void aLoopIsRefusedToo() throws Exception {
        Task<String> first = spawn(slow.anext());
        pause(5);

        assertThat(Refusal.of(() -> slow.iterator().hasNext())).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(() -> slow.forEach(journal::note))).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(slow::toList)).isEqualTo(ALREADY_RUNNING);

        assertThat(first.await()).isEqualTo("undisturbed");
        slow.close();
    }

    @VirtualTimeTest
    void aRefusedStepIsSpent() throws Exception {
        Task<String> first = spawn(slow.anext());
        pause(5);
        Awaitable<String> refused = slow.anext();
        Refusal.of(refused::await);

        assertThat(Refusal.of(refused::await)).isEqualTo(AWAITED_TWICE);

        assertThat(first.await()).isEqualTo("undisturbed");
        slow.close();
    }

    @VirtualTimeTest
    void stepsAreRefusedWhileAnEachRuns() throws Exception {
        Task<Void> reader = spawn(() -> slow.forEach(journal::note));
        pause(5);

        assertThat(Refusal.of(slow.anext()::await)).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(slow.athrow(new IllegalStateException())::await)).isEqualTo(ALREADY_RUNNING);

        reader.await();
        assertThat(journal).containsExactly("undisturbed", "sent null", "closed at 40");
    }

    @VirtualTimeTest
    void aStepFromWithinAnEachIsRefused() {
        AsyncGenerator<Integer> numbers = of(1, 2);

        var error = catchThrowable(
                () -> numbers.forEach(number -> numbers.iterator().next()));

        assertThat(Refusal.reasonOf(error)).isEqualTo(ALREADY_RUNNING);
    }

    @VirtualTimeTest
    void aStepFromWithinAnEachThatGoesOnIsRefused() throws Exception {
        AsyncGenerator<Integer> numbers = of(1, 2, 3);
        numbers.anext().await();

        var error = catchThrowable(
                () -> numbers.forEach(number -> numbers.iterator().next()));

        assertThat(Refusal.reasonOf(error)).isEqualTo(ALREADY_RUNNING);
    }

    @VirtualTimeTest
    void stepsAreRefusedWhileACloseRuns() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(30);
                journal.note("closed");
            }
        });
        numbers.anext().await();
        Task<Void> close = spawn(numbers.aclose());
        pause(5);

        assertThat(Refusal.of(numbers.anext()::await)).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(numbers.athrow(new IllegalStateException())::await))
                .isEqualTo(ALREADY_RUNNING);

        close.await();
        assertThat(journal).containsExactly("closed");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void stepsAreRefusedWhileACloseWaitsForAStep() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                pause(100);
            } finally {
                pause(30);
            }
        });
        Task<Integer> step = spawn(numbers.anext());
        pause(5);
        Task<Void> close = spawn(numbers.aclose());
        pause(5);

        assertThat(Refusal.of(numbers.anext()::await)).isEqualTo(ALREADY_RUNNING);

        close.await();
        assertThat(catchThrowable(step::await)).isNotNull();
        assertThat(now()).isEqualTo(35);
    }

    @VirtualTimeTest
    void aBodyCannotDriveItsOwnGenerator() throws Exception {
        var self = new AtomicReference<AsyncGenerator<String>>();
        self.set(generator(y -> {
            journal.note("anext " + Refusal.of(self.get().anext()::await));
            journal.note("athrow " + Refusal.of(self.get().athrow(new IllegalStateException())::await));
            journal.note("aclose " + Refusal.of(self.get().aclose()::await));
            journal.note("close " + Refusal.of(self.get()::close));
            journal.note("each " + Refusal.of(() -> self.get().forEach(journal::note)));
            y.yield("alive");
        }));

        assertThat(self.get().anext().await()).isEqualTo("alive");
        assertThat(journal)
                .containsExactly(
                        "anext ALREADY_RUNNING",
                        "athrow ALREADY_RUNNING",
                        "aclose ALREADY_RUNNING",
                        "close ALREADY_RUNNING",
                        "each ALREADY_RUNNING");
        self.get().close();
    }

    @EachDrive
    void aBodyCannotDriveItsOwnGeneratorInAnyDrive(Drive drive) throws Exception {
        var self = new AtomicReference<AsyncGenerator<String>>();
        self.set(generator(y -> {
            journal.note("anext " + Refusal.of(self.get().anext()::await));
            journal.note("close " + Refusal.of(self.get()::close));
            y.yield("alive");
            journal.note("close " + Refusal.of(self.get()::close));
        }));

        drive.read(self.get(), journal::note);

        assertThat(journal)
                .containsExactly("anext ALREADY_RUNNING", "close ALREADY_RUNNING", "alive", "close ALREADY_RUNNING");
    }

    @VirtualTimeTest
    void generatorsThatPullEachOtherAreRefusedAndNotDeadlocked() throws Exception {
        var second = new AtomicReference<AsyncGenerator<Integer>>();
        AsyncGenerator<Integer> first =
                generator(y -> y.yield(second.get().anext().await()));
        second.set(generator(y -> y.yield(first.anext().await())));

        assertThat(Refusal.of(first.anext()::await)).isEqualTo(ALREADY_RUNNING);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(first.anext()::await);
        assertThatExceptionOfType(StopAsyncIteration.class)
                .isThrownBy(second.get().anext()::await);
    }

    @VirtualTimeTest
    void generatorsThatReadEachOtherInAnEachAreRefused() throws Exception {
        var second = new AtomicReference<AsyncGenerator<Integer>>();
        AsyncGenerator<Integer> first = generator(y -> second.get().forEach(y::yield));
        second.set(generator(y -> first.forEach(y::yield)));

        assertThat(Refusal.of(() -> first.forEach(number -> {}))).isEqualTo(ALREADY_RUNNING);
    }

    @VirtualTimeTest
    void ofTwoLoopsOverOneGeneratorTheOneThatCollidesEnds() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            for (int i = 1; i <= 3; i++) {
                pause(10);
                y.yield(i);
            }
        });
        var winner = new ArrayList<Integer>();
        Task<Void> loop = spawn(() -> {
            for (int number : numbers) {
                winner.add(number);
            }
        });
        pause(5);

        assertThat(Refusal.of(() -> numbers.iterator().next())).isEqualTo(ALREADY_RUNNING);

        loop.await();
        assertThat(winner).isEqualTo(List.of(1, 2, 3));
    }

    @VirtualTimeTest
    void tasksMayStepInTurn() throws Exception {
        AsyncGenerator<Integer> numbers = range(0, 4);
        Task<Void> even = spawn(() -> takeTurns("even", numbers));
        Task<Void> odd = spawn(() -> {
            pause(5);
            takeTurns("odd", numbers);
        });

        even.await();
        odd.await();

        assertThat(journal).containsExactly("even 0", "odd 1", "even 2", "odd 3");
        numbers.close();
    }

    private void takeTurns(String name, AsyncGenerator<Integer> numbers) throws Exception {
        journal.note(name + " " + numbers.anext().await());
        pause(10);
        journal.note(name + " " + numbers.anext().await());
    }
}
