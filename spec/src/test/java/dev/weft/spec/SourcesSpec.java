package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// The sources of what is at hand, of time, and of other sources. [CallbackSpec] has the one of callbacks.
class SourcesSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    private void readTimes(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    // ---- of, range ----

    @EachDrive
    void ofGivesItsArguments(Drive drive) throws Exception {
        read(drive, of("a", null, "c"));

        assertThat(journal).containsExactly("read a", "read null", "read c");
    }

    @EachDrive
    void ofNothingIsEmpty(Drive drive) throws Exception {
        read(drive, of());

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aRangeExcludesItsEnd(Drive drive) throws Exception {
        read(drive, range(3, 6));

        assertThat(journal).containsExactly("read 3", "read 4", "read 5");
    }

    @VirtualTimeTest
    void aRangeThatDoesNotGoUpwardsIsEmpty() {
        assertThat(range(3, 3).toList()).isEmpty();
        assertThat(range(3, -3).toList()).isEmpty();
        assertThat(range(3L, -3L).toList()).isEmpty();
    }

    @VirtualTimeTest
    void aRangeMayReachTheLastNumber() {
        assertThat(range(Integer.MAX_VALUE - 1, Integer.MAX_VALUE).toList()).containsExactly(Integer.MAX_VALUE - 1);
        assertThat(range(Long.MAX_VALUE - 1, Long.MAX_VALUE).toList()).containsExactly(Long.MAX_VALUE - 1);
        assertThat(range(Integer.MIN_VALUE, Integer.MAX_VALUE).take(1).toList()).containsExactly(Integer.MIN_VALUE);
    }

    // ---- from ----

    @EachDrive
    void fromReadsAnIterableAtTheFirstStep(Drive drive) throws Exception {
        Iterable<Integer> numbers = () -> {
            journal.note("iterator");
            return List.of(1, 2).iterator();
        };
        AsyncGenerator<Integer> generator = from(numbers);
        journal.note("made");

        read(drive, generator);

        assertThat(journal).containsExactly("made", "iterator", "read 1", "read 2");
    }

    @EachDrive
    void fromReadsWhatAnIteratorHasLeft(Drive drive) throws Exception {
        Iterator<Integer> numbers = List.of(1, 2, 3).iterator();
        numbers.next();

        read(drive, from(numbers));

        assertThat(journal).containsExactly("read 2", "read 3");
    }

    @EachDrive
    void fromClosesAnIteratorThatCanBeClosed(Drive drive) throws Exception {
        read(drive, from(new CloseableNumbers()));

        assertThat(journal).containsExactly("read 1", "read 2", "closed");
    }

    @EachDrive
    void fromClosesAnIteratorWhenTheConsumerFails(Drive drive) {
        var error = catchThrowable(() -> drive.read(from(new CloseableNumbers()), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("closed");
    }

    private final class CloseableNumbers implements Iterator<Integer>, AutoCloseable {
        private int last;

        @Override
        public boolean hasNext() {
            return last < 2;
        }

        @Override
        public Integer next() {
            return ++last;
        }

        @Override
        public void close() {
            journal.note("closed");
        }
    }

    @EachDrive
    void fromReadsAStreamAndClosesIt(Drive drive) throws Exception {
        read(drive, from(Stream.of(1, 2).onClose(() -> journal.note("closed"))));

        assertThat(journal).containsExactly("read 1", "read 2", "closed");
    }

    @EachDrive
    void fromClosesAStreamWhenTheConsumerFails(Drive drive) {
        Stream<Integer> numbers = Stream.of(1, 2).onClose(() -> journal.note("closed"));

        var error = catchThrowable(() -> drive.read(from(numbers), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("closed");
    }

    @VirtualTimeTest
    void fromClosesAStreamThatWasNeverRead() {
        from(Stream.of(1).onClose(() -> journal.note("closed"))).close();

        assertThat(journal).containsExactly("closed");
    }

    @EachDrive
    void fromAnEndlessStreamIsLazy(Drive drive) throws Exception {
        read(drive, from(Stream.iterate(1, number -> number * 2)).take(3));

        assertThat(journal).containsExactly("read 1", "read 2", "read 4");
    }

    @EachDrive
    void aFailureOfAnIteratorComesOut(Drive drive) {
        Iterator<Integer> broken = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                throw new IllegalStateException("of the iterator");
            }
        };

        assertThat(catchThrowable(() -> read(drive, from(broken)))).hasMessage("of the iterator");
    }

    // ---- iterate ----

    @EachDrive
    void iterateComputesTheNextElementWhenItIsAskedFor(Drive drive) throws Exception {
        read(
                drive,
                iterate(1, number -> {
                            journal.note("next of " + number);
                            pause(10);
                            return number + 1;
                        })
                        .take(3));

        assertThat(journal).containsExactly("read 1", "next of 1", "read 2", "next of 2", "read 3");
        assertThat(now()).isEqualTo(20);
    }

    @EachDrive
    void aFailureOfTheFunctionOfIterateComesOut(Drive drive) {
        AsyncGenerator<Integer> failing = iterate(1, number -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, failing))).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void iterateTakesNull(Drive drive) throws Exception {
        AsyncGenerator<String> letters = iterate(null, letter -> letter == null ? "a" : null);

        read(drive, letters.take(3));

        assertThat(journal).containsExactly("read null", "read a", "read null");
    }

    // ---- interval ----

    @EachDrive
    void anIntervalTicksOncePerPeriod(Drive drive) throws Exception {
        readTimes(drive, interval(ms(10)).take(3));

        assertThat(journal).containsExactly("read 0 at 10", "read 1 at 20", "read 2 at 30");
    }

    @EachDrive
    void aConsumerThatComesLateFindsWhatIsDueAtOnceAndNothingIsDropped(Drive drive) throws Exception {
        drive.read(interval(ms(10)).take(5), tick -> {
            journal.noteTime("read " + tick);
            pause(tick == 0 ? 25 : 0);
        });

        assertThat(journal)
                .containsExactly("read 0 at 10", "read 1 at 35", "read 2 at 35", "read 3 at 40", "read 4 at 50");
    }

    @VirtualTimeTest
    void anIntervalBeginsWithItsFirstStep() throws Exception {
        AsyncGenerator<Long> ticks = interval(ms(10));
        pause(100);

        ticks.anext().await();

        assertThat(now()).isEqualTo(110);
        ticks.close();
    }

    // ---- concat ----

    @EachDrive
    void concatReadsOneSourceAfterTheOther(Drive drive) throws Exception {
        read(drive, concat(journal.source("a", 1, 2), journal.source("b"), journal.source("c", 3)));

        assertThat(journal)
                .containsExactly("a 1", "read 1", "a 2", "read 2", "a closed", "b closed", "c 3", "read 3", "c closed");
    }

    @EachDrive
    void concatOpensASourceWhenTheOneBeforeHasEnded(Drive drive) throws Exception {
        AsyncIterable<Integer> first = () -> opened("first", 1);
        AsyncIterable<Integer> second = () -> opened("second", 2);

        read(drive, concat(first, second));

        assertThat(journal)
                .containsExactly(
                        "first opened",
                        "first 1",
                        "read 1",
                        "first closed",
                        "second opened",
                        "second 2",
                        "read 2",
                        "second closed");
    }

    private AsyncGenerator<Integer> opened(String name, int element) {
        journal.note(name + " opened");
        return journal.source(name, element);
    }

    @EachDrive
    void aFailureOfASourceEndsTheConcatAndClosesThoseNeverReached(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            throw failure;
        });
        AsyncGenerator<Integer> never = journal.source("never", 1);

        assertThat(catchThrowable(() -> read(drive, concat(of(1), failing, never))))
                .isSameAs(failure);

        assertThat(journal).containsExactly("read 1");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(never.anext()::await);
    }

    @VirtualTimeTest
    void closingAConcatClosesAllItsSources() throws Exception {
        AsyncGenerator<Integer> current = journal.source("current", 1);
        AsyncGenerator<Integer> never = journal.source("never", 1);
        AsyncGenerator<Integer> all = concat(current, never);
        all.anext().await();

        all.close();

        assertThat(journal).containsExactly("current 1", "current closed");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(never.anext()::await);
    }

    @EachDrive
    void aConcatOfNothingIsEmpty(Drive drive) throws Exception {
        read(drive, concat());

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void sourcesInAListAreCopiedWhenConcatIsCalled(Drive drive) throws Exception {
        var sources = new ArrayList<>(List.of(journal.source("a", 1), journal.source("b", 2)));
        AsyncGenerator<Integer> all = concat(sources);
        sources.clear();

        read(drive, all);

        assertThat(journal).containsExactly("a 1", "read 1", "a closed", "b 2", "read 2", "b closed");
    }
}
