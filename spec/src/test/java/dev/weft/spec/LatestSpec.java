package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// What goes with the latest elements: combineLatest of more sources, and withLatestFrom.
class LatestSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void readTimes(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.noteTime("read " + element));
    }

    private static AsyncGenerator<String> every(String name, long millis, int count) {
        return generator(name, y -> {
            for (int i = 0; i < count; i++) {
                pause(millis);
                y.yield(name + i);
            }
        });
    }

    private AsyncGenerator<String> patient(String name) {
        return generator(name, y -> {
            try {
                pause(1_000);
                y.yield(name);
            } finally {
                pause(5);
                journal.noteTime(name + " clean");
            }
        });
    }

    private AsyncGenerator<String> failing(long millis) {
        return generator(y -> {
            pause(millis);
            throw failure;
        });
    }

    // ---- combineLatest ----

    @EachDrive
    void combinesThree(Drive drive) throws Exception {
        readTimes(
                drive, combineLatest(every("a", 10, 2), every("b", 15, 1), every("c", 25, 1), (a, b, c) -> a + b + c));

        assertThat(journal).containsExactly("read a1b0c0 at 25");
    }

    @EachDrive
    void combinesFour(Drive drive) throws Exception {
        readTimes(
                drive,
                combineLatest(every("a", 10, 1), of("b"), of("c"), every("d", 15, 2), (a, b, c, d) -> a + b + c + d));

        assertThat(journal).containsExactly("read a0bcd0 at 15", "read a0bcd1 at 30");
    }

    @EachDrive
    void combinesAnyNumberToRows(Drive drive) throws Exception {
        readTimes(drive, combineLatest(List.of(every("a", 10, 2), every("b", 15, 1))));

        assertThat(journal).containsExactly("read [a0, b0] at 15", "read [a1, b0] at 20");
    }

    @EachDrive
    void rowsOfNoSourceAreNone(Drive drive) throws Exception {
        readTimes(drive, combineLatest(List.<AsyncGenerator<String>>of()));

        assertThat(journal).isEmpty();
    }

    // ---- withLatestFrom ----

    @EachDrive
    void yieldsEachElementWithTheLatestOfTheOther(Drive drive) throws Exception {
        readTimes(drive, every("a", 10, 4).withLatestFrom(every("b", 15, 2), String::concat));

        assertThat(journal).containsExactly("read a1b0 at 20", "read a2b1 at 30", "read a3b1 at 40");
    }

    @EachDrive
    void dropsWhatComesBeforeTheOtherHasHadAnElement(Drive drive) throws Exception {
        readTimes(drive, every("a", 10, 3).withLatestFrom(every("b", 25, 1), String::concat));

        assertThat(journal).containsExactly("read a2b0 at 30");
    }

    @EachDrive
    void theElementOfTheOtherComesFirstWhenBothAreReady(Drive drive) throws Exception {
        readTimes(drive, of("a").withLatestFrom(of("b"), String::concat));

        assertThat(journal).containsExactly("read ab at 0");
    }

    @EachDrive
    void endsWithTheSourceAndClosesTheOther(Drive drive) throws Exception {
        readTimes(drive, every("a", 10, 1).withLatestFrom(concat(of("b"), patient("other")), String::concat));

        assertThat(journal).containsExactly("read a0b at 10", "other clean at 15");
    }

    @EachDrive
    void endsWhenTheOtherEndsWithoutAnElement(Drive drive) throws Exception {
        readTimes(drive, patient("source").withLatestFrom(every("b", 10, 0), String::concat));

        assertThat(journal).containsExactly("source clean at 5");
    }

    @EachDrive
    void elementsMayBeNull(Drive drive) throws Exception {
        readTimes(drive, of((String) null).withLatestFrom(of((String) null), (a, b) -> a + b));

        assertThat(journal).containsExactly("read nullnull at 0");
    }

    @EachDrive
    void aFailureOfTheOtherClosesTheSourceAndComesOut(Drive drive) {
        var error =
                catchThrowable(() -> readTimes(drive, patient("source").withLatestFrom(failing(10), String::concat)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source clean at 15");
    }

    @EachDrive
    void aFailureOfTheFunctionClosesBothAndComesOut(Drive drive) {
        AsyncGenerator<String> sampled =
                every("a", 10, 2).withLatestFrom(concat(of("b"), patient("other")), (a, b) -> fails());

        var error = catchThrowable(() -> readTimes(drive, sampled));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("other clean at 15");
    }

    private String fails() throws IOException {
        throw failure;
    }

    @VirtualTimeTest
    void aCancelUnwindsBoth() throws Exception {
        Task<List<String>> task = spawn(
                () -> patient("a").withLatestFrom(patient("b"), String::concat).toList());
        pause(10);

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactlyInAnyOrder("a clean at 15", "b clean at 15");
    }

    @VirtualTimeTest
    void refusesWhatIsMissing() {
        AsyncGenerator<String> missing = null;

        assertThatNullPointerException()
                .isThrownBy(() -> of("a").withLatestFrom(missing, String::concat))
                .withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> of("a").withLatestFrom(of("b"), null))
                .withMessage("function");
    }
}
