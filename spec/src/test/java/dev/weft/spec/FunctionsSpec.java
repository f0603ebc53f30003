package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.CheckedBiFunction;
import dev.weft.CheckedFunction;
import dev.weft.CheckedPredicate;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeExtension;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the operators that transform and select have in common in what they do with a function of the user.
class FunctionsSpec {

    /// Everything that takes a function.
    enum Taking {
        MAP((source, function) -> source.map(function)),
        FLAT_MAP((source, function) -> source.flatMap(number -> of(function.apply(number)))),
        MAP_NOT_NULL((source, function) -> source.mapNotNull(function)),
        SCAN((source, function) -> source.scan(0, (sum, number) -> function.apply(number))),
        PAIRWISE((source, function) -> source.pairwise((last, number) -> function.apply(number))),
        CHUNKED_UNTIL((source, function) -> source.chunkedUntil(number -> function.apply(number) > 1)),
        CHUNKED_BY((source, function) -> source.chunkedBy(function)),
        FILTER((source, function) -> source.filter(number -> function.apply(number) > 0)),
        TAKE_WHILE((source, function) -> source.takeWhile(number -> function.apply(number) > 0)),
        TAKE_UNTIL((source, function) -> source.takeUntil(number -> function.apply(number) > 1)),
        DROP_WHILE((source, function) -> source.dropWhile(number -> function.apply(number) > 1)),
        DISTINCT_BY((source, function) -> source.distinctBy(function)),
        DISTINCT_UNTIL_CHANGED(
                (source, function) -> source.distinctUntilChanged((last, number) -> function.apply(number) < 0)),
        DISTINCT_UNTIL_CHANGED_BY((source, function) -> source.distinctUntilChangedBy(function));

        private final BiFunction<AsyncIterable<Integer>, CheckedFunction<Integer, Integer>, AsyncGenerator<?>> operator;

        Taking(BiFunction<AsyncIterable<Integer>, CheckedFunction<Integer, Integer>, AsyncGenerator<?>> operator) {
            this.operator = operator;
        }

        AsyncGenerator<?> with(AsyncIterable<Integer> source, CheckedFunction<Integer, Integer> function) {
            return operator.apply(source, function);
        }
    }

    /// A test for each of them in each drive.
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("takingAndDrives")
    @ExtendWith(VirtualTimeExtension.class)
    private @interface EachTaking {}

    static Stream<Arguments> takingAndDrives() {
        return Stream.of(Taking.values())
                .flatMap(taking -> Stream.of(Drive.values()).map(drive -> Arguments.of(taking, drive)));
    }

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the function");

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

    @EachTaking
    void aFailureClosesTheSourceAndComesOutAsTheSameInstance(Taking taking, Drive drive) {
        var failing = taking.with(source, number -> {
            throw failure;
        });

        var error = catchThrowable(() -> drive.read(failing, element -> {}));
        journal.noteTime("after");

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source clean at 10", "after at 10");
    }

    @EachTaking
    void aFailureOfTheCleanUpIsSuppressedInIt(Taking taking, Drive drive) {
        var ofTheCleanUp = new IllegalStateException("of the clean-up");
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                Failing.with(ofTheCleanUp);
            }
        });
        var failing = taking.with(unclean, number -> {
            throw failure;
        });

        var error = catchThrowable(() -> drive.read(failing, element -> {}));

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).contains(ofTheCleanUp);
    }

    @EachTaking
    void aCancelWhileItWaitsClosesTheSource(Taking taking, Drive drive) throws Exception {
        var waiting = taking.with(source, number -> {
            pause(1_000);
            return number;
        });
        Task<Void> task = spawn(() -> drive.read(waiting, element -> {}));
        pause(50);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("source clean at 60");
    }

    @EachTaking
    void theEndSignalIsNoEnd(Taking taking, Drive drive) {
        var ending = taking.with(source, number -> {
            throw new StopAsyncIteration();
        });

        assertThat(Refusal.of(() -> drive.read(ending, element -> {}))).hasToString("RAISED_STOP");
        assertThat(journal).containsExactly("source clean at 10");
    }

    @EachTaking
    void errorsPassAsOtherExceptionsDo(Taking taking, Drive drive) {
        var error = new AssertionError("of the function");
        var failing = taking.with(source, number -> {
            throw error;
        });

        assertThat(catchThrowable(() -> drive.read(failing, element -> {}))).isSameAs(error);
        assertThat(journal).containsExactly("source clean at 10");
    }

    // ---- null ----

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nullIsRefusedAtOnceByTheNameOfTheParameter(String operator, String parameter, ThrowingCallable code) {
        assertThatNullPointerException().as(operator).isThrownBy(code).withMessageStartingWith(parameter);
    }

    private static Stream<Arguments> nullIsRefusedAtOnceByTheNameOfTheParameter() {
        return Stream.concat(transforming(), selecting());
    }

    private static Arguments row(String operator, String parameter, ThrowingCallable code) {
        return Arguments.of(operator, parameter, code);
    }

    private static Stream<Arguments> transforming() {
        return Stream.of(
                row(
                        "flatMap",
                        "function",
                        () -> of(1).flatMap((CheckedFunction<Integer, AsyncGenerator<Integer>>) null)),
                row("mapNotNull", "function", () -> of(1).mapNotNull((CheckedFunction<Integer, Integer>) null)),
                row("pairwise", "function", () -> of(1).pairwise((CheckedBiFunction<Integer, Integer, Integer>) null)),
                row("chunkedUntil", "predicate", () -> of(1).chunkedUntil((CheckedPredicate<Integer>) null)),
                row("chunkedBy", "key", () -> of(1).chunkedBy((CheckedFunction<Integer, Integer>) null)),
                row("startWith", "first", () -> of(1).startWith((AsyncIterable<Integer>) null)),
                row("concatWith", "next", () -> of(1).concatWith((AsyncIterable<Integer>) null)),
                row("flatten", "sources", () -> flatten((AsyncIterable<AsyncGenerator<Integer>>) null)));
    }

    private static Stream<Arguments> selecting() {
        return Stream.of(
                row("ofType", "type", () -> of(1).ofType((Class<Integer>) null)),
                row("takeWhile", "predicate", () -> of(1).takeWhile((CheckedPredicate<Integer>) null)),
                row("takeUntil", "predicate", () -> of(1).takeUntil((CheckedPredicate<Integer>) null)),
                row("dropWhile", "predicate", () -> of(1).dropWhile((CheckedPredicate<Integer>) null)),
                row("distinctBy", "key", () -> of(1).distinctBy((CheckedFunction<Integer, Integer>) null)),
                row(
                        "distinctUntilChanged",
                        "same",
                        () -> of(1).distinctUntilChanged((CheckedBiFunction<Integer, Integer, Boolean>) null)),
                row(
                        "distinctUntilChangedBy",
                        "key",
                        () -> of(1).distinctUntilChangedBy((CheckedFunction<Integer, Integer>) null)),
                row("ifEmpty", "other", () -> of(1).ifEmpty((AsyncIterable<Integer>) null)));
    }
}
