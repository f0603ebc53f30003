package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.example.Account;
import dev.weft.Async;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExploreSpec {

    @Test
    void doesNotFindAPlantedLostUpdateInFifoOrder() {
        Stream<Throwable> runs = Stream.generate(() -> catchThrowable(() -> VirtualTime.run(ExploreSpec::deposits)));

        assertThat(runs.limit(100)).containsOnlyNulls();
    }

    @Test
    void findsAPlantedLostUpdateByASweepOfSeeds() {
        assertThatThrownBy(() -> VirtualTime.explore(100, ExploreSpec::deposits))
                .isInstanceOf(FailingSchedule.class)
                .hasMessageMatching("(?s)fails under seed \\d+ \\(run \\d+ of 100\\); replay with"
                        + " VirtualTime\\.seed\\(\\d+\\)\\.run\\(\\.\\.\\.\\): .*")
                .cause()
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected: 3");
    }

    @Test
    void replaysWhatItFoundByItsSeed() {
        long seed = failingSeed();

        Stream<String> outcomes = Stream.generate(() -> outcome(VirtualTime.seed(seed)));

        assertThat(outcomes.limit(100).distinct()).singleElement().asString().contains("expected: 3");
    }

    @Test
    void replaysTheWholeTraceOfTheFailure() {
        long seed = failingSeed();

        Stream<List<String>> traces = Stream.generate(() -> trace(VirtualTime.seed(seed)));

        assertThat(traces.limit(100).distinct()).hasSize(1);
    }

    @Test
    void beginsWithTheSeedOfTheSimulation() {
        List<Integer> runs = new ArrayList<>();

        assertThatThrownBy(() -> VirtualTime.seed(1000).explore(5, () -> {
                    runs.add(1);
                    assertThat(runs).hasSizeLessThan(3);
                }))
                .hasMessageStartingWith("fails under seed 1002 (run 3 of 5)");
    }

    @Test
    void saysHowToReplayAStrictRun() {
        assertThatThrownBy(() -> VirtualTime.strict().explore(5, () -> {
                    Async.spawn(() -> Async.sleep(Duration.ofSeconds(1)));
                }))
                .hasMessageContaining("replay with VirtualTime.seed(0).strict().run(...): ")
                .hasCauseInstanceOf(LeftOpen.class);
    }

    @Test
    void runsEachSeedOnceIfNoneFails() throws Exception {
        List<Integer> runs = new ArrayList<>();

        VirtualTime.explore(20, () -> runs.add(1));

        assertThat(runs).hasSize(20);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> VirtualTime.explore(1000, () -> Async.sleep(Duration.ofSeconds(1))))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void needsAPositiveNumberOfSeeds() {
        assertThatThrownBy(() -> VirtualTime.explore(0, ExploreSpec::deposits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seeds must be positive, was 0");
    }

    @Test
    void enumeratesEverySchedule() throws Exception {
        List<String> orders = new ArrayList<>();

        int schedules = VirtualTime.exploreAll(100, () -> {
            var order = new StringBuilder();
            IntStream.range(0, 3).forEach(i -> Strands.fork("s", () -> order.append(i)));
            Strands.sleep(Strands.seconds(1));
            orders.add(order.toString());
        });

        assertThat(schedules).isEqualTo(6);
        assertThat(orders).containsExactly("012", "021", "102", "120", "201", "210");
    }

    @Test
    void findsAPlantedLostUpdateAmongAllSchedules() {
        assertThatThrownBy(() -> VirtualTime.exploreAll(10_000, ExploreSpec::deposits))
                .isInstanceOf(FailingSchedule.class)
                .hasMessageMatching("(?s)fails under schedule \\d+; replay with"
                        + " VirtualTime\\.schedule\\([0-9, ]+\\)\\.run\\(\\.\\.\\.\\): .*")
                .hasStackTraceContaining("expected: 3");
    }

    @Test
    void replaysWhatItFoundByItsSchedule() {
        int[] choices = failingSchedule();

        Stream<String> outcomes = Stream.generate(() -> outcome(VirtualTime.schedule(choices)));

        assertThat(outcomes.limit(100).distinct()).singleElement().asString().contains("expected: 3");
    }

    @Test
    void saysWhenThereAreTooManySchedules() {
        assertThatThrownBy(() -> VirtualTime.exploreAll(5, () -> {
                    IntStream.range(0, 3).forEach(i -> Strands.fork("s", () -> {}));
                    Strands.sleep(Strands.seconds(1));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there are more than 5 schedules, and the first 5 pass");
    }

    @Test
    void saysWhenAScheduleDoesNotFitTheCode() {
        assertThatThrownBy(() -> VirtualTime.schedule(7).run(ExploreSpec::deposits))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the schedule does not fit the code: choice 0 is 7, but only");
    }

    @Test
    void takesTheEmptyScheduleForFifoOrder() {
        assertThatCode(() -> VirtualTime.schedule().run(ExploreSpec::deposits)).doesNotThrowAnyException();
    }

    @Test
    void needsAPositiveLimit() {
        assertThatThrownBy(() -> VirtualTime.exploreAll(0, ExploreSpec::deposits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be positive, was 0");
    }

    private static void deposits() throws Exception {
        assertThat(Account.balanceAfterThreeDeposits()).isEqualTo(3);
    }

    private static String outcome(Simulation simulation) {
        return String.valueOf(catchThrowable(() -> simulation.run(ExploreSpec::deposits)));
    }

    private static List<String> trace(Simulation simulation) {
        List<String> trace = new ArrayList<>();
        outcome(simulation.trace(trace::add));
        return trace;
    }

    private static long failingSeed() {
        FailingSchedule failure =
                catchThrowableOfType(FailingSchedule.class, () -> VirtualTime.explore(100, ExploreSpec::deposits));
        return numbersIn(failure, "seed\\((\\d+)\\)")[0];
    }

    private static int[] failingSchedule() {
        FailingSchedule failure = catchThrowableOfType(
                FailingSchedule.class, () -> VirtualTime.exploreAll(10_000, ExploreSpec::deposits));
        return numbersIn(failure, "schedule\\(([0-9, ]+)\\)");
    }

    private static int[] numbersIn(Throwable failure, String pattern) {
        MatchResult match = Pattern.compile(pattern)
                .matcher(failure.getMessage())
                .results()
                .findFirst()
                .orElseThrow();
        return Stream.of(match.group(1).split(", ")).mapToInt(Integer::parseInt).toArray();
    }
}
