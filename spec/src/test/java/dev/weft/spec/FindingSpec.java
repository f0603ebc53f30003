package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.CheckedFunction;
import dev.weft.CheckedPredicate;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;

/// The terminals that look for one element or answer a question.
class FindingSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Reads a source of two elements with a terminal that stops at the first, and expects it closed.
    private void stopsAtTheFirst(CheckedFunction<AsyncGenerator<Integer>, ?> terminal) throws Exception {
        terminal.apply(journal.source("source", 1, 2));

        assertThat(journal).containsExactly("source 1", "source closed");
    }

    private static AsyncGenerator<String> nothing() {
        return empty();
    }

    private AsyncGenerator<Integer> begun(Integer... elements) throws Exception {
        AsyncGenerator<Integer> source = journal.source("source", elements);
        source.anext().await();
        return source;
    }

    // ---- first ----

    @VirtualTimeTest
    void firstReadsOneElementAndClosesTheSource() throws Exception {
        assertThat(of("a", "b").first()).isEqualTo("a");
        stopsAtTheFirst(AsyncGenerator::first);
    }

    @VirtualTimeTest
    void firstOfWhatHasBegunIsTheNextElement() throws Exception {
        assertThat(begun(1, 2, 3).first()).isEqualTo(2);
        assertThat(journal).containsExactly("source 1", "source 2", "source closed");
    }

    @VirtualTimeTest
    void firstMayBeNull() {
        assertThat(of(null, "b").first()).isNull();
    }

    @VirtualTimeTest
    void firstOfNothingNamesTheWayOut() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(empty()::first)
                .withMessage("first() found no element; use firstOr(default)");
        assertThat(nothing().firstOr("default")).isEqualTo("default");
        assertThat(of("a").firstOr("default")).isEqualTo("a");
    }

    @VirtualTimeTest
    void firstWaitsForTheCleanUpAndThrowsItsFailure() {
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(10);
                journal.noteTime("clean");
                Failing.with(failure);
            }
        });

        assertThat(catchThrowable(unclean::first)).isSameAs(failure);
        assertThat(journal).containsExactly("clean at 10");
    }

    @VirtualTimeTest
    void aFailingSourceFailsEachTerminal() {
        assertThat(catchThrowable(() -> fail(failure).first())).isSameAs(failure);
        assertThat(catchThrowable(() -> fail(failure).last())).isSameAs(failure);
        assertThat(catchThrowable(() -> fail(failure).single())).isSameAs(failure);
        assertThat(catchThrowable(() -> fail(failure).elementAt(0))).isSameAs(failure);
        assertThat(catchThrowable(() -> fail(failure).any(element -> true))).isSameAs(failure);
    }

    @VirtualTimeTest
    void aCancelClosesTheSource() throws Exception {
        Task<Object> reader =
                spawn(() -> never().onClose(() -> journal.noteTime("closed")).first());
        pause(10);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("closed at 10");
    }

    @VirtualTimeTest
    void aSourceThatWasReadIsClosed() throws Exception {
        AsyncGenerator<Integer> source = journal.source("source", 1, 2);
        source.first();

        source.close();

        assertThat(journal).containsExactly("source 1", "source closed");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(source.anext()::await);
    }

    @VirtualTimeTest
    void aTerminalInsideABodyStopsNothingButItsOwnSource() {
        AsyncGenerator<Integer> outer =
                range(1, 4).map(n -> range(n * 10, n * 10 + 5).first());

        assertThat(outer.take(2).toList()).containsExactly(10, 20);
    }

    // ---- last ----

    @VirtualTimeTest
    void lastReadsToTheEnd() throws Exception {
        assertThat(of(1, 2, 3).last()).isEqualTo(3);
        assertThat(of("a", null).last()).isNull();
        assertThat(begun(1, 2, 3).last()).isEqualTo(3);
    }

    @VirtualTimeTest
    void lastOfNothingNamesTheWayOut() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(empty()::last)
                .withMessage("last() found no element; use lastOr(default)");
        assertThat(nothing().lastOr("default")).isEqualTo("default");
    }

    // ---- single ----

    @VirtualTimeTest
    void singleIsTheOneElement() {
        assertThat(of(1).single()).isEqualTo(1);
        assertThat(of((String) null).single()).isNull();
        assertThat(of(1).singleOr(2)).isEqualTo(1);
    }

    @VirtualTimeTest
    void singleOfNothingNamesTheWayOut() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(empty()::single)
                .withMessage("single() found no element; use singleOr(default)");
        assertThat(nothing().singleOr("default")).isEqualTo("default");
    }

    @VirtualTimeTest
    void singleStopsAtTheSecondElement() {
        assertThatIllegalStateException()
                .isThrownBy(journal.source("source", 1, 2, 3)::single)
                .withMessage("single() found a second element; use first() if any will do");
        assertThat(journal).containsExactly("source 1", "source 2", "source closed");
        assertThatIllegalStateException().isThrownBy(() -> of(1, 2).singleOr(3));
    }

    // ---- elementAt ----

    @VirtualTimeTest
    void elementAtStopsThere() throws Exception {
        assertThat(journal.source("source", 1, 2, 3).elementAt(1)).isEqualTo(2);
        assertThat(journal).containsExactly("source 1", "source 2", "source closed");
        assertThat(of("a", null).elementAt(1)).isNull();
    }

    @VirtualTimeTest
    void elementAtBeyondTheEndNamesTheWayOut() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> of(1, 2).elementAt(2))
                .withMessage("elementAt(2) found too few elements; use elementAtOr(index, default)");
        assertThat(of(1, 2).elementAtOr(2, 0)).isZero();
        assertThat(of(1, 2).elementAtOr(1, 0)).isEqualTo(2);
    }

    @VirtualTimeTest
    void elementAtANegativePositionIsRefusedBeforeAnythingRuns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.source("source", 1).elementAt(-1))
                .withMessage("index must not be negative, was -1");
        assertThat(journal).isEmpty();
    }

    // ---- find ----

    @VirtualTimeTest
    void findStopsAtTheFirstThatPasses() throws Exception {
        assertThat(range(0, 9).find(n -> n > 3)).contains(4);
        stopsAtTheFirst(source -> source.find(n -> n == 1));
    }

    @VirtualTimeTest
    void findFindsNothing() {
        assertThat(of(1, null).find(n -> n != null && n > 1)).isEmpty();
        assertThat(empty().find(element -> true)).isEmpty();
    }

    @VirtualTimeTest
    void findRefusesToGiveNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> of(1, null).find(n -> n == null))
                .withMessage("find(predicate) found null; use filter(predicate).firstOr(default)");
    }

    // ---- any, all, none, contains ----

    @VirtualTimeTest
    void anyStopsAtTheFirstThatPasses() throws Exception {
        assertThat(of(1, 2).any(n -> n > 2)).isFalse();
        assertThat(empty().any(element -> true)).isFalse();
        assertThat(of(1, null).any(n -> n == null)).isTrue();
        stopsAtTheFirst(source -> source.any(n -> n == 1));
    }

    @VirtualTimeTest
    void allStopsAtTheFirstThatDoesNotPass() throws Exception {
        assertThat(of(1, 2).all(n -> n > 0)).isTrue();
        assertThat(empty().all(element -> false)).isTrue();
        stopsAtTheFirst(source -> source.all(n -> n > 1));
    }

    @VirtualTimeTest
    void noneStopsAtTheFirstThatPasses() throws Exception {
        assertThat(of(1, 2).none(n -> n > 2)).isTrue();
        assertThat(empty().none(element -> true)).isTrue();
        stopsAtTheFirst(source -> source.none(n -> n == 1));
    }

    @VirtualTimeTest
    void containsComparesWithEquals() throws Exception {
        assertThat(of(1, 2).contains(3)).isFalse();
        assertThat(of(1, 2).contains(null)).isFalse();
        assertThat(of(1, null).contains(null)).isTrue();
        stopsAtTheFirst(source -> source.contains(1));
    }

    @VirtualTimeTest
    void aFailingPredicateClosesTheSource() {
        CheckedPredicate<Integer> failing = n -> {
            throw failure;
        };

        var error = catchThrowable(() -> journal.source("source", 1, 2).all(failing));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @VirtualTimeTest
    void aPredicateIsNeeded() {
        assertThatNullPointerException().isThrownBy(() -> of(1).any(null)).withMessage("predicate");
        assertThatNullPointerException().isThrownBy(() -> of(1).all(null)).withMessage("predicate");
    }
}
