package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lists of neighbours that do not overlap: chunked, chunkedUntil and chunkedBy.
class ChunkedSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- chunked ----

    @EachDrive
    void chunkedGivesListsOfThatSizeAndTheRest(Drive drive) throws Exception {
        read(drive, range(1, 6).chunked(2));

        assertThat(journal).containsExactly("read [1, 2]", "read [3, 4]", "read [5]");
    }

    @EachDrive
    void chunkedGivesNoEmptyList(Drive drive) throws Exception {
        read(drive, range(1, 5).chunked(2));
        read(drive, of().chunked(2));

        assertThat(journal).containsExactly("read [1, 2]", "read [3, 4]");
    }

    @EachDrive
    void aChunkIsReadBeforeTheNextElementIsAskedFor(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2, 3).chunked(2));

        assertThat(journal)
                .containsExactly("source 1", "source 2", "read [1, 2]", "source 3", "source closed", "read [3]");
    }

    @EachDrive
    void aChunkHoldsNullsAndCannotBeChanged(Drive drive) throws Exception {
        var chunks = new ArrayList<List<Integer>>();

        drive.read(of(null, 1, null).chunked(2), chunks::add);

        assertThat(chunks).containsExactly(Arrays.asList(null, 1), Arrays.asList((Integer) null));
        assertThat(chunks)
                .allSatisfy(chunk ->
                        assertThat(catchThrowable(chunk::clear)).isInstanceOf(UnsupportedOperationException.class));
    }

    @EachDrive
    void aChunkThatIsNotFullIsLostWhenTheSourceFails(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            y.yield(1);
            y.yield(2);
            y.yield(3);
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, failing.chunked(2)))).isSameAs(failure);
        assertThat(journal).containsExactly("read [1, 2]");
    }

    @EachDrive
    void takingAChunkAsksForNoElementBeyond(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2, 3, 4).chunked(2).take(1));

        assertThat(journal).containsExactly("source 1", "source 2", "read [1, 2]", "source closed");
    }

    @VirtualTimeTest
    void aSizeThatIsNotPositiveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).chunked(0))
                .withMessage("size must be positive, was 0");
    }

    @EachDrive
    void aHugeSizeCostsOnlyWhatThereIs(Drive drive) throws Exception {
        read(drive, of(1, 2).chunked(Integer.MAX_VALUE));

        assertThat(journal).containsExactly("read [1, 2]");
    }

    // ---- chunkedUntil ----

    @EachDrive
    void chunkedUntilEndsAChunkWithTheElementThatPasses(Drive drive) throws Exception {
        read(drive, range(1, 8).chunkedUntil(number -> number % 3 == 0));

        assertThat(journal).containsExactly("read [1, 2, 3]", "read [4, 5, 6]", "read [7]");
    }

    @EachDrive
    void chunkedUntilGivesAChunkAsSoonAsItIsFull(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, null).chunkedUntil(number -> true));

        assertThat(journal).containsExactly("source 1", "read [1]", "source null", "read [null]", "source closed");
    }

    @EachDrive
    void chunkedUntilGivesNothingOfNothing(Drive drive) throws Exception {
        read(drive, of().chunkedUntil(number -> true));

        assertThat(journal).isEmpty();
    }

    // ---- chunkedBy ----

    @EachDrive
    void chunkedByKeepsNeighboursOfOneKeyTogether(Drive drive) throws Exception {
        read(drive, of("ant", "ape", "bee", "ass").chunkedBy(word -> word.charAt(0)));

        assertThat(journal).containsExactly("read [ant, ape]", "read [bee]", "read [ass]");
    }

    @EachDrive
    void aKeyMayBeNull(Drive drive) throws Exception {
        read(drive, of(null, null, 1, null).chunkedBy(number -> number));

        assertThat(journal).containsExactly("read [null, null]", "read [1]", "read [null]");
    }

    @EachDrive
    void chunkedByGivesNothingOfNothing(Drive drive) throws Exception {
        read(drive, of().chunkedBy(number -> number));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void theElementThatEndedTheChunkTakenIsLost(Drive drive) throws Exception {
        read(
                drive,
                journal.source("source", 1, 1, 2, 3).chunkedBy(number -> number).take(1));

        assertThat(journal).containsExactly("source 1", "source 1", "source 2", "read [1, 1]", "source closed");
    }
}
