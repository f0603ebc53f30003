package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Indexed;
import dev.weft.Operator;
import dev.weft.testkit.VirtualTimeTest;
import java.util.List;
import java.util.Map;

/// The examples in the Javadoc of [dev.weft.Transforming], run as tests.
class TransformingSnippets {

    @VirtualTimeTest
    void flatMapReadsOneInnerSourceAfterTheOther() {
        // @start region=flatMap
        List<Integer> numbers = of(1, 2, 3).flatMap(n -> range(0, n)).toList(); // 0, 0, 1, 0, 1, 2
        List<String> words =
                of("to be", "or not").flatMap(line -> List.of(line.split(" "))).toList(); // any iterable
        // @end

        assertThat(numbers).containsExactly(0, 0, 1, 0, 1, 2);
        assertThat(words).containsExactly("to", "be", "or", "not");
    }

    @VirtualTimeTest
    void flattenReadsOneInnerSourceAfterTheOther() {
        // @start region=flatten
        AsyncGenerator<AsyncGenerator<Integer>> pages = of(of(1, 2), of(3));
        List<Integer> rows = flatten(pages).toList(); // 1, 2, 3
        // @end

        assertThat(rows).containsExactly(1, 2, 3);
    }

    @VirtualTimeTest
    void mapNotNullLeavesOut() {
        // @start region=mapNotNull
        var prices = Map.of("tea", 3, "coffee", 4);
        List<Integer> known =
                of("tea", "milk", "coffee").mapNotNull(prices::get).toList(); // 3, 4
        // @end

        assertThat(known).containsExactly(3, 4);
    }

    @VirtualTimeTest
    void enumerateNumbers() {
        // @start region=enumerate
        List<String> lines = of("one", "two")
                .enumerate()
                .map(line -> line.index() + ": " + line.value()) // an Indexed<String>
                .toList(); // 0: one, 1: two
        // @end

        assertThat(lines).containsExactly("0: one", "1: two");
        assertThat(of("one").enumerate().toList()).containsExactly(new Indexed<>(0, "one"));
    }

    @VirtualTimeTest
    void pairwiseGivesNeighbours() {
        // @start region=pairwise
        List<List<String>> legs = of("Oslo", "Rome", "Bonn").pairwise().toList(); // [Oslo, Rome], [Rome, Bonn]
        // @end

        assertThat(legs).containsExactly(List.of("Oslo", "Rome"), List.of("Rome", "Bonn"));
    }

    @VirtualTimeTest
    void pairwiseComputesDifferences() {
        // @start region=differences
        List<Integer> steps =
                of(1, 4, 9, 16).pairwise((last, next) -> next - last).toList(); // 3, 5, 7
        // @end

        assertThat(steps).containsExactly(3, 5, 7);
    }

    @VirtualTimeTest
    void chunkedMakesLists() {
        // @start region=chunked
        List<List<Integer>> chunks = range(1, 6).chunked(2).toList(); // [1, 2], [3, 4], [5]
        // @end

        assertThat(chunks).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @VirtualTimeTest
    void chunkedUntilEndsWithWhatPasses() {
        // @start region=chunkedUntil
        AsyncGenerator<String> words = of("Yes.", "Who", "knows?", "I");
        List<List<String>> sentences =
                words.chunkedUntil(word -> word.matches(".*[.?!]")).toList(); // [Yes.], [Who, knows?], [I]
        // @end

        assertThat(sentences).containsExactly(List.of("Yes."), List.of("Who", "knows?"), List.of("I"));
    }

    @VirtualTimeTest
    void chunkedByKeepsKeysTogether() {
        // @start region=chunkedBy
        List<List<String>> rows =
                of("ant", "ape", "bee", "ass").chunkedBy(word -> word.charAt(0)).toList(); // [ant, ape], [bee], [ass]
        // @end

        assertThat(rows).containsExactly(List.of("ant", "ape"), List.of("bee"), List.of("ass"));
    }

    @VirtualTimeTest
    void slidingGivesWindows() {
        // @start region=sliding
        List<List<Integer>> windows = range(1, 5).sliding(3).toList(); // [1, 2, 3], [2, 3, 4]
        // @end

        assertThat(windows).containsExactly(List.of(1, 2, 3), List.of(2, 3, 4));
    }

    @VirtualTimeTest
    void slidingMovesOnByAStep() {
        // @start region=slidingByStep
        List<List<Integer>> windows = range(1, 8).sliding(3, 2).toList(); // [1, 2, 3], [3, 4, 5], [5, 6, 7]
        // @end

        assertThat(windows).containsExactly(List.of(1, 2, 3), List.of(3, 4, 5), List.of(5, 6, 7));
    }

    @VirtualTimeTest
    void intersperseSeparates() {
        // @start region=intersperse
        List<String> parts = of("a", "b", "c").intersperse("-").toList(); // a, -, b, -, c
        // @end

        assertThat(parts).containsExactly("a", "-", "b", "-", "c");
    }

    @VirtualTimeTest
    void startWithPutsAValueFirst() {
        // @start region=startWith
        List<Integer> sums = of(1, 2, 3).scan(0, Integer::sum).startWith(0).toList(); // 0, 1, 3, 6
        // @end

        assertThat(sums).containsExactly(0, 1, 3, 6);
    }

    @VirtualTimeTest
    void startWithPutsASourceFirst() {
        // @start region=startWithSource
        List<String> lines = of("row").startWith(of("title", "----")).toList(); // title, ----, row
        // @end

        assertThat(lines).containsExactly("title", "----", "row");
    }

    @VirtualTimeTest
    void concatWithPutsAValueLast() {
        // @start region=concatWith
        List<String> lines = of("row", "row").concatWith("end").toList(); // row, row, end
        // @end

        assertThat(lines).containsExactly("row", "row", "end");
    }

    @VirtualTimeTest
    void concatWithPutsASourceLast() {
        // @start region=concatWithSource
        List<Integer> numbers = range(0, 3).concatWith(of(10, 11)).toList(); // 0, 1, 2, 10, 11
        // @end

        assertThat(numbers).containsExactly(0, 1, 2, 10, 11);
    }

    @VirtualTimeTest
    void repeatDoesNotEnd() {
        // @start region=repeat
        AsyncIterable<String> lights = () -> of("red", "green"); // a new generator for each round
        List<String> shown = lights.repeat().take(5).toList(); // red, green, red, green, red
        // @end

        assertThat(shown).containsExactly("red", "green", "red", "green", "red");
    }

    @VirtualTimeTest
    void repeatCountsItsRounds() {
        // @start region=repeatTimes
        AsyncIterable<Integer> beat = () -> of(1, 2, 3);
        List<Integer> beats = beat.repeat(2).toList(); // 1, 2, 3, 1, 2, 3
        // @end

        assertThat(beats).containsExactly(1, 2, 3, 1, 2, 3);
    }

    @VirtualTimeTest
    void pipeAppliesAnOperatorOfOnesOwn() {
        // @start region=pipe
        Operator<Integer, String> fizzBuzz = numbers -> generator(y -> {
            for (int n : numbers) {
                y.yield(n % 15 == 0 ? "FizzBuzz" : n % 5 == 0 ? "Buzz" : n % 3 == 0 ? "Fizz" : "" + n);
            }
        });

        List<String> said = range(1, 6).pipe(fizzBuzz).toList(); // 1, 2, Fizz, 4, Buzz
        // @end

        assertThat(said).containsExactly("1", "2", "Fizz", "4", "Buzz");
    }
}
