package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/// The terminals that make one result of all elements. [CollectingSpec] has `toList` and `collect`.
class FoldingSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    // ---- fold, reduce, count ----

    @VirtualTimeTest
    void foldBeginsWithTheInitialResult() {
        assertThat(range(1, 5).fold("0", (sum, n) -> sum + n)).isEqualTo("01234");
        assertThat(empty().fold("initial", (sum, n) -> "never")).isEqualTo("initial");
        assertThat(of("a", null).<String>fold(null, (last, element) -> element)).isNull();
    }

    @VirtualTimeTest
    void foldOfWhatHasBegunTakesTheRest() throws Exception {
        AsyncGenerator<Integer> numbers = range(1, 4);
        numbers.anext().await();

        assertThat(numbers.fold(0, Integer::sum)).isEqualTo(5);
    }

    @VirtualTimeTest
    void aFailingFunctionClosesTheSource() {
        var error = catchThrowable(() -> journal.source("source", 1, 2).fold(0, (sum, n) -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @VirtualTimeTest
    void reduceBeginsWithTheFirstElement() {
        assertThat(of("a", "b", "c").reduce((left, right) -> left + right)).contains("abc");
        assertThat(of("a").reduce((left, right) -> "never")).contains("a");
        assertThat(empty().reduce((left, right) -> left)).isEmpty();
        assertThat(of(null, "b").reduce((left, right) -> left + right)).contains("nullb");
    }

    @VirtualTimeTest
    void reduceRefusesToGiveNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> of("a", "b").reduce((left, right) -> null))
                .withMessage("reduce(function) came to null; use fold(initial, function)");
    }

    @VirtualTimeTest
    void countCountsNullsToo() {
        assertThat(of("a", null, "c").count()).isEqualTo(3);
        assertThat(empty().count()).isZero();
        assertThat(catchThrowable(() -> fail(failure).count())).isSameAs(failure);
    }

    // ---- min, max ----

    @VirtualTimeTest
    void minAndMaxGiveTheFirstOfSeveral() {
        Comparator<String> byLength = Comparator.comparing(String::length);

        assertThat(of("bb", "a", "c", "dd").min(byLength)).contains("a");
        assertThat(of("a", "bb", "cc", "d").max(byLength)).contains("bb");
        assertThat(nothing().min(byLength)).isEmpty();
    }

    @VirtualTimeTest
    void minAndMaxRefuseToGiveNull() {
        Comparator<Integer> nullsFirst = Comparator.nullsFirst(Comparator.naturalOrder());

        assertThat(of(2, null, 3).max(nullsFirst)).contains(3);
        assertThatNullPointerException()
                .isThrownBy(() -> of(2, null).min(nullsFirst))
                .withMessage("min(comparator) found null; filter the nulls out, or use fold(initial, function)");
    }

    @VirtualTimeTest
    void aFailingComparatorClosesTheSource() {
        var broken = new IllegalStateException("of the comparator");

        var error = catchThrowable(() -> journal.source("source", 1, 2, 3).max((left, right) -> {
            throw broken;
        }));

        assertThat(error).isSameAs(broken);
        assertThat(journal).containsExactly("source 1", "source 2", "source closed");
    }

    // ---- joining ----

    @VirtualTimeTest
    void joiningShowsNulls() {
        assertThat(of("a", null, 3).joining(", ")).isEqualTo("a, null, 3");
        assertThat(empty().joining(", ")).isEmpty();
    }

    @VirtualTimeTest
    void joiningPutsPrefixAndSuffixAlsoAroundNothing() {
        assertThat(of(1, 2).joining(",", "[", "]")).isEqualTo("[1,2]");
        assertThat(empty().joining(",", "[", "]")).isEqualTo("[]");
    }

    // ---- toMap, toSet ----

    @VirtualTimeTest
    void toMapKeepsTheOrderAndNulls() {
        Map<String, Integer> lengths = of("three", null, "one").toMap(word -> word, word -> word == null ? null : 1);

        assertThat(lengths).containsOnlyKeys("three", null, "one");
        assertThat(lengths.keySet()).containsExactly("three", null, "one");
        assertThat(lengths.get(null)).isNull();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(lengths::clear);
    }

    @VirtualTimeTest
    void toMapRefusesAKeyThatIsThereAndClosesTheSource() {
        assertThatIllegalStateException()
                .isThrownBy(() -> journal.source("source", 1, 2, 3).toMap(n -> "key", n -> n))
                .withMessage("key key is there twice; merge its values with toMap(key, value, merge)");
        assertThat(journal).containsExactly("source 1", "source 2", "source closed");
    }

    @VirtualTimeTest
    void aNullValueTakesItsKey() {
        assertThatIllegalStateException().isThrownBy(() -> of(1, 2).toMap(n -> "key", n -> null));
    }

    @VirtualTimeTest
    void toMapMergesTheValuesOfAKey() {
        Map<Boolean, Integer> sums = range(0, 5).toMap(n -> n % 2 == 0, n -> n, Integer::sum);

        assertThat(sums).isEqualTo(Map.of(true, 6, false, 4));
    }

    @VirtualTimeTest
    void aFailingKeyClosesTheSource() {
        var error = catchThrowable(() -> journal.source("source", 1, 2)
                .toMap(
                        n -> {
                            throw failure;
                        },
                        n -> n));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @VirtualTimeTest
    void toSetKeepsTheOrderAndNull() {
        Set<Integer> set = of(3, null, 1, 3).toSet();

        assertThat(set).containsExactly(3, null, 1);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(set::clear);
    }

    // ---- arguments ----

    @VirtualTimeTest
    void argumentsAreCheckedBeforeAnythingRuns() {
        AsyncGenerator<Integer> source = journal.source("source", 1);

        assertThatNullPointerException().isThrownBy(() -> source.fold(0, null)).withMessage("function");
        assertThatNullPointerException().isThrownBy(() -> source.reduce(null)).withMessage("function");
        assertThatNullPointerException().isThrownBy(() -> source.min(null)).withMessage("comparator");
        assertThatNullPointerException().isThrownBy(() -> source.joining(null)).withMessage("delimiter");
        assertThatNullPointerException()
                .isThrownBy(() -> source.toMap(n -> n, null))
                .withMessage("value");
        assertThat(journal).isEmpty();
    }

    private static AsyncGenerator<String> nothing() {
        return empty();
    }
}
