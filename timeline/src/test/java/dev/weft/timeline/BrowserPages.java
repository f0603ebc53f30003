package dev.weft.timeline;

import static dev.weft.Async.anext;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static dev.weft.timeline.Runs.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.AsyncGenerator;
import dev.weft.Yielder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Writes the pages that `src/test/browser/test.mjs` opens.
class BrowserPages {

    private static final Path FOLDER = Path.of("target/browser");

    @BeforeAll
    static void makeTheFolder() throws Exception {
        Files.createDirectories(FOLDER);
    }

    @Test
    void gathers() throws Exception {
        var timeline = Runs.timeline(() -> {
            try (var left = numbers("left", 41, ms(10));
                    var right = numbers("right", 1, ms(20))) {
                gather(anext(left), anext(right), Integer::sum).await();
                sleep(ms(5));
                gather(anext(left), anext(right), Integer::sum).await();
                gather(anext(left), anext(right), Integer::sum).await();
            }
        });

        timeline.write(FOLDER.resolve("gather.html"));

        assertThat(timeline.lanes()).hasSize(1 + 2 + 3 * 2);
    }

    @Test
    void fails() throws Exception {
        var timeline = Runs.timeline(() -> {
            generator("<b>bold</b>", y -> y.yield("<script>alert(1)</script>")).toList();
            var failing = generator("failing", (Yielder<Integer> y) -> {
                sleep(ms(10));
                throw new IllegalStateException("out of paper");
            });
            assertThatThrownBy(failing::toList).hasMessage("out of paper");
        });

        timeline.write(FOLDER.resolve("failure.html"));

        assertThat(timeline.lanes()).hasSize(3);
    }

    @Test
    void isEmpty() throws Exception {
        new TimelineRecorder().timeline().write(FOLDER.resolve("empty.html"));

        assertThat(FOLDER.resolve("empty.html")).isNotEmptyFile();
    }

    @Test
    void isLarge() throws Exception {
        Runs.large().write(FOLDER.resolve("large.html"));

        assertThat(FOLDER.resolve("large.html")).isNotEmptyFile();
    }

    private static AsyncGenerator<Integer> numbers(String name, int first, Duration sleep) {
        return generator(name, y -> {
            for (int i = first; ; i++) {
                sleep(sleep);
                y.yield(i);
            }
        });
    }
}
