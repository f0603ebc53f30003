package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.CheckedConsumer;
import dev.weft.CheckedFunction;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeExtension;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rules W6, ownership, and W7, nothing is lost; sections K, L and N of the semantics where these rules change them.
class SemanticsOwnershipSpec {

    private final Notes notes = new Notes();

    // ---- loops ----

    @VirtualTimeTest
    void s85_aPlainLoopThatIsLeftKeepsTheGeneratorOpen() throws Exception {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);

        for (int number : numbers) {
            notes.add("got " + number);
            break;
        }
        notes.add("then " + numbers.anext().await());
        numbers.close();

        assertThat(notes).containsExactly("got 1", "then 2", "numbers sees GeneratorExit", "numbers clean");
    }

    @VirtualTimeTest
    void s85_forEachClosesOnItsWayOut() {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);
        var failure = new IllegalStateException("of the loop");

        var error = catchThrowable(() -> numbers.forEach(number -> {
            notes.add("got " + number);
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(notes).containsExactly("got 1", "numbers sees GeneratorExit", "numbers clean");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void s87_forEachKeepsTheErrorOfTheLoopAndThatOfTheCleanUp() throws Exception {
        keepsBoth(numbers -> numbers.forEach(number -> raise("of the loop")));
    }

    @VirtualTimeTest
    void s87_forEachOnAGeneratorThatHasBegunKeepsBothToo() throws Exception {
        keepsBoth(numbers -> {
            numbers.anext().await();
            numbers.forEach(number -> raise("of the loop"));
        });
    }

    @VirtualTimeTest
    void s87_tryWithResourcesKeepsBothToo() throws Exception {
        keepsBoth(numbers -> {
            try (numbers) {
                for (int number : numbers) {
                    raise("of the loop at " + number);
                }
            }
        });
    }

    @VirtualTimeTest
    void w7_anOperatorKeepsBothToo() throws Exception {
        keepsBoth(numbers -> numbers.map(number -> raise("of the function")).toList());
    }

    @VirtualTimeTest
    void w7_yieldAllKeepsBothToo() throws Exception {
        keepsBoth(numbers -> {
            AsyncGenerator<Object> outer = generator(y -> y.yieldAll(numbers));
            outer.forEach(number -> raise("of the loop"));
        });
    }

    private static void keepsBoth(CheckedConsumer<AsyncGenerator<Integer>, Exception> reading) {
        var ofTheCleanUp = new IOException("of the clean-up");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                sneak(ofTheCleanUp);
            }
        });

        var error = catchThrowable(() -> reading.accept(numbers));

        assertThat(error).isInstanceOf(IllegalStateException.class).hasSuppressedException(ofTheCleanUp);
    }

    // ---- generators that read generators ----

    @VirtualTimeTest
    void s90_aPlainLoopInABodyLeavesTheInnerGeneratorOpen() throws Exception {
        AsyncGenerator<Integer> inner = notes.numbers("inner", 3);
        AsyncGenerator<Integer> outer = generator(y -> {
            try {
                for (int number : inner) {
                    y.yield(number);
                }
            } finally {
                notes.add("outer clean");
            }
        });
        outer.anext().await();

        outer.close();

        assertThat(notes).containsExactly("outer clean");
        assertThat(inner.anext().await()).isEqualTo(2);
        inner.close();
    }

    @VirtualTimeTest
    void s90_yieldAllClosesTheInnerGeneratorFirst() throws Exception {
        AsyncGenerator<Integer> inner = notes.numbers("inner", 3);
        AsyncGenerator<Integer> outer = delegating(inner);
        outer.anext().await();

        outer.close();

        assertThat(notes).containsExactly("inner sees GeneratorExit", "inner clean", "outer clean");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(inner.anext()::await);
    }

    @VirtualTimeTest
    void s91_whatNobodyElseHoldsIsClosedInOrderByYieldAll() throws Exception {
        AsyncGenerator<Integer> outer = delegating(notes.numbers("inner", 3));
        outer.anext().await();

        outer.close();
        notes.add("closed");

        assertThat(notes).containsExactly("inner sees GeneratorExit", "inner clean", "outer clean", "closed");
    }

    @VirtualTimeTest
    void s91_whatAPlainLoopLeavesWaitsForTheEndOfTheRun() throws Exception {
        run(() -> {
            AsyncGenerator<Integer> outer = generator(y -> {
                try {
                    for (int number : notes.numbers("inner", 3)) {
                        y.yield(number);
                    }
                } finally {
                    notes.add("outer clean");
                }
            });
            outer.anext().await();
            outer.close();
            notes.add("closed");
        });

        assertThat(notes).containsExactly("outer clean", "closed", "inner sees GeneratorExit", "inner clean");
    }

    private AsyncGenerator<Integer> delegating(AsyncIterable<Integer> inner) {
        return generator(y -> {
            try {
                y.yieldAll(inner);
            } finally {
                notes.add("outer clean");
            }
        });
    }

    // ---- collecting ----

    @VirtualTimeTest
    void s110_anErrorWhileCollectingClosesTheSource() {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);

        var error = catchThrowable(
                () -> numbers.map(number -> raise("of the element")).toList());

        assertThat(error).hasMessage("of the element");
        assertThat(notes).containsExactly("numbers sees GeneratorExit", "numbers clean");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    // ---- every reader ----

    /// Reads the first element or more of a generator, and leaves it before its end.
    enum Leaver {
        TAKE(numbers -> numbers.take(1).toList()),
        TAKE_OF_FILTER(numbers -> numbers.filter(n -> true).take(1).toList()),
        TAKE_OF_SCAN(numbers -> numbers.scan(0, Integer::sum).take(1).toList()),
        TAKE_OF_GATHERER(
                numbers -> numbers.gather(Gatherers.windowFixed(2)).take(1).toList()),
        TAKE_OF_PIPE(
                numbers -> numbers.pipe(source -> source.map(n -> n)).take(1).toList()),
        SHORTER_ZIP(numbers -> numbers.zip(of(1), Integer::sum).toList()),
        TAKE_OF_CONCAT(numbers -> concat(numbers, of(1)).take(1).toList()),
        TAKE_OF_MERGE(numbers -> merge(numbers, of(1)).take(1).toList()),
        CLOSED_OPERATOR(numbers -> {
            AsyncGenerator<Integer> operator = numbers.map(n -> n);
            operator.anext().await();
            operator.close();
            return "closed";
        }),
        FAILING_FOR_EACH(numbers -> catchThrowable(() -> numbers.forEach(n -> raise("of the loop")))),
        FAILING_COLLECTOR(numbers ->
                catchThrowable(() -> numbers.collect(Collectors.mapping(n -> raise("of it"), Collectors.toList())))),
        FAILING_FUNCTION(
                numbers -> catchThrowable(() -> numbers.map(n -> raise("of it")).toList())),
        FAILING_CONSUMER_OF_YIELD_ALL(numbers ->
                catchThrowable(() -> generator(y -> y.yieldAll(numbers)).forEach(n -> raise("of the loop")))),
        CLOSED_STREAM(numbers -> {
            try (Stream<Integer> stream = numbers.stream()) {
                return stream.limit(1).toList();
            }
        });

        private final CheckedFunction<AsyncGenerator<Integer>, Object> reading;

        Leaver(CheckedFunction<AsyncGenerator<Integer>, Object> reading) {
            this.reading = reading;
        }
    }

    @ParameterizedTest
    @EnumSource
    @ExtendWith(VirtualTimeExtension.class)
    void w6_whoeverReadsAGeneratorClosesItAndWaitsForItsCleanUp(Leaver leaver) throws Exception {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 9);

        leaver.reading.apply(numbers);
        notes.add("after");

        assertThat(notes).endsWith("numbers clean", "after");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    private static Object raise(String message) {
        throw new IllegalStateException(message);
    }

    /// Throws; hides from the compiler that it does.
    private static void sneak(Exception failure) throws Exception {
        throw failure;
    }
}
