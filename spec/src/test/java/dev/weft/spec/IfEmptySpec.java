package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;

/// In place of nothing: ifEmpty.
class IfEmptySpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    @EachDrive
    void ifEmptyGivesTheValueWhenTheSourceIsClosed(Drive drive) throws Exception {
        read(drive, journal.source("source", new Integer[0]).ifEmpty(7));

        assertThat(journal).containsExactly("source closed", "read 7");
    }

    @EachDrive
    void ifEmptyGivesTheElementsIfThereAreAny(Drive drive) throws Exception {
        read(drive, of(1, null).ifEmpty(7));
        read(drive, of((Integer) null).ifEmpty(7));

        assertThat(journal).containsExactly("read 1", "read null", "read null");
    }

    @EachDrive
    void theValueMayBeNull(Drive drive) throws Exception {
        read(drive, of().ifEmpty((Object) null));

        assertThat(journal).containsExactly("read null");
    }

    @EachDrive
    void aFailureIsNotEmpty(Drive drive) {
        AsyncIterable<Integer> failing = () -> generator(y -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, failing.ifEmpty(7)))).isSameAs(failure);
        assertThat(catchThrowable(() -> read(drive, failing.ifEmpty(of(7))))).isSameAs(failure);
        assertThat(journal).isEmpty();
    }

    @EachDrive
    void ifEmptyReadsTheOtherSourceWhenThisOneIsClosed(Drive drive) throws Exception {
        read(drive, journal.source("source", new Integer[0]).ifEmpty(journal.source("other", 1, 2)));

        assertThat(journal).containsExactly("source closed", "other 1", "read 1", "other 2", "read 2", "other closed");
    }

    @EachDrive
    void theOtherSourceIsClosedUnreadIfItIsNotNeeded(Drive drive) throws Exception {
        var other = journal.source("other", 2);

        read(drive, of(1).ifEmpty(other));

        assertThat(journal).containsExactly("read 1");
        assertThat(other.toList()).isEmpty();
    }

    @EachDrive
    void theOtherSourceIsClosedUnreadIfTheConsumerFails(Drive drive) {
        var other = journal.source("other", 2);

        var error = catchThrowable(() -> drive.read(of(1).ifEmpty(other), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(other.toList()).isEmpty();
    }

    @EachDrive
    void takingNothingIsEmpty(Drive drive) throws Exception {
        read(drive, of(1).take(0).ifEmpty(7));

        assertThat(journal).containsExactly("read 7");
    }

    @VirtualTimeTest
    void aNullThatIsTakenForASourceIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).ifEmpty((AsyncIterable<Integer>) null))
                .withMessage("other is null; for one null element cast it, as in ifEmpty((String) null)");
    }
}
