package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.CheckedConsumer;
import dev.weft.RunOptions;
import dev.weft.spi.Event;
import dev.weft.spi.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;

/// What observers see of an operator that another one has joined: the same as of one that is stepped.
class PipelineEventsSpec {

    private static final List<String> CLOSED_AFTER_ONE = List.of(
            "BODY_STARTED", "AWAITING", "BODY_RESUMED", "BODY_YIELDED 1", "WOKEN", "BODY_CLOSING", "BODY_ENDED");

    private final List<Event> events = new ArrayList<>();
    private final IOException failure = new IOException("a failure");

    private void observe(Drive drive, AsyncGenerator<Integer> pipeline, CheckedConsumer<Integer, Exception> action)
            throws Exception {
        run(RunOptions.defaults().observer(events::add), () -> catchThrowable(() -> drive.read(pipeline, action)));
    }

    /// What happened to the operator `filter`, and who waited for it.
    private List<String> seen() {
        return events.stream()
                .filter(PipelineEventsSpec::isOfFilter)
                .map(PipelineEventsSpec::line)
                .toList();
    }

    private static boolean isOfFilter(Event event) {
        return isFilter(event.subject()) || (event.detail() instanceof Subject subject && isFilter(subject));
    }

    private static boolean isFilter(Subject subject) {
        return subject.name().endsWith(".filter");
    }

    private static String line(Event event) {
        boolean isWait = event.detail() instanceof Subject;
        return event.kind() + (event.detail() == null || isWait ? "" : " " + event.detail());
    }

    private <T> T fail(T element) throws IOException {
        throw failure;
    }

    @EachDrive
    void eachElementIsAWaitForIt(Drive drive) throws Exception {
        observe(drive, of(1).filter(number -> true).map(number -> number), number -> {});

        assertThat(seen())
                .containsExactly(
                        "BODY_STARTED",
                        "AWAITING",
                        "BODY_RESUMED",
                        "BODY_YIELDED 1",
                        "WOKEN",
                        "AWAITING",
                        "BODY_RESUMED",
                        "BODY_ENDED",
                        "WOKEN");
    }

    @EachDrive
    void anOperatorAboveThatWantsNoMoreClosesIt(Drive drive) throws Exception {
        observe(drive, of(1, 2).filter(number -> true).take(1), number -> {});

        assertThat(seen()).isEqualTo(CLOSED_AFTER_ONE);
    }

    @EachDrive
    void anOperatorAboveThatFailsClosesIt(Drive drive) throws Exception {
        observe(drive, of(1, 2).filter(number -> true).map(this::fail), number -> {});

        assertThat(seen()).isEqualTo(CLOSED_AFTER_ONE);
    }

    @EachDrive
    void aConsumerThatFailsClosesIt(Drive drive) throws Exception {
        observe(drive, of(1, 2).filter(number -> true).map(number -> number), this::fail);

        assertThat(seen()).isEqualTo(CLOSED_AFTER_ONE);
    }

    @EachDrive
    void aFailureFromBelowEndsIt(Drive drive) throws Exception {
        observe(drive, of(1).map(this::fail).filter(number -> true).map(number -> number), number -> {});

        assertThat(seen())
                .containsExactly("BODY_STARTED", "AWAITING", "BODY_RESUMED", "BODY_ENDED " + failure, "WOKEN");
    }

    @EachDrive
    void aFailureToCloseTheSourceEndsWhatWaitsForIt(Drive drive) throws Exception {
        AsyncGenerator<Integer> source = generator("source", y -> {
            try {
                y.yield(1);
            } finally {
                fail(2);
            }
        });

        observe(drive, source.take(1).filter(number -> true).map(number -> number), number -> {});

        assertThat(seen())
                .containsExactly(
                        "BODY_STARTED",
                        "AWAITING",
                        "BODY_RESUMED",
                        "BODY_YIELDED 1",
                        "WOKEN",
                        "AWAITING",
                        "BODY_RESUMED",
                        "BODY_ENDED " + failure,
                        "WOKEN");
    }

    @EachDrive
    void anInitializerThatFailsEndsWhatWaitsForIt(Drive drive) throws Exception {
        var failing = new IllegalStateException("an initializer");
        Gatherer<Integer, Object, Integer> broken = Gatherer.ofSequential(
                () -> {
                    throw failing;
                },
                (_, element, downstream) -> downstream.push(element));

        observe(drive, of(1).gather(broken).filter(number -> true).map(number -> number), number -> {});

        assertThat(seen())
                .containsExactly("BODY_STARTED", "AWAITING", "BODY_RESUMED", "BODY_ENDED " + failing, "WOKEN");
    }
}
