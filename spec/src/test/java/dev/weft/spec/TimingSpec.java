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
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.Timed;
import dev.weft.testkit.VirtualTimeExtension;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What all operators of time have in common: each owns what it reads, closes it once on every way out, and awaits its
/// clean-up, that of a task included (W6, W7).
class TimingSpec {

    /// Each operator, with times that let the first element through at once, but for those that hold it back.
    enum Operator {
        DELAY(source -> source.delay(ms(0))),
        DELAY_START(source -> source.delayStart(ms(0))),
        SPACED(source -> source.spaced(ms(1))),
        DEBOUNCE(source -> source.debounce(ms(1))),
        DEBOUNCE_BY(source -> source.debounce(element -> Duration.ZERO)),
        THROTTLE_FIRST(source -> source.throttleFirst(ms(1))),
        THROTTLE_LAST(source -> source.throttleLast(ms(1))),
        SAMPLE(source -> source.sample(ms(1))),
        CHUNKED_WITHIN(source -> source.chunkedWithin(1, ms(1)).map(List::getFirst)),
        TIMEOUT_EACH(source -> source.timeoutEach(ms(5_000))),
        TIMEOUT_TOTAL(source -> source.timeoutTotal(ms(5_000))),
        TIMESTAMPED(source -> source.timestamped().map(Timed::value)),
        ELAPSED(source -> source.elapsed().map(Timed::value));

        private final Function<AsyncIterable<Integer>, AsyncGenerator<Integer>> operator;

        Operator(Function<AsyncIterable<Integer>, AsyncGenerator<Integer>> operator) {
            this.operator = operator;
        }

        AsyncGenerator<Integer> of(AsyncIterable<Integer> source) {
            return operator.apply(source);
        }
    }

    /// A test for each operator in each drive.
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("operatorsAndDrives")
    @ExtendWith(VirtualTimeExtension.class)
    private @interface EachOperator {}

    static Stream<Arguments> operatorsAndDrives() {
        return Stream.of(Operator.values())
                .flatMap(operator -> Stream.of(Drive.values()).map(drive -> Arguments.of(operator, drive)));
    }

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Yields `elements`, one each 10 ms from the beginning on; its clean-up takes 10 ms.
    private AsyncGenerator<Integer> source(Integer... elements) {
        return generator("source", y -> {
            try {
                for (Integer element : elements) {
                    y.yield(element);
                    pause(10);
                }
            } finally {
                Clock.sitOut(10);
                journal.noteTime("source clean");
            }
        });
    }

    @EachOperator
    void anEmptySourceGivesNothing(Operator operator, Drive drive) throws Exception {
        drive.read(operator.of(source()), number -> journal.note("read " + number));
        journal.noteTime("after");

        assertThat(journal).containsExactly("source clean at 10", "after at 10");
    }

    @EachOperator
    void elementsThatAreFarApartComeThrough(Operator operator, Drive drive) throws Exception {
        drive.read(operator.of(source(1, null, 3)), number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 1", "read null", "read 3", "source clean at 40");
    }

    @EachOperator
    void aFailureOfTheSourceComesOutAsTheSameInstanceAfterTheElements(Operator operator, Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            try {
                y.yield(1);
                throw failure;
            } finally {
                journal.note("source clean");
            }
        });

