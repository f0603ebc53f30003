package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// Elements of elements, one source after the other: flatMap and flatten.
class FlatMapSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- flatMap ----

    @EachDrive
    void flatMapGivesTheElementsOfOneInnerSourceAfterTheOther(Drive drive) throws Exception {
        read(drive, of(1, 2).flatMap(number -> of(10 * number, 10 * number + 1)));

        assertThat(journal).containsExactly("read 10", "read 11", "read 20", "read 21");
    }

    @EachDrive
    void anInnerSourceIsClosedBeforeTheNextElementIsAskedFor(Drive drive) throws Exception {
        read(drive, journal.source("outer", 1, 2).flatMap(number -> journal.source("inner", number)));

        assertThat(journal)
                .containsExactly(
                        "outer 1",
                        "inner 1",
                        "read 1",
                        "inner closed",
                        "outer 2",
                        "inner 2",
                        "read 2",
                        "inner closed",
                        "outer closed");
    }

    @EachDrive
    void anInnerSourceMayBeAnyIterable(Drive drive) throws Exception {
        read(drive, of("a b", "", "c").flatMap(line -> List.of(line.split(" "))));

        assertThat(journal).containsExactly("read a", "read b", "read ", "read c");
    }

    @EachDrive
    void aCloseableIteratorOfAnInnerIterableIsClosed(Drive drive) throws Exception {
        read(drive, of(1).flatMap(number -> (Iterable<Integer>) Closeable::new));

        assertThat(journal).containsExactly("read 1", "iterator closed");
    }

    private final class Closeable implements Iterator<Integer>, AutoCloseable {
        private boolean read;

        @Override
        public boolean hasNext() {
            return !read;
        }

        @Override
        public Integer next() {
            read = true;
            return 1;
        }

        @Override
        public void close() {
            journal.note("iterator closed");
        }
    }

    @EachDrive
    void anInnerSourceMayBeALambdaThatIsReadAgainEachTime(Drive drive) throws Exception {
        AsyncIterable<Integer> numbers = () -> of(1, 2);

        read(drive, of("a", "b").flatMap(letter -> numbers));

        assertThat(journal).containsExactly("read 1", "read 2", "read 1", "read 2");
    }

    @EachDrive
    void emptyInnerSourcesGiveNothing(Drive drive) throws Exception {
        read(drive, range(0, 5).flatMap(number -> number == 3 ? of(number) : of()));

        assertThat(journal).containsExactly("read 3");
    }

    @EachDrive
    void innerSourcesAndTheFunctionMayWait(Drive drive) throws Exception {
        var waiting = of(1, 2).flatMap(number -> {
            pause(10);
            return of(number).map(same -> {
                pause(5);
                return same;
            });
        });

        drive.read(waiting, number -> journal.noteTime("read " + number));

        assertThat(journal).containsExactly("read 1 at 15", "read 2 at 30");
    }

    @EachDrive
    void nullIsAnElementOfTheOuterAndOfTheInnerSource(Drive drive) throws Exception {
        read(drive, of((Integer) null).flatMap(nothing -> of(nothing, 1, null)));

        assertThat(journal).containsExactly("read null", "read 1", "read null");
    }

    @EachDrive
    void aFailureOfTheFunctionClosesTheOuterSourceAndComesOut(Drive drive) {
        AsyncGenerator<Integer> mapped = journal.source("outer", 1, 2).flatMap(number -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, mapped))).isSameAs(failure);
        assertThat(journal).containsExactly("outer 1", "outer closed");
    }

    @EachDrive
    void aFailureOfAnInnerSourceClosesTheOuterOneAndComesOut(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            try {
                y.yield(1);
                throw failure;
            } finally {
                journal.note("inner clean");
            }
        });

        var error =
                catchThrowable(() -> read(drive, journal.source("outer", 1, 2).flatMap(number -> failing)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("outer 1", "read 1", "inner clean", "outer closed");
    }

    @EachDrive
    void theConsumersFailureClosesTheInnerSourceAndThenTheOuterOne(Drive drive) {
        var nested = journal.source("outer", 1, 2).flatMap(number -> journal.source("inner", number, number));

        var error = catchThrowable(() -> drive.read(nested, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("outer 1", "inner 1", "inner closed", "outer closed");
    }

    @EachDrive
    void failuresOfBothCleanUpsAreKeptInThatOfTheConsumer(Drive drive) {
        var ofInner = new IllegalStateException("of the inner clean-up");
        var ofOuter = new IllegalStateException("of the outer clean-up");
        var nested = unclean(ofOuter).flatMap(number -> unclean(ofInner));

        var error = catchThrowable(() -> drive.read(nested, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(suppressedIn(error)).containsSubsequence(ofInner, ofOuter);
    }

    /// What is suppressed in an error, and in that.
    private static Stream<Throwable> suppressedIn(Throwable error) {
        return Stream.of(error.getSuppressed())
                .flatMap(suppressed -> Stream.concat(Stream.of(suppressed), suppressedIn(suppressed)));
    }

    private static AsyncGenerator<Integer> unclean(Exception ofTheCleanUp) {
        return generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(ofTheCleanUp);
            }
        });
    }

    @EachDrive
    void aFailureOfTheCleanUpOfAnInnerSourceClosesTheOuterOne(Drive drive) {
        var nested = journal.source("outer", 1, 2).flatMap(number -> unclean(failure));

        var error = catchThrowable(() -> read(drive, nested));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("outer 1", "read 1", "outer closed");
    }

    @EachDrive
    void aCancelWhileTheInnerSourceWaitsUnwindsBoth(Drive drive) throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(1_000);
            } finally {
                pause(10);
                journal.noteTime("inner clean");
            }
        });
        Task<Void> task = spawn(() -> read(drive, journal.source("outer", 1, 2).flatMap(number -> waiting)));
        pause(50);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("outer 1", "inner clean at 60", "outer closed");
    }

    @EachDrive
    void aFunctionThatGivesNullIsToldWhatToGive(Drive drive) {
        AsyncGenerator<Integer> mapped = journal.source("outer", 1, 2).flatMap(number -> (List<Integer>) null);

        var error = catchThrowable(() -> read(drive, mapped));

        assertThat(error)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("flatMap got null in place of an iterable; for no elements use of() or List.of()");
        assertThat(journal).containsExactly("outer 1", "outer closed");
    }

    @EachDrive
    void theEndSignalOfTheFunctionIsNoEnd(Drive drive) {
        AsyncGenerator<Integer> mapped = of(1).flatMap(number -> {
            throw new StopAsyncIteration();
        });

        assertThat(Refusal.of(() -> read(drive, mapped))).hasToString("RAISED_STOP");
    }

    @VirtualTimeTest
    void aCloseBetweenTwoInnerElementsClosesBothAndASecondOneDoesNothing() throws Exception {
        var nested = journal.source("outer", 1, 2).flatMap(number -> journal.source("inner", number, number));
        nested.anext().await();

        nested.close();
        nested.close();

        assertThat(journal).containsExactly("outer 1", "inner 1", "inner closed", "outer closed");
    }

    @VirtualTimeTest
    void aCloseInAnotherTaskWhileTheInnerSourceIsPushedInterruptsItAndUnwindsBoth() throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(1_000);
            } finally {
                journal.noteTime("inner clean");
            }
        });
        var nested = journal.source("outer", 1, 2).flatMap(number -> waiting);
        Task<List<Integer>> reading = spawn(nested::toList);
        pause(50);

        nested.close();

        assertThat(journal).containsExactly("outer 1", "inner clean at 50", "outer closed");
        assertThat(catchThrowable(reading::await)).isInstanceOf(CancellationException.class);
    }

    // ---- flatten ----

    @EachDrive
    void flattenGivesTheElementsOfTheElements(Drive drive) throws Exception {
        read(drive, flatten(of(of(1, 2), of(), of(3))));

        assertThat(journal).containsExactly("read 1", "read 2", "read 3");
    }

    @EachDrive
    void flattenTakesOtherIterablesAndMixesThem(Drive drive) throws Exception {
        AsyncGenerator<Iterable<Integer>> sources = of(List.of(1), of(2));

        read(drive, flatten(sources));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    @EachDrive
    void flattenFitsIntoAChain(Drive drive) throws Exception {
        AsyncGenerator<Integer> flat =
                range(1, 6).chunked(2).pipe(sources -> flatten(sources)).map(number -> -number);

        read(drive, flat);

        assertThat(journal).containsExactly("read -1", "read -2", "read -3", "read -4", "read -5");
    }

    @EachDrive
    void flattenClosesTheInnerSourceAndThenTheOuterOne(Drive drive) {
        var sources = journal.source("outer", 1, 2).map(number -> journal.source("inner", number, number));

        var error = catchThrowable(() -> drive.read(flatten(sources), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("outer 1", "inner 1", "inner closed", "outer closed");
    }

    @EachDrive
    void flattenSaysWhatItGotInPlaceOfASource(Drive drive) {
        AsyncGenerator<List<Integer>> sources = of((List<Integer>) null);

        assertThat(catchThrowable(() -> read(drive, flatten(sources))))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("flatten got null in place of an iterable");
    }
}
