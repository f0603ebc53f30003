package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.CheckedConsumer;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Rule W9: who runs a body, and that nobody can tell by the order of events. Also what a body sees of the thread that
/// runs it.
class SemanticsDrivesSpec {

    private static final ScopedValue<String> NAME = ScopedValue.newInstance();

    private final Notes notes = new Notes();

    /// The ways to read a generator to its end and to close it.
    enum Drive {
        EACH {
            @Override
            <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action) throws Exception {
                generator.each(action);
            }
        },
        LOOP {
            @Override
            <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action) throws Exception {
                try (generator) {
                    for (T element : generator) {
                        action.accept(element);
                    }
                }
            }
        },
        STEPS {
            @Override
            <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action) throws Exception {
                try (generator) {
                    while (true) {
                        T element;
                        try {
                            element = generator.anext().await();
                        } catch (StopAsyncIteration end) {
                            return;
                        }
                        action.accept(element);
                    }
                }
            }
        };

        abstract <T> void read(AsyncGenerator<T> generator, CheckedConsumer<? super T, Exception> action)
                throws Exception;
    }

    // ---- one order of events ----

    @Test
    void w9_theOrderOfEventsDoesNotTellHowABodyIsDriven() throws Exception {
        List<String> expected = List.of(
                "outer begins at 0",
                "inner begins at 0",
                "got 1 at 10",
                "inner goes on at 20",
                "got 2 at 30",
                "inner clean at 45",
                "outer goes on at 45",
                "got 3 at 45",
                "outer clean at 60",
                "over at 60");

        assertThat(events(Drive.EACH, "none")).isEqualTo(expected);
        assertThat(events(Drive.LOOP, "none")).isEqualTo(expected);
        assertThat(events(Drive.STEPS, "none")).isEqualTo(expected);
    }

    @Test
    void w9_norDoesItWhenTheConsumerFails() throws Exception {
        List<String> expected = List.of(
                "outer begins at 0",
                "inner begins at 0",
                "got 1 at 10",
                "inner goes on at 20",
                "got 2 at 30",
                "inner sees GeneratorExit at 30",
                "inner clean at 35",
                "outer clean at 40",
                "of the consumer comes out at 40",
                "over at 40");

        assertThat(events(Drive.EACH, "2")).isEqualTo(expected);
        assertThat(events(Drive.LOOP, "2")).isEqualTo(expected);
        assertThat(events(Drive.STEPS, "2")).isEqualTo(expected);
    }

    private static List<String> events(Drive drive, String failAt) throws Exception {
        var seen = new Notes();
        VirtualTime.strict().run(() -> {
            try {
                drive.read(outer(seen), number -> {
                    seen.addTimed("got " + number);
                    if (failAt.equals(number.toString())) {
                        throw new IOException("of the consumer");
                    }
                    sleep(ms(10));
                });
            } catch (IOException e) {
                seen.addTimed(e.getMessage() + " comes out");
            }
            seen.addTimed("over");
        });
        return List.copyOf(seen.lines());
    }

    private static AsyncGenerator<Integer> outer(Notes seen) {
        return generator("outer", y -> {
            try {
                seen.addTimed("outer begins");
                y.yieldAll(inner(seen));
                seen.addTimed("outer goes on");
                y.yield(3);
            } finally {
                sleep(ms(5));
                seen.addTimed("outer clean");
            }
        });
    }

    private static AsyncGenerator<Integer> inner(Notes seen) {
        return generator("inner", y -> {
            try {
                seen.addTimed("inner begins");
                sleep(ms(10));
                y.yield(1);
                seen.addTimed("inner goes on");
                sleep(ms(10));
                y.yield(2);
            } catch (GeneratorExit exit) {
                seen.addTimed("inner sees GeneratorExit");
                throw exit;
            } finally {
                sleep(ms(5));
                seen.addTimed("inner clean");
            }
        });
    }

    /// Plain variables of a body, and of what it shares with its consumer, need no synchronization.
    @Test
    void s13_tasksOnDifferentThreadsMayTakeTurnsWithoutALock() throws Exception {
        int[] count = {0};
        AsyncGenerator<Integer> numbers = generator(y -> {
            while (true) {
                count[0]++;
                y.yield(count[0]);
            }
        });

        for (int i = 1; i <= 100; i += 2) {
            assertThat(onNewThread(numbers)).isEqualTo(i);
            assertThat(numbers.anext().await()).isEqualTo(i + 1);
        }
        numbers.close();

        assertThat(count[0]).isEqualTo(100);
    }

    private static int onNewThread(AsyncGenerator<Integer> numbers) throws Exception {
        var result = new CompletableFuture<Integer>();
        Thread.ofPlatform().start(() -> {
            try {
                result.complete(numbers.anext().await());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get();
    }

    // ---- what a body sees of its surroundings ----

    @VirtualTimeTest
    void s123_whatABodyNeedsItCapturesAndSeesWhoeverDrivesIt() throws Exception {
        AsyncGenerator<String> names = ScopedValue.where(NAME, "maker").call(() -> {
            String captured = NAME.get();
            return generator(y -> {
                while (true) {
                    y.yield(captured);
                }
            });
        });

        notes.add(names.anext().await());
        ScopedValue.where(NAME, "driver").call(() -> {
            notes.add(names.anext().await());
            return names;
        });
        spawn(() -> notes.add(names.anext().await())).await();
        names.close();

        assertThat(notes).containsExactly("maker", "maker", "maker");
    }

    @VirtualTimeTest
    void s123_whatABodySpawnsBelongsToTheRunInWhichTheBodyBegan() throws Exception {
        AsyncGenerator<String> numbers = generator(y -> {
            y.yield("first");
            spawn(() -> {
                sleep(ms(10));
                notes.addTimed("task of the body done");
            });
            y.yield("second");
        });

        run(() -> {
            numbers.anext().await();
            notes.add(run(() -> numbers.anext().await()));
            notes.addTimed("inner run over");
            sleep(ms(20));
            numbers.close();
        });

        assertThat(notes).containsExactly("second", "inner run over at 0", "task of the body done at 10");
    }

    @VirtualTimeTest
    void s124_aScopedValueThatABodyBindsIsStillBoundInItsCleanUpWhoeverCloses() throws Exception {
        AsyncGenerator<Integer> numbers =
                generator(y -> ScopedValue.where(NAME, "bound").call(() -> {
                    try {
                        y.yield(1);
                    } finally {
                        notes.add("clean-up sees " + NAME.get());
                    }
                    return "never";
                }));
        numbers.anext().await();

        spawn(numbers.aclose()).await();

        assertThat(notes).containsExactly("clean-up sees bound");
        assertThat(catchThrowable(NAME::get)).isInstanceOf(NoSuchElementException.class);
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
