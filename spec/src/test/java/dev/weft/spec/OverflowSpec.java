package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Emitter;
import dev.weft.Overflow;
import dev.weft.OverflowException;
import dev.weft.testkit.VirtualTimeTest;
import java.util.concurrent.atomic.AtomicReference;

/// `callback` with a buffer that is full.
class OverflowSpec {

    private final Journal journal = new Journal();
    private final AtomicReference<Emitter<String>> emitter = new AtomicReference<>();

    /// A source of a buffer of two, into which four elements are emitted while its consumer waits for the first.
    private AsyncGenerator<String> overflowing(Overflow overflow) {
        return callback(2, overflow, registered -> {
            emitter.set(registered);
            registered.onClose(() -> journal.note("stopped"));
            emit("a");
            emit(null);
            emit("c");
            emit("d");
            registered.complete();
        });
    }

    private void emit(String element) {
        journal.note(element + " " + (emitter.get().emit(element) ? "taken" : "refused"));
    }

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    @EachDrive
    void dropOldestKeepsTheLatest(Drive drive) throws Exception {
        read(drive, overflowing(Overflow.DROP_OLDEST));

        assertThat(journal)
                .containsExactly("a taken", "null taken", "c taken", "d taken", "read c", "read d", "stopped");
        assertThat(emitter.get().dropped()).isEqualTo(2);
    }

    @EachDrive
    void dropLatestKeepsTheEarliest(Drive drive) throws Exception {
        read(drive, overflowing(Overflow.DROP_LATEST));

        assertThat(journal)
                .containsExactly("a taken", "null taken", "c refused", "d refused", "read a", "read null", "stopped");
        assertThat(emitter.get().dropped()).isEqualTo(2);
    }

    @EachDrive
    void failEndsAfterWhatWasTaken(Drive drive) {
        var error = catchThrowable(() -> read(drive, overflowing(Overflow.FAIL)));

        assertThat(error)
                .isInstanceOf(OverflowException.class)
                .hasMessage("the buffer of callback is full with 2 elements; take them faster, or give it more"
                        + " capacity or another Overflow");
        assertThat(journal)
                .containsExactly("a taken", "null taken", "c refused", "d refused", "read a", "read null", "stopped");
        assertThat(emitter.get().dropped()).isEqualTo(1);
    }

    @EachDrive
    void suspendKeepsWhatIsEmittedWhileItRegisters(Drive drive) throws Exception {
        read(drive, overflowing(Overflow.SUSPEND));

        assertThat(journal)
                .containsExactly(
                        "a taken",
                        "null taken",
                        "c taken",
                        "d taken",
                        "read a",
                        "read null",
                        "read c",
                        "read d",
                        "stopped");
        assertThat(emitter.get().dropped()).isZero();
    }

    @EachDrive
    void suspendMakesOthersWaitForRoom(Drive drive) throws Exception {
        AsyncGenerator<String> source = callback(1, Overflow.SUSPEND, emitter::set);
        spawn(() -> {
            emit("a");
            emit("b");
            emit("c");
            emitter.get().complete();
        });

        drive.read(source, element -> {
            journal.noteTime("read " + element);
            pause(10);
        });

        assertThat(journal)
                .containsSubsequence("a taken", "read a at 0", "c taken", "read c at 20")
                .contains("read b at 10");
    }

    @VirtualTimeTest
    void theConsumerMakesRoom() throws Exception {
        AsyncGenerator<String> source = callback(1, Overflow.DROP_LATEST, emitter::set);
        spawn(() -> emit("a"));

        assertThat(source.anext().await()).isEqualTo("a");
        emit("b");
        emit("c");

        assertThat(source.anext().await()).isEqualTo("b");
        assertThat(emitter.get().dropped()).isEqualTo(1);
        source.close();
    }

    @VirtualTimeTest
    void anEmitterTellsWhetherMoreCanBeTaken() throws Exception {
        AsyncGenerator<String> source = callback(1, Overflow.DROP_LATEST, emitter::set);
        spawn(() -> emit("a"));
        source.anext().await();
        assertThat(emitter.get().isOpen()).isTrue();
        emit("unread");

        source.close();

        assertThat(emitter.get().isOpen()).isFalse();
        assertThat(emitter.get().dropped()).isZero();
        emit("late");
        assertThat(journal).containsExactly("a taken", "unread taken", "late refused");
    }

    @VirtualTimeTest
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> callback(0, Overflow.FAIL, emitter::set))
                .withMessage("capacity must be positive, was 0");
        assertThatNullPointerException()
                .isThrownBy(() -> callback(1, null, emitter::set))
                .withMessage("overflow");
        assertThatNullPointerException()
                .isThrownBy(() -> callback(1, Overflow.FAIL, null))
                .withMessage("register");
    }
}
