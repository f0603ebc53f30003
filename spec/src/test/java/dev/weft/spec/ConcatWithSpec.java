package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// What comes before and after: startWith and concatWith.
class ConcatWithSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- startWith ----

    @EachDrive
    void startWithGivesTheValueBeforeTheSourceIsOpened(Drive drive) throws Exception {
        read(drive, journal.source("source", 1).startWith(0));

        assertThat(journal).containsExactly("read 0", "source 1", "read 1", "source closed");
    }

    @EachDrive
    void startWithReadsAnotherSourceFirstAndClosesItBeforeThisOneIsOpened(Drive drive) throws Exception {
        read(drive, journal.source("source", 3).startWith(journal.source("first", 1, 2)));

        assertThat(journal)
                .containsExactly(
                        "first 1",
                        "read 1",
                        "first 2",
                        "read 2",
                        "first closed",
                        "source 3",
                        "read 3",
                        "source closed");
    }

    @EachDrive
    void startWithMayGiveNull(Drive drive) throws Exception {
        read(drive, of(1).startWith((Integer) null));

        assertThat(journal).containsExactly("read null", "read 1");
    }

    @EachDrive
    void aFailureOfWhatComesFirstClosesTheSourceUnread(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            throw failure;
        });
        var source = journal.source("source", 1);

        assertThat(catchThrowable(() -> read(drive, source.startWith(failing)))).isSameAs(failure);
        assertThat(journal).isEmpty();
        assertThat(source.toList()).isEmpty();
    }

    // ---- concatWith ----

    @EachDrive
    void concatWithGivesTheValueWhenTheSourceIsClosed(Drive drive) throws Exception {
        read(drive, journal.source("source", 1).concatWith(2));

        assertThat(journal).containsExactly("source 1", "read 1", "source closed", "read 2");
    }

    @EachDrive
    void concatWithReadsTheNextSourceWhenThisOneIsClosed(Drive drive) throws Exception {
        read(drive, journal.source("source", 1).concatWith(journal.source("next", 2)));

        assertThat(journal).containsExactly("source 1", "read 1", "source closed", "next 2", "read 2", "next closed");
    }

    @EachDrive
    void emptySourcesAreNothingInARow(Drive drive) throws Exception {
        read(drive, of().concatWith(of()).concatWith(of(1)).concatWith(of()));

        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void aFailureOfTheSourceClosesTheNextOneUnread(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            throw failure;
        });
        var next = journal.source("next", 1);

        assertThat(catchThrowable(() -> read(drive, failing.concatWith(next)))).isSameAs(failure);
        assertThat(journal).isEmpty();
        assertThat(next.toList()).isEmpty();
    }

    @EachDrive
    void takingWhatTheSourceHasDoesNotOpenTheNextOneButClosesIt(Drive drive) throws Exception {
        var next = journal.source("next", 2);

        read(drive, journal.source("source", 1).concatWith(next).take(1));

        assertThat(journal).containsExactly("source 1", "read 1", "source closed");
        assertThat(next.toList()).isEmpty();
    }

    @VirtualTimeTest
    void aCloseInAnotherTaskInterruptsTheSourceThatIsPushedAndClosesTheNextOne() throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(1_000);
            } finally {
                pause(10);
                journal.noteTime("source clean");
            }
        });
        var next = journal.source("next", 1);
        var concatenated = of(0).concatWith(waiting).concatWith(next);
        Task<List<Integer>> reading = spawn(concatenated::toList);
        pause(50);

        concatenated.close();

        assertThat(journal).containsExactly("source clean at 60");
        assertThat(next.toList()).isEmpty();
        assertThat(catchThrowable(reading::await)).isInstanceOf(CancellationException.class);
    }

    @EachDrive
    void whatIsConcatenatedIsReadInPlace(Drive drive) throws Exception {
        var threads = new ArrayList<Thread>();

        read(drive, of(1).concatWith(of(2)).map(number -> threads.add(Thread.currentThread())));

        assertThat(threads).containsOnly(Thread.currentThread());
    }
}
