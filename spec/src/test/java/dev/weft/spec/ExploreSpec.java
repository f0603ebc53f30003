package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorStateException;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// What must hold in whatever order things happen at one moment: each test runs under two hundred schedules.
class ExploreSpec {

    private static final int SEEDS = 200;

    private final Journal journal = new Journal();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final List<Integer> yielded = new ArrayList<>();
    private final List<Integer> read = new ArrayList<>();

    /// Yields the numbers from 0 on, one each 10 ms; its clean-up takes 5 ms and cannot be interrupted.
    private final AsyncGenerator<Integer> numbers = generator("numbers", y -> {
        begun.incrementAndGet();
        try {
            for (int i = 0; ; i++) {
                pause(10);
                yielded.add(i);
                y.yield(i);
            }
        } finally {
            Clock.sitOut(5);
            ended.incrementAndGet();
        }
    });

    private void assertEndedOnce() {
        assertThat(ended).hasValue(begun.get());
        assertThat(begun.get()).isLessThanOrEqualTo(1);
        assertThat(numbers.anext(-1)).satisfies(step -> assertThat(step.await()).isEqualTo(-1));
    }

    /// What a consumer may see when somebody closes its generator.
    private static void assertEndOfAStep(Throwable error) {
        assertThat(error)
                .isInstanceOfAny(
                        StopAsyncIteration.class,
                        CancellationException.class,
                        InterruptedException.class,
                        GeneratorStateException.class);
    }

    // ---- a close meets a step: W4 ----

    @VirtualTimeTest(explore = SEEDS)
    void aCloseAtTheMomentAtWhichAStepEndsLosesNoElementAndReturnsAfterTheBody() throws Exception {
        Task<Void> consumer = spawn(() -> {
            while (true) {
                read.add(numbers.anext().await());
            }
        });
        pause(30);

        numbers.close();

        assertThat(ended).hasValue(1);
        assertEndOfAStep(catchThrowable(consumer::await));
        assertThat(read).isEqualTo(yielded);
        assertEndedOnce();
    }

    @VirtualTimeTest(explore = SEEDS)
    void aCloseAtTheMomentAtWhichAnEachYieldsLosesNoElementAndReturnsAfterTheBody() throws Exception {
        Task<Void> consumer = spawn(() -> numbers.forEach(read::add));
        pause(30);

        numbers.close();

        assertThat(ended).hasValue(1);
        Throwable error = catchThrowable(consumer::await);
        assertThat(error == null || error instanceof CancellationException).isTrue();
        assertThat(read).isEqualTo(yielded);
    }

    @VirtualTimeTest(explore = SEEDS)
    void closesThatMeetAStepAndEachOtherAllReturnAfterTheBodyWhichEndsOnce() throws Exception {
        Task<Void> consumer = spawn(() -> {
            while (true) {
                read.add(numbers.anext().await());
            }
        });
        Awaitable<Integer> closer = () -> {
            pause(20);
            numbers.close();
            return ended.get();
        };

        List<Integer> seen = gather(closer::await, closer::await, closer::await).await();

        assertThat(seen).containsOnly(1);
        assertEndOfAStep(catchThrowable(consumer::await));
        assertThat(read).isEqualTo(yielded);
        assertEndedOnce();
    }

    @VirtualTimeTest(explore = SEEDS)
    void aCloserThatIsCancelledAtAnyMomentLeavesTheGeneratorOpenOrEnded() throws Exception {
        Task<Integer> step = spawn(numbers.anext());
        Task<Void> closer = spawn(() -> {
            pause(10);
            numbers.close();
        });
        pause(10);

        closer.cancel();

        catchThrowable(closer::await);
        catchThrowable(step::await);
        numbers.close();
        assertEndedOnce();
    }

    @VirtualTimeTest(explore = SEEDS)
    void aCancelOfTheConsumerAndACloseAtTheSameMomentEndTheBodyOnce() throws Exception {
        Task<Void> consumer = spawn(() -> {
            while (true) {
                read.add(numbers.anext().await());
            }
        });
        Task<Void> closer = spawn(() -> {
            pause(20);
            numbers.close();
        });
        pause(20);

        consumer.cancel();

        closer.await();
        assertThat(ended).hasValue(begun.get());
        assertThat(catchThrowable(consumer::await)).isNotNull();
        assertThat(read).isSubsetOf(yielded);
        assertEndedOnce();
    }

    @VirtualTimeTest(explore = SEEDS)
    void stepsThatOverlapAtTheSameMomentLeaveOneWinner() throws Exception {
        Awaitable<Boolean> step = () -> {
            pause(10);
            try {
                numbers.anext().await();
                return true;
            } catch (GeneratorStateException e) {
                return false;
            }
        };

        List<Boolean> won = gather(step::await, step::await, step::await).await();

        assertThat(won).containsOnlyOnce(true);
        assertThat(yielded).containsExactly(0);
        numbers.close();
        assertEndedOnce();
    }

    @VirtualTimeTest(explore = SEEDS)
    void bodiesThatCloseEachOtherInARingNeverDeadlock() throws Exception {
        var ring = new AtomicReference<List<AsyncGenerator<Integer>>>();
        ring.set(Stream.of(1, 2, 0).map(next -> closing(ring, next)).toList());
        for (AsyncGenerator<Integer> member : ring.get()) {
            member.anext().await();
        }

        List<Task<Void>> closers =
                ring.get().stream().map(member -> spawn(member.aclose())).toList();
        for (Task<Void> closer : closers) {
            closer.await();
        }

        assertThat(ended).hasValue(3);
        assertThat(journal).isNotEmpty().allMatch(refusal -> refusal.equals("ALREADY_RUNNING"));
    }

    private AsyncGenerator<Integer> closing(AtomicReference<List<AsyncGenerator<Integer>>> ring, int next) {
        return generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(10);
                Throwable refused = catchThrowable(ring.get().get(next)::close);
                if (refused != null) {
                    journal.note("" + Refusal.reasonOf(refused));
                }
                ended.incrementAndGet();
            }
        });
    }
}
