package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.CheckedFunction;
import dev.weft.GeneratorStateException;
import dev.weft.Outcome;
import dev.weft.RunOptions;
import dev.weft.Task;
import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Calls of several threads at the same moment, in real time.
class RacesSpec {

    private static final int RACERS = 4;

    private final CyclicBarrier start = new CyclicBarrier(RACERS);

    /// Runs `code` as tasks that begin at the same moment.
    private <T> List<Outcome<T>> race(Awaitable<T> code) throws Exception {
        Awaitable<T> racer = () -> {
            start.await();
            return code.await();
        };
        return settle(IntStream.range(0, RACERS)
                        .mapToObj(i -> (Awaitable<T>) racer::await)
                        .toList())
                .await();
    }

    @RepeatedTest(200)
    void ofStepsThatRaceExactlyOneWins() throws Exception {
        var refused = new CountDownLatch(RACERS - 1);
        AsyncGenerator<Integer> numbers = generator(y -> {
            refused.await();
            y.yield(1);
            y.yield(2);
        });

        var outcomes = race(() -> {
            try {
                return numbers.anext().await();
            } catch (GeneratorStateException e) {
                refused.countDown();
                throw e;
            }
        });

        assertThat(outcomes).filteredOn(Outcome::isSuccess).containsExactly(new Outcome.Success<>(1));
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @RepeatedTest(200)
    void stepsThatRaceForASuspendedGeneratorShareItsElements() throws Exception {
        AsyncGenerator<Integer> numbers = range(0, 100);
        numbers.anext().await();

        var outcomes = race(() -> numbers.anext().await());

        var read = outcomes.stream().filter(Outcome::isSuccess).toList();
        assertThat(read).isNotEmpty().doesNotHaveDuplicates();
        assertThat(numbers.anext().await()).isEqualTo(read.size() + 1);
        numbers.close();
    }

    @RepeatedTest(200)
    void closesThatRaceJoinAndTheBodyIsClosedOnce() throws Exception {
        var closed = new AtomicInteger();
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Thread.sleep(1);
                closed.incrementAndGet();
            }
        });
        numbers.anext().await();

        var seen = race(() -> {
            numbers.close();
            return closed.get();
        });

        assertThat(seen).containsOnly(new Outcome.Success<>(1));
    }

    @RepeatedTest(200)
    void closesThatRaceForAStepJoinAndTheBodyIsClosedOnce() throws Exception {
        var begun = new CountDownLatch(1);
        var closed = new AtomicInteger();
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                begun.countDown();
                Thread.sleep(60_000);
            } finally {
                closed.incrementAndGet();
            }
        });
        Task<Integer> step = spawn(numbers.anext());
        begun.await();

        var seen = race(() -> {
            numbers.close();
            return closed.get();
        });

        assertThat(seen).containsOnly(new Outcome.Success<>(1));
        assertThat(catchThrowable(step::await)).isInstanceOf(CancellationException.class);
    }

    @RepeatedTest(200)
    void stepsAndClosesThatRaceLeaveAGeneratorThatHasEndedOnce() throws Exception {
        var begun = new AtomicInteger();
        var ended = new AtomicInteger();
        AsyncGenerator<Integer> numbers = generator(y -> {
            begun.incrementAndGet();
            try {
                range(0, 3).forEach(y::yield);
            } finally {
                ended.incrementAndGet();
            }
        });
        var turn = new AtomicInteger();

        race(() -> {
            if (turn.getAndIncrement() % 2 == 0) {
                return numbers.anext(-1).await();
            }
            numbers.close();
            return -1;
        });

        numbers.close();
        assertThat(begun.get()).isLessThanOrEqualTo(1);
        assertThat(ended).hasValue(begun.get());
        assertThat(numbers.anext(-1).await()).isEqualTo(-1);
    }

    @RepeatedTest(100)
    void aPushAndAStepThatRaceForAFreshGeneratorExcludeEachOther() throws Exception {
        var begun = new AtomicInteger();
        AsyncGenerator<Integer> numbers = generator(y -> {
            begun.incrementAndGet();
            y.yield(1);
        });
        var turn = new AtomicInteger();

        race(() -> {
            if (turn.getAndIncrement() % 2 == 0) {
                return numbers.anext(-1).await();
            }
            return numbers.toList().size();
        });

        assertThat(begun).hasValue(1);
        numbers.close();
    }

    @RepeatedTest(200)
    void joinsThatRaceWithTheEndOfATaskAllSeeIt() throws Exception {
        assertThat(askedAtTheEnd(Task::await)).hasSize(RACERS).containsOnly(new Outcome.Success<>(1));
    }

    @RepeatedTest(200)
    void aFutureThatIsAskedForAtTheEndOfATaskIsCompleted() throws Exception {
        assertThat(askedAtTheEnd(
                        task -> Awaitable.of(task.toCompletableFuture()).await()))
                .hasSize(RACERS)
                .containsOnly(new Outcome.Success<>(1));
    }

    /// Lets a task end that gives 1, and asks for its result at that moment, by all racers.
    private List<Outcome<Integer>> askedAtTheEnd(CheckedFunction<Task<Integer>, Integer> question) throws Exception {
        var ends = new CountDownLatch(1);
        Task<Integer> task = spawn(() -> {
            ends.await();
            return 1;
        });
        return race(() -> {
            ends.countDown();
            return question.apply(task);
        });
    }

    @RepeatedTest(200)
    void aTaskThatBeginsIsCancelledBeforeOrNotAtAllWithoutAnInterrupt() throws Exception {
        var begun = new AtomicInteger();
        Task<Integer> task = spawn(begun::incrementAndGet);

        var cancelled = race(() -> task.cancel(false)).contains(new Outcome.Success<>(true));
        Throwable thrown = catchThrowable(task::await);

        assertThat(begun).hasValue(cancelled ? 0 : 1);
        assertThat(thrown instanceof CancellationException).isEqualTo(cancelled);
    }

    @RepeatedTest(200)
    void callsThatEndAtTheSameMomentGiveAllTheirResultsInOrder() throws Exception {
        var together = new CyclicBarrier(RACERS);

        var results = range(0, RACERS * 25)
                .mapConcurrent(RACERS, number -> {
                    together.await();
                    return number;
                })
                .toList();

        assertThat(results).isEqualTo(range(0, RACERS * 25).toList());
    }

    @RepeatedTest(200)
    void callsThatEndAtTheSameMomentGiveAllTheirResultsAsTheyCome() throws Exception {
        var together = new CyclicBarrier(RACERS);

        var results = range(0, RACERS * 25)
                .mapConcurrentUnordered(RACERS, number -> {
                    together.await();
                    return number;
                })
                .toList();

        assertThat(results)
                .containsExactlyInAnyOrderElementsOf(range(0, RACERS * 25).toList());
    }

    /// An observer that parks, as a logger may, takes the wake-up that comes meanwhile; the condition is asked again.
    @Test
    @Timeout(60)
    void aWaiterWhoseObserverUsesUpTheWakeUpGoesOn() throws Exception {
        var awaited = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Observer parking = event -> {
            if (event.kind() == Event.Kind.AWAITING) {
                awaited.countDown();
                try {
                    ended.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int i = 0; i < 20; i++) {
                    LockSupport.parkNanos(1_000_000);
                }
            } else if (event.kind() == Event.Kind.TASK_ENDED) {
                ended.countDown();
            }
        };

        Awaitable<Integer> child = () -> {
            awaited.await();
            return 1;
        };
        var result = Async.run(
                RunOptions.defaults().observer(parking),
                () -> Async.gather(child).await());

        assertThat(result).containsExactly(1);
    }
}
