package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Dialogue;
import dev.weft.GeneratorStateException;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Gatherer;
import org.junit.jupiter.api.Test;

/// Operators that follow one another are run as one: what that changes, and that it changes nothing else.
class PipelineSpec {

    private static final int LENGTH = 10_000;
    private static final int ROUNDS = 500;

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of a function");

    private static AsyncGenerator<Integer> chain(AsyncGenerator<Integer> source) {
        AsyncGenerator<Integer> chained = source;
        for (int i = 0; i < LENGTH; i++) {
            chained = chained.map(number -> number + 1);
        }
        return chained;
    }

    // ---- long chains ----

    @EachDrive
    void aChainOfTenThousandOperatorsNeedsNoMoreStackThanAShortOne(Drive drive) throws Exception {
        var elements = new ArrayList<Integer>();

        drive.read(chain(of(1, 2, 3)), elements::add);

        assertThat(elements).containsExactly(LENGTH + 1, LENGTH + 2, LENGTH + 3);
    }

    @Test
    void thatIsSoOutsideOfARunToo() throws Exception {
        var read = new FutureTask<>(() -> chain(of(1, 2)).toList());
        Thread.ofPlatform().stackSize(200_000).start(read);

        assertThat(read.get()).containsExactly(LENGTH + 1, LENGTH + 2);
    }

    @VirtualTimeTest
    void aChainOfTenThousandOperatorsIsClosedBeforeItsFirstStep() {
        AsyncGenerator<Integer> source = of(1, 2, 3);

        chain(source).close();

        assertThatThrownBy(() -> source.anext().await()).isInstanceOf(StopAsyncIteration.class);
    }

