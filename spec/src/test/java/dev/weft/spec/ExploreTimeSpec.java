package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.Simulation;
import dev.weft.testkit.VirtualTime;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ties have one outcome: whatever the order of the strands is, an operator of time gives the same elements at the same
/// times and ends in the same way.
///
/// All waits of a timeline are multiples of 5 ms and so are those of the operators, so that elements, deadlines and the
/// consumer meet at nearly every instant.
class ExploreTimeSpec {

    private static final int TIMELINES = 100;
    private static final int SCHEDULES = 20;

    private enum Operator {
        DELAY(source -> source.delay(ms(10))),
        DELAY_START(source -> source.delayStart(ms(10))),
        SPACED(source -> source.spaced(ms(10))),
        DEBOUNCE(source -> source.debounce(ms(10))),
        DEBOUNCE_BY(source -> source.debounce(number -> ms(number % 3 * 5))),
        THROTTLE_FIRST(source -> source.throttleFirst(ms(10))),
        THROTTLE_LAST(source -> source.throttleLast(ms(10))),
        SAMPLE(source -> source.sample(ms(10))),
        CHUNKED_WITHIN(
                source -> source.chunkedWithin(3, ms(10)).map(chunk -> chunk.getFirst() * 100 + chunk.getLast())),
        TIMEOUT_EACH(source -> source.timeoutEach(ms(15))),
        TIMEOUT_TOTAL(source -> source.timeoutTotal(ms(40))),
        TIMESTAMPED(source ->
                source.timestamped().map(timed -> (int) timed.after().toMillis() * 100 + timed.value()));

        private final UnaryOperator<AsyncGenerator<Integer>> operator;

        Operator(UnaryOperator<AsyncGenerator<Integer>> operator) {
            this.operator = operator;
        }
    }

    /// A source and a consumer, drawn from a number.
    private static final class Timeline {
        private final Journal journal = new Journal();
        private final List<Integer> waits;
        private final List<Integer> pauses;
        private final boolean failing;
        private final Drive drive;
        private int consumed;

        Timeline(long seed) {
            var random = new Random(seed);
            waits = IntStream.range(0, 8).mapToObj(i -> random.nextInt(4) * 5).toList();
            int slowness = random.nextInt(4);
            pauses = IntStream.range(0, 8)
                    .mapToObj(i -> random.nextInt(slowness + 1) * 5)
                    .toList();
            failing = random.nextInt(3) == 0;
            drive = Drive.values()[random.nextInt(Drive.values().length)];
        }

        /// What is read and when, under one schedule.
        String under(Simulation simulation, Operator operator) throws Exception {
            return simulation.strict().run(() -> {
                try {
                    drive.read(operator.operator.apply(source()), this::consume);
                    journal.noteTime("end");
                } catch (IOException | TimeoutException e) {
                    journal.noteTime(e.getMessage());
                }
                return journal.toString();
            });
        }

        private AsyncGenerator<Integer> source() {
            return generator("source", y -> {
                for (int i = 0; i < waits.size(); i++) {
                    pause(waits.get(i));
                    if (failing && i == waits.size() - 1) {
                        throw new IOException("of the source");
                    }
                    y.yield(i);
                }
            });
        }

        private void consume(int element) throws Exception {
            journal.noteTime("" + element);
            pause(pauses.get(consumed++ % pauses.size()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderGivesTheSameElementsAtTheSameTimes(Operator operator) throws Exception {
        compareSchedules(operator);
    }

    private static void compareSchedules(Operator operator) throws Exception {
        for (long timeline = 0; timeline < TIMELINES; timeline++) {
            String expected = new Timeline(timeline).under(VirtualTime.fifo(), operator);
            for (long seed = 0; seed < SCHEDULES; seed++) {
                String actual = new Timeline(timeline).under(VirtualTime.seed(seed), operator);
                assertThat(actual)
                        .as("timeline %s under seed %s", timeline, seed)
                        .isEqualTo(expected);
            }
        }
    }
}
