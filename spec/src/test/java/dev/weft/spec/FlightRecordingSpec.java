package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Action;
import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Java Flight Recorder: runs that begin while it records are recorded. In real time, as recordings are.
class FlightRecordingSpec {

    @TempDir
    private Path folder;

    /// The events of Weft in a run of `code`.
    private List<RecordedEvent> recorded(UnaryOperator<Recording> settings, Action code) throws Exception {
        return recordedHere(settings, () -> run(RunOptions.defaults().name("the run"), code));
    }

    private List<RecordedEvent> recordedHere(UnaryOperator<Recording> settings, Action code) throws Exception {
        Path file = folder.resolve("weft.jfr");
        try (var recording = settings.apply(new Recording())) {
            recording.start();
            code.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.weft."))
                .toList();
    }

    private List<RecordedEvent> recorded(Action code) throws Exception {
        return recorded(recording -> recording, code);
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String type, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.weft." + type))
                .filter(event -> name.equals(event.getString("name")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aGeneratorIsOneEventFromItsFirstStepToItsEnd(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator("numbers", y -> {
            y.yield(1);
            sleep(Duration.ofMillis(2));
            y.yield(2);
        });

        var events = recorded(() -> drive.read(numbers, number -> {}));

        assertThat(named(events, "Generator", "numbers")).singleElement().satisfies(event -> {
            assertThat(event.getLong("yields")).isEqualTo(2);
            assertThat(event.getString("site")).startsWith("FlightRecordingSpec.java:");
            assertThat(event.getString("parent")).isEqualTo("the run");
            assertThat(event.getString("failure")).isNull();
            assertThat(event.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(2));
        });
    }

    @Test
    void aTaskIsOneEvent() throws Exception {
        var events =
                recorded(() -> catchThrowable(spawn("worker", () -> Failing.with(new IOException("no page")))::await));

        assertThat(named(events, "Task", "worker")).singleElement().satisfies(event -> {
            assertThat(event.getString("type")).isEqualTo("TASK");
            assertThat(event.getString("parent")).isEqualTo("the run");
            assertThat(event.getString("failure")).isEqualTo("java.io.IOException: no page");
            assertThat(event.getBoolean("cancelled")).isFalse();
        });
        assertThat(named(events, "Task", "the run")).hasSize(1);
    }

    @Test
    void yieldsAreRecordedOnDemand() throws Exception {
        Action code = () -> generator("numbers", y -> y.yield(1)).toList();

        var plain = recorded(code);
        var demanded = recorded(
                recording -> {
                    recording.enable("dev.weft.Yield");
                    return recording;
                },
                code);

        assertThat(named(plain, "Yield", "numbers")).isEmpty();
        assertThat(named(demanded, "Yield", "numbers"))
                .singleElement()
                .satisfies(event -> assertThat(event.getLong("number")).isOne());
    }

    @ParameterizedTest
    @EnumSource
    void longWaitsTellWhatFor(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator("numbers", y -> {
            sleep(Duration.ofMillis(50));
            y.yield(1);
        });

        var events = recorded(() -> drive.read(numbers, number -> {}));

        assertThat(named(events, "Await", "numbers"))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("reason")).isEqualTo("sleep 50ms"));
        assertThat(named(events, "Await", "the run"))
                .first()
                .satisfies(event -> assertThat(event.getString("reason")).isEqualTo("numbers"));
    }

    @Test
    void aCloseLastsAsLongAsTheCleanUp() throws Exception {
        AsyncGenerator<Integer> numbers = generator("numbers", y -> {
            try {
                y.yield(1);
            } finally {
                sleep(Duration.ofMillis(2));
            }
        });

        var events = recorded(() -> {
            numbers.anext().await();
            numbers.close();
        });

        assertThat(named(events, "Close", "numbers"))
                .singleElement()
                .satisfies(event -> assertThat(event.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(2)));
    }

    @Test
    void whatBeginsWhileNothingIsRecordedIsNotObserved() throws Exception {
        var events = run(() -> {
            AsyncGenerator<Integer> numbers = generator("numbers", y -> y.yield(1));
            return recordedHere(recording -> recording, () -> numbers.toList());
        });

        assertThat(events).isEmpty();
    }
}
