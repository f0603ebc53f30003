package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// More of what [OperatorsSpec] specifies: terminals and ways out.
class CollectingSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the function");

    private static AsyncGenerator<Integer> delayed(long millis, Integer... elements) {
        return of(elements).map(element -> {
            pause(millis);
            return element;
        });
    }

    // ---- toList, collect ----

    @VirtualTimeTest
    void toListGivesAllElementsNullsIncludedInAnUnmodifiableList() {
        List<String> list = of("a", null).toList();

        assertThat(list).containsExactly("a", null);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add("b"));
    }

    @VirtualTimeTest
    void toListOfWhatHasBegunGivesTheRest() throws Exception {
        AsyncGenerator<Integer> numbers = range(0, 4);
        numbers.anext().await();

        assertThat(numbers.toList()).containsExactly(1, 2, 3);
    }

    @VirtualTimeTest
    void toListThatFailsClosesTheSourceAndLosesWhatItHad() {
        AsyncGenerator<Integer> failing = generator(y -> {
            try {
                y.yield(1);
                throw failure;
            } finally {
                journal.note("clean");
            }
        });

        assertThat(catchThrowable(failing::toList)).isSameAs(failure);
        assertThat(journal).containsExactly("clean");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(failing.anext()::await);
    }

    @VirtualTimeTest
    void collectTakesAnyCollector() {
        Map<Boolean, Long> parities =
                range(0, 5).collect(Collectors.partitioningBy(number -> number % 2 == 0, Collectors.counting()));

        assertThat(parities).isEqualTo(Map.of(true, 3L, false, 2L));
    }

    @VirtualTimeTest
    void aCollectorThatFailsClosesTheSource() {
        var broken = new IllegalStateException("of the collector");
        Collector<Integer, ?, AtomicInteger> failing = Collector.of(
                AtomicInteger::new,
                (sum, number) -> {
                    throw broken;
                },
                (left, right) -> left);

        var error = catchThrowable(() -> journal.source("source", 1, 2).collect(failing));

        assertThat(error).isSameAs(broken);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @VirtualTimeTest
    void theSourceIsClosedBeforeTheCollectorFinishes() {
        Collector<Integer, ?, String> finishing =
                Collector.of(ArrayList::new, List::add, (left, right) -> left, (List<Integer> all) -> {
                    journal.note("finish");
                    return all.toString();
                });

        String all = journal.source("source", 1, 2).collect(finishing);

        assertThat(all).isEqualTo("[1, 2]");
        assertThat(journal).containsExactly("source 1", "source 2", "source closed", "finish");
    }

    // ---- stream ----

    @VirtualTimeTest
    void aStreamAwaitsEachElementAsItIsAskedFor() {
        try (Stream<Integer> numbers = delayed(10, 1, 2, 3).stream()) {
            assertThat(now()).isZero();

            assertThat(numbers.peek(number -> journal.noteTime("peek " + number))
                            .mapToInt(number -> number)
                            .sum())
                    .isEqualTo(6);
        }

        assertThat(journal).containsExactly("peek 1 at 10", "peek 2 at 20", "peek 3 at 30");
    }

    @VirtualTimeTest
    void closingTheStreamClosesTheSource() {
        try (Stream<Integer> numbers = journal.source("source", 1, 2).stream()) {
            assertThat(numbers.findFirst()).contains(1);
            assertThat(journal).doesNotContain("source closed");
        }

        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @VirtualTimeTest
    void aStreamOfAnEndlessSourceIsLazy() {
        try (Stream<Integer> powers = iterate(1, number -> number * 2).stream()) {
            assertThat(powers.limit(4)).containsExactly(1, 2, 4, 8);
        }
    }

    @VirtualTimeTest
    void aStreamIsSequential() {
        try (Stream<Integer> numbers = of(1).stream()) {
            assertThat(numbers.isParallel()).isFalse();
        }
    }

    @VirtualTimeTest
    void checkedFailuresComeOutOfTheStream() {
        AsyncGenerator<Integer> failing = generator(y -> {
            throw failure;
        });

        try (Stream<Integer> numbers = failing.stream()) {
            assertThat(catchThrowable(numbers::toList)).isSameAs(failure);
        }
    }

    @VirtualTimeTest
    void aStreamThatIsNeverReadReadsNothing() {
        journal.source("source", 1).stream().close();

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void nullsStandInTheStream() {
        try (Stream<String> letters = of("a", null).stream()) {
            assertThat(letters.toList()).containsExactly("a", null);
        }
    }
}
