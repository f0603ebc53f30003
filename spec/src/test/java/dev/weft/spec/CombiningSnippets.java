package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import java.util.List;

/// The examples of the operators that read several sources, run as tests.
class CombiningSnippets {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /// Yields the elements, one each `seconds`.
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> AsyncGenerator<T> each(int seconds, T... elements) {
        return of(elements).map(element -> {
            sleep(SECOND.multipliedBy(seconds));
            return element;
        });
    }

    @VirtualTimeTest
    void mergeYieldsWhatComesFirst() {
        // @start region=merge
        AsyncGenerator<String> trams = each(3, "tram 1", "tram 2"); // one each 3 seconds
        AsyncGenerator<String> buses = each(2, "bus 1", "bus 2");

        List<String> arrivals = merge(trams, buses).toList(); // bus 1, tram 1, bus 2, tram 2
        // @end

        assertThat(arrivals).containsExactly("bus 1", "tram 1", "bus 2", "tram 2");
    }

    @VirtualTimeTest
    void zipMakesRows() {
        // @start region=zipRows
        List<List<Integer>> columns = zip(List.of(of(1, 2, 3), of(4, 5, 6))).toList(); // [1, 4], [2, 5], [3, 6]
        // @end

        assertThat(columns).containsExactly(List.of(1, 4), List.of(2, 5), List.of(3, 6));
    }

    @VirtualTimeTest
    void combineLatestShowsEachChange() {
        // @start region=combineLatest
        AsyncGenerator<Integer> price = each(2, 10, 12); // changes after 2 and 4 seconds
        AsyncGenerator<Integer> amount = each(3, 1, 5); // and this after 3 and 6

        List<Integer> totals =
                combineLatest(price, amount, (each, many) -> each * many).toList(); // 10, 12, 60
        // @end

        assertThat(totals).containsExactly(10, 12, 60);
    }
}
