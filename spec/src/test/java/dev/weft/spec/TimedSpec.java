package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Timed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `timestamped` and `elapsed`: elements with their times.
class TimedSpec {

    private final List<Object> read = new ArrayList<>();
    private final IOException failure = new IOException("a failure");

    private static Timed<Integer> timed(long millis, Integer value) {
        return new Timed<>(ms(millis), value);
    }

    @EachDrive
    void timestampedMeasuresFromTheFirstStep(Drive drive) throws Exception {
        var timestamped = Timeline.at(5, 15, 15).timestamped();
        pause(100);

        drive.read(timestamped, read::add);

        assertThat(read).containsExactly(timed(5, 1), timed(15, 2), timed(15, 3));
    }

    @EachDrive
    void elapsedMeasuresFromTheElementBefore(Drive drive) throws Exception {
        var elapsed = Timeline.at(5, 15, 15).elapsed();
        pause(100);

        drive.read(elapsed, read::add);

        assertThat(read).containsExactly(timed(5, 1), timed(10, 2), timed(0, 3));
    }

    @EachDrive
    void theTimeOfTheConsumerCounts(Drive drive) throws Exception {
        AsyncGenerator<Timed<Integer>> elapsed = Timeline.at(5, 10).elapsed();

        drive.read(elapsed, element -> {
            read.add(element);
            pause(100);
        });

        assertThat(read).containsExactly(timed(5, 1), timed(100, 2));
    }

    @EachDrive
    void elementsMayBeNull(Drive drive) throws Exception {
        drive.read(of((Integer) null).timestamped(), read::add);

        assertThat(read).containsExactly(timed(0, null));
    }

    @EachDrive
    void aFailureOfTheSourceComesOut(Drive drive) {
        var timestamped = Timeline.failingAt(10, failure, 5).timestamped();

        assertThat(catchThrowable(() -> drive.read(timestamped, read::add))).isSameAs(failure);
        assertThat(read).containsExactly(timed(5, 1));
    }

    @Test
    void anElementWithoutATimeIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> new Timed<>(null, 1)).withMessage("after");
    }
}
