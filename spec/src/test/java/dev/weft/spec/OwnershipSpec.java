package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.Indexed;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeExtension;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What all operators have in common: each owns what it reads, closes it once on every way out, and awaits its clean-up
/// (W6, W7).
class OwnershipSpec {

    /// Everything that reads one source, in a form that gives its elements on.
    enum Reader {
        MAP(source -> source.map(number -> number)),
        FILTER(source -> source.filter(number -> true)),
        TAKE(source -> source.take(1_000)),
        SCAN(source -> source.scan(0, (sum, number) -> number)),
        GATHER(source -> source.gather(Gatherers.scan(() -> 0, (sum, number) -> number))),
        PIPE(source -> source.pipe(upstream -> upstream.map(number -> number))),
        FLAT_MAP(source -> source.flatMap(number -> of(number))),
        FLAT_MAPPED(source -> of(0).flatMap(zero -> source)),
        FLATTEN(source -> flatten(of(source))),
        MAP_NOT_NULL(source -> source.mapNotNull(number -> number)),
        ENUMERATE(source -> source.enumerate().map(Indexed::value)),
        CHUNKED(source -> source.chunked(1).map(List::getFirst)),
        CHUNKED_UNTIL(source -> source.chunkedUntil(number -> true).map(List::getFirst)),
        SLIDING(source -> source.sliding(1).map(List::getFirst)),
        PAIRWISE(source -> source.startWith(0).pairwise((last, number) -> number)),
        START_WITH(source -> source.startWith(of())),
        CONCAT_WITH(source -> of(0).take(0).concatWith(source)),
        REPEAT(source -> repeatable(source).repeat(1)),
        DROP(source -> source.drop(0)),
        DROP_WHILE(source -> source.dropWhile(number -> false)),
        DROP_LAST(source -> source.dropLast(0)),
        TAKE_WHILE(source -> source.takeWhile(number -> true)),
        TAKE_UNTIL(source -> source.takeUntil(number -> false)),
        OF_TYPE(source -> source.ofType(Integer.class)),
        DISTINCT(source -> source.distinct()),
        DISTINCT_UNTIL_CHANGED(source -> source.distinctUntilChanged()),
        IF_EMPTY(source -> source.ifEmpty(of())),
        IF_EMPTY_THEN(source -> of(0).take(0).ifEmpty(source)),
        ZIP(source -> source.zip(iterate(0, number -> number), (number, zero) -> number)),
        ZIPPED(source -> iterate(0, (Integer number) -> number).zip(source, (zero, number) -> number)),
        ROWS(source -> zip(List.of(source)).map(List::getFirst)),
        FROM(source -> from(source)),
        CONCAT(source -> concat(of(), source, of())),
        MERGE(source -> merge(source, of())),
        LATEST(source -> combineLatest(source, of(0), (number, zero) -> number)),
        BROADCAST(source -> source.broadcast(1, 1).getFirst()),
        YIELD_ALL(source -> generator(y -> y.yieldAll(source))),
        FOR_EACH(source -> generator(y -> source.forEach(y::yield))),
        CHAIN(source -> source.map(number -> number).filter(number -> true).take(1_000));

        private final Function<AsyncIterable<Integer>, AsyncGenerator<Integer>> operator;

        Reader(Function<AsyncIterable<Integer>, AsyncGenerator<Integer>> operator) {
            this.operator = operator;
        }

        private static AsyncIterable<Integer> repeatable(AsyncIterable<Integer> source) {
            return source::aiter;
        }

        AsyncGenerator<Integer> reading(AsyncIterable<Integer> source) {
            return operator.apply(source);
        }
    }

    /// A test for each reader in each drive.
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("readersAndDrives")
    @ExtendWith(VirtualTimeExtension.class)
    private @interface EachReader {}

    static Stream<Arguments> readersAndDrives() {
        return Stream.of(Reader.values())
                .flatMap(reader -> Stream.of(Drive.values()).map(drive -> Arguments.of(reader, drive)));
    }

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Yields 1 and 2; its clean-up takes 10 ms.
    private final AsyncGenerator<Integer> source = generator("source", y -> {
        try {
            y.yield(1);
            y.yield(2);
        } finally {
            pause(10);
            journal.noteTime("source clean");
        }
    });

    @EachReader
    void elementsComeThroughAndTheSourceIsClosedAtItsEnd(Reader reader, Drive drive) throws Exception {
        drive.read(reader.reading(source), number -> journal.note("read " + number));
        journal.noteTime("after");

        assertThat(journal).containsExactly("read 1", "read 2", "source clean at 10", "after at 10");
    }

    @EachReader
    void anEmptySourceGivesNothing(Reader reader, Drive drive) throws Exception {
        drive.read(reader.reading(journal.source("empty")), number -> journal.note("read " + number));

        assertThat(journal).containsExactly("empty closed");
    }

    @EachReader
    void aFailureOfTheConsumerClosesTheSourceAndAwaitsIt(Reader reader, Drive drive) {
        var error = catchThrowable(() -> drive.read(reader.reading(source), number -> {
            throw failure;
        }));
        journal.noteTime("after");

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source clean at 10", "after at 10");
    }

