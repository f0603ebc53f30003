package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Emitter;
import dev.weft.Overflow;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/// `callback`: a source that a callback API feeds.
class CallbackSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the callback API");
    private final AtomicReference<Emitter<String>> emitter = new AtomicReference<>();

    /// Keeps its emitter, and notes how it is registered and stopped.
    private final AsyncGenerator<String> messages = callback(registered -> {
        journal.note("registered");
        registered.onClose(() -> journal.note("stopped"));
        emitter.set(registered);
    });

    @VirtualTimeTest
    void makingItRegistersNothing() {
        assertThat(messages).isNotNull();

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void whatIsEmittedIsRead(Drive drive) throws Exception {
        AsyncGenerator<String> immediate = callback(registered -> {
            registered.emit("a");
            registered.emit(null);
            registered.emit("c");
            registered.complete();
        });

        drive.read(immediate, message -> journal.note("read " + message));

        assertThat(journal).containsExactly("read a", "read null", "read c");
    }

    @EachDrive
    void whatIsEmittedLaterIsAwaited(Drive drive) throws Exception {
        spawn(() -> {
            pause(10);
            emitter.get().emit("a");
            pause(10);
            emitter.get().emit("b");
            emitter.get().complete();
        });

        drive.read(messages, message -> journal.noteTime("read " + message));

        assertThat(journal).containsExactly("registered", "read a at 10", "read b at 20", "stopped");
    }

    @EachDrive
    void theFailureOfTheCallbackApiComesOutAfterWhatWasEmittedBefore(Drive drive) {
        AsyncGenerator<String> failing = callback(registered -> {
            registered.emit("a");
            registered.fail(failure);
            registered.emit("never");
        });

        var error = catchThrowable(() -> drive.read(failing, message -> journal.note("read " + message)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read a");
    }

    @EachDrive
    void aFailureToRegisterComesOut(Drive drive) {
        AsyncGenerator<String> failing = callback(registered -> {
            registered.onClose(() -> journal.note("stopped"));
            throw failure;
        });

        var error = catchThrowable(() -> drive.read(failing, message -> {}));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("stopped");
    }

    @EachDrive
    void aConsumerThatWantsNoMoreStopsIt(Drive drive) throws Exception {
        AsyncGenerator<String> endless = callback(registered -> {
            registered.onClose(() -> journal.note("stopped"));
            registered.emit("a");
            registered.emit("b");
        });

        drive.read(endless.take(1), message -> journal.note("read " + message));

        assertThat(journal).containsExactly("read a", "stopped");
    }

    @VirtualTimeTest
    void aCloseStopsItOnceAndDropsWhatWasEmitted() throws Exception {
        spawn(() -> emitter.get().emit("a"));
        messages.anext().await();
        emitter.get().emit("dropped");

        messages.close();
        messages.close();

        assertThat(journal).containsExactly("registered", "stopped");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(messages.anext()::await);
    }

    @VirtualTimeTest
    void aCloseWhileTheConsumerWaitsStopsIt() throws Exception {
        Task<String> step = spawn(messages.anext());
        pause(10);

        messages.close();

        assertThat(journal).containsExactly("registered", "stopped");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
    }

    @VirtualTimeTest
    void aCancelWhileTheConsumerWaitsStopsIt() throws Exception {
        Task<Void> reader = spawn(() -> messages.forEach(journal::note));
        pause(10);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("registered", "stopped");
    }

    @VirtualTimeTest
    void afterTheEndNothingIsTaken() throws Exception {
        spawn(() -> emitter.get().complete());
        assertThat(messages.toList()).isEmpty();

        assertThat(emitter.get().emit("late")).isFalse();
        emitter.get().complete();
        emitter.get().fail(failure);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(messages.anext()::await);
    }

    @VirtualTimeTest
    void whatIsTakenIsTold() throws Exception {
        spawn(() -> journal.note("taken " + emitter.get().emit("a")));

        assertThat(messages.anext().await()).isEqualTo("a");
        assertThat(journal).containsExactly("registered", "taken true");
        messages.close();
    }

    @VirtualTimeTest
    void anActionSetAfterTheCloseRunsAtOnce() throws Exception {
        spawn(() -> emitter.get().emit("a"));
        messages.anext().await();
        messages.close();

        emitter.get().onClose(() -> journal.note("stopped late"));

        assertThat(journal).containsExactly("registered", "stopped", "stopped late");
    }

    @VirtualTimeTest
    void aFailureToStopComesOutOfTheClose() throws Exception {
        AsyncGenerator<String> unclean = callback(registered -> {
            registered.onClose(() -> Failing.with(failure));
            registered.emit("a");
        });
        unclean.anext().await();

        assertThat(catchThrowable(unclean::close)).isSameAs(failure);
    }

    @VirtualTimeTest
    void beyondTwoHundredAndFiftySixElementsTheEmitterWaits() throws Exception {
        Task<String> first = spawn(messages.anext());
        Task<Void> feeder = spawn(() -> {
            for (int i = 0; i < 257; i++) {
                emitter.get().emit("m" + i);
            }
            journal.noteTime("all emitted");
        });
        pause(10);
        assertThat(journal).containsExactly("registered", "all emitted at 0");
        assertThat(first.await()).isEqualTo("m0");

        Task<Void> more = spawn(() -> {
            emitter.get().emit("one too many");
            journal.noteTime("room");
        });
        pause(10);
        messages.anext().await();
        pause(10);

        assertThat(journal).containsExactly("registered", "all emitted at 0", "room at 20");
        messages.close();
        feeder.await();
        more.await();
    }

    @VirtualTimeTest
    void aCloseFreesAnEmitterThatWaits() throws Exception {
        Task<Boolean> feeder = spawn(() -> {
            boolean taken = true;
            while (taken) {
                taken = emitter.get().emit("m");
            }
            return taken;
        });
        messages.anext().await();
        pause(10);

        messages.close();

        assertThat(feeder.await()).isFalse();
    }

    @VirtualTimeTest
    void anInterruptFreesAnEmitterThatWaitsAndStays() throws Exception {
        Task<String> feeder = spawn(() -> {
            int taken = 0;
            while (emitter.get().emit("m")) {
                taken++;
            }
            return taken + " " + Thread.interrupted();
        });
        messages.anext().await();
        pause(10);

        feeder.cancel();

        assertThat(feeder.await()).isEqualTo("257 true");
        messages.close();
    }

    @VirtualTimeTest
    void aThreadOutsideMayEmit() throws Exception {
        AsyncGenerator<String> outside = callback(registered -> {
            var _ = Thread.ofPlatform().start(() -> {
                registered.emit("from outside");
                registered.complete();
            });
        });

        assertThat(outside.toList()).containsExactly("from outside");
        assertThat(now()).isZero();
    }

    @VirtualTimeTest
    void aFailureNeedsAnError() {
        AsyncGenerator<String> broken = callback(registered -> registered.fail(null));

        assertThatNullPointerException().isThrownBy(broken::toList).withMessage("error");
    }

    @VirtualTimeTest
    void whoWaitsForRoomIsRefusedAtOnceWhenAnotherThreadEndsTheIteration() throws Exception {
        AsyncGenerator<String> bounded = callback(1, Overflow.SUSPEND, emitter::set);
        spawn(() -> {
            pause(10);
            emitter.get().emit("a");
        });
        assertThat(bounded.anext().await()).isEqualTo("a");
        emitter.get().emit("b");
        Task<Boolean> waiting = spawn(() -> emitter.get().emit("c"));
        pause(10);

        emitter.get().complete();

        assertThat(waiting.await()).isFalse();
        assertThat(bounded.toList()).containsExactly("b");
    }
}
