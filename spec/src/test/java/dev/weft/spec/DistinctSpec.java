package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;

/// Each element once: distinct, distinctBy, distinctUntilChanged and distinctUntilChangedBy.
class DistinctSpec {

    private final Journal journal = new Journal();

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- distinct ----

    @EachDrive
    void distinctGivesEachElementOnce(Drive drive) throws Exception {
        read(drive, of(1, null, 2, 1, null, 3).distinct());

        assertThat(journal).containsExactly("read 1", "read null", "read 2", "read 3");
    }

    @EachDrive
    void distinctGivesAnElementWhenItComesFirst(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 1, 2).distinct().take(2));

        assertThat(journal).containsExactly("source 1", "read 1", "source 1", "source 2", "read 2", "source closed");
    }

    @EachDrive
    void distinctByGivesTheFirstOfEachKey(Drive drive) throws Exception {
        read(drive, of("ant", "bee", "ape", "").distinctBy(word -> word.isEmpty() ? null : word.charAt(0)));

        assertThat(journal).containsExactly("read ant", "read bee", "read ");
    }

    @EachDrive
    void theSeenOnesOfTwoReadersAreApart(Drive drive) throws Exception {
        AsyncIterable<Integer> numbers = () -> of(1, 1).distinct();

        read(drive, concat(numbers, numbers));

        assertThat(journal).containsExactly("read 1", "read 1");
    }

    // ---- distinctUntilChanged ----

    @EachDrive
    void distinctUntilChangedLeavesOutRepetitionsInARow(Drive drive) throws Exception {
        read(drive, of(1, 1, 2, null, null, 1).distinctUntilChanged());

        assertThat(journal).containsExactly("read 1", "read 2", "read null", "read 1");
    }

    @EachDrive
    void aFirstElementOfNullIsAChange(Drive drive) throws Exception {
        read(drive, of(null, null, 1).distinctUntilChanged());

        assertThat(journal).containsExactly("read null", "read 1");
    }

    @EachDrive
    void distinctUntilChangedComparesWithTheLastOneYielded(Drive drive) throws Exception {
        read(drive, of(10, 11, 12, 13, 9).distinctUntilChanged((last, next) -> Math.abs(next - last) < 3));

        assertThat(journal).containsExactly("read 10", "read 13", "read 9");
    }

    @EachDrive
    void distinctUntilChangedTakesAMethodReference(Drive drive) throws Exception {
        read(drive, of("a", "A", "b").distinctUntilChanged(String::equalsIgnoreCase));

        assertThat(journal).containsExactly("read a", "read b");
    }

    @EachDrive
    void distinctUntilChangedByComparesKeys(Drive drive) throws Exception {
        read(drive, of("ant", "ape", "bee", "ass").distinctUntilChangedBy(word -> word.charAt(0)));

        assertThat(journal).containsExactly("read ant", "read bee", "read ass");
    }

    // ---- nothing ----

    @EachDrive
    void nothingIsDistinct(Drive drive) throws Exception {
        read(drive, of().distinct());
        read(drive, of().distinctBy(element -> element));
        read(drive, of().distinctUntilChanged());
        read(drive, of().distinctUntilChangedBy(element -> element));

        assertThat(journal).isEmpty();
    }
}
