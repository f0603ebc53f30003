package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.Action;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.CheckedBiFunction;
import dev.weft.CheckedConsumer;
import dev.weft.CheckedFunction;
import dev.weft.CheckedPredicate;
import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.Operator;
import dev.weft.RunOptions;
import dev.weft.TaskGroup;
import dev.weft.Yielder;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Gatherer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Misuse: refused at once, by an exception that names the culprit and the fix.
class BadInputSpec {

    // ---- null ----

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nullIsRefusedWhereItIsGivenByTheNameOfTheParameter(String call, String parameter, ThrowingCallable code) {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(code).withMessageContaining(parameter);
    }

    private static Stream<Arguments> nullIsRefusedWhereItIsGivenByTheNameOfTheParameter() {
        return Stream.of(front(), several(), scopes(), sources(), operators(), members())
                .flatMap(rows -> rows);
    }

    private static Arguments row(String call, String parameter, ThrowingCallable code) {
        return Arguments.of(call, parameter, code);
    }

    private static Stream<Arguments> front() {
        return Stream.of(
                row("generator(body)", "body", () -> generator((GeneratorBody<Integer>) null)),
                row("generator(name, …)", "name", () -> generator(null, (Yielder<Integer> y) -> {})),
                row("generator(…, body)", "body", () -> generator("name", (GeneratorBody<Integer>) null)),
                row("dialogue(body)", "body", () -> dialogue((DialogueBody<Integer, Integer, Integer>) null)),
                row(
                        "dialogue(…, body)",
                        "body",
                        () -> dialogue("name", (DialogueBody<Integer, Integer, Integer>) null)),
                row("explain(body)", "body", () -> explain(null)),
                row("explainDialogue(body)", "body", () -> explainDialogue(null)),
                row("aiter(iterable)", "iterable", () -> aiter(null)),
                row("anext(iterator)", "iterator", () -> anext(null)),
                row("anext(iterator, …)", "iterator", () -> anext((AsyncIterator<Integer>) null, 0)),
                row("await(awaitable)", "awaitable", () -> await(null)),
                row("sleep(duration)", "duration", () -> sleep(null)),
                row("timeout(limit, …)", "limit", () -> timeout(null, Awaitable.completed(1))),
                row("timeout(…, awaitable)", "awaitable", () -> timeout(Duration.ZERO, null)),
                row("spawn(awaitable)", "awaitable", () -> spawn((Awaitable<Integer>) null)),
                row("spawn(action)", "action", () -> spawn((Action) null)),
                row("spawn(name, …)", "name", () -> spawn(null, Awaitable.completed(1))));
    }

    private static Stream<Arguments> several() {
        Awaitable<Integer> one = Awaitable.completed(1);
        return Stream.of(
                row("gather(collection)", "awaitables", () -> gather((List<Awaitable<Integer>>) null)),
                row("gather(first, …)", "first", () -> gather(null, one, (Integer a, Integer b) -> a)),
                row("gather(…, second, …)", "second", () -> gather(one, null, (Integer a, Integer b) -> a)),
                row("gather(…, third, …)", "third", () -> gather(one, one, null, (a, b, c) -> a)),
                row("gather(…, fourth, …)", "fourth", () -> gather(one, one, one, null, (a, b, c, d) -> a)),
                row(
                        "gather(…, function)",
                        "function",
                        () -> gather(one, one, (CheckedBiFunction<Integer, Integer, Integer>) null)),
                row("settle(collection)", "awaitables", () -> settle((List<Awaitable<Integer>>) null)),
                row("race(collection)", "awaitables", () -> race((List<Awaitable<Integer>>) null)));
    }

    private static Stream<Arguments> scopes() {
        return Stream.of(
                row("run(main)", "main", () -> run((Callable<Integer>) null)),
                row("run(action)", "main", () -> run((Action) null)),
                row("run(options, …)", "options", () -> run(null, () -> 1)),
                row("run(…, main)", "main", () -> run(RunOptions.defaults(), (Callable<Integer>) null)),
                row("group(block)", "block", () -> group((CheckedFunction<TaskGroup, Integer>) null)),
                row("group(consumer)", "block", () -> group((CheckedConsumer<TaskGroup, Exception>) null)),
                row("options.name(name)", "name", () -> RunOptions.defaults().name(null)),
                row(
                        "options.runtime(runtime)",
                        "runtime",
                        () -> RunOptions.defaults().runtime(null)),
                row(
                        "options.observer(observer)",
                        "observer",
                        () -> RunOptions.defaults().observer(null)),
                row(
                        "options.lateErrors(handler)",
                        "handler",
                        () -> RunOptions.defaults().lateErrors(null)));
    }

