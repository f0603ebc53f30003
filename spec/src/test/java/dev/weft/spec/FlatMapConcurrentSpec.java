package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

class FlatMapConcurrentSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void readTimes(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    /// Yields twice, each time after `millis`; its clean-up takes 5 ms.
    private AsyncGenerator<String> inner(String name, long millis) {
        return generator(name, y -> {
            journal.noteTime(name + " begins");
            try {
                pause(millis);
                y.yield(name + 1);
                pause(millis);
                y.yield(name + 2);
            } finally {
                pause(5);
                journal.noteTime(name + " clean");
            }
        });
    }

    private AsyncGenerator<String> failing(long millis) {
        return generator(y -> {
            pause(millis);
            throw failure;
        });
    }

    @EachDrive
    void yieldsTheElementsOfTheInnerSourcesAsTheyCome(Drive drive) throws Exception {
        readTimes(drive, of(20, 15).flatMapConcurrent(2, millis -> inner(millis + "#", millis)));

        assertThat(journal)
                .containsExactly(
                        "20# begins at 0",
                        "15# begins at 0",
                        "read 15#1 at 15",
                        "read 20#1 at 20",
                        "read 15#2 at 30",
                        "15# clean at 35",
                        "read 20#2 at 40",
                        "20# clean at 45");
    }

    @EachDrive
    void opensNoMoreThanTheLimitAndOpensTheNextWhenOneIsClosed(Drive drive) throws Exception {
        readTimes(drive, of("a", "b", "c").flatMapConcurrent(2, name -> inner(name, 10)));

        assertThat(journal).contains("a begins at 0", "b begins at 0", "c begins at 25");
    }

    @EachDrive
    void anInnerSourceIsOpenedAlsoWhileTheConsumerIsBusy(Drive drive) throws Exception {
        AsyncGenerator<String> slow = of("a", "b").map(name -> {
            pause(20);
            return name;
        });

        drive.read(slow.flatMapConcurrent(2, name -> inner(name, 10)), element -> pause(100));

        assertThat(journal).contains("a begins at 20", "b begins at 40");
    }

    @EachDrive
    void whileTheConsumerIsBusyEachInnerSourceRunsAtMostOneElementAhead(Drive drive) throws Exception {
        var inner = journal.source("inner", 1, 2, 3);

        drive.read(of(0).flatMapConcurrent(2, element -> inner).take(2), number -> {
            pause(100);
            journal.note("read " + number);
        });

        assertThat(journal).containsExactly("inner 1", "read 1", "inner 2", "read 2", "inner closed");
    }

    @EachDrive
    void theFunctionRunsAtTheSameTimeToo(Drive drive) throws Exception {
        readTimes(drive, of(10, 20).flatMapConcurrent(2, millis -> {
            pause(millis);
            return of(millis);
        }));

        assertThat(journal).containsExactly("read 10 at 10", "read 20 at 20");
    }

    @EachDrive
    void ofNothingIsEmpty(Drive drive) throws Exception {
        readTimes(drive, of().flatMapConcurrent(2, element -> of(1)));
        readTimes(drive, of(1, 2, 3).flatMapConcurrent(2, element -> of()));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void elementsMayBeNull(Drive drive) throws Exception {
        readTimes(drive, of((String) null).flatMapConcurrent(2, element -> of(element)));

        assertThat(journal).containsExactly("read null at 0");
    }

    @EachDrive
    void aFailureOfAnInnerSourceCancelsAllAtOnceAndComesOut(Drive drive) {
        AsyncGenerator<String> source = of("a", "b");

        var error = catchThrowable(() -> readTimes(
                drive, source.flatMapConcurrent(2, name -> name.equals("a") ? inner(name, 100) : failing(10))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a begins at 0", "a clean at 15");
    }

    @EachDrive
    void aFailureOfTheSourceCancelsAllAtOnceAndComesOut(Drive drive) {
        AsyncGenerator<String> source = concat(of("a"), failing(10));

        var error = catchThrowable(() -> readTimes(drive, source.flatMapConcurrent(2, name -> inner(name, 100))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a begins at 0", "a clean at 15");
    }

    @EachDrive
    void aFailureOfTheFunctionClosesAllAndComesOut(Drive drive) {
        var error = catchThrowable(() -> readTimes(drive, of("a", "b").flatMapConcurrent(2, name -> {
            if (name.equals("b")) {
                pause(10);
                throw failure;
            }
            return inner(name, 100);
        })));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a begins at 0", "a clean at 15");
    }

    @EachDrive
    void aFunctionThatReturnsNullIsRefused(Drive drive) {
        var error = catchThrowable(() -> readTimes(drive, of(1).flatMapConcurrent(2, element -> null)));

        assertThat(error)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the function of flatMapConcurrent returned null; return a source");
    }

    @EachDrive
    void aConsumerThatStopsClosesTheOpenSources(Drive drive) throws Exception {
        readTimes(
                drive,
                of("a", "b").flatMapConcurrent(2, name -> inner(name, 10)).take(1));

        assertThat(journal)
                .contains("a begins at 0", "b begins at 0", "a clean at 15")
                .hasSize(5);
        assertThat(now()).isEqualTo(20);
    }

    @VirtualTimeTest
    void aCancelUnwindsAll() throws Exception {
        Task<List<String>> task = spawn(() -> concat(of("a"), inner("source", 100))
                .flatMapConcurrent(2, name -> inner(name, 100))
                .toList());
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).contains("a clean at 15", "source clean at 15");
    }

    @VirtualTimeTest
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).flatMapConcurrent(0, element -> of(1)))
                .withMessage("limit must be positive, was 0");
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).flatMapConcurrent(1, null))
                .withMessage("function");
    }
}
