package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static dev.weft.spec.semantics.GarbageCollector.drop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.CheckedConsumer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The leak guard finds a dropped generator, whoever took its steps and however.
@Timeout(60)
class SemanticsLeakSpec {

    private final Notes notes = new Notes();

    /// Takes steps, and keeps nothing.
    enum Stepper {
        BY_HAND(numbers -> numbers.anext().await()),
        A_LOOP(numbers -> {
            for (int number : numbers) {
                assertThat(number).isEqualTo(1);
                break;
            }
        }),
        AN_ITERATOR(numbers -> {
            Iterator<Integer> iterator = numbers.iterator();
            assertThat(iterator.next()).isEqualTo(1);
        }),
        A_STARTED_STEP(numbers -> numbers.anext().start().await()),
        A_STARTED_STEP_AFTER_ANOTHER(numbers -> {
            numbers.anext().await();
            numbers.anext().start().await();
        }),
        A_TASK(numbers -> spawn(() -> numbers.anext().await()).await()),
        A_GATHER(numbers -> gather(List.of(numbers.anext(), spawn(() -> 2))).await()),
        A_GROUP(numbers -> group(tasks -> {
            tasks.spawn(() -> numbers.anext().await());
        })),
        A_TIME_LIMIT(numbers -> timeout(Duration.ofMinutes(1), numbers.anext()).await()),
        A_THREAD(numbers -> {
            Thread thread = Thread.ofPlatform().start(() -> stepUnchecked(numbers));
            thread.join();
        }),
        A_VIRTUAL_THREAD(numbers -> {
            Thread thread = Thread.ofVirtual().start(() -> stepUnchecked(numbers));
            thread.join();
        }),
        A_THREAD_THAT_MAKES_MANY_STEPS(numbers -> {
            Thread thread = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 20; i++) {
                    stepUnchecked(numbers);
                }
            });
            thread.join();
        }),
        AN_OPERATOR(numbers -> numbers.map(n -> n + 1).anext().await()),
        AN_OUTER_BODY(numbers -> drop(generator(y -> y.yieldAll(numbers)))),
        A_PLAIN_LOOP_IN_AN_OUTER_BODY(numbers -> drop(generator(y -> {
            for (int number : numbers) {
                y.yield(number);
            }
        })));

        private final CheckedConsumer<AsyncGenerator<Integer>, Exception> code;

        Stepper(CheckedConsumer<AsyncGenerator<Integer>, Exception> code) {
            this.code = code;
        }

        private static void stepUnchecked(AsyncGenerator<Integer> numbers) {
            try {
                numbers.anext().await();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void s114_whoeverTookItsStepsADroppedGeneratorIsClosed(Stepper stepper) throws Exception {
        var closed = new CountDownLatch(1);

        run(() -> {
            stepper.code.accept(notes.onesUntil(closed));
            GarbageCollector.runUntil(closed);
        });

        assertThat(notes).containsExactly("closed");
    }
}
