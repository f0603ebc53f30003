package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;

/// Leaving elements out at an end: drop, dropWhile, dropLast, and takeLast.
class DropSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- drop ----

    @EachDrive
    void dropLeavesOutTheFirst(Drive drive) throws Exception {
        read(drive, of(1, 2, null).drop(1));

        assertThat(journal).containsExactly("read 2", "read null");
    }

    @EachDrive
    void droppingMoreThanThereIsLeavesNothing(Drive drive) throws Exception {
        read(drive, of(1, 2).drop(Long.MAX_VALUE));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void droppingNothingLeavesAll(Drive drive) throws Exception {
        read(drive, of(1).drop(0));
        read(drive, of(2).dropLast(0));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    // ---- dropWhile ----

    @EachDrive
    void dropWhileBeginsWithTheFirstElementThatFailsAndTestsNoFurtherOne(Drive drive) throws Exception {
        read(drive, of(1, 2, 3, 1).dropWhile(number -> {
            journal.note("test " + number);
            return number < 2;
        }));

        assertThat(journal).containsExactly("test 1", "test 2", "read 2", "read 3", "read 1");
    }

    @EachDrive
    void dropWhileMayLeaveNothing(Drive drive) throws Exception {
        read(drive, of(1, null).dropWhile(number -> true));
        read(drive, of().dropWhile(number -> false));

        assertThat(journal).isEmpty();
    }

    // ---- dropLast ----

    @EachDrive
    void dropLastLeavesOutTheLast(Drive drive) throws Exception {
        read(drive, of(null, 2, 3, 4).dropLast(2));

        assertThat(journal).containsExactly("read null", "read 2");
    }

    @EachDrive
    void dropLastGivesAnElementWhenEnoughFurtherOnesHaveArrived(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2, 3).dropLast(1));

        assertThat(journal).containsExactly("source 1", "source 2", "read 1", "source 3", "read 2", "source closed");
    }

    @EachDrive
    void droppingMoreLastOnesThanThereAreLeavesNothing(Drive drive) throws Exception {
        read(drive, of(1, 2).dropLast(3));

        assertThat(journal).isEmpty();
    }

    // ---- takeLast ----

    @EachDrive
    void takeLastGivesTheLastOnesInOrderWhenTheSourceIsClosed(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2, null).takeLast(2));

        assertThat(journal)
                .containsExactly("source 1", "source 2", "source null", "source closed", "read 2", "read null");
    }

    @EachDrive
    void takingMoreLastOnesThanThereAreTakesAll(Drive drive) throws Exception {
        read(drive, of(1, 2).takeLast(Long.MAX_VALUE));
        read(drive, of().takeLast(1));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    @EachDrive
    void takingNoLastOneAsksForNothingAndClosesTheSource(Drive drive) throws Exception {
        var source = journal.source("source", 1);

        read(drive, source.takeLast(0));

        assertThat(journal).isEmpty();
        assertThat(source.toList()).isEmpty();
    }

    @EachDrive
    void whatIsHeldBackIsLostWhenTheSourceFails(Drive drive) {
        AsyncIterable<Integer> failing = () -> generator(y -> {
            y.yield(1);
            y.yield(2);
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, failing.takeLast(1)))).isSameAs(failure);
        assertThat(catchThrowable(() -> read(drive, failing.dropLast(1)))).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void theConsumerMayStopAmongTheLastOnes(Drive drive) throws Exception {
        read(drive, range(0, 10).takeLast(5).take(2));

        assertThat(journal).containsExactly("read 5", "read 6");
    }

    // ---- arguments ----

    @VirtualTimeTest
    void negativeCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).drop(-1))
                .withMessage("count must not be negative, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).dropLast(-2))
                .withMessage("count must not be negative, was -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).takeLast(-3))
                .withMessage("count must not be negative, was -3");
    }
}
