package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Grouped;
import dev.weft.Overflow;
import dev.weft.Partitioned;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// The examples of [dev.weft.Overlapping], run as tests.
class BufferSnippets {

    private final List<Object> shown = new ArrayList<>();

    /// Takes 25 ms.
    private void show(Object element) throws InterruptedException {
        sleep(ms(25));
        shown.add(element);
    }

    /// Yields 1 to 6, one each 10 ms.
    private AsyncGenerator<Integer> readings() {
        return generator(y -> {
            for (int i = 1; i <= 6; i++) {
                sleep(ms(10));
                y.yield(i);
            }
        });
    }

    @VirtualTimeTest
    void buffer() throws Exception {
        AsyncGenerator<Integer> pages = readings();
        // @start region=buffer
        pages.buffer(4) // fetches up to four pages while one is shown
                .each(this::show);
        // @end
        assertThat(shown).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Clock.now()).isEqualTo(160);
    }

    @VirtualTimeTest
    void prefetch() throws Exception {
        AsyncGenerator<Integer> pages = readings();
        // @start region=prefetch
        pages.prefetch(1).each(this::show);
        // @end
        assertThat(shown).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @VirtualTimeTest
    void dropOldest() throws Exception {
        AsyncGenerator<Integer> readings = readings();
        // @start region=dropOldest
        readings.buffer(2, Overflow.DROP_OLDEST).each(this::show);
        // @end
        assertThat(shown).containsExactly(1, 2, 4, 5, 6);
    }

    @VirtualTimeTest
    void onDrop() throws Exception {
        AsyncGenerator<Integer> readings = readings();
        // @start region=onDrop
        var dropped = new LongAdder();

        readings.buffer(1, Overflow.DROP_LATEST, reading -> dropped.increment()).each(this::show);
        // @end
        assertThat(shown).hasSize(6 - dropped.intValue());
    }

    @VirtualTimeTest
    void conflate() throws Exception {
        AsyncGenerator<Integer> positions = readings();
        // @start region=conflate
        positions
                .conflate() // what the consumer had no time for is out of date
                .each(this::show);
        // @end
        assertThat(shown).startsWith(1).endsWith(6);
    }

    @VirtualTimeTest
    void conflateMerging() throws Exception {
        AsyncGenerator<Integer> amounts = readings();
        // @start region=conflateMerging
        amounts.conflate(amount -> amount, Integer::sum).each(this::show);
        // @end
        assertThat(shown.stream().mapToInt(sum -> (int) sum).sum()).isEqualTo(21);
        assertThat(shown).hasSizeLessThan(6);
    }

    @VirtualTimeTest
    void batch() throws Exception {
        AsyncGenerator<Integer> rows = readings();
        // @start region=batch
        rows.batch(100) // what has come during one insert goes into the next one
                .each(this::show);
        // @end
        assertThat(shown).startsWith(List.of(1)).hasSizeLessThan(6);
    }

    @VirtualTimeTest
    void groupBy() throws Exception {
        AsyncIterable<String> words = of("apple", "avocado", "banana", "apricot");
        List<String> IO = new ArrayList<>();
        // @start region=groupBy
        AsyncGenerator<Grouped<Character, String>> groups = words.groupBy(word -> word.charAt(0));

        group(tasks -> {
            groups.each(letter -> tasks.spawn(
                    () -> { // each group in a task of its own
                        List<String> all = letter.elements().toList();
                        IO.add(letter.key() + ": " + all);
                    }));
        });
        // @end
        assertThat(IO).containsExactlyInAnyOrder("a: [apple, avocado, apricot]", "b: [banana]");
    }

    @VirtualTimeTest
    void partition() throws Exception {
        AsyncGenerator<Integer> numbers = range(0, 10);
        // @start region=partition
        Partitioned<Integer> parts = numbers.partition(number -> number % 2 == 0);

        List<List<Integer>> lists =
                gather(parts.matching()::toList, parts.others()::toList).await();
        // @end
        assertThat(lists).containsExactly(List.of(0, 2, 4, 6, 8), List.of(1, 3, 5, 7, 9));
    }
}
