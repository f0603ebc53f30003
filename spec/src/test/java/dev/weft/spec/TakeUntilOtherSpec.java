package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// takeUntil another source.
class TakeUntilOtherSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void readTimes(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    /// Yields 0, 1, 2 and so on, one each 10 ms; its clean-up takes 5 ms.
    private AsyncGenerator<Integer> ticks(String name, int count) {
        return generator(name, y -> {
            try {
                for (int i = 0; i < count; i++) {
                    pause(10);
                    y.yield(i);
                }
            } finally {
                pause(5);
                journal.noteTime(name + " clean");
            }
        });
    }

    private AsyncGenerator<String> sign(long millis) {
        return of("sign").map(sign -> {
            pause(millis);
            return sign;
        });
    }

    @EachDrive
    void yieldsUntilTheOtherYields(Drive drive) throws Exception {
        readTimes(drive, ticks("source", 9).takeUntil(sign(25)));

        assertThat(journal).containsExactly("read 0 at 10", "read 1 at 20", "source clean at 30");
    }

    @EachDrive
    void endsWhenTheOtherEnds(Drive drive) throws Exception {
        readTimes(drive, ticks("source", 9).takeUntil(generator(y -> pause(15))));

        assertThat(journal).containsExactly("read 0 at 10", "source clean at 20");
    }

    @EachDrive
    void endsWithTheSourceAndClosesTheOther(Drive drive) throws Exception {
        readTimes(drive, of(1, 2).takeUntil(ticks("other", 9)));

        assertThat(journal).containsExactly("read 1 at 0", "read 2 at 0", "other clean at 5");
        assertThat(now()).isEqualTo(5);
    }

    @EachDrive
    void anOtherThatIsReadyAtOnceLeavesNothing(Drive drive) throws Exception {
        readTimes(drive, of(1, 2).takeUntil(of("sign")));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aFailureOfTheOtherClosesTheSourceAndComesOut(Drive drive) {
        AsyncGenerator<String> failing = generator(y -> {
            pause(15);
            throw failure;
        });

        var error = catchThrowable(() -> readTimes(drive, ticks("source", 9).takeUntil(failing)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 0 at 10", "source clean at 20");
    }

    @EachDrive
    void aFailureOfTheSourceClosesTheOtherAndComesOut(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            throw failure;
        });

        var error = catchThrowable(() -> readTimes(drive, failing.takeUntil(ticks("other", 9))));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("other clean at 5");
    }

    @EachDrive
    void elementsMayBeNull(Drive drive) throws Exception {
        readTimes(drive, of((String) null).takeUntil(sign(10)));

        assertThat(journal).containsExactly("read null at 0");
    }

    @EachDrive
    void nestsWithTake(Drive drive) throws Exception {
        readTimes(drive, ticks("source", 9).take(5).takeUntil(sign(1_000)).take(2));

        assertThat(journal).containsExactly("read 0 at 10", "read 1 at 20", "source clean at 25");
    }

    @VirtualTimeTest
    void aCancelUnwindsBoth() throws Exception {
        Task<List<Integer>> task =
                spawn(() -> ticks("a", 9).takeUntil(ticks("b", 9)).toList());
        pause(5);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactlyInAnyOrder("a clean at 10", "b clean at 10");
    }

    @VirtualTimeTest
    void refusesAnOtherThatIsMissing() {
        AsyncIterable<String> missing = null;

        assertThatNullPointerException()
                .isThrownBy(() -> of("a").takeUntil(missing))
                .withMessage("other");
    }
}
