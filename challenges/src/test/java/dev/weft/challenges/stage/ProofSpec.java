package dev.weft.challenges.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofSpec {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void holdsIfAllItsClaimsHold() {
        Verdict verdict = verdict(proof -> {
            proof.that("water is wet", true, "wet", "wet");
            proof.equal("two and two are four", 4, 2 + 2);
        });

        assertThat(verdict.isProved()).isTrue();
        assertThat(verdict.claims())
                .extracting(Claim::sentence)
                .containsExactly("water is wet", "two and two are four");
    }

    @Test
    void stopsAtTheFirstClaimThatDoesNotHold() {
        Verdict verdict = verdict(proof -> {
            proof.equal("two and two are five", 5, 2 + 2);
            proof.that("water is wet", true, "wet", "wet");
        });

        assertThat(verdict.isProved()).isFalse();
        assertThat(verdict.claims()).containsExactly(new Claim("two and two are five", false, "5", "4"));
    }

    @Test
    void provesNothingWithoutAClaim() {
        assertThat(verdict(proof -> {}).isProved()).isFalse();
    }

    @Test
    void claimsOfEachAndShowsTheFirstAgainst() {
        Verdict verdict = verdict(proof ->
                proof.each("all are small", List.of(1, 20, 30), x -> x < 10, x -> "below 10", x -> "it was " + x));

        assertThat(verdict.claims()).containsExactly(new Claim("all are small", false, "below 10", "it was 20"));
    }

    @Test
    void claimsOfNoneWhatIsSoOfEach() {
        Verdict verdict =
                verdict(proof -> proof.each("all are small", List.<Integer>of(), x -> x < 10, x -> "below 10", x -> x));

        assertThat(verdict.isProved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true", "1001, false"})
    void isExactToTheMillisecondWithoutSlack(long millis, boolean holds) {
        Verdict verdict = verdict(proof -> proof.lasted("a second", SECOND, Duration.ofMillis(millis), 1));

        assertThat(verdict.isProved()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true", "1200, true", "1201, false"})
    void allowsEachWaitToEndLateButNotEarly(long millis, boolean holds) {
        Recording recording = recording(Optional.empty(), Duration.ofMillis(100));

        Verdict verdict = Proof.of(recording, proof -> proof.lasted("a second", SECOND, Duration.ofMillis(millis), 2));

        assertThat(verdict.isProved()).isEqualTo(holds);
    }

    @Test
    void showsTheTolerance() {
        Recording recording = recording(Optional.empty(), Duration.ofMillis(100));

        Verdict verdict = Proof.of(recording, proof -> proof.lasted("A second.", SECOND, Duration.ZERO, 2));

        assertThat(verdict.claims())
                .containsExactly(new Claim("A second. Tolerance: 0.200 s.", false, "1.000 s to 1.200 s", "0.000 s"));
    }

    @Test
    void failsAtOnceIfTheProgramFailed() {
        Recording recording = recording(Optional.of(new IllegalStateException("no luck")), Duration.ZERO);

        Verdict verdict = Proof.of(recording, proof -> proof.equal("two and two are four", 4, 2 + 2));

        assertThat(verdict.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.sentence()).isEqualTo("The program runs to its end.");
            assertThat(claim.seen()).startsWith("IllegalStateException (\"no luck\")");
        });
    }

    @Test
    void failsIfThereIsNoGeneratorOfTheNameThatItLooksFor() {
        Verdict verdict = verdict(proof -> proof.generator("numbers"));

        assertThat(verdict.claims())
                .containsExactly(new Claim(
                        "A generator named \"numbers\" was read, one time.",
                        false,
                        "one time numbers",
                        "no generator read"));
    }

    private static Verdict verdict(Consumer<Proof> proof) {
        return Proof.of(recording(Optional.empty(), Duration.ZERO), proof);
    }

    private static Recording recording(Optional<Throwable> failure, Duration slack) {
        return new Recording(List.of(), List.of(), List.of(), List.of(), List.of(), failure, slack);
    }
}
