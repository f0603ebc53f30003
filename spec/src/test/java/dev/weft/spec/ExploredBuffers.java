package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Grouped;
import dev.weft.Partitioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// How [ExploredOperator] reads what buffers, groups and shares give, as one generator.
final class ExploredBuffers {

    private ExploredBuffers() {}

    // ---- ways to read ----

    /// Reads all groups at the same time, and yields what they had.
    static AsyncGenerator<Integer> readAtOnce(AsyncGenerator<Grouped<Integer, Integer>> groups) {
        AsyncGenerator<Integer> reading = generator(y -> {
            List<Integer> read = new ArrayList<>();
            try (groups) {
                group(tasks -> {
                    groups.each(part -> tasks.spawn(() -> part.elements().each(read::add)));
                });
            }
            for (int number : read) {
                y.yield(number);
            }
        });
        return concat(reading, groups.map(Grouped::key)); // closes the groups also if nobody has read
    }

    /// Reads one element of each group, and closes it.
    static AsyncGenerator<Integer> readFirstOfEach(AsyncGenerator<Grouped<Integer, Integer>> groups) {
        return groups.map(part -> {
            try (var elements = part.elements()) {
                return elements.anext().await();
            }
        });
    }

    static AsyncGenerator<Integer> merged(Partitioned<Integer> parts) {
        return merge(parts.matching(), parts.others());
    }

    static AsyncGenerator<Integer> allOf(List<AsyncGenerator<Integer>> generators) {
        return merge(generators.get(0), generators.get(1), generators.get(2));
    }

    /// Reads one of the two to its end, and two elements of the other one, each more slowly and with 100 added.
    static AsyncGenerator<Integer> toTheFastAndTheSlow(Laboratory lab, List<AsyncGenerator<Integer>> two) {
        return merge(
                two.get(0), two.get(1).map(number -> lab.work(number + 100)).take(2));
    }

    /// Reads it twice at the same time, once with 100 added.
    static AsyncGenerator<Integer> twice(AsyncIterable<Integer> shared) {
        return merge(shared, shared.map(number -> number + 100));
    }

    /// Reads it twice, once after some time and with 100 added.
    static AsyncGenerator<Integer> late(Laboratory lab, AsyncIterable<Integer> shared) {
        AsyncGenerator<Integer> later = generator(y -> {
            lab.awhile();
            y.yieldAll(shared.map(number -> number + 100));
        });
        return merge(shared, later);
    }

    /// Reads one element of it, and all of it after some time and with 100 added.
    static AsyncGenerator<Integer> left(Laboratory lab, AsyncIterable<Integer> shared) {
        return merge(shared.take(1), generator(y -> {
            lab.awhile();
            y.yieldAll(shared.map(number -> number + 100));
        }));
    }

    /// Reads it, and then again.
    static AsyncGenerator<Integer> again(AsyncIterable<Integer> shared) {
        return concat(shared, shared);
    }

    static List<Integer> append(List<Integer> list, int number) {
        var longer = new ArrayList<>(list);
        longer.add(number);
        return longer;
    }

    /// Reads what `sharing` makes of a source, which is closed also if nobody has read.
    static AsyncGenerator<Integer> sharing(
            AsyncIterable<Integer> source,
            Function<AsyncIterable<Integer>, AsyncIterable<Integer>> sharing,
            Function<AsyncIterable<Integer>, AsyncGenerator<Integer>> reading) {
        AsyncGenerator<Integer> once = source.map(number -> number);
        return concat(reading.apply(sharing.apply(once)), once);
    }

    // ---- contracts ----

    /// If it ends by itself, then with this.
    static ExploredContract lastIs(Object last) {
        return (read, whole) -> assertThat(whole ? read.getLast() : last).isEqualTo(last);
    }

    /// If it ends by itself, then with these among others.
    static ExploredContract contains(Object... elements) {
        return (read, whole) ->
                assertThat(!whole || read.containsAll(List.of(elements))).isTrue();
    }

    /// Each of these three times, in any order.
    static ExploredContract eachThrice(Object... elements) {
        return (read, whole) -> {
            for (Object element : elements) {
                assertThat(Collections.frequency(read, element)).isBetween(whole ? 3 : 0, 3);
            }
            assertThat(List.of(elements)).containsAll(read);
        };
    }

    /// Lists, whose elements keep a contract.
    static ExploredContract flat(ExploredContract contract) {
        return (read, whole) -> contract.check(
                read.stream()
                        .map(Collection.class::cast)
                        .flatMap(list -> ((Collection<?>) list).stream())
                        .toList(),
                whole);
    }

    /// For each of two consumers, of which one has 100 added, these from some element on; for the first one, all.
    static ExploredContract fromSomewhereOn(Integer... elements) {
        List<Integer> all = List.of(elements);
        return partsOf(elements)
                .and((read, whole) -> assertThat(!whole
                                || below100(read, 0).equals(all)
                                || below100(read, 100).equals(all))
                        .isTrue());
    }

    /// For each of two consumers, of which one has 100 added, some of these that follow one another.
    static ExploredContract partsOf(Integer... elements) {
        List<Integer> all = List.of(elements);
        return (read, _) -> {
            assertThat(Collections.indexOfSubList(all, below100(read, 0))).isNotNegative();
            assertThat(Collections.indexOfSubList(all, below100(read, 100))).isNotNegative();
        };
    }

    private static List<Integer> below100(List<?> read, int added) {
        return read.stream()
                .map(element -> (Integer) element - added)
                .filter(number -> number >= 0 && number < 100)
                .toList();
    }
}