    @EachReader
    void aFailureOfTheSourceComesOutAsTheSameInstance(Reader reader, Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            try {
                y.yield(1);
                throw failure;
            } finally {
                journal.note("source clean");
            }
        });

        var error = catchThrowable(() -> drive.read(reader.reading(failing), number -> journal.note("read " + number)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1", "source clean");
    }

    @EachReader
    void aFailureOfTheCleanUpIsSuppressedInThatOfTheConsumer(Reader reader, Drive drive) {
        var ofTheCleanUp = new IllegalStateException("of the clean-up");
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(ofTheCleanUp);
            }
        });

        var error = catchThrowable(() -> drive.read(reader.reading(unclean), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).contains(ofTheCleanUp);
    }

    @EachReader
    void aCancelWhileTheSourceWaitsUnwindsIt(Reader reader, Drive drive) throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                y.yield(1);
                pause(1_000);
            } catch (InterruptedException e) {
                journal.noteTime("source interrupted");
                throw e;
            } finally {
                pause(10);
                journal.noteTime("source clean");
            }
        });
        Task<Void> task = spawn(() -> drive.read(reader.reading(waiting), number -> journal.note("read " + number)));
        pause(50);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("read 1", "source interrupted at 50", "source clean at 60");
        assertThat(now()).isEqualTo(60);
    }

    @EachReader
    void aCancelWhileTheConsumerWaitsClosesTheSource(Reader reader, Drive drive) throws Exception {
        Task<Void> task = spawn(() -> drive.read(reader.reading(source), number -> pause(1_000)));
        pause(50);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("source clean at 60");
    }

    @EachReader
    void whatCanBeReadAgainIsOpenedWhenTheFirstElementIsAskedForAndClosedOnce(Reader reader, Drive drive)
            throws Exception {
        AsyncIterable<Integer> numbers = () -> {
            journal.note("opened");
            return journal.source("source", 1);
        };
        AsyncGenerator<Integer> reading = reader.reading(numbers);
        journal.note("made");

        drive.read(reading, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("made", "opened", "source 1", "read 1", "source closed");
    }

    @EachReader
    void anIteratorWrittenByHandIsClosedOnceAtItsEnd(Reader reader, Drive drive) throws Exception {
        drive.read(reader.reading(new OneElement()), number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 1", "closed");
    }

    @EachReader
    void anIteratorWrittenByHandIsClosedOnceWhenTheConsumerFails(Reader reader, Drive drive) {
        var error = catchThrowable(() -> drive.read(reader.reading(new OneElement()), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("closed");
    }

    private final class OneElement implements AsyncIterator<Integer>, AutoCloseable {
        private boolean read;

        @Override
        public Awaitable<Integer> anext() {
            return () -> {
                if (read) {
                    throw new StopAsyncIteration();
                }
                read = true;
                return 1;
            };
        }

        @Override
        public void close() {
            journal.note("closed");
        }
    }

    // ---- what only steps can do ----

    /// A test for each reader.
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @EnumSource(Reader.class)
    @ExtendWith(VirtualTimeExtension.class)
    private @interface PulledReader {}

    @PulledReader
    void aCloseClosesTheSourceAndAwaitsIt(Reader reader) throws Exception {
        AsyncGenerator<Integer> reading = reader.reading(source);
        reading.anext().await();

        reading.close();

        assertThat(journal).containsExactly("source clean at 10");
        assertThat(now()).isEqualTo(10);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(reading.anext()::await);
    }

    @PulledReader
    void aFailureOfTheCleanUpComesOutOfTheClose(Reader reader) throws Exception {
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(failure);
            }
        });
        AsyncGenerator<Integer> reading = reader.reading(unclean);
        reading.anext().await();

        assertThat(catchThrowable(reading::close)).isSameAs(failure);
        reading.close();
    }

    @PulledReader
    void whatIsThrownInClosesTheSourceAndComesOut(Reader reader) throws Exception {
        AsyncGenerator<Integer> reading = reader.reading(source);
        reading.anext().await();

        var error = catchThrowable(reading.athrow(failure)::await);

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source clean at 10");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(reading.anext()::await);
    }

    @PulledReader
    void aCloseThatMeetsAStepInterruptsTheSource(Reader reader) throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(1_000);
                y.yield(1);
            } finally {
                pause(10);
                journal.noteTime("source clean");
            }
        });
        AsyncGenerator<Integer> reading = reader.reading(waiting);
        Task<Integer> step = spawn(reading.anext());
        pause(50);

        reading.close();

        assertThat(journal).containsExactly("source clean at 60");
        assertThat(now()).isEqualTo(60);
        assertThat(catchThrowable(step::await)).isInstanceOf(CancellationException.class);
    }

    @PulledReader
    void makingItRunsNothing(Reader reader) throws Exception {
        AsyncGenerator<Integer> fresh = journal.source("source", 1);

        AsyncGenerator<Integer> reading = reader.reading(fresh);

        assertThat(journal).isEmpty();
        reading.close();
        assertThat(journal).isEmpty();
    }
}
