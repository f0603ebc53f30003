package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorExit;
import java.io.IOException;

/// A stop belongs to the operator that raised it, however operators are nested.
class NestingSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- one after the other ----

    @EachDrive
    void aTakeAfterAConcatenationEndsIt(Drive drive) throws Exception {
        read(drive, of(1, 2, 3, 4, 5).take(5).concatWith(of(10, 11, 12)).take(2));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    @EachDrive
    void aTakeBeforeAConcatenationEndsItsOwnSourceOnly(Drive drive) throws Exception {
        read(drive, of(1, 2, 3, 4, 5).take(2).concatWith(of(10, 11, 12).take(2)).take(3));

        assertThat(journal).containsExactly("read 1", "read 2", "read 10");
    }

    @EachDrive
    void aTakeEndsAnEndlessConcatenation(Drive drive) throws Exception {
        read(
                drive,
                iterate(0, number -> number + 1)
                        .take(1)
                        .concatWith(iterate(10, number -> number + 1))
                        .take(3));

        assertThat(journal).containsExactly("read 0", "read 10", "read 11");
    }

    // ---- one in the other ----

    @EachDrive
    void aTakeOutsideEndsAFlatMapWhoseInnerSourcesAreTaken(Drive drive) throws Exception {
        read(drive, of(1, 2, 3).flatMap(number -> of(10, 20, 30).take(3)).take(1));

        assertThat(journal).containsExactly("read 10");
    }

    @EachDrive
    void aTakeInsideEndsItsInnerSourceOnly(Drive drive) throws Exception {
        read(
                drive,
                of(1, 2, 3)
                        .flatMap(number -> iterate(10 * number, i -> i + 1).take(2))
                        .take(5));

        assertThat(journal).containsExactly("read 10", "read 11", "read 20", "read 21", "read 30");
    }

    @EachDrive
    void everyLevelOfAFlatMapIsClosedFromTheInsideWhenATakeIsFull(Drive drive) throws Exception {
        read(
                drive,
                journal.source("a", 1, 2)
                        .flatMap(one -> journal.source("b", 1, 2)
                                .flatMap(two -> journal.source("c", 1, 2).take(2)))
                        .take(2));

        assertThat(journal)
                .containsExactly("a 1", "b 1", "c 1", "read 1", "c 2", "read 2", "c closed", "b closed", "a closed");
    }

    @EachDrive
    void takeWhilesEndEachForItself(Drive drive) throws Exception {
        read(
                drive,
                range(0, 10)
                        .flatMap(tens -> iterate(10 * tens, i -> i + 1).takeWhile(i -> i % 10 < 2))
                        .takeWhile(number -> number < 20)
                        .takeWhile(number -> number < 30));

        assertThat(journal).containsExactly("read 0", "read 1", "read 10", "read 11");
    }

    @EachDrive
    void aTakeUntilInATakeUntilEndsWithItsOwnElement(Drive drive) throws Exception {
        read(
                drive,
                range(0, 100)
                        .flatMap(number -> range(number, 100).takeUntil(n -> n % 2 == 0))
                        .takeUntil(number -> number == 3)
                        .concatWith(-1));

        assertThat(journal).containsExactly("read 0", "read 1", "read 2", "read 2", "read 3", "read -1");
    }

    @EachDrive
    void aTakeInABodyDoesNotEndTheBody(Drive drive) throws Exception {
        AsyncGenerator<Integer> body = generator(y -> {
            range(0, 10).take(2).forEach(y::yield);
            range(10, 20).takeWhile(number -> number < 12).forEach(y::yield);
            y.yield(99);
        });

        read(drive, body.take(5).take(100));

        assertThat(journal).containsExactly("read 0", "read 1", "read 10", "read 11", "read 99");
    }

    // ---- bodies that catch ----

    @EachDrive
    void aBodyThatCatchesExceptionRoundItsYieldDoesNotDefeatTake(Drive drive) throws Exception {
        AsyncGenerator<Integer> catching = generator(y -> {
            for (int i = 1; i <= 5; i++) {
                try {
                    y.yield(i);
                } catch (Exception e) {
                    journal.note("caught " + e);
                }
            }
        });

        read(drive, catching.take(2));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    @EachDrive
    void anInnerBodyThatCatchesExceptionDoesNotDefeatATakeOutside(Drive drive) throws Exception {
        AsyncGenerator<Integer> nested = of(1, 2).flatMap(number -> generator(y -> {
            for (int i = 1; i <= 5; i++) {
                try {
                    y.yield(10 * number + i);
                } catch (Exception e) {
                    journal.note("caught " + e);
                }
            }
        }));

        read(drive, nested.take(2).concatWith(0));

        assertThat(journal).containsExactly("read 11", "read 12", "read 0");
    }

    @EachDrive
    void aBodyThatCatchesTheExitAndReturnsEndsItselfOnly(Drive drive) throws Exception {
        AsyncGenerator<Integer> catching = generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
            } catch (GeneratorExit exit) {
                journal.note("caught the exit");
            }
        });

        read(drive, catching.take(1).concatWith(of(10, 11)).take(2));

        assertThat(journal).containsExactly("read 1", "caught the exit", "read 10");
    }

    // ---- failures ----

    @EachDrive
    void aFailureBehindATakeIsNotTakenForItsStop(Drive drive) {
        var nested = of(1, 2).flatMap(number -> of(10, 20).take(2)).map(number -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, nested.take(5)))).isSameAs(failure);
        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aFailureInTheInnerSourceEndsEveryLevel(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            y.yield(1);
            throw failure;
        });
        var nested = journal.source("outer", 1, 2)
                .flatMap(number -> failing.take(5))
                .take(5)
                .concatWith(9);

        assertThat(catchThrowable(() -> read(drive, nested))).isSameAs(failure);
        assertThat(journal).containsExactly("outer 1", "read 1", "outer closed");
    }
}
