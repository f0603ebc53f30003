package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import java.io.IOException;

/// The elements up to one: takeWhile and takeUntil.
class TakeWhileSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- takeWhile ----

    @EachDrive
    void takeWhileEndsBeforeTheFirstElementThatFails(Drive drive) throws Exception {
        read(drive, of(1, 2, 3, 1).takeWhile(number -> number < 3));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    @EachDrive
    void takeWhileReadsNothingBeyondAndClosesTheSourceAtOnce(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2, 3).takeWhile(number -> number < 2));
        journal.note("after");

        assertThat(journal).containsExactly("source 1", "read 1", "source 2", "source closed", "after");
    }

    @EachDrive
    void takeWhileMayTakeAllOrNothing(Drive drive) throws Exception {
        read(drive, of(1, null).takeWhile(number -> true));
        read(drive, of(2, 3).takeWhile(number -> false));
        read(drive, of().takeWhile(number -> true));

        assertThat(journal).containsExactly("read 1", "read null");
    }

    @EachDrive
    void takeWhileEndsAnEndlessSource(Drive drive) throws Exception {
        read(drive, iterate(1, number -> 2 * number).takeWhile(number -> number < 5));

        assertThat(journal).containsExactly("read 1", "read 2", "read 4");
    }

    // ---- takeUntil ----

    @EachDrive
    void takeUntilEndsWithTheFirstElementThatPasses(Drive drive) throws Exception {
        read(drive, of(1, 2, 3, 1).takeUntil(number -> number == 2));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    @EachDrive
    void takeUntilReadsNothingBeyondAndClosesWhenOneIsAskedFor(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2, 3).takeUntil(number -> number == 2));

        assertThat(journal).containsExactly("source 1", "read 1", "source 2", "read 2", "source closed");
    }

    @EachDrive
    void takeUntilTakesAllIfNothingPasses(Drive drive) throws Exception {
        read(drive, of(1, null).takeUntil(number -> false));
        read(drive, of().takeUntil(number -> true));

        assertThat(journal).containsExactly("read 1", "read null");
    }

    @EachDrive
    void aFailureOfTheCleanUpComesOutAtTheEnd(Drive drive) {
        assertThat(catchThrowable(() -> read(drive, unclean().takeUntil(number -> true))))
                .isSameAs(failure);
        assertThat(catchThrowable(() -> read(drive, unclean().takeWhile(number -> false))))
                .isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    private AsyncGenerator<Integer> unclean() {
        return generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                Failing.with(failure);
            }
        });
    }
}
