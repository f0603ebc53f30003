package dev.weft.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.challenges.stage.Pace;
import dev.weft.challenges.stage.Recording;
import dev.weft.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SolutionsSpec {

    static final List<Challenge> CHALLENGES = Challenges.ALL;

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void areProvedWhateverTheirRandomNumbers(Challenge challenge) {
        LongStream seeds = LongStream.rangeClosed(0, 200);

        LongStream failed = seeds.filter(seed -> !Trial.isProved(challenge, Pace.virtual(), seed));

        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void areProvedInWhateverOrderTheirTasksRun(Challenge challenge) {
        LongStream seeds = LongStream.rangeClosed(0, 200);

        LongStream failed = seeds.filter(seed ->
                !Trial.isProved(challenge, Pace.virtual(VirtualTime.seed(seed).strict()), seed));

        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void solveATaskThatIsToldInTwoLines(Challenge challenge) {
        assertThat(Page.wrap("  ", "  ", challenge.task(), 80)).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void areProvedByAClockThatIsALittleLateIfTheProofAllowsForIt(Challenge challenge) {
        Recording exact = Trial.record(challenge.solution());

        Recording late = Trial.late(exact, Duration.ofMillis(250));

        assertThat(Trial.refuted(challenge, late)).isEqualTo("PROVED");
    }
}
