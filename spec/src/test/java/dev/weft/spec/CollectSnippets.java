package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The examples of the Javadoc of `Finding`, `Collecting` and `Leaving`, run as tests.
class CollectSnippets {

    @VirtualTimeTest
    void firstReadsOneElement() {
        // @start region=first
        String first = of("a", "b").first(); // a
        // @end
        // @start region=firstOr
        String none = of("c").filter(String::isBlank).firstOr("nothing"); // nothing
        // @end

        assertThat(first).isEqualTo("a");
        assertThat(none).isEqualTo("nothing");
    }

    @VirtualTimeTest
    void lastReadsAll() {
        // @start region=last
        int last = range(0, 5).last(); // 4
        // @end
        // @start region=lastOr
        int newest = range(0, 0).lastOr(-1); // -1
        // @end

        assertThat(last).isEqualTo(4);
        assertThat(newest).isEqualTo(-1);
    }

    @VirtualTimeTest
    void singleInsistsOnOne() {
        // @start region=single
        String ada = of("Ada", "Grace").filter(name -> name.startsWith("A")).single();
        // @end
        // @start region=singleOr
        String bob = of("Ada", "Grace").filter(name -> name.startsWith("B")).singleOr("nobody");
        // @end

        assertThat(ada).isEqualTo("Ada");
        assertThat(bob).isEqualTo("nobody");
    }

    @VirtualTimeTest
    void elementAtCountsFromZero() {
        // @start region=elementAt
        int cube = range(0, 100).map(n -> n * n * n).elementAt(3); // 27
        // @end
        // @start region=elementAtOr
        String third = of("gold", "silver").elementAtOr(2, "tin"); // tin
        // @end

        assertThat(cube).isEqualTo(27);
        assertThat(third).isEqualTo("tin");
    }

    @VirtualTimeTest
    void findStopsAtTheFirst() {
        // @start region=find
        Optional<Integer> square = iterate(1, n -> n + 1).find(n -> n * n > 50); // 8
        // @end

        assertThat(square).contains(8);
    }

    @VirtualTimeTest
    void anyStopsAtTheFirst() {
        // @start region=any
        boolean late = interval(Duration.ofSeconds(1)).any(tick -> tick == 2); // true, after three seconds
        // @end

        assertThat(late).isTrue();
        assertThat(Clock.now()).isEqualTo(3_000);
    }

    @VirtualTimeTest
    void allAndNoneAndContainsAnswer() {
        // @start region=all
        boolean positive = of(3, 1, 4).all(n -> n > 0); // true
        // @end
        // @start region=none
        boolean noneNegative = of(3, 1, 4).none(n -> n < 0); // true
        // @end
        // @start region=contains
        boolean four = of(3, 1, 4).contains(4); // true
        // @end

        assertThat(List.of(positive, noneNegative, four)).containsOnly(true);
    }

    @VirtualTimeTest
    void foldAndReduceGiveOneResult() {
        // @start region=fold
        int letters = of("a", "bb").fold(0, (sum, word) -> sum + word.length()); // 3
        // @end
        // @start region=reduce
        Optional<Integer> product = of(2, 3, 4).reduce((a, b) -> a * b); // 24
        // @end
        // @start region=count
        long even = range(0, 9).filter(n -> n % 2 == 0).count(); // 5
        // @end

        assertThat(letters).isEqualTo(3);
        assertThat(product).contains(24);
        assertThat(even).isEqualTo(5);
    }

    @VirtualTimeTest
    void minAndMaxCompare() {
        // @start region=min
        Optional<String> shortest = of("pear", "fig").min(Comparator.comparing(String::length)); // fig
        // @end
        // @start region=max
        Optional<Integer> highest = of(3, 1, 4).max(Comparator.naturalOrder()); // 4
        // @end

        assertThat(shortest).contains("fig");
        assertThat(highest).contains(4);
    }

    @VirtualTimeTest
    void joiningMapAndSetCollect() {
        // @start region=joining
        String list = range(1, 4).joining(", "); // 1, 2, 3
        // @end
        // @start region=toMap
        Map<Character, String> byInitial = of("one", "two").toMap(word -> word.charAt(0), word -> word);
        // @end
        // @start region=toSet
        Set<Integer> rolls = of(3, 1, 3).toSet(); // 3, 1
        // @end

        assertThat(list).isEqualTo("1, 2, 3");
        assertThat(byInitial).isEqualTo(Map.of('o', "one", 't', "two"));
        assertThat(rolls).containsExactly(3, 1);
    }

    @VirtualTimeTest
    void futureOfAllAndOfTheFirst() {
        AsyncGenerator<Integer> numbers = range(0, 3);
        AsyncGenerator<Integer> others = range(5, 9);
        // @start region=toCompletableFuture
        CompletableFuture<List<Integer>> all = numbers.toCompletableFuture();
        CompletableFuture<Integer> first = others.toCompletableFuture(AsyncIterable::first);
        // @end

        assertThat(from(all).single()).containsExactly(0, 1, 2);
        assertThat(from(first).single()).isEqualTo(5);
    }
}
