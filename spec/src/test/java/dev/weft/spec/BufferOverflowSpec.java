package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Overflow;
import dev.weft.OverflowException;
import dev.weft.RunOptions;
import dev.weft.spi.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;

/// More of what [BufferSpec] specifies: what a full buffer does with one more element.
class BufferOverflowSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Yields 1 to `count` after `millis` each, and notes the time.
    private AsyncGenerator<Integer> every(long millis, int count) {
        return generator("source", y -> {
            try {
                for (int i = 1; i <= count; i++) {
                    pause(millis);
                    journal.noteTime("source " + i);
                    y.yield(i);
                }
            } finally {
                journal.noteTime("source closed");
            }
        });
    }

    private void readSlowly(Drive drive, AsyncGenerator<?> generator, long millis) throws Exception {
        drive.read(generator, element -> {
            journal.noteTime("read " + element);
            pause(millis);
        });
    }

    @EachDrive
    void dropOldestKeepsTheLatestAndTellsOfTheOthers(Drive drive) throws Exception {
        AsyncGenerator<Integer> buffered =
                every(10, 6).buffer(2, Overflow.DROP_OLDEST, dropped -> journal.note("dropped " + dropped));

        drive.read(buffered, element -> {
            journal.note("read " + element);
            pause(45);
        });

        assertThat(journal)
                .filteredOn(event -> !event.startsWith("source"))
                .containsExactly("read 1", "dropped 2", "dropped 3", "read 4", "read 5", "read 6");
    }

    @EachDrive
    void dropLatestKeepsTheEarliestAndTellsOfTheOthers(Drive drive) throws Exception {
        AsyncGenerator<Integer> buffered =
                every(10, 6).buffer(2, Overflow.DROP_LATEST, dropped -> journal.note("dropped " + dropped));

        drive.read(buffered, element -> {
            journal.note("read " + element);
            pause(45);
        });

        assertThat(journal)
                .filteredOn(event -> !event.startsWith("source"))
                .containsExactly("read 1", "dropped 4", "dropped 5", "read 2", "read 3", "read 6");
    }

    @EachDrive
    void failEndsAfterTheElementsInTheBufferAndClosesTheSourceAtOnce(Drive drive) {
        AsyncGenerator<Integer> buffered = every(10, 6).buffer(2, Overflow.FAIL);

        var error = catchThrowable(() -> readSlowly(drive, buffered, 100));

        assertThat(error)
                .isInstanceOf(OverflowException.class)
                .hasMessage("buffer is full with 2 elements; take them faster, or give it more capacity or another"
                        + " Overflow");
        assertThat(journal)
                .containsExactly(
                        "source 1 at 10",
                        "read 1 at 10",
                        "source 2 at 20",
                        "source 3 at 30",
                        "source 4 at 40",
                        "source closed at 40",
                        "read 2 at 110",
                        "read 3 at 210");
    }

    @EachDrive
    void aConsumerThatIsReadyMissesNothing(Drive drive) throws Exception {
        drive.read(range(0, 5).buffer(1, Overflow.DROP_OLDEST), element -> journal.note("read " + element));

        assertThat(journal).containsExactly("read 0", "read 1", "read 2", "read 3", "read 4");
    }

    @EachDrive
    void aFailureOfOnDropClosesTheSourceAndComesOutAfterTheBuffer(Drive drive) {
        AsyncGenerator<Integer> buffered = every(10, 6).buffer(1, Overflow.DROP_LATEST, dropped -> {
            throw failure;
        });

        var error = catchThrowable(() -> readSlowly(drive, buffered, 100));

        assertThat(error).isSameAs(failure);
        assertThat(journal).endsWith("source closed at 30", "read 2 at 110");
    }

    @EachDrive
    void droppedElementsMayBeNull(Drive drive) throws Exception {
        var dropped = new ArrayList<String>();
        AsyncGenerator<String> source = generator(y -> {
            for (String element : Arrays.asList("a", null, "c", "d")) {
                pause(10);
                y.yield(element);
            }
        });

        drive.read(source.buffer(1, Overflow.DROP_OLDEST, dropped::add), element -> pause(100));

        assertThat(dropped).containsExactly(null, "c");
    }

    @EachDrive
    void observersAreToldOfEachDrop(Drive drive) throws Exception {
        var dropped = new ArrayList<Object>();
        var options = RunOptions.defaults().observer(event -> {
            if (event.kind() == Event.Kind.DROPPED) {
                dropped.add(event.subject() + " " + event.detail());
            }
        });

        run(options, () -> {
            drive.read(every(10, 4).buffer(1, Overflow.DROP_LATEST), element -> pause(100));
            return null;
        });

        assertThat(dropped).containsExactly("buffer 3", "buffer 4");
    }

    @EachDrive
    void observersAreToldOfWhatACallbackLoses(Drive drive) throws Exception {
        var dropped = new ArrayList<Object>();
        var options = RunOptions.defaults().name("reader").observer(event -> {
            if (event.kind() == Event.Kind.DROPPED) {
                dropped.add(event.subject() + " " + event.detail());
            }
        });
        AsyncGenerator<Integer> numbers = callback(1, Overflow.DROP_OLDEST, emitter -> {
            emitter.emit(1);
            emitter.emit(2);
            emitter.emit(3);
            emitter.complete();
        });

        run(options, () -> {
            drive.read(numbers, element -> {});
            return null;
        });

        assertThat(dropped).containsExactly("reader 1", "reader 2");
    }
}
