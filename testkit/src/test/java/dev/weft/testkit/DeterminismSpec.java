package dev.weft.testkit;

import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.race;
import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;
import static dev.weft.Async.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One program that uses most of Weft does the same things in the same order whenever it is run.
class DeterminismSpec {

    @Test
    void holdsInFifoOrder() {
        Stream<List<String>> runs = Stream.generate(() -> linesOf(VirtualTime.fifo()));

        assertThat(runs.limit(100).distinct()).hasSize(1);
    }

    @Test
    void holdsUnderASeed() {
        Stream<List<String>> runs = Stream.generate(() -> linesOf(VirtualTime.seed(42)));

        assertThat(runs.limit(100).distinct()).hasSize(1);
    }

    @Test
    void holdsForEachOfManySeeds() {
        List<List<String>> runs = LongStream.range(0, 50)
                .mapToObj(seed -> linesOf(VirtualTime.seed(seed)))
                .toList();

        List<List<String>> again = LongStream.range(0, 50)
                .mapToObj(seed -> linesOf(VirtualTime.seed(seed)))
                .toList();

        assertThat(again).isEqualTo(runs);
    }

    /// The trace of the scheduler, the events of the library, and what the program says.
    private static List<String> linesOf(Simulation simulation) {
        List<String> lines = new ArrayList<>();
        try {
            simulation
                    .trace(lines::add)
                    .observer(event -> lines.add(event.time() + " " + event.kind() + " " + event.subject()))
                    .run(() -> program(lines));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    private static void program(List<String> lines) throws Exception {
        lines.add("gathered "
                + gather(after(3, "a"), after(1, "b"), after(2, "c")).await());
        lines.add("won by "
                + race(after(3, "slow"), after(1, "fast"), after(1, "as fast")).await());
        try {
            timeout(Duration.ofMillis(2), after(10, "too late")).await();
        } catch (TimeoutException e) {
            lines.add("timed out");
        }
        try (var ticks = ticks(lines)) {
            gather(ticks.anext(), after(1, 0)).await();
            lines.add("tick " + ticks.anext().await());
        }
        for (int tick : ticks(lines)) {
            lines.add("tick " + tick);
        }
        AsyncGenerator<Integer> left = ticks(lines);
        left.anext().await();
        Task<?> cancelled = spawn("cancelled", after(3_600_000, "never"));
        Task<?> canceller = spawn("canceller", () -> cancelled.cancel());
        canceller.await();
        lines.add("cancelled " + cancelled.isCancelled());
    }

    private static <T> Awaitable<T> after(int millis, T value) {
        return () -> {
            sleep(Duration.ofMillis(millis));
            return value;
        };
    }

    private static AsyncGenerator<Integer> ticks(List<String> lines) {
        return generator("ticks", y -> {
            try {
                for (int i = 0; i < 3; i++) {
                    sleep(Duration.ofMillis(1));
                    y.yield(i);
                }
            } finally {
                sleep(Duration.ofMillis(1));
                lines.add("ticks closed");
            }
        });
    }
}
