package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;

/// Neighbours that overlap: sliding and pairwise.
class SlidingSpec {

    private final Journal journal = new Journal();

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- sliding ----

    @EachDrive
    void slidingMovesOnByOneElement(Drive drive) throws Exception {
        read(drive, range(1, 6).sliding(3));

        assertThat(journal).containsExactly("read [1, 2, 3]", "read [2, 3, 4]", "read [3, 4, 5]");
    }

    @EachDrive
    void aSourceOfFewerElementsGivesNoWindow(Drive drive) throws Exception {
        read(drive, of(1, 2).sliding(3));
        read(drive, of().sliding(1));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void slidingMovesOnByMoreElements(Drive drive) throws Exception {
        read(drive, range(1, 9).sliding(3, 2));

        assertThat(journal).containsExactly("read [1, 2, 3]", "read [3, 4, 5]", "read [5, 6, 7]");
    }

    @EachDrive
    void aStepAboveTheSizeLeavesElementsOut(Drive drive) throws Exception {
        read(drive, range(1, 10).sliding(2, 4));

        assertThat(journal).containsExactly("read [1, 2]", "read [5, 6]");
    }

    @EachDrive
    void aStepOfTheSizeIsAChunk(Drive drive) throws Exception {
        read(drive, range(1, 6).sliding(2, 2));

        assertThat(journal).containsExactly("read [1, 2]", "read [3, 4]");
    }

    @EachDrive
    void aWindowIsReadBeforeTheNextElementIsAskedFor(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, null, 3).sliding(2).take(1));

        assertThat(journal).containsExactly("source 1", "source null", "read [1, null]", "source closed");
    }

    @EachDrive
    void eachWindowIsAListOfItsOwnThatCannotBeChanged(Drive drive) throws Exception {
        var windows = new ArrayList<List<Integer>>();

        drive.read(range(1, 4).sliding(2), windows::add);

        assertThat(windows).containsExactly(List.of(1, 2), List.of(2, 3));
        assertThat(catchThrowable(windows.getFirst()::clear)).isInstanceOf(UnsupportedOperationException.class);
    }

    @VirtualTimeTest
    void sizesAndStepsThatAreNotPositiveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).sliding(0))
                .withMessage("size must be positive, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).sliding(1, -1))
                .withMessage("step must be positive, was -1");
    }

    // ---- pairwise ----

    @EachDrive
    void pairwiseGivesEachTwoNeighbours(Drive drive) throws Exception {
        read(drive, of(1, null, 3).pairwise());

        assertThat(journal).containsExactly("read [1, null]", "read [null, 3]");
    }

    @EachDrive
    void oneElementHasNoNeighbour(Drive drive) throws Exception {
        read(drive, of(1).pairwise());
        read(drive, of(1).pairwise((one, next) -> one));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void pairwiseComputesOfEachTwoNeighbours(Drive drive) throws Exception {
        read(drive, of(1, 4, 9, 16).pairwise((one, next) -> next - one));

        assertThat(journal).containsExactly("read 3", "read 5", "read 7");
    }

    @EachDrive
    void theFunctionOfPairwiseTakesAndGivesNull(Drive drive) throws Exception {
        read(drive, of(null, 1, null).pairwise((one, next) -> one));

        assertThat(journal).containsExactly("read null", "read 1");
    }
}
