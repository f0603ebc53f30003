package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
    void concatReadsOneAfterTheOther() {
        // @start region=concat
        AsyncGenerator<String> page = concat(of("<ul>"), range(1, 3).map(n -> "<li>" + n + "</li>"), of("</ul>"));
        // @end

        assertThat(page.joining("")).isEqualTo("<ul><li>1</li><li>2</li></ul>");
    }

    @VirtualTimeTest
    void mergeWithAndRaceTakeOneMore() {
        AsyncGenerator<String> news = each(2, "rain", "sun");
        AsyncGenerator<String> origin = each(3, "page");
        AsyncGenerator<String> mirror = each(1, "copy of the page");
        // @start region=mergeWith
        AsyncGenerator<String> feed = news.mergeWith(of("welcome"));
        // @end
        // @start region=raceWith
        String fastest = origin.race(mirror).first();
        // @end

        assertThat(feed.toList()).containsExactly("welcome", "rain", "sun");
        assertThat(fastest).isEqualTo("copy of the page");
    }

    @VirtualTimeTest
    void interleaveTakesTurns() {
        // @start region=interleave
        List<String> dealt = interleave(of("ace", "king", "ten"), of("two"), of("six", "five"))
                .toList(); // ace, two, six, king, five, ten
        // @end

        assertThat(dealt).containsExactly("ace", "two", "six", "king", "five", "ten");
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
    void raceReadsTheFastestAlone() {
        // @start region=race
        AsyncGenerator<String> mirror = each(3, "header of the mirror", "page of the mirror");
        AsyncGenerator<String> origin = each(2, "header", "page");

        List<String> download = firstToYield(mirror, origin).toList(); // header, page; the mirror was closed at once
        // @end

        assertThat(download).containsExactly("header", "page");
    }

    @VirtualTimeTest
    void raceTakesGenerators() {
        // @start region=raceOfGenerators
        List<Integer> fastest =
                race(of(1, 2).delayStart(Duration.ofSeconds(9)), of(3, 4)).toList(); // 3, 4
        // @end

        assertThat(fastest).containsExactly(3, 4);
    }

    @VirtualTimeTest
    void zipMakesRows() {
        // @start region=zipRows
        List<List<Integer>> columns = zip(List.of(of(1, 2, 3), of(4, 5, 6))).toList(); // [1, 4], [2, 5], [3, 6]
        // @end

        assertThat(columns).containsExactly(List.of(1, 4), List.of(2, 5), List.of(3, 6));
    }

    @VirtualTimeTest
    void zipStrictInsistsOnEqualLengths() {
        // @start region=zipStrict
        AsyncGenerator<String> names = of("Ada", "Grace", "Barbara");
        AsyncGenerator<Integer> years = of(1815, 1906);

        AsyncGenerator<String> cards = names.zipStrict(years, (name, year) -> name + " " + year);

        // Ada 1815, Grace 1906, and then an IllegalStateException: "source 1 of zipStrict ended after 2 elements, and
        // …"
        // @end

        assertThatIllegalStateException()
                .isThrownBy(cards::toList)
                .withMessageStartingWith("source 1 of zipStrict ended after 2 elements, and ");
    }

    @VirtualTimeTest
    void rowsAreStrictOrFilledIn() {
        // @start region=zipStrictRows
        List<List<String>> table = zipStrict(List.of(of("Ada", "Grace"), of("London", "New York")))
                .toList(); // [Ada, London], [Grace, New York]
        // @end
        // @start region=zipLongestRows
        List<List<Integer>> padded = zipLongest(List.of(of(1, 2), of(3)), 0).toList(); // [1, 3], [2, 0]
        // @end

        assertThat(table).containsExactly(List.of("Ada", "London"), List.of("Grace", "New York"));
        assertThat(padded).containsExactly(List.of(1, 3), List.of(2, 0));
    }

    @VirtualTimeTest
    void zipLongestFillsIn() {
        // @start region=zipLongest
        List<String> lines = of("Ada", "Grace")
                .zipLongest(of(1815), "nobody", 0, (name, year) -> name + " " + year)
                .toList(); // Ada 1815, Grace 0
        // @end

        assertThat(lines).containsExactly("Ada 1815", "Grace 0");
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

    @VirtualTimeTest
    void withLatestFromLooksAtTheOther() {
        // @start region=withLatestFrom
        AsyncGenerator<String> orders = each(4, "bread", "milk", "salt"); // after 4, 8 and 12 seconds
        AsyncGenerator<Integer> rates = each(5, 3, 2); // 3 after 5 seconds, 2 after 10

        List<String> priced = orders.withLatestFrom(rates, (order, rate) -> order + " at " + rate)
                .toList(); // milk at 3, salt at 2; bread came before there was a rate
        // @end

        assertThat(priced).containsExactly("milk at 3", "salt at 2");
    }

    @VirtualTimeTest
    void switchMapDropsWhatIsOutdated() {
        // @start region=switchMap
        AsyncGenerator<String> typed = each(1, "w", "we", "weft"); // a letter or two each second

        List<String> found = typed.switchMap(query -> each(2, "results for " + query))
                .toList(); // results for weft; the searches for w and we were cancelled
        // @end

        assertThat(found).containsExactly("results for weft");
    }

    @VirtualTimeTest
    void takeUntilStopsAtASign() {
        // @start region=takeUntil
        AsyncGenerator<Long> ticks = interval(Duration.ofSeconds(2));
        AsyncGenerator<String> bell = each(5, "time is up");

        List<Long> ticked = ticks.takeUntil(bell).toList(); // 0, 1
        // @end

        assertThat(ticked).containsExactly(0L, 1L);
    }
}
