package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.Indexed;
import java.util.ArrayList;

/// The small ones among the operators of [dev.weft.Transforming]: mapNotNull, enumerate and intersperse.
class TransformingSpec {

    private final Journal journal = new Journal();

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- mapNotNull ----

    @EachDrive
    void mapNotNullLeavesOutWhatHasNoResult(Drive drive) throws Exception {
        read(drive, of("1", "x", null, "4").mapNotNull(text -> "x".equals(text) ? null : text));

        assertThat(journal).containsExactly("read 1", "read 4");
    }

    @EachDrive
    void mapNotNullMayLeaveOutAll(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2).mapNotNull(number -> (String) null));

        assertThat(journal).containsExactly("source 1", "source 2", "source closed");
    }

    // ---- enumerate ----

    @EachDrive
    void enumerateCountsFromZero(Drive drive) throws Exception {
        var numbered = new ArrayList<Indexed<String>>();

        drive.read(of("a", null).enumerate(), numbered::add);

        assertThat(numbered).containsExactly(new Indexed<>(0, "a"), new Indexed<>(1, null));
    }

    @EachDrive
    void enumerateGivesNothingOfNothing(Drive drive) throws Exception {
        read(drive, of().enumerate());

        assertThat(journal).isEmpty();
    }

    // ---- intersperse ----

    @EachDrive
    void intersperseSeparatesEachTwo(Drive drive) throws Exception {
        read(drive, of(1, 2, 3).intersperse(0));

        assertThat(journal).containsExactly("read 1", "read 0", "read 2", "read 0", "read 3");
    }

    @EachDrive
    void oneElementAndNoneHaveNoSeparator(Drive drive) throws Exception {
        read(drive, of(1).intersperse(0));
        read(drive, of().intersperse(0));

        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void aSeparatorComesWhenTheElementAfterItHasArrived(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2).intersperse(null));

        assertThat(journal).containsExactly("source 1", "read 1", "source 2", "read null", "read 2", "source closed");
    }

    @EachDrive
    void takingUpToASeparatorTakesNoElementAfterIt(Drive drive) throws Exception {
        read(drive, of(1, 2, 3).intersperse(0).take(2));

        assertThat(journal).containsExactly("read 1", "read 0");
    }
}
