package dev.weft.testkit;

import static dev.weft.testkit.Strands.fork;
import static dev.weft.testkit.Strands.seconds;
import static dev.weft.testkit.Strands.sleep;
import static dev.weft.testkit.Strands.stepBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationSpec {

    @Test
    void givesTheSameTraceInEveryRunInFifoOrder() {
        Stream<List<String>> traces =
                Stream.generate(() -> trace(VirtualTime.fifo())).limit(100);

        assertThat(traces.distinct()).hasSize(1);
    }

    @Test
    void givesTheSameTraceInEveryRunOfOneSeed() {
        Stream<List<String>> traces =
                Stream.generate(() -> trace(VirtualTime.seed(42))).limit(100);

        assertThat(traces.distinct()).hasSize(1);
    }

    @Test
    void givesTheSameTraceInRunsSideBySide() {
        Stream<List<String>> traces = IntStream.range(0, 100).parallel().mapToObj(i -> trace(VirtualTime.seed(42)));

        assertThat(traces.distinct()).hasSize(1);
    }

    @Test
    void givesOtherTracesForOtherSeeds() {
        Stream<List<String>> traces = LongStream.range(0, 100).mapToObj(seed -> trace(VirtualTime.seed(seed)));

        assertThat(traces.distinct()).hasSize(100);
    }

    @Test
    void writesATraceLineForEachStep() {
        List<String> trace = new ArrayList<>();

        play(VirtualTime.fifo().trace(trace::add), () -> sleep(seconds(1)));

        assertThat(trace)
                .containsExactly(
                        "0 fork main#0",
                        "0 run main#0",
                        "0 park main#0",
                        "1000000000 wake main#0",
                        "1000000000 run main#0",
                        "1000000000 end main#0");
    }

    @Test
    void doesNotChangeWhenAnotherIsMadeFromIt() {
        Simulation fifo = VirtualTime.fifo();

        fifo.seed(42);

        assertThat(trace(fifo)).isEqualTo(trace(VirtualTime.fifo()));
    }

    @Test
    void goesBackToFifoOrder() {
        Simulation simulation = VirtualTime.seed(42).fifo();

        assertThat(trace(simulation)).isEqualTo(trace(VirtualTime.fifo()));
    }

    @Test
    void drawsTheSameSeedsOnEveryMachine() {
        List<String> order = new ArrayList<>();

        play(
                VirtualTime.seed(42),
                () -> IntStream.range(0, 10).forEach(i -> fork("s", () -> order.add(Integer.toString(i)))));

        assertThat(order).containsExactly("7", "1", "2", "9", "0", "4", "5", "6", "3", "8");
    }

    @Test
    void takesNoNegativeChoice() {
        assertThatThrownBy(() -> VirtualTime.schedule(0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("choices must not be negative, one was -1");
    }

    /// Ten strands that sleep, and meet at the same times.
    private static List<String> trace(Simulation simulation) {
        List<String> trace = new ArrayList<>();
        play(simulation.trace(trace::add), () -> {
            IntStream.range(0, 10)
                    .forEach(i -> fork("s", () -> {
                        sleep(seconds(1 + i % 3));
                        stepBack();
                        sleep(seconds(1 + i % 2));
                    }));
            sleep(seconds(10));
        });
        return trace;
    }

    private static void play(Simulation simulation, Runnable code) {
        try {
            simulation.run(code::run);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
