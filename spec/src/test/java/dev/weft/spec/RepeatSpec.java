package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// A source again and again: repeat.
class RepeatSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    private final AsyncIterable<Integer> source = () -> journal.source("source", 1, 2);

    @EachDrive
    void repeatGivesTheElementsThatManyTimes(Drive drive) throws Exception {
        read(drive, source.repeat(2));

        assertThat(journal)
                .containsExactly(
                        "source 1",
                        "read 1",
                        "source 2",
                        "read 2",
                        "source closed",
                        "source 1",
                        "read 1",
                        "source 2",
                        "read 2",
                        "source closed");
    }

    @EachDrive
    void repeatWithoutACountDoesNotEnd(Drive drive) throws Exception {
        AsyncIterable<Integer> numbers = () -> of(1, 2);

        read(drive, numbers.repeat().take(5));

        assertThat(journal).containsExactly("read 1", "read 2", "read 1", "read 2", "read 1");
    }

    @EachDrive
    void repeatingNoTimesReadsNothing(Drive drive) throws Exception {
        read(drive, source.repeat(0));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void anEmptySourceIsRepeatedInVain(Drive drive) throws Exception {
        AsyncIterable<Integer> empty = () -> of();

        read(drive, empty.repeat(1_000));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aRoundMayBeEmpty(Drive drive) throws Exception {
        var rounds = new ArrayList<Integer>();
        AsyncIterable<Integer> growing = () -> {
            rounds.add(rounds.size());
            return from(List.copyOf(rounds)).drop(1);
        };

        read(drive, growing.repeat(3));

        assertThat(journal).containsExactly("read 1", "read 1", "read 2");
    }

    @EachDrive
    void aCancelEndsTheRepetitionOfNothing(Drive drive) throws Exception {
        AsyncIterable<Integer> empty = () -> of();
        Task<Void> task = spawn(() -> read(drive, empty.repeat()));
        pause(0);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
    }

    @EachDrive
    void aFailureEndsTheRepetition(Drive drive) {
        AsyncIterable<Integer> failing = () -> generator(y -> {
            y.yield(1);
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, failing.repeat()))).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void theConsumersFailureClosesTheRoundThatIsOpen(Drive drive) {
        var error = catchThrowable(() -> drive.read(source.repeat(), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @VirtualTimeTest
    void aGeneratorIsRefusedAndTheFixIsNamed() {
        AsyncGenerator<Integer> once = journal.source("once", 1);

        assertThatIllegalStateException()
                .isThrownBy(once::repeat)
                .withMessage("once can be read only once; repeat what makes a new one for each reader:"
                        + " AsyncIterable<T> source = () -> …; source.repeat()");
        assertThatIllegalStateException().isThrownBy(() -> once.repeat(0));
    }

    @EachDrive
    void anIterableThatGivesOneIteratorTwiceIsFoundOut(Drive drive) {
        AsyncGenerator<Integer> once = journal.source("once", 1);
        AsyncIterable<Integer> pretender = () -> once;

        var error = catchThrowable(() -> read(drive, pretender.repeat()));

        assertThat(error)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("gave once again, which was read already; give a new iterator each time");
        assertThat(journal).containsExactly("once 1", "read 1", "once closed");
    }

    @VirtualTimeTest
    void aNegativeCountIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.repeat(-1))
                .withMessage("times must not be negative, was -1");
    }
}
