package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

class SwitchMapSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void readTimes(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    private static AsyncGenerator<String> each(long millis, String... elements) {
        return of(elements).map(element -> {
            pause(millis);
            return element;
        });
    }

    /// Yields three times, each time after `millis`; its clean-up takes 5 ms.
    private AsyncGenerator<String> inner(String name, long millis) {
        return generator(name, y -> {
            journal.noteTime(name + " begins");
            try {
                for (int i = 0; i < 3; i++) {
                    pause(millis);
                    y.yield(name + i);
                }
            } finally {
                pause(5);
                journal.noteTime(name + " clean");
            }
        });
    }

    @EachDrive
    void yieldsTheElementsOfOneInnerSourceAfterTheOther(Drive drive) throws Exception {
        readTimes(drive, each(100, "a", "b").switchMap(name -> inner(name, 10)));

        assertThat(journal)
                .containsExactly(
                        "a begins at 100",
                        "read a0 at 110",
                        "read a1 at 120",
                        "read a2 at 130",
                        "a clean at 135",
                        "b begins at 200",
                        "read b0 at 210",
                        "read b1 at 220",
                        "read b2 at 230",
                        "b clean at 235");
    }

    @EachDrive
    void aNewElementCancelsTheInnerSourceAndAwaitsItBeforeTheNextOneBegins(Drive drive) throws Exception {
        readTimes(drive, each(25, "a", "b").switchMap(name -> inner(name, 20)).take(2));

        assertThat(journal)
                .containsExactly(
                        "a begins at 25",
                        "read a0 at 45",
                        "a clean at 55",
                        "b begins at 55",
                        "read b0 at 75",
                        "b clean at 80");
    }

    @EachDrive
    void theFunctionIsCalledWhenTheInnerSourceIsClosed(Drive drive) throws Exception {
        readTimes(
                drive,
                each(10, "a", "b")
                        .switchMap(name -> {
                            journal.noteTime("function of " + name);
                            return inner(name, 7);
                        })
                        .take(2));

        assertThat(journal)
                .containsSubsequence("function of a at 10", "read a0 at 17", "a clean at 25", "function of b at 25");
    }

    @EachDrive
    void whileTheConsumerIsBusyTheInnerSourceDoesNotRun(Drive drive) throws Exception {
        drive.read(of("a").switchMap(name -> journal.source(name, 1, 2)), number -> {
            pause(100);
            journal.note("read " + number);
        });

        assertThat(journal).containsExactly("a 1", "read 1", "a 2", "read 2", "a closed");
    }

    @EachDrive
    void whileTheConsumerIsBusyTheSourceRunsOneElementAhead(Drive drive) throws Exception {
        drive.read(
                journal.source("source", 1, 2, 3)
                        .switchMap(number -> each(10, "a"))
                        .take(1),
                letter -> pause(100));

        assertThat(journal).containsExactly("source 1", "source 2", "source 3", "source closed");
    }

    @EachDrive
    void anElementThatCameWhileTheConsumerWasBusySupersedesAtOnce(Drive drive) throws Exception {
        drive.read(each(15, "a", "b").switchMap(name -> inner(name, 10)), element -> {
            journal.noteTime("read " + element);
            pause(50);
        });

        assertThat(journal)
                .startsWith("a begins at 15", "read a0 at 25", "a clean at 80", "b begins at 80", "read b0 at 90");
    }

    @EachDrive
    void endsWhenTheLastInnerSourceHasEnded(Drive drive) throws Exception {
        readTimes(drive, of("a").switchMap(name -> inner(name, 10)));

        assertThat(journal).endsWith("read a2 at 30", "a clean at 35");
        assertThat(now()).isEqualTo(35);
    }

    @EachDrive
    void ofNothingIsEmpty(Drive drive) throws Exception {
        readTimes(drive, of().switchMap(element -> of(1)));
        readTimes(drive, of(1).switchMap(element -> of()));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void elementsMayBeNull(Drive drive) throws Exception {
        readTimes(drive, of((String) null).switchMap(element -> of(element, element)));

        assertThat(journal).containsExactly("read null at 0", "read null at 0");
    }

    @EachDrive
    void aFailureOfTheSourceCancelsTheInnerOneAndComesOut(Drive drive) {
        AsyncGenerator<String> failing = generator(y -> {
            y.yield("a");
            pause(15);
            throw failure;
        });

        var error = catchThrowable(() -> readTimes(drive, failing.switchMap(name -> inner(name, 10))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a begins at 0", "read a0 at 10", "a clean at 20");
    }

    @EachDrive
    void aFailureOfTheFunctionClosesTheSourceAndComesOut(Drive drive) {
        var error = catchThrowable(() -> readTimes(drive, inner("source", 10).switchMap(element -> {
            throw failure;
        })));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source begins at 0", "source clean at 15");
    }

    @EachDrive
    void aFailureOfTheCleanUpOfAnOutdatedInnerSourceComesOut(Drive drive) {
        var error = catchThrowable(() -> readTimes(drive, each(10, "a", "b").switchMap(name -> unclean())));

        assertThat(error).isSameAs(failure);
    }

    private AsyncGenerator<String> unclean() {
        return generator(y -> {
            try {
                pause(1_000);
            } finally {
                Failing.with(failure);
            }
        });
    }

    @EachDrive
    void aFunctionThatReturnsNullIsRefused(Drive drive) {
        var error = catchThrowable(() -> readTimes(drive, of(1).switchMap(element -> null)));

        assertThat(error)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the function of switchMap returned null; return a source");
    }

    @VirtualTimeTest
    void aCancelUnwindsBoth() throws Exception {
        AsyncGenerator<String> source = concat(of("a"), inner("source", 100));
        Task<List<String>> task =
                spawn(() -> source.switchMap(name -> inner(name, 100)).toList());
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).contains("a clean at 15", "source clean at 15");
    }

    @VirtualTimeTest
    void refusesAFunctionThatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> of("a").switchMap(null))
                .withMessage("function");
    }
}
