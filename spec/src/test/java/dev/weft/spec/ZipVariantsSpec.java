package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;

/// More of what [ZipSpec] specifies: more sources, equal lengths and the longest.
class ZipVariantsSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    private static AsyncGenerator<Integer> delayed(long millis, Integer... elements) {
        return of(elements).map(element -> {
            pause(millis);
            return element;
        });
    }

    // ---- three and four ----

    @EachDrive
    void threeSourcesAreAskedAtTheSameTime(Drive drive) throws Exception {
        read(drive, zip(delayed(10, 1, 2), delayed(20, 3, 4), delayed(30, 5, 6), (a, b, c) -> a + b + c));

        assertThat(journal).containsExactly("read 9", "read 12");
        assertThat(now()).isEqualTo(60);
    }

    @EachDrive
    void fourSourcesAreZippedUntilTheShortestEnds(Drive drive) throws Exception {
        read(drive, zip(of(1, 2), of("a", "b", "c"), of(3), of("d", "e"), (a, b, c, d) -> a + b + c + d));

        assertThat(journal).containsExactly("read 1a3d");
    }

    @VirtualTimeTest
    void refusesASourceThatIsMissing() {
        AsyncGenerator<Integer> missing = null;

        assertThatNullPointerException()
                .isThrownBy(() -> zip(of(1), of(2), missing, (a, b, c) -> a))
                .withMessage("third");
    }

    @EachDrive
    void rowsCannotBeChanged(Drive drive) throws Exception {
        drive.read(zip(List.of(of(1), of(2))), row -> assertThat(row).isUnmodifiable());
    }

    // ---- strict ----

    @EachDrive
    void strictPairsSourcesOfEqualLength(Drive drive) throws Exception {
        read(drive, of(1, 2).zipStrict(of("a", "b"), (number, letter) -> number + letter));

        assertThat(journal).containsExactly("read 1a", "read 2b");
    }

    @EachDrive
    void strictNamesTheShorterSource(Drive drive) {
        var error = catchThrowable(() -> read(drive, journal.source("a", 1, 2).zipStrict(of(3), Integer::sum)));

        assertThat(error)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("source 1 of zipStrict ended after 1 elements, and others have more;"
                        + " use zip to end with the shortest, or zipLongest");
        assertThat(journal).containsExactly("a 1", "read 4", "a 2", "a closed");
    }

    @EachDrive
    void strictWaitsForTheLongerBeforeItJudges(Drive drive) throws Exception {
        read(drive, of(1).zipStrict(delayed(10, 2).pipe(source -> concat(source, late())), Integer::sum));

        assertThat(journal).containsExactly("read 3");
        assertThat(now()).isEqualTo(60);
    }

    private static AsyncGenerator<Integer> late() {
        return generator(y -> pause(50));
    }

    @EachDrive
    void strictRowsOfNoSourceAreNone(Drive drive) throws Exception {
        read(drive, zipStrict(List.<AsyncGenerator<Integer>>of()));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void strictRowsNameTheFirstThatIsTooShort(Drive drive) {
        var error = catchThrowable(() -> read(drive, zipStrict(List.of(of(1), of(), of(2)))));

        assertThat(error)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("source 1 of zipStrict ended");
        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aFailureInStrictCancelsTheOthersAndComesOut(Drive drive) {
        var error = catchThrowable(() -> read(drive, failing(10).zipStrict(patient(), Integer::sum)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("patient clean at 15");
    }

    private AsyncGenerator<Integer> failing(long millis) {
        return generator(y -> {
            pause(millis);
            throw failure;
        });
    }

    private AsyncGenerator<Integer> patient() {
        return generator(y -> {
            try {
                pause(1_000);
                y.yield(1);
            } finally {
                pause(5);
                journal.noteTime("patient clean");
            }
        });
    }

    // ---- longest ----

    @EachDrive
    void longestFillsInWhatIsMissing(Drive drive) throws Exception {
        read(drive, of(1).zipLongest(of("a", "b"), 0, "none", (number, letter) -> number + letter));
        read(drive, of(1, 2).zipLongest(of("a"), 0, "none", (number, letter) -> number + letter));

        assertThat(journal).containsExactly("read 1a", "read 0b", "read 1a", "read 2none");
    }

    @EachDrive
    void longestMayFillInNull(Drive drive) throws Exception {
        read(drive, zipLongest(List.of(of("a", "b"), of("c")), null));

        assertThat(journal).containsExactly("read [a, c]", "read [b, null]");
    }

    @EachDrive
    void longestTellsANullElementFromAMissingOne(Drive drive) throws Exception {
        read(drive, zipLongest(List.of(of("a", "b", "c"), of("d", null)), "none"));

        assertThat(journal).containsExactly("read [a, d]", "read [b, null]", "read [c, none]");
    }

    @EachDrive
    void longestClosesASourceWhenItHasEnded(Drive drive) throws Exception {
        read(drive, journal.source("short", 1).zipLongest(delayed(10, 2, 3), 0, 0, Integer::sum));

        assertThat(journal).containsExactly("short 1", "read 3", "short closed", "read 3");
    }

    @EachDrive
    void longestOfEmptySourcesIsEmpty(Drive drive) throws Exception {
        read(drive, zipLongest(List.of(of(), of()), "none"));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void longestClosesAllWhenItsConsumerStops(Drive drive) throws Exception {
        read(
                drive,
                journal.source("a", 1)
                        .zipLongest(journal.source("b", 1, 2, 3), 0, 0, Integer::sum)
                        .take(2));

        assertThat(journal).endsWith("read 2", "b closed").contains("a closed");
    }
}
