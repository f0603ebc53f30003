package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// More of what [OperatorsSpec] specifies: zip.
class ZipSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the function");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- zip ----

    @EachDrive
    void zipPairsElements(Drive drive) throws Exception {
        read(drive, of(1, 2).zip(of("a", "b"), (number, letter) -> number + letter));

        assertThat(journal).containsExactly("read 1a", "read 2b");
    }

    @EachDrive
    void aStepOfZipTakesAsLongAsTheSlower(Drive drive) throws Exception {
        AsyncGenerator<Integer> slow = delayed(20, 1, 2);
        AsyncGenerator<Integer> fast = delayed(10, 1, 2);

        drive.read(slow.zip(fast, Integer::sum), sum -> journal.noteTime("read " + sum));

        assertThat(journal).containsExactly("read 2 at 20", "read 4 at 40");
    }

    private static AsyncGenerator<Integer> delayed(long millis, Integer... elements) {
        return of(elements).map(element -> {
            pause(millis);
            return element;
        });
    }

    @EachDrive
    void zipEndsWithTheShorterAndClosesTheLonger(Drive drive) throws Exception {
        read(drive, journal.source("longer", 1, 2, 3).zip(delayed(10, 1), (a, b) -> a));

        assertThat(journal).containsExactly("longer 1", "read 1", "longer 2", "longer closed");
    }

    @EachDrive
    void theStepOfTheLongerIsCancelledWhenTheShorterEnds(Drive drive) throws Exception {
        AsyncGenerator<Integer> longer = generator(y -> {
            try {
                pause(1_000);
                y.yield(1);
            } finally {
                pause(5);
                journal.noteTime("longer clean");
            }
        });

        read(
                drive,
                longer.zip(delayed(10).filter(number -> true).pipe(source -> generator(y -> pause(10))), (a, b) -> a));

        assertThat(journal).containsExactly("longer clean at 15");
        assertThat(now()).isEqualTo(15);
    }

    @EachDrive
    void theFunctionOfZipRunsOnTheConsumersThread(Drive drive) throws Exception {
        var threads = new ArrayList<Thread>();

        read(drive, of(1).zip(of(2), (a, b) -> threads.add(Thread.currentThread())));

        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @EachDrive
    void aFailureOfTheFunctionOfZipClosesBothAndComesOut(Drive drive) {
        AsyncGenerator<Integer> a = journal.source("a", 1, 2);
        AsyncGenerator<Integer> b = journal.source("b", 1, 2);

        var error = catchThrowable(() -> read(drive, a.zip(b, (one, other) -> {
            throw failure;
        })));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactlyInAnyOrder("a 1", "b 1", "a closed", "b closed");
    }

    @EachDrive
    void aFailureOfOneSourceCancelsTheStepOfTheOtherAndClosesIt(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            pause(10);
            throw failure;
        });
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(1_000);
            } finally {
                pause(5);
                journal.noteTime("waiting clean");
            }
        });

        var error = catchThrowable(() -> read(drive, failing.zip(waiting, (a, b) -> a)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("waiting clean at 15");
    }

    @EachDrive
    void failuresOfBothAreKept(Drive drive) {
        var other = new IllegalStateException("of the other");
        AsyncGenerator<Integer> first = generator(y -> {
            pause(10);
            throw failure;
        });
        AsyncGenerator<Integer> second = generator(y -> {
            try {
                pause(1_000);
            } catch (InterruptedException e) {
                throw other;
            }
        });

        var error = catchThrowable(() -> read(drive, first.zip(second, (a, b) -> a)));

        assertThat(error).isSameAs(failure).hasSuppressedException(other);
    }

    @EachDrive
    void aFailureOfTheCleanUpOfTheLongerComesOutAtTheEnd(Drive drive) {
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                Failing.with(failure);
            }
        });

        var error = catchThrowable(() -> read(drive, unclean.zip(delayed(10, 1), (a, b) -> a)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void rowsAreZippedFromAnyNumberOfSources(Drive drive) throws Exception {
        read(drive, zip(List.of(of(1, 2), of(3, 4), of(5, 6, 7))));

        assertThat(journal).containsExactly("read [1, 3, 5]", "read [2, 4, 6]");
    }

    @EachDrive
    void rowsOfNoSourceAtAllAreNone(Drive drive) throws Exception {
        read(drive, zip(List.<AsyncGenerator<Integer>>of()).take(3));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void elementsOfZipMayBeNull(Drive drive) throws Exception {
        read(drive, zip(List.of(of((String) null), of("a"))));

        assertThat(journal).containsExactly("read [null, a]");
    }

    @VirtualTimeTest
    void aGeneratorIsNotZippedWithItself() {
        AsyncGenerator<Integer> numbers = delayed(10, 1, 2);

        assertThat(Refusal.of(numbers.zip(numbers, Integer::sum)::toList)).isEqualTo(ALREADY_RUNNING);
    }
}