    private static Stream<Arguments> sources() {
        AsyncIterable<Integer> numbers = () -> of(1);
        return Stream.of(
                row("of(elements)", "elements", () -> of((Object[]) null)),
                row("from(iterable)", "iterable", () -> from((Iterable<Integer>) null)),
                row("from(iterator)", "iterator", () -> from((Iterator<Integer>) null)),
                row("from(stream)", "stream", () -> from((Stream<Integer>) null)),
                row("iterate(…, function)", "function", () -> iterate(1, null)),
                row("interval(period)", "period", () -> interval(null)),
                row("callback(register)", "register", () -> callback(null)),
                row("zip(first, …)", "first", () -> zip(null, numbers, (Integer a, Integer b) -> a)),
                row("zip(…, second, …)", "second", () -> zip(numbers, null, (Integer a, Integer b) -> a)),
                row(
                        "zip(…, function)",
                        "function",
                        () -> zip(numbers, numbers, (CheckedBiFunction<Integer, Integer, Integer>) null)),
                row(
                        "combineLatest(first, …)",
                        "first",
                        () -> combineLatest(null, numbers, (Integer a, Integer b) -> a)),
                row(
                        "combineLatest(…, function)",
                        "function",
                        () -> combineLatest(numbers, numbers, (CheckedBiFunction<Integer, Integer, Integer>) null)));
    }

    private static Stream<Arguments> operators() {
        AsyncIterable<Integer> numbers = () -> of(1);
        return Stream.of(
                row("map(function)", "function", () -> numbers.map(null)),
                row("filter(predicate)", "predicate", () -> numbers.filter((CheckedPredicate<Integer>) null)),
                row("scan(…, function)", "function", () -> numbers.scan(0, null)),
                row("gather(gatherer)", "gatherer", () -> numbers.gather((Gatherer<Integer, ?, Integer>) null)),
                row("pipe(operator)", "operator", () -> numbers.pipe((Operator<Integer, Integer>) null)),
                row("zip(other, …)", "other", () -> numbers.zip(null, (Integer a, Integer b) -> a)),
                row("zip(…, function)", "function", () -> numbers.zip(numbers, null)),
                row("forEach(action)", "action", () -> numbers.forEach((Consumer<Integer>) null)),
                row("each(action)", "action", () -> numbers.each((CheckedConsumer<Integer, Exception>) null)),
                row("generator.forEach(action)", "action", () -> of(1).forEach((Consumer<Integer>) null)),
                row("generator.each(action)", "action", () -> of(1).each((CheckedConsumer<Integer, Exception>) null)),
                row("collect(collector)", "collector", () -> numbers.collect((Collector<Integer, ?, Integer>) null)));
    }

    private static Stream<Arguments> members() {
        return Stream.of(
                row("athrow(error)", "error", () -> of(1).athrow(null)),
                row("Awaitable.of(stage)", "stage", () -> Awaitable.of((CompletionStage<Integer>) null)),
                row("Awaitable.of(future)", "future", () -> Awaitable.of((Future<Integer>) null)),
                row("Awaitable.failed(error)", "error", () -> Awaitable.failed(null)));
    }

    @VirtualTimeTest
    void anIteratorThatGivesNoStepIsNamed() {
        AsyncIterator<Integer> broken = new AsyncIterator<>() {
            @Override
            public Awaitable<Integer> anext() {
                return null;
            }

            @Override
            public String toString() {
                return "the broken one";
            }
        };

        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(broken::toList)
                .withMessageContaining("the broken one");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> broken.iterator().hasNext())
                .withMessageContaining("the broken one");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> generator(y -> y.yieldAll(broken)).toList())
                .withMessageContaining("the broken one");
    }

    @VirtualTimeTest
    void anIterableThatGivesNoIteratorIsRefused() {
        AsyncIterable<Integer> broken = () -> null;

        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(broken::toList)
                .withMessageContaining("aiter");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> broken.iterator().hasNext())
                .withMessageContaining("aiter");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> aiter(broken))
                .withMessageContaining("aiter");
    }

    @VirtualTimeTest
    void anOperatorThatGivesNothingIsRefused() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> of(1).pipe(source -> null))
                .withMessageContaining("operator");
    }

    @VirtualTimeTest
    void nothingIsNoGeneratorToDelegateTo() {
        AsyncGenerator<Integer> numbers = generator(y -> y.yieldAll((AsyncIterable<Integer>) null));

        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(numbers::toList)
                .withMessageContaining("inner");
    }

    @VirtualTimeTest
    void aNullElementOfAGatherIsRefusedWhereItIsGiven() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> gather(Awaitable.completed(1), (Awaitable<Integer>) null));
    }

    // ---- negative ----

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aNumberOutOfRangeIsRefusedWithItsNameAndValue(
            String call, String parameter, String value, ThrowingCallable code) {
        assertThatIllegalArgumentException()
                .isThrownBy(code)
                .withMessageContaining(parameter)
                .withMessageContaining(value);
    }

    private static Stream<Arguments> aNumberOutOfRangeIsRefusedWithItsNameAndValue() {
        Duration negative = Duration.ofMillis(-7);
        return Stream.of(
                Arguments.of("sleep", "duration", "-7", (ThrowingCallable) () -> sleep(negative)),
                Arguments.of(
                        "timeout", "limit", "-7", (ThrowingCallable) () -> timeout(negative, Awaitable.completed(1))),
                Arguments.of("interval negative", "period", "-7", (ThrowingCallable) () -> interval(negative)),
                Arguments.of("interval zero", "period", "0", (ThrowingCallable) () -> interval(Duration.ZERO)),
                Arguments.of("take", "count", "-7", (ThrowingCallable) () -> of(1).take(-7)));
    }

    @VirtualTimeTest
    void anEngineThatDoesNotExistIsRefusedByItsName() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> run(RunOptions.defaults().engine("steam"), () -> 1))
                .withMessageContaining("steam");
    }
}
