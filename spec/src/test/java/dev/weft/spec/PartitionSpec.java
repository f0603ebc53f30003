package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Partitioned;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;

/// `partition`: one source in two parts.
class PartitionSpec {

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

    private static Partitioned<Integer> byParity(AsyncGenerator<Integer> source, int lag) {
        return source.partition(number -> number % 2 == 0, lag);
    }

    @EachDrive
    void eachPartHasItsElementsInTheirOrder(Drive drive) throws Exception {
        Partitioned<Integer> parts = byParity(numbers(4), 1);

        Task<Void> even = spawn(() -> drive.read(parts.matching(), number -> journal.noteTime("even " + number)));
        drive.read(parts.others(), number -> journal.noteTime("odd " + number));
        even.await();

        assertThat(journal)
                .containsExactly("odd 1 at 10", "even 2 at 20", "odd 3 at 30", "even 4 at 40", "closed at 45");
    }

    @EachDrive
    void withinTheLagOnePartCanBeReadAfterTheOther(Drive drive) throws Exception {
        Partitioned<Integer> parts = numbers(4).partition(number -> number % 2 == 0);

        drive.read(parts.matching(), number -> journal.note("even " + number));
        drive.read(parts.others(), number -> journal.note("odd " + number));

        assertThat(journal).containsExactly("even 2", "even 4", "closed at 45", "odd 1", "odd 3");
    }

    @VirtualTimeTest
    void aPartThatIsNotReadHoldsUpTheOther() throws Exception {
        Partitioned<Integer> parts = byParity(of(1, 3, 2), 1);
        Task<Integer> even = spawn(parts.matching().anext());
        pause(10);
        assertThat(even.isDone()).isFalse();

        int odd = parts.others().anext().await();

        assertThat(odd).isEqualTo(1);
        assertThat(even.await()).isEqualTo(2);
        parts.matching().close();
        parts.others().close();
    }

    @VirtualTimeTest
    void theElementsOfAClosedPartAreSkipped() throws Exception {
        Partitioned<Integer> parts = byParity(numbers(6), 1);

        parts.others().close();

        assertThat(parts.matching().toList()).containsExactly(2, 4, 6);
    }

    @VirtualTimeTest
    void theSecondCloseClosesTheSourceAndAwaitsIt() throws Exception {
        Partitioned<Integer> parts = byParity(numbers(6), 1);
        parts.matching().anext().await();

        parts.matching().close();
        assertThat(journal).isEmpty();
        parts.others().close();
        parts.others().close();

        assertThat(journal).containsExactly("closed at 25");
        assertThat(now()).isEqualTo(25);
    }

    @VirtualTimeTest
    void whileNobodyReadsNoTaskRunsAndWhoReadsLaterMissesNothing() throws Exception {
        Partitioned<Integer> parts = byParity(numbers(5), 2);
        parts.matching().anext().await();
        parts.matching().close();
        pause(100);

        List<Integer> odd = parts.others().toList();

        assertThat(odd).containsExactly(1, 3, 5);
        assertThat(journal).containsExactly("closed at 155");
    }

    @EachDrive
    void aFailureOfThePredicateComesOutOfBothParts(Drive drive) {
        Partitioned<Integer> parts = numbers(6).partition(number -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> drive.read(parts.matching(), number -> {})))
                .isSameAs(failure);
        assertThat(catchThrowable(() -> drive.read(parts.others(), number -> {})))
                .isSameAs(failure);
        assertThat(journal).containsExactly("closed at 15");
    }

    @VirtualTimeTest
    void aFailureThatOneReaderHasSeenDoesNotComeOutOfTheCloseOfTheOther() throws Exception {
        AsyncGenerator<Integer> failing = concat(of(1, 2), generator(y -> Failing.with(failure)));
        Partitioned<Integer> parts = byParity(failing, 5);
        parts.matching().anext().await();
        Task<Integer> next = spawn(parts.matching().anext());
        pause(10);
        assertThat(catchThrowable(next::await)).isSameAs(failure);

        assertThat(catchThrowable(parts.others()::close)).isNull();
    }

    @EachDrive
    void elementsMayBeNull(Drive drive) throws Exception {
        Partitioned<String> parts = of("a", null).partition(element -> element == null);

        drive.read(parts.matching(), element -> journal.note("read " + element));
        drive.read(parts.others(), element -> journal.note("read " + element));

        assertThat(journal).containsExactly("read null", "read a");
    }

    @VirtualTimeTest
    void badArgumentsAreNamed() {
        assertThatNullPointerException().isThrownBy(() -> of(1).partition(null)).withMessage("predicate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1).partition(number -> true, -1))
                .withMessage("lag must be positive, was -1");
    }
}
