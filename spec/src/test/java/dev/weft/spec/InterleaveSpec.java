package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

class InterleaveSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    @EachDrive
    void yieldsOneElementOfEachInTurn(Drive drive) throws Exception {
        read(drive, interleave(of(1, 2), of(3, 4), of(5, 6)));

        assertThat(journal).containsExactly("read 1", "read 3", "read 5", "read 2", "read 4", "read 6");
    }

    @EachDrive
    void goesOnWithTheRestWhenOneEnds(Drive drive) throws Exception {
        read(drive, interleave(of(1, 2, 3), of(4), of(5, 6)));

        assertThat(journal).containsExactly("read 1", "read 4", "read 5", "read 2", "read 6", "read 3");
    }

    @EachDrive
    void closesASourceWhenItHasEnded(Drive drive) throws Exception {
        read(drive, interleave(journal.source("a", 1), journal.source("b", 2, 3)));

        assertThat(journal).containsExactly("a 1", "read 1", "b 2", "read 2", "a closed", "b 3", "read 3", "b closed");
    }

    @EachDrive
    void asksNoSourceBeforeItsTurn(Drive drive) throws Exception {
        read(
                drive,
                interleave(journal.source("a", 1, 2), journal.source("b", 3, 4)).take(3));

        assertThat(journal).containsExactly("a 1", "read 1", "b 3", "read 3", "a 2", "read 2", "b closed", "a closed");
    }

    @EachDrive
    void ofNothingIsEmpty(Drive drive) throws Exception {
        read(drive, interleave(List.<AsyncGenerator<Integer>>of()));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void ofEmptySourcesIsEmpty(Drive drive) throws Exception {
        read(drive, interleave(of(), of()));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void elementsMayBeNull(Drive drive) throws Exception {
        read(drive, interleave(of((String) null), of("a")));

        assertThat(journal).containsExactly("read null", "read a");
    }

    @EachDrive
    void aFailureOfOneClosesTheOthersAndComesOut(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            throw failure;
        });

        var error = catchThrowable(() -> read(drive, interleave(journal.source("a", 1, 2), failing)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("a 1", "read 1", "a closed");
    }

    @VirtualTimeTest
    void aCloseBeforeTheFirstStepClosesAll() throws Exception {
        AsyncGenerator<Integer> a = of(1);
        AsyncGenerator<Integer> b = of(2);

        var interleaved = interleave(a, b);
        interleaved.close();
        interleaved.close();

        assertThat(List.of(a.anext(-1).await(), b.anext(-1).await())).containsExactly(-1, -1);
    }

    @VirtualTimeTest
    void refusesASourceThatIsMissing() {
        List<AsyncIterable<Integer>> sources = Arrays.asList(of(1), null);

        assertThatNullPointerException().isThrownBy(() -> interleave(sources)).withMessage("source 1 is null");
    }
}
