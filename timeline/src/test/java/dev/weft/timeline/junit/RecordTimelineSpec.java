package dev.weft.timeline.junit;

import static dev.weft.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.weft.Async;
import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeExtension;
import dev.weft.testkit.VirtualTimeTest;
import dev.weft.timeline.TimelineRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

class RecordTimelineSpec {

    @TempDir
    Path folder;

    @Test
    void keepsThePageAndTheTextOfATestThatFails() throws IOException {
        run(Samples.class);

        assertThat(files()).contains("RecordTimelineSpec.Samples.fails.html", "RecordTimelineSpec.Samples.fails.txt");
        assertThat(folder.resolve("RecordTimelineSpec.Samples.fails.txt"))
                .content()
                .contains("pump  ~~~~");
        assertThat(folder.resolve("RecordTimelineSpec.Samples.fails.html"))
                .content()
                .contains("<title>RecordTimelineSpec.Samples.fails</title>");
    }

    @Test
    void keepsNothingOfATestThatPasses() throws IOException {
        run(Samples.class);

        assertThat(files()).noneMatch(name -> name.contains("passes"));
    }

    @Test
    void keepsNothingOfATestWithoutTheAnnotationOrInRealTime() throws IOException {
        run(Samples.class);

        assertThat(files()).noneMatch(name -> name.contains("isNotRecorded") || name.contains("isInRealTime"));
    }

    @Test
    void keepsTheOneSeedThatFails() throws IOException {
        run(Samples.class);

        assertThat(files()).filteredOn(name -> name.contains("explores")).hasSize(2);
    }

    @Test
    void numbersTheRunsOfAParameterizedTestAndLeavesTheSimulationItsObserver() throws IOException {
        run(Parameterized.class);

        assertThat(files())
                .containsExactlyInAnyOrder(
                        "RecordTimelineSpec.Parameterized.failsForSome.2.html",
                        "RecordTimelineSpec.Parameterized.failsForSome.2.txt",
                        "RecordTimelineSpec.Parameterized.failsForSome.3.html",
                        "RecordTimelineSpec.Parameterized.failsForSome.3.txt");
        assertThat(Parameterized.OWN.timeline().lanes()).isNotEmpty();
    }

    private void run(Class<?> type) {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("dev.weft.timelines", folder.toString())
                .selectors(selectClass(type))
                .execute();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void pump() {
        Async.generator("pump", y -> {
                    sleep(Duration.ofSeconds(1));
                    y.yield(1);
                    throw new IllegalStateException("dry");
                })
                .toList();
    }

    /// Not found as tests by themselves: nested static classes are, but only by name.
    static class Samples {

        @RecordTimeline
        @VirtualTimeTest
        void fails() {
            pump();
        }

        @RecordTimeline
        @VirtualTimeTest
        void passes() throws InterruptedException {
            sleep(Duration.ofSeconds(1));
        }

        @RecordTimeline
        @VirtualTimeTest(explore = 5)
        void explores() {
            pump();
        }

        @VirtualTimeTest
        void isNotRecorded() {
            pump();
        }

        @RecordTimeline
        @Test
        void isInRealTime() {
            throw new IllegalStateException();
        }
    }

    @RecordTimeline
    static class Parameterized {

        static final TimelineRecorder OWN = new TimelineRecorder();

        @RegisterExtension
        static final VirtualTimeExtension VIRTUAL =
                new VirtualTimeExtension(VirtualTime.strict().observer(OWN));

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void failsForSome(int number) throws InterruptedException {
            sleep(Duration.ofSeconds(number));
            assertThat(number).isEqualTo(1);
        }
    }
}
