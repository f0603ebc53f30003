package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import java.io.IOException;
import java.util.List;

/// `chunkedWithin`: lists that are full, or whose time is up.
class ChunkedWithinSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("" + element));
        journal.noteTime("end");
    }

    private void readSlowly(Drive drive, AsyncGenerator<?> generator, long millis) throws Exception {
        drive.read(generator, element -> {
            journal.noteTime("" + element);
            pause(millis);
        });
        journal.noteTime("end");
    }

    @EachDrive
    void aFullListComesAtOnce(Drive drive) throws Exception {
        read(drive, Timeline.at(0, 1, 2, 3).chunkedWithin(2, ms(10)));

        assertThat(journal).containsExactly("[1, 2] at 1", "[3, 4] at 3", "end at 3");
    }

    @EachDrive
    void aListThatIsNotFullComesWhenItsTimeIsUp(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(100, 5, 9, 40).chunkedWithin(3, ms(10)));

        assertThat(journal).containsExactly("[1, 2] at 15", "[3] at 50", "end at 100");
    }

    @EachDrive
    void anElementThatComesWhenTheTimeIsUpBeginsTheNextList(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(100, 0, 10, 20).chunkedWithin(3, ms(10)));

        assertThat(journal).containsExactly("[1] at 10", "[2] at 20", "[3] at 30", "end at 100");
    }

    @EachDrive
    void anElementThatFillsAListLeavesTheNextItsWholeTime(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(100, 0, 9, 9).chunkedWithin(2, ms(10)));

        assertThat(journal).containsExactly("[1, 2] at 9", "[3] at 19", "end at 100");
    }

    @EachDrive
    void theEndGivesWhatIsLeft(Drive drive) throws Exception {
        read(drive, Timeline.endingAt(3, 0, 1, 2).chunkedWithin(2, ms(10)));

        assertThat(journal).containsExactly("[1, 2] at 1", "[3] at 3", "end at 3");
    }

    @EachDrive
    void whatIsLeftComesBeforeAFailure(Drive drive) {
        var chunks = Timeline.failingAt(5, failure, 0, 1, 2).chunkedWithin(2, ms(10));

        assertThat(catchThrowable(() -> read(drive, chunks))).isSameAs(failure);
        assertThat(journal).containsExactly("[1, 2] at 1", "[3] at 5");
        assertThat(now()).isEqualTo(5);
    }

    @EachDrive
    void aListGrowsWhileTheConsumerIsBusyAndIsNeverTooLarge(Drive drive) throws Exception {
        readSlowly(drive, Timeline.at(0, 1, 2, 3, 4, 5, 6, 7, 8).chunkedWithin(2, ms(100)), 50);

        assertThat(journal)
                .containsExactly(
                        "[1, 2] at 1", "[3, 4] at 51", "[5, 6] at 101", "[7, 8] at 151", "[9] at 201", "end at 251");
    }

    @EachDrive
    void whileTheConsumerIsBusyTwoListsAndAnElementAreTheMost(Drive drive) throws Exception {
        drive.read(
                journal.source("source", 1, 2, 3, 4, 5, 6, 7, 8)
                        .chunkedWithin(2, ms(10))
                        .take(1),
                chunk -> {
                    pause(100);
                    journal.note("busy");
                });

        assertThat(journal).contains("source 7").doesNotContain("source 8").endsWith("busy", "source closed");
    }

    @EachDrive
    void listsMayHoldNull(Drive drive) throws Exception {
        read(drive, of((String) null, null, null).chunkedWithin(2, ms(10)));

        assertThat(journal).containsExactly("[null, null] at 0", "[null] at 0", "end at 0");
    }

    @EachDrive
    void listsCannotBeChanged(Drive drive) throws Exception {
        AsyncGenerator<List<Integer>> chunks = of(1).chunkedWithin(2, ms(10));

        drive.read(
                chunks,
                chunk -> assertThat(catchThrowable(() -> chunk.add(2)))
                        .isInstanceOf(UnsupportedOperationException.class));
    }

    @EachDrive
    void readyElementsComeInFullLists(Drive drive) throws Exception {
        drive.read(range(0, 100_000).chunkedWithin(100, ms(10)), chunk -> journal.note("" + chunk.size()));

        assertThat(journal).hasSize(1_000).containsOnly("100");
    }
}
