package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;

/// The examples of [dev.weft.Sharing], run as tests.
class ShareSnippets {

    private int connections;

    /// Yields 1 to 4, one each 10 ms.
    private AsyncGenerator<Integer> connect() {
        return generator(y -> {
            connections++;
            for (int i = 1; i <= 4; i++) {
                sleep(ms(10));
                y.yield(i);
            }
        });
    }

    @VirtualTimeTest
    void share() throws Exception {
        List<Object> shown = new ArrayList<>();
        List<Object> stored = new ArrayList<>();
        // @start region=share
        AsyncIterable<Integer> feed = this::connect; // would connect once for each reader
        AsyncIterable<Integer> prices = feed.share(); // connects with the first one, and closes with the last one

        group(tasks -> {
            tasks.spawn(() -> prices.forEach(shown::add));
            tasks.spawn(() -> prices.forEach(stored::add));
        });
        // @end
        assertThat(shown).containsExactly(1, 2, 3, 4);
        assertThat(stored).containsExactly(1, 2, 3, 4);
        assertThat(connections).isEqualTo(1);
    }

    @VirtualTimeTest
    void replay() throws Exception {
        List<Object> late = new ArrayList<>();
        // @start region=replay
        AsyncIterable<Integer> feed = this::connect;
        AsyncIterable<Integer> prices = feed.replay(1); // who comes late sees the latest price at once

        group(tasks -> {
            tasks.spawn(() -> prices.forEach(price -> {}));
            sleep(ms(35));
            prices.forEach(late::add);
        });
        // @end
        assertThat(late).containsExactly(3, 4);
    }

    @VirtualTimeTest
    void broadcast() throws Exception {
        // @start region=broadcast
        List<AsyncGenerator<Integer>> two = connect().broadcast(2, 16);

        double mean = gather(
                        () -> two.getFirst().collect(summingInt(price -> price)),
                        () -> two.getLast().collect(counting()),
                        (sum, count) -> (double) sum / count)
                .await();
        // @end
        assertThat(mean).isEqualTo(2.5);
        assertThat(connections).isEqualTo(1);
    }
}
