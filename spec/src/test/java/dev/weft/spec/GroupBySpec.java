package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Grouped;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.Deadlock;
import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// `groupBy`: a generator of generators.
class GroupBySpec {

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

    private static AsyncGenerator<Grouped<String, Integer>> byParity(AsyncGenerator<Integer> source, int lag) {
        return source.groupBy(number -> number % 2 == 0 ? "even" : "odd", lag);
    }

    /// Reads each group in a task of its own.
    private void readAll(Drive drive, AsyncGenerator<? extends Grouped<?, ?>> groups) throws Exception {
        group(tasks -> {
            drive.read(groups, part -> {
                journal.noteTime("group " + part.key());
                tasks.spawn(() -> drive.read(part.elements(), element -> journal.noteTime(part.key() + " " + element)));
            });
        });
    }

    @EachDrive
    void eachKeyHasItsElementsInTheirOrder(Drive drive) throws Exception {
        readAll(drive, byParity(numbers(4), 1));

        assertThat(journal)
                .containsExactly(
                        "group odd at 10",
                        "odd 1 at 10",
                        "group even at 20",
                        "even 2 at 20",
                        "odd 3 at 30",
                        "even 4 at 40",
                        "closed at 45");
    }

    @EachDrive
    void anEmptySourceHasNoGroups(Drive drive) throws Exception {
        readAll(drive, byParity(numbers(0), 1));

        assertThat(journal).containsExactly("closed at 5");
    }

    @EachDrive
    void keysAndElementsMayBeNull(Drive drive) throws Exception {
        readAll(drive, of(1, null, 1, null).groupBy(number -> number));

        assertThat(journal)
                .containsExactlyInAnyOrder(
                        "group 1 at 0", "group null at 0", "1 1 at 0", "1 1 at 0", "null null at 0", "null null at 0");
    }

    @EachDrive
    void afterTheEndOfTheSourceAGroupStillHasItsElements(Drive drive) throws Exception {
        List<Grouped<String, Integer>> groups = byParity(numbers(4), 2).toList();

        drive.read(groups.getFirst().elements(), element -> journal.note("odd " + element));

        assertThat(journal).containsExactly("closed at 45", "odd 1", "odd 3");
        groups.getLast().elements().close();
    }

    // ---- back-pressure ----

    @VirtualTimeTest
    void theSourceIsAskedOnlyWhenAReaderWaits() throws Exception {
        AsyncGenerator<Grouped<Integer, Integer>> groups =
                journal.source("source", 1, 2, 3).groupBy(number -> number);

        groups.anext().await();
        pause(10);

        assertThat(journal).containsExactly("source 1");
        groups.close();
    }

    @VirtualTimeTest
    void aGroupThatIsNotReadHoldsUpAllOthersWhenItIsFull() throws Exception {
        AsyncGenerator<Grouped<Integer, Integer>> groups = of(1, 2, 2, 2, 1).groupBy(number -> number, 2);
        AsyncGenerator<Integer> ones = groups.anext().await().elements();
        ones.anext().await();
        Task<Integer> next = spawn(ones.anext());
        AsyncGenerator<Integer> twos = groups.anext().await().elements();
        pause(10);
        assertThat(next.isDone()).isFalse();

        twos.anext().await();

        assertThat(next.await()).isEqualTo(1);
        twos.close();
        ones.close();
        groups.close();
    }

    @VirtualTimeTest
    void toReadOneGroupAloneIsADeadlockThatTheTestKitNames() {
        assertThatExceptionOfType(Deadlock.class)
                .isThrownBy(() -> VirtualTime.run(() -> of(1, 2, 2, 2, 1)
                        .groupBy(number -> number, 1)
                        .each(part -> part.elements().toList())))
                .withMessageContaining("readers of groupBy");
    }

    @EachDrive
    void theElementsOfAClosedGroupAreSkipped(Drive drive) throws Exception {
        AsyncGenerator<Grouped<String, Integer>> groups = byParity(numbers(6), 1);

        drive.read(groups, part -> {
            journal.noteTime("group " + part.key());
            part.elements().close();
        });

        assertThat(journal).containsExactly("group odd at 10", "group even at 20", "closed at 65");
    }

    // ---- closing ----

