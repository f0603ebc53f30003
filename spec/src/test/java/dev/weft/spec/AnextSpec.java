package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.AWAITED_TWICE;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;

/// `anext`: one step of a generator, from its beginning to its end.
class AnextSpec {

    private final Journal journal = new Journal();

    @VirtualTimeTest
    void makingAGeneratorRunsNothing() {
        AsyncGenerator<Integer> unused = generator(y -> journal.note("ran"));

        assertThat(journal).isEmpty();
        assertThat(unused).isNotNull();
    }

    @VirtualTimeTest
    void describingAStepRunsNothing() {
        AsyncGenerator<Integer> numbers = generator(y -> journal.note("ran"));

        numbers.anext();

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aStepRunsTheBodyToItsNextYield() throws Exception {
        try (var numbers = journal.source("body", 1, 2)) {
            int first = numbers.anext().await();

            assertThat(first).isEqualTo(1);
            assertThat(journal).containsExactly("body 1");
        }
    }

    @VirtualTimeTest
    void aStepTakesAsLongAsTheBodyWaits() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            pause(10);
            y.yield(1);
            pause(20);
            y.yield(2);
        });

        numbers.anext().await();
        assertThat(now()).isEqualTo(10);

        numbers.anext().await();
        assertThat(now()).isEqualTo(30);
        numbers.close();
    }

    @VirtualTimeTest
    void stepsAreServedInTheOrderInWhichTheyAreAwaited() throws Exception {
        try (var numbers = of(1, 2)) {
            Awaitable<Integer> madeFirst = numbers.anext();
            Awaitable<Integer> madeSecond = numbers.anext();

            int awaitedFirst = madeSecond.await();
            int awaitedSecond = madeFirst.await();

            assertThat(awaitedFirst).isEqualTo(1);
            assertThat(awaitedSecond).isEqualTo(2);
        }
    }

    @VirtualTimeTest
    void theEndIsPermanent() {
        AsyncGenerator<Integer> empty = generator(y -> journal.note("ran"));

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(empty.anext()::await);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(empty.anext()::await);
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(empty.anext()::await);
        assertThat(journal).containsExactly("ran");
    }

    @VirtualTimeTest
    void theEndCarriesNothing() {
        var end = catchThrowable(of().anext()::await);

        assertThat(end).isInstanceOf(StopAsyncIteration.class).hasNoCause().hasNoSuppressedExceptions();
        assertThat(end.getStackTrace()).isEmpty();
    }

    @VirtualTimeTest
    void codeBehindTheLastYieldRunsInTheStepThatEnds() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.yield(1);
            pause(10);
            journal.note("tail");
        });
        numbers.anext().await();
        assertThat(journal).isEmpty();

        var end = catchThrowable(numbers.anext()::await);

        assertThat(end).isInstanceOf(StopAsyncIteration.class);
        assertThat(journal).containsExactly("tail");
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void anythingMayBeAnElement() throws Exception {
        var odd = new ArrayList<Object>();
        odd.add(null);
        odd.add(new IllegalArgumentException("an element"));
        odd.add(new StopAsyncIteration());
        odd.add(new InterruptedException());
        odd.add(List.of());
        AsyncGenerator<Object> objects = generator(y -> odd.forEach(y::yield));

        var read = new ArrayList<Object>();
        for (Object object : objects) {
            read.add(object);
        }

        assertThat(read).isEqualTo(odd);
    }

    @VirtualTimeTest
    void nullIsAnElementAndNotTheEnd() throws Exception {
        AsyncGenerator<String> nothing = generator(y -> y.yield(null));

        assertThat(nothing.anext("default").await()).isNull();
        assertThat(nothing.anext("default").await()).isEqualTo("default");
    }

    @VirtualTimeTest
    void theDefaultReplacesTheEndEveryTime() throws Exception {
        AsyncGenerator<Integer> numbers = of(1, 2);

        assertThat(numbers.anext(0).await()).isEqualTo(1);
        assertThat(numbers.anext(0).await()).isEqualTo(2);
        assertThat(numbers.anext(0).await()).isZero();
        assertThat(numbers.anext(0).await()).isZero();
    }

    @VirtualTimeTest
    void theDefaultReplacesTheEndOfAClosedGenerator() throws Exception {
        AsyncGenerator<Integer> numbers = of(1, 2);
        numbers.close();

        assertThat(numbers.anext(0).await()).isZero();
    }

    @VirtualTimeTest
    void theDefaultHidesNoFailure() throws Exception {
        var broken = new IllegalStateException("broken");
        AsyncGenerator<Integer> numbers = generator(y -> {
            throw broken;
        });

        assertThat(catchThrowable(numbers.anext(0)::await)).isSameAs(broken);
        assertThat(numbers.anext(0).await()).isZero();
    }

    @VirtualTimeTest
    void theDefaultHidesNoLeakedEnd() {
        AsyncGenerator<Integer> careless = generator(y -> {
            throw new StopAsyncIteration();
        });

        assertThat(Refusal.of(careless.anext(0)::await)).isEqualTo(dev.weft.GeneratorStateException.Reason.RAISED_STOP);
    }

    @VirtualTimeTest
    void theDefaultMayBeNull() throws Exception {
        AsyncGenerator<Integer> none = of();

        assertThat(none.anext(null).await()).isNull();
    }

    @VirtualTimeTest
    void aStepIsAwaitedOnce() throws Exception {
        try (var numbers = of(1, 2)) {
            Awaitable<Integer> step = numbers.anext();
            step.await();

            assertThat(Refusal.of(step::await)).isEqualTo(AWAITED_TWICE);
            assertThat(numbers.anext().await()).isEqualTo(2);
        }
    }

    @VirtualTimeTest
    void aStepWithADefaultIsAwaitedOnce() throws Exception {
        AsyncGenerator<Integer> none = of();
        Awaitable<Integer> step = none.anext(0);
        step.await();

        assertThat(Refusal.of(step::await)).isEqualTo(AWAITED_TWICE);
    }

    @VirtualTimeTest
    void aStepMayBecomeATaskAndIsThenAwaitedAtWill() throws Exception {
        try (var numbers = of(1, 2)) {
            Task<Integer> step = numbers.anext().start();

            assertThat(step.await()).isEqualTo(1);
            assertThat(step.await()).isEqualTo(1);
        }
    }

    @VirtualTimeTest
    void aStepThatIsNeverAwaitedDoesNothing() throws Exception {
        try (var numbers = of(1, 2)) {
            numbers.anext();
            numbers.athrow(new IllegalStateException("never thrown"));
            numbers.aclose();

            assertThat(numbers.anext().await()).isEqualTo(1);
        }
    }

    @VirtualTimeTest
    void aGeneratorBelongsToNoTask() throws Exception {
        AsyncGenerator<Integer> numbers = range(0, 4);

        int first = spawn(numbers.anext()).await();
        int second = spawn(numbers.anext()).await();
        int third = numbers.anext().await();

        assertThat(List.of(first, second, third)).containsExactly(0, 1, 2);
        numbers.close();
    }

    @VirtualTimeTest
    void aGeneratorIsItsOwnIterator() {
        AsyncGenerator<Integer> numbers = of(1);

        assertThat(numbers.aiter()).isSameAs(numbers);
        assertThat(numbers.aiter().aiter()).isSameAs(numbers);
        assertThat(aiter(numbers)).isSameAs(numbers);
    }

    @VirtualTimeTest
    void generatorsOfOneBodyAreIndependent() throws Exception {
        AsyncGenerator<Integer> failing = counting(true);
        AsyncGenerator<Integer> sibling = counting(false);

        failing.anext().await();
        sibling.anext().await();

        assertThat(catchThrowable(failing.anext()::await)).hasMessage("asked to fail");
        assertThat(sibling.anext().await()).isEqualTo(2);
        sibling.close();
    }

    private static AsyncGenerator<Integer> counting(boolean failing) {
        return generator(y -> {
            y.yield(1);
            if (failing) {
                throw new IllegalStateException("asked to fail");
            }
            y.yield(2);
        });
    }

    @VirtualTimeTest
    void aBodyMayRecoverFromItsOwnError() throws Exception {
        AsyncGenerator<String> robust = generator(y -> {
            try {
                throw new IllegalStateException("of its own");
            } catch (IllegalStateException e) {
                y.yield("recovered");
            }
        });

        assertThat(robust.toList()).containsExactly("recovered");
    }

    @VirtualTimeTest
    void stepsAndLoopsAndThrowsAndClosesMix() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.yield(1);
            y.yield(2);
            try {
                y.yield(-1);
            } catch (IllegalStateException e) {
                y.yield(3);
            }
            y.yield(4);
        });

        assertThat(numbers.anext().await()).isEqualTo(1);
        for (int number : numbers) {
            assertThat(number).isEqualTo(2);
            break;
        }
        numbers.anext().await();
        assertThat(numbers.athrow(new IllegalStateException("thrown in")).await())
                .isEqualTo(3);
        numbers.aclose().await();
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @VirtualTimeTest
    void theFunctionsOfTheFrontDoorDoTheSame() throws Exception {
        AsyncGenerator<Integer> numbers = of(1);

        assertThat(await(anext(numbers))).isEqualTo(1);
        assertThat(await(anext(numbers, 0))).isZero();
    }
}
