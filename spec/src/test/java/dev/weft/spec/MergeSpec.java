package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// More of what [SourcesSpec] specifies: merge and combineLatest.
class MergeSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    private void readTimes(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    // ---- merge ----

    private static AsyncGenerator<String> every(String name, long millis, int count) {
        return generator(name, y -> {
            for (int i = 0; i < count; i++) {
                pause(millis);
                y.yield(name + i);
            }
        });
    }

    @EachDrive
    void mergeGivesElementsAsTheyCome(Drive drive) throws Exception {
        readTimes(drive, merge(every("a", 20, 2), every("b", 15, 3)));

        assertThat(journal)
                .containsExactly("read b0 at 15", "read a0 at 20", "read b1 at 30", "read a1 at 40", "read b2 at 45");
    }

    @EachDrive
    void sourcesInAListAreCopiedWhenMergeIsCalled(Drive drive) throws Exception {
        var sources = new ArrayList<>(List.of(every("a", 20, 1), every("b", 15, 1)));
        AsyncGenerator<String> merged = merge(sources);
        sources.clear();

        readTimes(drive, merged);

        assertThat(journal).containsExactly("read b0 at 15", "read a0 at 20");
    }

    @EachDrive
    void mergeWithAddsOneSource(Drive drive) throws Exception {
        readTimes(drive, every("a", 20, 2).mergeWith(every("b", 15, 1)));

        assertThat(journal).containsExactly("read b0 at 15", "read a0 at 20", "read a1 at 40");
    }

    @EachDrive
    void aFailureOfOneOfMergeWithClosesTheOther(Drive drive) {
        AsyncGenerator<Integer> other = patient("other", 5);

        assertThat(catchThrowable(() -> read(drive, Async.<Integer>fail(failure).mergeWith(other))))
                .isSameAs(failure);

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(other.anext()::await);
    }

    @VirtualTimeTest
    void mergeWithInsistsOnAnotherSource() {
        assertThatNullPointerException().isThrownBy(() -> of(1).mergeWith(null)).withMessage("other");
    }

    @EachDrive
    void mergeEndsWhenAllHaveEnded(Drive drive) throws Exception {
        readTimes(drive, merge(every("a", 10, 1), of(), every("b", 50, 1)));

        assertThat(journal).containsExactly("read a0 at 10", "read b0 at 50");
        assertThat(now()).isEqualTo(50);
    }

    @EachDrive
    void aMergeOfNothingIsEmpty(Drive drive) throws Exception {
        read(drive, merge());

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aFailureOfOneClosesTheOthersAndComesOut(Drive drive) {
        AsyncGenerator<String> failing = generator(y -> {
            pause(10);
            throw failure;
        });
        AsyncGenerator<String> waiting = generator(y -> {
            try {
                pause(1_000);
            } finally {
                pause(5);
                journal.noteTime("waiting clean");
            }
        });

        assertThat(catchThrowable(() -> read(drive, merge(waiting, failing)))).isSameAs(failure);
        assertThat(journal).containsExactly("waiting clean at 15");
        assertThat(now()).isEqualTo(15);
    }

    @EachDrive
    void eachSourceOfAMergeRunsAtMostOneElementAhead(Drive drive) throws Exception {
        drive.read(merge(journal.source("source", 1, 2, 3)).take(2), number -> {
            pause(100);
            journal.note("read " + number);
        });

        assertThat(journal).doesNotContain("source 3").contains("read 1", "read 2");
    }

    @EachDrive
    void elementsOfAMergeAreNotReorderedWithinASource(Drive drive) throws Exception {
        drive.read(merge(range(0, 50), range(100, 150)), number -> {
            if (number < 100) {
                journal.note("read " + number);
            }
        });

        assertThat(journal)
                .containsExactlyElementsOf(
                        range(0, 50).map(number -> "read " + number).toList());
    }

    @EachDrive
    void aCancelOfAMergeUnwindsAllSources(Drive drive) throws Exception {
        Task<Void> task = spawn(() -> read(drive, merge(patient("a", 5), patient("b", 20))));
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("a clean at 15", "b clean at 30");
    }

    private AsyncGenerator<Integer> patient(String name, long cleanUpMillis) {
        return generator(name, y -> {
            try {
                pause(1_000);
                y.yield(1);
            } finally {
                pause(cleanUpMillis);
                journal.noteTime(name + " clean");
            }
        });
    }

    @VirtualTimeTest
    void aMergeMayBeSteppedByDifferentTasks() throws Exception {
        AsyncGenerator<String> merged = merge(every("a", 10, 2), every("b", 25, 1));

        String first = spawn(merged.anext()).await();
        String second = spawn(merged.anext()).await();
        String third = spawn(merged.anext()).await();

        assertThat(List.of(first, second, third)).containsExactly("a0", "a1", "b0");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(merged.anext()::await);
    }

    // ---- combineLatest ----

    @EachDrive
    void combineLatestGivesAResultForEachChangeOnceBothHaveAnElement(Drive drive) throws Exception {
        readTimes(drive, combineLatest(every("a", 20, 3), every("b", 25, 2), String::concat));

        assertThat(journal).containsExactly("read a0b0 at 25", "read a1b0 at 40", "read a1b1 at 50", "read a2b1 at 60");
    }

    @EachDrive
    void combineLatestEndsWhenOneEndsWithoutAnElement(Drive drive) throws Exception {
        AsyncGenerator<String> without = generator(y -> pause(10));

        read(drive, combineLatest(patient("a", 5), without, (a, b) -> b));

        assertThat(journal).containsExactly("a clean at 15");
    }

    @EachDrive
    void combineLatestGoesOnWithTheLatestOfOneThatHasEnded(Drive drive) throws Exception {
        readTimes(drive, combineLatest(every("a", 10, 1), every("b", 20, 2), String::concat));

        assertThat(journal).containsExactly("read a0b0 at 20", "read a0b1 at 40");
    }

    @EachDrive
    void aFailureOfTheFunctionOfCombineLatestClosesBothAndComesOut(Drive drive) {
        AsyncGenerator<Integer> failing =
                combineLatest(of(1), patient("b", 5).pipe(source -> concat(of(2), source)), (a, b) -> {
                    throw failure;
                });

        assertThat(catchThrowable(() -> read(drive, failing))).isSameAs(failure);
    }

    @EachDrive
    void elementsOfCombineLatestMayBeNull(Drive drive) throws Exception {
        read(drive, combineLatest(of((String) null), of("b"), (a, b) -> a + b));

        assertThat(journal).containsExactly("read nullb");
    }
}