    @VirtualTimeTest
    void groupsThatAreReadGoOnWhenTheGroupsAreClosed() throws Exception {
        AsyncGenerator<Grouped<String, Integer>> groups = byParity(numbers(4), 1);
        AsyncGenerator<Integer> odd = groups.anext().await().elements();
        odd.anext().await();

        groups.close();

        assertThat(odd.toList()).containsExactly(3);
        assertThat(journal).containsExactly("closed at 45");
    }

    @VirtualTimeTest
    void theLastReaderClosesTheSourceAndAwaitsIt() throws Exception {
        AsyncGenerator<Grouped<String, Integer>> groups = byParity(numbers(4), 1);
        AsyncGenerator<Integer> odd = groups.anext().await().elements();
        odd.anext().await();

        groups.close();
        assertThat(journal).isEmpty();
        odd.close();
        odd.close();
        groups.close();

        assertThat(journal).containsExactly("closed at 15");
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void aGroupThatNobodyHadBegunToReadFailsWhenTheGroupsAreClosed() throws Exception {
        AsyncGenerator<Grouped<String, Integer>> groups = byParity(numbers(4), 1);
        AsyncGenerator<Integer> odd = groups.anext().await().elements();

        groups.close();

        assertThat(journal).containsExactly("closed at 15");
        assertThatIllegalStateException()
                .isThrownBy(odd.anext()::await)
                .withMessage("this part of groupBy was closed with the others before anybody read it; begin to read it"
                        + " before you leave the others");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(odd.anext()::await);
    }

    @VirtualTimeTest
    void closingGroupsThatWereNeverReadClosesTheSource() throws Exception {
        AsyncGenerator<Integer> source = numbers(4);

        byParity(source, 1).close();

        assertThat(source.anext(-1).await()).isEqualTo(-1);
        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aCancelUnwindsAllGroupsAndTheSource(Drive drive) throws Exception {
        Task<Void> task = spawn(() -> readAll(drive, byParity(numbers(100), 1)));
        pause(25);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).endsWith("even 2 at 20", "closed at 30");
        assertThat(now()).isEqualTo(30);
    }

    @VirtualTimeTest
    void aCancelOfTheReaderOfOneGroupLeavesTheOthers() throws Exception {
        AsyncGenerator<Grouped<String, Integer>> groups = byParity(numbers(4), 1);
        AsyncGenerator<Integer> odd = groups.anext().await().elements();
        Task<List<Integer>> reader = spawn(odd::toList);
        AsyncGenerator<Integer> even = groups.anext().await().elements();
        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);

        assertThat(even.toList()).containsExactly(2, 4);
        groups.close();
        assertThat(journal).containsExactly("closed at 45");
    }

    // ---- failures ----

    @VirtualTimeTest
    void aFailureOfTheSourceComesOutOfTheGroupsAndOfEachGroup() throws Exception {
        AsyncGenerator<Integer> failing = concat(numbers(1), generator(y -> Failing.with(failure)));
        AsyncGenerator<Grouped<String, Integer>> groups = byParity(failing, 1);
        AsyncGenerator<Integer> odd = groups.anext().await().elements();

        assertThat(catchThrowable(groups.anext()::await)).isSameAs(failure);
        assertThat(odd.anext().await()).isEqualTo(1);
        assertThat(catchThrowable(odd.anext()::await)).isSameAs(failure);
    }

    @EachDrive
    void aFailureOfTheKeyClosesTheSourceAndComesOut(Drive drive) {
        AsyncGenerator<Grouped<String, Integer>> groups = numbers(4).groupBy(number -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> readAll(drive, groups))).isSameAs(failure);
        assertThat(journal).containsExactly("closed at 15");
    }

    @EachDrive
    void aFailureOfTheConsumerClosesTheSource(Drive drive) {
        var error = catchThrowable(() -> drive.read(byParity(numbers(4), 1), part -> {
            part.elements().close();
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("closed at 15");
    }

    @VirtualTimeTest
    void badArgumentsAreNamed() {
        assertThatNullPointerException().isThrownBy(() -> of(1).groupBy(null)).withMessage("key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).groupBy(number -> number, 0))
                .withMessage("lag must be positive, was 0");
    }
}
