package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.VirtualTime;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import java.util.List;

/// The examples of the operators that run ahead of the consumer, run as tests.
class OverlappingSnippets {

    private static final Duration SECOND = Duration.ofSeconds(1);

    // @start region=mapConcurrent
    String fetch(int page) throws InterruptedException {
        sleep(SECOND); // stands for a call that takes its time
        return "page " + page;
    }

    List<String> book() {
        return range(1, 9).mapConcurrent(4, this::fetch).toList(); // page 1 to page 8, in order, after 2 seconds
    }
    // @end

    @VirtualTimeTest
    void mapConcurrentOverlapsCalls() {
        assertThat(book()).startsWith("page 1", "page 2").hasSize(8);
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @VirtualTimeTest
    void mapConcurrentUnorderedYieldsWhatIsReady() {
        // @start region=mapConcurrentUnordered
        List<Integer> asTheyCome = of(3, 1, 2)
                .mapConcurrentUnordered(3, seconds -> {
                    sleep(Duration.ofSeconds(seconds));
                    return seconds;
                })
                .toList(); // 1, 2, 3
        // @end

        assertThat(asTheyCome).containsExactly(1, 2, 3);
    }

    @VirtualTimeTest
    void flatMapConcurrentReadsSeveralSources() {
        // @start region=flatMapConcurrent
        List<String> lines = of("a.log", "b.log", "c.log")
                .flatMapConcurrent(
                        2,
                        file -> of(1, 2).map(line -> {
                            sleep(SECOND);
                            return file + ":" + line;
                        }))
                .toList(); // two files at a time: 4 seconds instead of 6
        // @end

        assertThat(lines).hasSize(6).contains("a.log:1", "c.log:2");
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }
}
