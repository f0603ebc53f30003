package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// `share` and `replay`.
class ShareSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Yields 1 to `count`, one each 10 ms; its clean-up takes 5 ms. Can be read any number of times.
    private AsyncIterable<Integer> numbers(int count) {
        return () -> generator("numbers", y -> {
            journal.noteTime("opened");
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

    private static <T> AsyncGenerator<T> reader(AsyncIterable<T> shared) {
        return (AsyncGenerator<T>) shared.aiter();
    }

    private Task<Void> readLater(String name, AsyncIterable<?> shared, long millis) {
        return spawn(() -> {
            pause(millis);
            shared.forEach(element -> journal.noteTime(name + " " + element));
        });
    }

    // ---- share ----

    @EachDrive
    void aSourceIsReadOnceForAllWhoReadAtTheSameTime(Drive drive) throws Exception {
        AsyncIterable<Integer> shared = numbers(3).share();
        Task<Void> other = readLater("b", shared, 0);

        drive.read(reader(shared), number -> journal.noteTime("a " + number));
        other.await();

        assertThat(journal)
                .containsExactlyInAnyOrder(
                        "opened at 0",
                        "a 1 at 10",
                        "b 1 at 10",
                        "a 2 at 20",
                        "b 2 at 20",
                        "a 3 at 30",
                        "b 3 at 30",
                        "closed at 35");
    }

    @VirtualTimeTest
    void whoComesLateSeesTheElementsFromThenOn() throws Exception {
        AsyncIterable<Integer> shared = numbers(4).share();

        gather(readLater("a", shared, 0), readLater("b", shared, 25)).await();

        assertThat(journal).filteredOn(event -> event.startsWith("b")).containsExactly("b 3 at 30", "b 4 at 40");
    }

    @VirtualTimeTest
    void theSlowestSetsThePace() throws Exception {
        AsyncIterable<Integer> shared = numbers(3).share();
        AsyncGenerator<Integer> slow = reader(shared);
        Task<Integer> first = spawn(slow.anext());
        Task<Void> fast = readLater("fast", shared, 0);
        first.await();
        pause(100);

        assertThat(slow.toList()).containsExactly(2, 3);
        fast.await();

        assertThat(journal)
                .containsExactly("opened at 0", "fast 1 at 10", "fast 2 at 20", "fast 3 at 120", "closed at 125");
    }

    @VirtualTimeTest
    void theLastConsumerThatLeavesClosesTheSourceAndAwaitsIt() throws Exception {
        AsyncIterable<Integer> shared = numbers(9).share();
        AsyncGenerator<Integer> a = reader(shared);
        AsyncGenerator<Integer> b = reader(shared);
        gather(a.anext(), b.anext()).await();

        a.close();
        assertThat(journal).containsExactly("opened at 0");
        b.close();
        b.close();

        assertThat(journal).containsExactly("opened at 0", "closed at 15");
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void whoComesAfterTheLastHasLeftStartsTheSourceAgain() throws Exception {
        AsyncIterable<Integer> shared = numbers(9).share();
        assertThat(shared.take(1).toList()).containsExactly(1);

        assertThat(shared.take(2).toList()).containsExactly(1, 2);

        assertThat(journal).containsExactly("opened at 0", "closed at 15", "opened at 15", "closed at 40");
    }

    @VirtualTimeTest
    void whoComesWhileTheLastOneClosesWaitsForIt() throws Exception {
        AsyncIterable<Integer> shared = numbers(9).share();
        Task<List<Integer>> later = spawn(() -> {
            pause(12);
            return shared.take(1).toList();
        });

        assertThat(shared.take(1).toList()).containsExactly(1);

        assertThat(later.await()).containsExactly(1);
        assertThat(journal).containsExactly("opened at 0", "closed at 15", "opened at 15", "closed at 30");
    }

    @VirtualTimeTest
    void aGeneratorHasNoElementsWhenItIsStartedAgain() throws Exception {
        AsyncIterable<Integer> shared = journal.source("source", 1, 2).share();
        assertThat(shared.toList()).containsExactly(1, 2);

        assertThat(shared.toList()).isEmpty();
    }

    @VirtualTimeTest
    void aConsumerThatWasNeverReadDoesNotCount() throws Exception {
        AsyncIterable<Integer> shared = numbers(9).share();

        reader(shared).close();

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aCancelOfOneConsumerLeavesTheOthers() throws Exception {
        AsyncIterable<Integer> shared = numbers(3).share();
        Task<Void> cancelled = readLater("a", shared, 0);
        Task<Void> other = readLater("b", shared, 0);
        pause(15);

        cancelled.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(cancelled::await);
        other.await();
        assertThat(journal)
                .containsExactly("opened at 0", "a 1 at 10", "b 1 at 10", "b 2 at 20", "b 3 at 30", "closed at 35");
    }

    @VirtualTimeTest
    void aCancelOfTheLastConsumerUnwindsTheSource() throws Exception {
        Task<Void> task = readLater("a", numbers(3).share(), 0);
        pause(15);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("opened at 0", "a 1 at 10", "closed at 20");
    }

    @VirtualTimeTest
    void aFailureOfTheSourceComesOutOfEachConsumer() throws Exception {
        AsyncIterable<Integer> shared =
                concat(numbers(1), generator(y -> Failing.with(failure))).share();

        Task<Void> a = readLater("a", shared, 0);
        Task<Void> b = readLater("b", shared, 0);

        assertThat(catchThrowable(a::await)).isSameAs(failure);
        assertThat(catchThrowable(b::await)).isSameAs(failure);
        assertThat(journal).contains("a 1 at 10", "b 1 at 10");
    }

    @VirtualTimeTest
    void whoComesAfterAFailureStartsTheSourceAgain() throws Exception {
        AsyncIterable<Integer> failing = () -> concat(numbers(1), generator(y -> Failing.with(failure)));
        AsyncIterable<Integer> shared = failing.share();

        assertThat(catchThrowable(shared::toList)).isSameAs(failure);
        assertThat(catchThrowable(shared::toList)).isSameAs(failure);

        assertThat(journal).containsExactly("opened at 0", "closed at 15", "opened at 15", "closed at 30");
    }

    @VirtualTimeTest
    void aConsumerThatLagsCanBeGivenABuffer() throws Exception {
        AsyncIterable<Integer> shared = numbers(3).share();
        AsyncGenerator<Integer> slow = reader(shared).buffer(8);
        Task<Integer> first = spawn(slow.anext());

        Task<Void> fast = readLater("fast", shared, 0);
        fast.await();

        assertThat(now()).isEqualTo(35);
        assertThat(first.await()).isEqualTo(1);
        assertThat(slow.toList()).containsExactly(2, 3);
    }

    @VirtualTimeTest
    void sharedElementsMayBeNull() throws Exception {
        assertThat(of(1, null).share().toList()).containsExactly(1, null);
    }

    @VirtualTimeTest
    void theEndOfARunClosesWhatIsShared() throws Exception {
        AsyncGenerator<Integer> left = run(() -> {
            AsyncGenerator<Integer> reader = reader(numbers(9).share());
            reader.anext().await();
            return reader;
        });

        assertThat(journal).containsExactly("opened at 0", "closed at 15");
        assertThat(left.anext(-1).await()).isEqualTo(-1);
    }

    // ---- replay ----

    @VirtualTimeTest
    void whoComesLateFirstSeesTheLastElements() throws Exception {
        AsyncIterable<Integer> shared = numbers(4).replay(2);

        gather(readLater("a", shared, 0), readLater("b", shared, 35)).await();

        assertThat(journal)
                .filteredOn(event -> event.startsWith("b"))
                .containsExactly("b 2 at 35", "b 3 at 35", "b 4 at 40");
        assertThat(journal).endsWith("closed at 45");
    }

    @EachDrive
    void afterTheEndWhoComesSeesTheLastElementsAndTheEnd(Drive drive) throws Exception {
        AsyncIterable<Integer> shared = numbers(3).replay(2);
        assertThat(shared.toList()).containsExactly(1, 2, 3);

        drive.read(reader(shared), number -> journal.noteTime("late " + number));
        drive.read(reader(shared), number -> journal.noteTime("later " + number));

        assertThat(journal)
                .containsExactly(
                        "opened at 0",
                        "closed at 35",
                        "late 2 at 35",
                        "late 3 at 35",
                        "later 2 at 35",
                        "later 3 at 35");
    }

    @VirtualTimeTest
    void nothingIsKeptWhenTheLastConsumerLeavesBeforeTheEnd() throws Exception {
        AsyncIterable<Integer> shared = numbers(3).replay(2);
        assertThat(shared.take(2).toList()).containsExactly(1, 2);

        assertThat(shared.toList()).containsExactly(1, 2, 3);
    }

    @VirtualTimeTest
    void nothingIsKeptOfASourceThatFailed() throws Exception {
        AsyncIterable<Integer> failing = () -> concat(numbers(1), generator(y -> Failing.with(failure)));
        AsyncIterable<Integer> shared = failing.replay(2);
        assertThat(catchThrowable(shared::toList)).isSameAs(failure);

        Task<Void> again = readLater("again", shared, 0);

        assertThat(catchThrowable(again::await)).isSameAs(failure);
        assertThat(journal).contains("again 1 at 25");
    }

    @VirtualTimeTest
    void noConsumerGetsFurtherAheadThanWhatIsKept() throws Exception {
        AsyncIterable<Integer> shared = numbers(5).replay(2);
        AsyncGenerator<Integer> slow = reader(shared);
        Task<Integer> first = spawn(slow.anext());
        Task<Void> fast = readLater("fast", shared, 0);
        first.await();
        pause(100);

        assertThat(slow.toList()).containsExactly(2, 3, 4, 5);
        fast.await();

        assertThat(journal).contains("fast 3 at 30", "fast 4 at 120");
    }

    @VirtualTimeTest
    void theCountOfReplayMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).replay(0))
                .withMessage("count must be positive, was 0");
    }
}
