package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// `broadcast`: several generators of one.
class BroadcastSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Yields 1 to `count`, one each 10 ms; its clean-up takes 5 ms.
    private AsyncGenerator<Integer> numbers(int count) {
        return generator("numbers", y -> {
            try {
                for (int i = 1; i <= count; i++) {
                    pause(10);
                    y.yield(i);
                }
            } finally {
                pause(5);
                journal.noteTime("closed");
            }
        });
    }

    @EachDrive
    void eachSeesEveryElement(Drive drive) throws Exception {
        List<AsyncGenerator<Integer>> all = numbers(2).broadcast(2, 1);

        Task<Void> other = spawn(() -> drive.read(all.getFirst(), number -> journal.noteTime("a " + number)));
        drive.read(all.getLast(), number -> journal.noteTime("b " + number));
        other.await();

        assertThat(journal)
                .containsExactlyInAnyOrder("a 1 at 10", "b 1 at 10", "a 2 at 20", "b 2 at 20", "closed at 25");
    }

    @EachDrive
    void withinTheLagOneCanBeReadAfterTheOther(Drive drive) throws Exception {
        List<AsyncGenerator<Integer>> all = numbers(2).broadcast(2, 3);

        drive.read(all.getFirst(), number -> journal.note("a " + number));
        drive.read(all.getLast(), number -> journal.note("b " + number));

        assertThat(journal).containsExactly("a 1", "a 2", "closed at 25", "b 1", "b 2");
    }

    @VirtualTimeTest
    void theFastestWaitsWhenTheSlowestLagsByMore() throws Exception {
        List<AsyncGenerator<Integer>> all = numbers(5).broadcast(2, 2);
        Task<Void> fast = spawn(() -> all.getFirst().forEach(number -> journal.noteTime("fast " + number)));
        pause(100);
        assertThat(journal).containsExactly("fast 1 at 10", "fast 2 at 20");

        all.getLast().anext().await();
        pause(50);

        assertThat(journal).containsExactly("fast 1 at 10", "fast 2 at 20", "fast 3 at 110");
        all.getLast().close();
        fast.await();
        assertThat(journal).endsWith("fast 5 at 170", "closed at 175");
    }

    @VirtualTimeTest
    void theSourceIsAskedOnlyWhenAReaderWaits() throws Exception {
        List<AsyncGenerator<Integer>> all = journal.source("source", 1, 2, 3).broadcast(2, 8);
        all.getFirst().anext().await();
        pause(10);

        all.getLast().anext().await();

        assertThat(journal).containsExactly("source 1");
        all.forEach(AsyncGenerator::close);
    }

    @VirtualTimeTest
    void theLastCloseClosesTheSourceAndAwaitsIt() throws Exception {
        List<AsyncGenerator<Integer>> all = numbers(5).broadcast(2, 2);
        all.getFirst().anext().await();

        all.getFirst().close();
        assertThat(journal).isEmpty();
        all.getLast().close();
        all.getLast().close();

        assertThat(journal).containsExactly("closed at 15");
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void closingAllThatWereNeverReadClosesTheSource() throws Exception {
        AsyncGenerator<Integer> source = numbers(5);

        source.broadcast(3, 1).forEach(AsyncGenerator::close);

        assertThat(source.anext(-1).await()).isEqualTo(-1);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void whoBeginsWhenTheOthersHaveLeftMissesNothing() throws Exception {
        List<AsyncGenerator<Integer>> all = numbers(4).broadcast(2, 2);
        assertThat(all.getFirst().take(2).toList()).containsExactly(1, 2);
        pause(100);

        assertThat(all.getLast().toList()).containsExactly(1, 2, 3, 4);
        assertThat(journal).containsExactly("closed at 145");
    }

    @VirtualTimeTest
    void aCancelOfOneReaderLeavesTheOthers() throws Exception {
        List<AsyncGenerator<Integer>> all = numbers(3).broadcast(2, 1);
        Task<List<Integer>> cancelled = spawn(all.getFirst()::toList);
        Task<List<Integer>> other = spawn(all.getLast()::toList);
        pause(15);

        cancelled.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(cancelled::await);
        assertThat(other.await()).containsExactly(1, 2, 3);
        assertThat(journal).containsExactly("closed at 35");
    }

    @VirtualTimeTest
    void aFailureOfTheSourceComesOutOfEachAfterTheElementsBeforeIt() throws Exception {
        AsyncGenerator<Integer> failing = concat(numbers(1), generator(y -> Failing.with(failure)));
        List<AsyncGenerator<Integer>> all = failing.broadcast(2, 4);

        assertThat(catchThrowable(all.getFirst()::toList)).isSameAs(failure);
        assertThat(all.getLast().anext().await()).isEqualTo(1);
        assertThat(catchThrowable(all.getLast().anext()::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void aFailureOfTheCleanUpComesOutOfTheLastClose() throws Exception {
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(failure);
            }
        });
        List<AsyncGenerator<Integer>> all = unclean.broadcast(2, 4);
        all.getFirst().anext().await();
        all.getFirst().close();

        assertThat(catchThrowable(all.getLast()::close)).isSameAs(failure);
    }

    @VirtualTimeTest
    void elementsMayBeNull() throws Exception {
        List<AsyncGenerator<Integer>> all = of(1, null).broadcast(1, 1);

        assertThat(all.getFirst().toList()).containsExactly(1, null);
    }

    @VirtualTimeTest
    void badArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).broadcast(0, 1))
                .withMessage("count must be positive, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).broadcast(2, 0))
                .withMessage("lag must be positive, was 0");
    }
}
