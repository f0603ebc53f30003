package dev.weft.spec;

import static dev.weft.Async.anext;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeTest;
import dev.weft.timeline.Timeline;
import dev.weft.timeline.TimelineRecorder;
import dev.weft.timeline.junit.RecordTimeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the timeline's Javadoc, run as tests.
class TimelineSnippets {

    @TempDir
    Path folder;

    @Test
    void record() throws Exception {
        Path page = folder.resolve("sums.html");
        VirtualTime.run(() -> {
            // @start region=record
            var timeline = Timeline.record(() -> {
                try (var left = numbers("left", 20);
                        var right = numbers("right", 30)) {
                    gather(anext(left), anext(right), Integer::sum).await();
                }
            });

            System.out.print(timeline.toText());
            timeline.write(page); // or .svg, .json for Perfetto, .txt
            // @end
            assertThat(timeline.toText()).contains("left      ~~~~");
        });
        assertThat(page).isNotEmptyFile();
    }

    @Test
    void recorder() {
        // @start region=recorder
        var recorder = new TimelineRecorder();
        var options = RunOptions.defaults().observer(recorder);

        assertThatThrownBy(() -> Async.run(options, () -> List.of().getFirst()))
                .isInstanceOf(NoSuchElementException.class);

        System.out.print(recorder.timeline().toText()); // also of a run that failed, or goes on
        // @end
        assertThat(recorder.timeline().toText()).contains("!");
    }

    // @start region=recordTimeline
    @RecordTimeline
    @VirtualTimeTest(explore = 20)
    void takesAsLongAsTheSlowerOne() throws Exception {
        gather(() -> numbers("left", 20).first(), () -> numbers("right", 30).first())
                .await();

        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofMillis(30));
    }
    // @end

    private static AsyncGenerator<Integer> numbers(String name, int millis) {
        return generator(name, y -> {
            while (true) {
                sleep(Duration.ofMillis(millis));
                y.yield(millis);
            }
        });
    }
}
