package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Operator;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Gatherer;
import java.util.stream.Gatherers;

/// Each operator for itself. What they have in common stands in [OwnershipSpec].
class OperatorsSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the function");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    // ---- map ----

    @EachDrive
    void mapComputesEachElementWhenItIsAskedFor(Drive drive) throws Exception {
        read(drive, of(1, 2).map(number -> {
            journal.note("map " + number);
            return "m" + number;
        }));

        assertThat(journal).containsExactly("map 1", "read m1", "map 2", "read m2");
    }

    @EachDrive
    void theFunctionOfMapMayWait(Drive drive) throws Exception {
        read(drive, of(1, 2).map(number -> {
            pause(10);
            return number;
        }));

        assertThat(now()).isEqualTo(20);
    }

    @EachDrive
    void mapTakesAndGivesNull(Drive drive) throws Exception {
        read(drive, of("a", null).map(element -> element == null ? "null" : null));

        assertThat(journal).containsExactly("read null", "read null");
    }

    @EachDrive
    void aFailureOfTheFunctionOfMapClosesTheSourceAndComesOut(Drive drive) {
        var mapped = journal.source("source", 1, 2).map(number -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, mapped))).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    // ---- filter ----

    @EachDrive
    void filterLetsThroughWhatPasses(Drive drive) throws Exception {
        read(drive, range(0, 6).filter(number -> number % 2 == 0));

        assertThat(journal).containsExactly("read 0", "read 2", "read 4");
    }

    @EachDrive
    void filterMayLetNothingThrough(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2).filter(number -> false));

        assertThat(journal).containsExactly("source 1", "source 2", "source closed");
    }

    @EachDrive
    void aFailureOfThePredicateClosesTheSourceAndComesOut(Drive drive) {
        var filtered = journal.source("source", 1, 2).filter(number -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, filtered))).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    // ---- take ----

    @EachDrive
    void takeEndsAnEndlessSource(Drive drive) throws Exception {
        read(drive, iterate(1, number -> number * 2).take(3));

        assertThat(journal).containsExactly("read 1", "read 2", "read 4");
    }

    @EachDrive
    void takeAsksForNoElementBeyondAndClosesWhenOneIsAskedFor(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2, 3).take(2));

        assertThat(journal).containsExactly("source 1", "read 1", "source 2", "read 2", "source closed");
    }

    @EachDrive
    void takingMoreThanThereIsTakesAll(Drive drive) throws Exception {
        read(drive, of(1, 2).take(10));

        assertThat(journal).containsExactly("read 1", "read 2");
    }

    @EachDrive
    void takingNothingAsksForNothing(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2).take(0));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aTakeInATakeEndsItsOwnOnly(Drive drive) throws Exception {
        AsyncGenerator<Integer> nested = generator(y -> {
            y.yieldAll(range(0, 10).take(2));
            y.yieldAll(range(10, 20).take(3));
        });

        read(drive, nested.take(4).take(100));

        assertThat(journal).containsExactly("read 0", "read 1", "read 10", "read 11");
    }

    @EachDrive
    void aFailureOfTheCleanUpComesOutAtTheEndOfTake(Drive drive) {
        AsyncGenerator<Integer> unclean = generator(y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                Failing.with(failure);
            }
        });

        assertThat(catchThrowable(() -> read(drive, unclean.take(1)))).isSameAs(failure);
        assertThat(journal).containsExactly("read 1");
    }

    // ---- scan ----

    @EachDrive
    void scanGivesTheRunningResultButNotTheInitialOne(Drive drive) throws Exception {
        read(drive, of(1, 2, 3).scan(10, Integer::sum));

        assertThat(journal).containsExactly("read 11", "read 13", "read 16");
    }

    @EachDrive
    void theResultOfScanMayBeNullAndOfAnotherType(Drive drive) throws Exception {
        read(drive, of(1, 2).scan((String) null, (last, number) -> last == null ? "s" + number : null));

        assertThat(journal).containsExactly("read s1", "read null");
    }

    @EachDrive
    void aFailureOfTheFunctionOfScanClosesTheSourceAndComesOut(Drive drive) {
        var scanned = journal.source("source", 1, 2).scan(0, (sum, number) -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> read(drive, scanned))).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    // ---- gather ----

    @EachDrive
    void gatherTakesAnyGathererOfTheJdk(Drive drive) throws Exception {
        read(drive, range(1, 6).gather(Gatherers.windowFixed(2)));

        assertThat(journal).containsExactly("read [1, 2]", "read [3, 4]", "read [5]");
    }

    @EachDrive
    void gatherSlides(Drive drive) throws Exception {
        read(drive, range(1, 5).gather(Gatherers.windowSliding(3)));

        assertThat(journal).containsExactly("read [1, 2, 3]", "read [2, 3, 4]");
    }

    @EachDrive
    void gatherFoldsAtTheEnd(Drive drive) throws Exception {
        read(drive, range(1, 5).gather(Gatherers.fold(() -> 0, Integer::sum)));

        assertThat(journal).containsExactly("read 10");
    }

    @EachDrive
    void whatAGathererMakesOfOneElementIsReadBeforeItSeesTheNextOne(Drive drive) throws Exception {
        Gatherer<Integer, ?, Integer> twice = Gatherer.ofSequential((state, number, downstream) -> {
            journal.note("integrate " + number);
            return downstream.push(number) && downstream.push(-number);
        });

        read(drive, of(1, 2).gather(twice));

        assertThat(journal).containsExactly("integrate 1", "read 1", "read -1", "integrate 2", "read 2", "read -2");
    }

    @EachDrive
    void aGathererThatWantsNoMoreClosesTheSourceAndThenFinishes(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2, 3).gather(untilTwo()));

        assertThat(journal)
                .containsExactly("source 1", "read 1", "source 2", "read 2", "source closed", "finisher", "read 0");
    }

    /// Gives 1 and 2 on, and 0 at the end.
    private Gatherer<Integer, ?, Integer> untilTwo() {
        return Gatherer.ofSequential(
                (state, number, downstream) -> downstream.push(number) && number < 2, (state, downstream) -> {
                    journal.note("finisher");
                    downstream.push(0);
                });
    }

    @EachDrive
    void theFinisherDoesNotRunWhenTheConsumerFails(Drive drive) {
        var error =
                catchThrowable(() -> drive.read(journal.source("source", 1, 2).gather(untilTwo()), number -> {
                    throw failure;
                }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @EachDrive
    void aFailureOfTheIntegratorClosesTheSourceAndComesOut(Drive drive) {
        var broken = new IllegalStateException("of the integrator");
        Gatherer<Integer, ?, Integer> failing = Gatherer.ofSequential((state, number, downstream) -> {
            throw broken;
        });

        assertThat(catchThrowable(
                        () -> read(drive, journal.source("source", 1, 2).gather(failing))))
                .isSameAs(broken);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    @EachDrive
    void aFailureOfTheFinisherComesOut(Drive drive) {
        var broken = new IllegalStateException("of the finisher");
        Gatherer<Integer, ?, Integer> failing =
                Gatherer.ofSequential((state, number, downstream) -> downstream.push(number), (state, downstream) -> {
                    throw broken;
                });

        assertThat(catchThrowable(() -> read(drive, journal.source("source", 1).gather(failing))))
                .isSameAs(broken);
        assertThat(journal).containsExactly("source 1", "read 1", "source closed");
    }

    @EachDrive
    void aConsumersFailureDoesNotPassThroughTheIntegrator(Drive drive) {
        Gatherer<Integer, ?, Integer> watching = Gatherer.ofSequential((state, number, downstream) -> {
            try {
                return downstream.push(number);
            } catch (Throwable t) {
                journal.note("integrator sees " + t);
                throw t;
            }
        });

        var error = catchThrowable(() -> drive.read(of(1, 2).gather(watching), number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void eachRunOfAGathererHasAStateOfItsOwn() {
        var windows = Gatherers.<Integer>windowFixed(2);

        assertThat(of(1, 2, 3).gather(windows).toList()).containsExactly(List.of(1, 2), List.of(3));
        assertThat(of(4, 5, 6).gather(windows).toList()).containsExactly(List.of(4, 5), List.of(6));
    }

    // ---- pipe ----

    @EachDrive
    void pipeAppliesAnOperatorOfOnesOwn(Drive drive) throws Exception {
        Operator<Integer, String> twice = source -> generator(y -> {
            for (int number : source) {
                y.yield(number + "a");
                y.yield(number + "b");
            }
        });

        read(drive, of(1, 2).pipe(twice));

        assertThat(journal).containsExactly("read 1a", "read 1b", "read 2a", "read 2b");
    }
}