        var error = catchThrowable(() -> drive.read(operator.of(failing), number -> journal.note("read " + number)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactlyInAnyOrder("read 1", "source clean");
    }

    @EachOperator
    void aFailureOfTheConsumerClosesTheSourceAndAwaitsIt(Operator operator, Drive drive) {
        var error = catchThrowable(() -> drive.read(operator.of(source(1, 2)), number -> {
            journal.note("read " + number);
            throw failure;
        }));
        long end = now();
        journal.note("after");

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1", "source clean at " + end, "after");
        assertThat(end).isBetween(10L, 11L);
    }

    @EachOperator
    void aConsumerThatHasEnoughClosesTheSourceAndAwaitsIt(Operator operator, Drive drive) throws Exception {
        drive.read(operator.of(source(1, 2)).take(1), number -> journal.note("read " + number));
        long end = now();
        journal.note("after");

        assertThat(journal).containsExactly("read 1", "source clean at " + end, "after");
        assertThat(end).isBetween(10L, 11L);
    }

    @EachOperator
    void aFailureOfTheCleanUpIsSuppressedInThatOfTheConsumer(Operator operator, Drive drive) {
        var ofTheCleanUp = new IllegalStateException("of the clean-up");
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
                pause(1_000);
            } finally {
                Failing.with(ofTheCleanUp);
            }
        });

        var error = catchThrowable(() -> drive.read(operator.of(unclean), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).contains(ofTheCleanUp);
    }

    @EachOperator
    void aCancelWhileTheSourceWaitsUnwindsIt(Operator operator, Drive drive) throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(1_000);
                y.yield(1);
            } finally {
                pause(10);
                journal.noteTime("source clean");
            }
        });
        Task<Void> task = spawn(() -> drive.read(operator.of(waiting), number -> journal.note("read " + number)));
        pause(50);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("source clean at 60");
        assertThat(now()).isEqualTo(60);
    }

    @EachOperator
    void aCancelWhileTheConsumerWaitsClosesTheSource(Operator operator, Drive drive) throws Exception {
        Task<Void> task = spawn(() -> drive.read(operator.of(source(1, 2, 3)), number -> pause(1_000)));
        pause(5);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("source clean at 15");
        assertThat(now()).isEqualTo(15);
    }

    @EachOperator
    void whatCanBeReadAgainIsOpenedWhenTheFirstElementIsAskedForAndClosedOnce(Operator operator, Drive drive)
            throws Exception {
        AsyncIterable<Integer> numbers = () -> {
            journal.note("opened");
            return source(1);
        };
        AsyncGenerator<Integer> reading = operator.of(numbers);
        journal.note("made");

        drive.read(reading, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("made", "opened", "read 1", "source clean at 20");
    }

    @EachOperator
    void anIteratorWrittenByHandIsClosedOnceWhenTheConsumerFails(Operator operator, Drive drive) {
        var error = catchThrowable(() -> drive.read(operator.of(new Ones()), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("closed");
    }

    private final class Ones implements AsyncIterator<Integer>, AutoCloseable {
        @Override
        public Awaitable<Integer> anext() {
            return () -> {
                pause(5);
                return 1;
            };
        }

        @Override
        public void close() {
            journal.note("closed");
        }
    }

    // ---- what only steps can do ----

    /// A test for each operator.
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @EnumSource(Operator.class)
    @ExtendWith(VirtualTimeExtension.class)
    private @interface PulledOperator {}

    @PulledOperator
    void itMayBeClosedTwiceAndGivesNothingThen(Operator operator) throws Exception {
        AsyncGenerator<Integer> reading = operator.of(source(1, 2));
        reading.anext().await();

        reading.close();
        reading.close();

        assertThat(journal).hasSize(1);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(reading.anext()::await);
    }

    @PulledOperator
    void aFailureOfTheCleanUpComesOutOfTheClose(Operator operator) throws Exception {
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
                pause(10);
                y.yield(2);
                pause(1_000);
            } finally {
                Failing.with(failure);
            }
        });
        AsyncGenerator<Integer> reading = operator.of(unclean);
        reading.anext().await();

        assertThat(catchThrowable(reading::close)).isSameAs(failure);
        reading.close();
    }

    @PulledOperator
    void whatIsThrownInClosesTheSourceAndComesOut(Operator operator) throws Exception {
        AsyncGenerator<Integer> reading = operator.of(source(1, 2));
        reading.anext().await();

        var error = catchThrowable(reading.athrow(failure)::await);

        assertThat(error).isSameAs(failure);
        assertThat(journal).hasSize(1);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(reading.anext()::await);
    }

    @PulledOperator
    void aCloseThatMeetsAStepInterruptsTheSource(Operator operator) throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(1_000);
                y.yield(1);
            } finally {
                pause(10);
                journal.noteTime("source clean");
            }
        });
        AsyncGenerator<Integer> reading = operator.of(waiting);
        Task<Integer> step = spawn(reading.anext());
        pause(50);

        reading.close();

        assertThat(journal).containsExactly("source clean at 60");
        assertThat(now()).isEqualTo(60);
        assertThat(catchThrowable(step::await)).isInstanceOf(CancellationException.class);
    }

    @PulledOperator
    void itMayBeSteppedByDifferentTasks(Operator operator) throws Exception {
        AsyncGenerator<Integer> reading = operator.of(source(1, 2));

        Integer first = spawn(reading.anext()).await();
        Integer second = spawn(reading.anext()).await();

        assertThat(List.of(first, second)).containsExactly(1, 2);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(reading.anext()::await);
    }

    @PulledOperator
    void theEndOfARunClosesWhatWasLeftOpen(Operator operator) throws Exception {
        run(() -> {
            operator.of(source(1, 2)).anext().await();
        });

        assertThat(journal).hasSize(1);
        assertThat(now()).isBetween(10L, 11L);
    }

    @PulledOperator
    void makingItRunsNothingAndACloseClosesTheSource(Operator operator) throws Exception {
        AsyncGenerator<Integer> fresh = journal.source("source", 1);
        AsyncGenerator<Integer> reading = operator.of(fresh);
        assertThat(journal).isEmpty();

        reading.close();

        assertThat(journal).isEmpty();
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(fresh.anext()::await);
    }
}