    @EachDrive
    void aFailureComesOutOfAChainOfTenThousandOperators(Drive drive) {
        AsyncGenerator<Integer> source = journal.source("source", 1, 2).map(number -> {
            throw failure;
        });

        var error = catchThrowable(() -> drive.read(chain(source), element -> {}));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    // ---- what the order of events is ----

    @EachDrive
    void eachElementRisesThroughAllBeforeTheNextOneIsAskedFor(Drive drive) throws Exception {
        AsyncGenerator<String> pipeline = journal.source("source", 1, 2)
                .map(number -> {
                    journal.note("first " + number);
                    return number;
                })
                .map(number -> {
                    journal.note("second " + number);
                    return "" + number;
                });

        drive.read(pipeline, element -> journal.note("read " + element));

        assertThat(journal)
                .containsExactly(
                        "source 1",
                        "first 1",
                        "second 1",
                        "read 1",
                        "source 2",
                        "first 2",
                        "second 2",
                        "read 2",
                        "source closed");
    }

    @EachDrive
    void whatAStageMakesOfOneElementRisesOneByOne(Drive drive) throws Exception {
        AsyncGenerator<Integer> pipeline = of(1, 2).gather(twice()).map(number -> {
            journal.note("map " + number);
            return number;
        });

        drive.read(pipeline, element -> journal.note("read " + element));

        assertThat(journal)
                .containsExactly(
                        "map 1", "read 1", "map 1", "read 1", "map 2", "read 2", "map 2", "read 2", "map -1",
                        "read -1");
    }

    /// Gives each element twice, and -1 at the end.
    private static Gatherer<Integer, ?, Integer> twice() {
        return Gatherer.<Integer, Integer>ofSequential(
                (_, element, downstream) -> downstream.push(element) && downstream.push(element),
                (_, downstream) -> downstream.push(-1));
    }

    @EachDrive
    void aStageThatWantsNoMoreClosesWhatIsBelowBeforeItsFinisherRuns(Drive drive) throws Exception {
        AsyncGenerator<Integer> pipeline = journal.source("source", 1, 2, 3)
                .gather(noting("below"))
                .take(1)
                .gather(noting("above"));

        drive.read(pipeline, element -> journal.note("read " + element));

        assertThat(journal).containsExactly("source 1", "read 1", "source closed", "above finished");
    }

    private Gatherer<Integer, ?, Integer> noting(String name) {
        return Gatherer.<Integer, Integer>ofSequential(
                (_, element, downstream) -> downstream.push(element), (_, _) -> journal.note(name + " finished"));
    }

    @EachDrive
    void finishersRunFromTheSourceToTheConsumer(Drive drive) throws Exception {
        AsyncGenerator<Integer> pipeline =
                journal.source("source", 1).gather(noting("first")).gather(noting("second"));

        drive.read(pipeline, element -> journal.note("read " + element));

        assertThat(journal).containsExactly("source 1", "read 1", "source closed", "first finished", "second finished");
    }

    @EachDrive
    void aFailingFunctionClosesTheSourceAndRunsNoFinisher(Drive drive) {
        AsyncGenerator<Integer> pipeline = journal.source("source", 1, 2)
                .gather(noting("below"))
                .<Integer>map(number -> {
                    throw failure;
                })
                .gather(noting("above"));

        var error = catchThrowable(() -> drive.read(pipeline, element -> {}));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @EachDrive
    void aStopThatAFunctionThrowsIsNoEnd(Drive drive) {
        AsyncGenerator<Integer> pipeline = of(1, 2).<Integer>map(number -> {
                    throw new StopAsyncIteration();
                })
                .filter(number -> true);

        assertThatThrownBy(() -> drive.read(pipeline, element -> {}))
                .isInstanceOf(GeneratorStateException.class)
                .hasMessageStartingWith("map let a StopAsyncIteration out");
    }

    // ---- the operators in between ----

    @VirtualTimeTest
    void anOperatorThatAnotherOneReadsCannotBeStepped() throws Exception {
        AsyncGenerator<Integer> inner = of(1, 2).map(number -> number + 1);
        AsyncGenerator<Integer> outer = inner.filter(number -> true);
        assertThat(outer.anext().await()).isEqualTo(2);

        assertThatThrownBy(() -> inner.anext().await())
                .isInstanceOfSatisfying(
                        GeneratorStateException.class,
                        e -> assertThat(e.reason()).isEqualTo(ALREADY_RUNNING))
                .hasMessage("map is being read by filter, and belongs to it; read that instead");
        assertThatThrownBy(inner::toList).hasMessageContaining("is being read by filter");
        assertThat(outer.toList()).containsExactly(3);
    }

    @VirtualTimeTest
    void itsEndIsTheirs() throws Exception {
        AsyncGenerator<Integer> inner = of(1).map(number -> number + 1);

        List<Integer> read = inner.filter(number -> true).toList();

        assertThat(read).containsExactly(2);
        assertThatThrownBy(() -> inner.anext().await()).isInstanceOf(StopAsyncIteration.class);
        inner.close();
    }

    @VirtualTimeTest
    void toCloseItClosesWhatReadsIt() throws Exception {
        AsyncGenerator<Integer> inner = journal.source("source", 1, 2).map(number -> number + 1);
        AsyncGenerator<Integer> outer = inner.filter(number -> true);
        assertThat(outer.anext().await()).isEqualTo(2);

        inner.close();

        assertThat(journal).containsExactly("source 1", "source closed");
        assertThatThrownBy(() -> outer.anext().await()).isInstanceOf(StopAsyncIteration.class);
    }

    @VirtualTimeTest
    void anOperatorThatHasBegunIsReadStepByStep() throws Exception {
        AsyncGenerator<Integer> inner = of(1, 2, 3).map(number -> number + 1);
        assertThat(inner.anext().await()).isEqualTo(2);
        AsyncGenerator<Integer> outer = inner.filter(number -> true);
        assertThat(outer.anext().await()).isEqualTo(3);

        assertThat(inner.anext().await()).isEqualTo(4);
        assertThatThrownBy(() -> outer.anext().await()).isInstanceOf(StopAsyncIteration.class);
    }

    @VirtualTimeTest
    void aBodyThatAnOperatorReadsCanStillBeStepped() throws Exception {
        AsyncGenerator<Integer> source = journal.source("source", 1, 2, 3);
        AsyncGenerator<Integer> outer = source.map(number -> number + 1).filter(number -> true);
        assertThat(outer.anext().await()).isEqualTo(2);

        assertThat(source.anext().await()).isEqualTo(2);
        assertThat(outer.anext().await()).isEqualTo(4);
        outer.close();
    }

    @Test
    void whoAsksAnOperatorThatIsJustBeingJoinedIsRefused() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            AsyncGenerator<Integer> inner = of(1, 2).map(number -> number + 1);
            AsyncGenerator<Integer> outer = inner.filter(number -> true);
            var asked = new CountDownLatch(1);
            var asking = new FutureTask<>(() -> refusals(inner, asked));
            Thread.ofPlatform().start(asking);
            asked.await();

            assertThat(outer.anext().await()).isEqualTo(2);

            assertThat(asking.get()).hasOnlyElementsOfType(GeneratorStateException.class);
        }
    }

    /// Sends what cannot be sent, again and again, until another generator has joined this one.
    private static List<Throwable> refusals(AsyncGenerator<Integer> inner, CountDownLatch asked) {
        @SuppressWarnings("unchecked")
        var dialogue = (Dialogue<Integer, String, ?>) (Dialogue<Integer, ?, ?>) inner;
        var refusals = new ArrayList<Throwable>();
        do {
            refusals.add(catchThrowable(() -> dialogue.asend("nothing").await()));
            asked.countDown();
        } while (refusals.getLast().getMessage().contains("waits at no yield yet"));
        return refusals;
    }
}
