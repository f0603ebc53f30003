package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Sections A, C, L and N of the semantics: making, iterating, delegating.
class SemanticsIterationSpec {

    private final Notes notes = new Notes();

    @VirtualTimeTest
    void s3_aGeneratorIsItsOwnIteratorHoweverOftenItIsAsked() {
        AsyncGenerator<Integer> numbers = of(1, 2);

        AsyncIterator<Integer> iterator = numbers.aiter();

        assertThat(iterator).isSameAs(numbers);
        assertThat(iterator.aiter()).isSameAs(numbers);
        assertThat(aiter(numbers)).isSameAs(numbers);
        numbers.close();
    }

    @VirtualTimeTest
    void s3_aSourceThatCanBeReadAgainIsAnIterableThatMakesGenerators() {
        AsyncIterable<Integer> again = () -> of(1, 2);

        assertThat(again.aiter()).isNotSameAs(again.aiter());
        assertThat(again.toList()).isEqualTo(again.toList()).containsExactly(1, 2);
    }

    @VirtualTimeTest
    void s4_aLoopAsksForTheIteratorOnceAndForOneElementPerTurn() {
        AsyncIterable<Integer> source = counting(2);

        for (int element : source) {
            notes.add("element " + element);
        }

        assertThat(notes).containsExactly("aiter", "anext", "element 1", "anext", "element 2", "anext");
    }

    @VirtualTimeTest
    void s4_forEachAsksInTheSameWay() {
        AsyncIterable<Integer> source = counting(2);

        source.forEach(element -> notes.add("element " + element));

        assertThat(notes).containsExactly("aiter", "anext", "element 1", "anext", "element 2", "anext");
    }

    /// An iterable written by hand that notes what it is asked.
    private AsyncIterable<Integer> counting(int last) {
        return () -> {
            notes.add("aiter");
            var next = new ArrayList<>(List.of(1));
            return () -> {
                notes.add("anext");
                return () -> {
                    int element = next.getFirst();
                    if (element > last) {
                        throw new StopAsyncIteration();
                    }
                    next.set(0, element + 1);
                    return element;
                };
            };
        };
    }

    @VirtualTimeTest
    @SuppressWarnings("NullAway")
    void s5_anIteratorWhoseStepIsNullIsNamed() {
        var broken = new AsyncIterator<Integer>() {
            @Override
            public Awaitable<Integer> anext() {
                return null;
            }

            @Override
            public String toString() {
                return "the broken one";
            }
        };

        assertThatNullPointerException().isThrownBy(broken::toList).withMessageContaining("the broken one");
        assertThatNullPointerException()
                .isThrownBy(() -> broken.iterator().hasNext())
                .withMessageContaining("the broken one");
    }

    @VirtualTimeTest
    @SuppressWarnings("NullAway")
    void s5_anIterableWithoutAnIteratorIsRefusedBeforeAnyElement() {
        AsyncIterable<Integer> broken = () -> null;

        assertThatNullPointerException().isThrownBy(() -> aiter(broken)).withMessageContaining("aiter()");
        assertThatNullPointerException().isThrownBy(() -> broken.iterator().hasNext());
        assertThatNullPointerException().isThrownBy(broken::toList);
    }

    @VirtualTimeTest
    void s11_aBodyReturnsAResultAndYieldAllGivesItAndForwardsWhatIsSent() throws Exception {
        Dialogue<String, String, String> inner = dialogue(y -> "inner heard " + y.yield("inner asks"));
        Dialogue<String, String, String> outer = dialogue(y -> y.yieldAll(inner) + "; outer heard " + y.yield("more"));

        notes.add(outer.anext().await());
        notes.add(outer.asend("one").await());
        var end = catchThrowable(outer.asend("two")::await);

        assertThat(notes).containsExactly("inner asks", "more");
        assertThat(end).isInstanceOf(StopAsyncIteration.class);
        assertThat(outer.result()).isEqualTo("inner heard one; outer heard two");
    }

    /// Whether somebody else gets a turn between two steps depends on the engine and the runtime; what a consumer sees
    /// does not.
    @VirtualTimeTest(explore = 25)
    void s14_theTurnsOfOtherTasksAreNotPromisedButTheOrderOfOneConsumerIs() throws Exception {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);
        var other = spawn(() -> sleep(Duration.ZERO));

        for (int number : numbers) {
            notes.add("got " + number);
        }
        other.await();

        assertThat(notes).containsExactly("got 1", "got 2", "got 3", "numbers clean");
    }

    @VirtualTimeTest
    void s111_anOperatorIsAColdGeneratorThatOwnsItsSource() throws Exception {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);
        AsyncGenerator<Integer> tens = numbers.map(n -> {
            notes.add("map " + n);
            return 10 * n;
        });
        notes.add("made");

        notes.add("got " + tens.anext().await());
        tens.close();

        assertThat(notes).containsExactly("made", "map 1", "got 10", "numbers sees GeneratorExit", "numbers clean");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    @SuppressWarnings("NullAway")
    void s111_whatIsWrongWithAnOperatorIsSaidWhenItIsMade() {
        AsyncGenerator<Integer> numbers = of(1);

        assertThatNullPointerException().isThrownBy(() -> numbers.map(null)).withMessage("function");
        assertThatNullPointerException().isThrownBy(() -> zip(numbers, null, Integer::sum));
        assertThatNullPointerException().isThrownBy(() -> generator(null)).withMessage("body");
        numbers.close();
    }
}
