package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.util.List;

/// The examples in the Javadoc of [dev.weft.Selecting], run as tests.
class SelectingSnippets {

    @VirtualTimeTest
    void ofTypeGivesInstances() {
        // @start region=ofType
        AsyncGenerator<Object> mixed = of(1, "two", 3.0);
        List<Number> numbers = mixed.ofType(Number.class).toList(); // 1, 3.0
        // @end

        assertThat(numbers).containsExactly(1, 3.0);
    }

    @VirtualTimeTest
    void takeWhileEndsBeforeTheFirstThatFails() {
        // @start region=takeWhile
        List<Integer> powers = iterate(1, n -> 2 * n).takeWhile(n -> n < 10).toList(); // 1, 2, 4, 8
        // @end

        assertThat(powers).containsExactly(1, 2, 4, 8);
    }

    @VirtualTimeTest
    void takeUntilEndsWithTheFirstThatPasses() {
        // @start region=takeUntil
        List<String> states = of("queued", "running", "done", "gone")
                .takeUntil(state -> state.equals("done"))
                .toList(); // queued, running, done
        // @end

        assertThat(states).containsExactly("queued", "running", "done");
    }

    @VirtualTimeTest
    void dropLeavesOutTheFirst() {
        // @start region=drop
        List<String> rows = of("title", "row", "row").drop(1).toList(); // row, row
        // @end

        assertThat(rows).containsExactly("row", "row");
    }

    @VirtualTimeTest
    void dropWhileLeavesOutTheBeginning() {
        // @start region=dropWhile
        List<Integer> rest = of(0, 0, 7, 0).dropWhile(n -> n == 0).toList(); // 7, 0
        // @end

        assertThat(rest).containsExactly(7, 0);
    }

    @VirtualTimeTest
    void takeLastGivesTheEnd() {
        // @start region=takeLast
        List<Integer> tail = range(0, 100).takeLast(3).toList(); // 97, 98, 99
        // @end

        assertThat(tail).containsExactly(97, 98, 99);
    }

    @VirtualTimeTest
    void dropLastLeavesOutTheEnd() {
        // @start region=dropLast
        List<String> rows = of("row", "row", "total").dropLast(1).toList(); // row, row
        // @end

        assertThat(rows).containsExactly("row", "row");
    }

    @VirtualTimeTest
    void distinctGivesEachOnce() {
        // @start region=distinct
        List<Integer> numbers = of(3, 1, 3, 2, 1).distinct().toList(); // 3, 1, 2
        // @end

        assertThat(numbers).containsExactly(3, 1, 2);
    }

    @VirtualTimeTest
    void distinctByGivesTheFirstOfEachKey() {
        // @start region=distinctBy
        List<String> words =
                of("one", "two", "three").distinctBy(String::length).toList(); // one, three
        // @end

        assertThat(words).containsExactly("one", "three");
    }

    @VirtualTimeTest
    void distinctUntilChangedGivesChanges() {
        // @start region=distinctUntilChanged
        List<String> states =
                of("up", "up", "down", "up").distinctUntilChanged().toList(); // up, down, up
        // @end

        assertThat(states).containsExactly("up", "down", "up");
    }

    @VirtualTimeTest
    void distinctUntilChangedComparesAsItIsTold() {
        // @start region=distinctUntilChangedSame
        List<Double> readings = of(20.0, 20.1, 20.3, 22.0)
                .distinctUntilChanged((last, next) -> Math.abs(next - last) < 0.5)
                .toList(); // 20.0, 22.0
        // @end

        assertThat(readings).containsExactly(20.0, 22.0);
    }

    @VirtualTimeTest
    void distinctUntilChangedByComparesKeys() {
        // @start region=distinctUntilChangedBy
        List<String> words = of("ant", "ape", "bee", "ass")
                .distinctUntilChangedBy(word -> word.charAt(0))
                .toList(); // ant, bee, ass
        // @end

        assertThat(words).containsExactly("ant", "bee", "ass");
    }

    @VirtualTimeTest
    void ifEmptyGivesAValue() {
        // @start region=ifEmpty
        List<String> hits = of("no", "such", "luck")
                .filter(word -> word.startsWith("x"))
                .ifEmpty("nothing found")
                .toList(); // nothing found
        // @end

        assertThat(hits).containsExactly("nothing found");
    }

    @VirtualTimeTest
    void ifEmptyReadsAnotherSource() {
        // @start region=ifEmptySource
        AsyncGenerator<String> cache = of();
        AsyncGenerator<String> database = of("row");

        List<String> rows = cache.ifEmpty(database).toList(); // row
        // @end

        assertThat(rows).containsExactly("row");
    }
}
