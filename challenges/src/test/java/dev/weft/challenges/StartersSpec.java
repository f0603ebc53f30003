package dev.weft.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.challenges.stage.Proof;
import dev.weft.challenges.stage.Recording;
import dev.weft.challenges.stage.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StartersSpec {

    static final List<Challenge> CHALLENGES = Challenges.ALL;

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void areNotProvedYet(Challenge challenge) {
        Recording recording = Trial.record(challenge.starter());

        Verdict verdict = Proof.of(recording, challenge.proof());

        assertThat(verdict.isProved()).isFalse();
    }

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void sayWhatIsMissingFirst(Challenge challenge) {
        Recording recording = Trial.record(challenge.starter());

        Verdict verdict = Proof.of(recording, challenge.proof());

        assertThat(verdict.claims().getLast().expected()).isNotBlank();
    }

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void runWithoutAnError(Challenge challenge) {
        Recording recording = Trial.record(challenge.starter());

        assertThat(recording.failure()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void areProvedByTheSameProofOnceTheyDoWhatTheSolutionDoes(Challenge challenge) {
        Recording completed = Trial.record(challenge.solution());

        Verdict verdict = Proof.of(completed, challenge.proof());

        assertThat(verdict.isProved()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void areWhereTheReportSays(Challenge challenge) {
        Path folder = Path.of("src/main/java/dev/weft/challenges/starter");

        Path file = folder.resolve(challenge.starterFile());

        assertThat(file).isRegularFile();
    }

    @ParameterizedTest
    @FieldSource("CHALLENGES")
    void nameTheCommandThatRunsThem(Challenge challenge) throws Exception {
        Path file = Path.of("src/main/java/dev/weft/challenges/starter", challenge.starterFile());

        String text = Files.readString(file);

        assertThat(text).contains("./weft challenges " + challenge.id() + " --starter");
    }

    @Test
    void leadToExitStatusOneAndToldNotYet() {
        var screen = Screen.piped();

        int status = Main.run(screen.terminal(), "challenges", "2", "--starter");

        assertThat(status).isEqualTo(1);
        assertThat(screen.out()).contains("challenge 2: NOT YET", "and run ./weft challenges 2 --starter");
    }
}
