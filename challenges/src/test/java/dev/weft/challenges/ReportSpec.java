package dev.weft.challenges;

import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.challenges.stage.Pace;
import dev.weft.challenges.stage.Program;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportSpec {

    private static final Arguments SOLUTION = new Arguments(Optional.empty(), 42, false, false, Optional.empty());
    private static final Arguments STARTER = new Arguments(Optional.empty(), 42, false, true, Optional.empty());
    private static final Arguments LIVE = new Arguments(Optional.empty(), 42, true, false, Optional.empty());

    @Test
    void isPlainAsciiOfAtMost80ColumnsInAPipe() {
        var screen = Screen.piped();

        Main.run(screen.terminal(), "challenges");

        assertThat(screen.out().chars()).allMatch(c -> c == '\n' || c == '\r' || 32 <= c && c < 127);
        assertThat(screen.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void usesColoursAndTheWholeWidthOnATerminal() {
        var screen = Screen.terminal(110);

        Main.run(screen.terminal(), "challenges", "3a");

        assertThat(screen.out()).contains("\u001b[32mchallenge 3a: PROVED\u001b[0m", "▒", "◆");
        assertThat(screen.out().lines().map(ReportSpec::withoutColours))
                .allMatch(line -> line.length() <= 110)
                .anyMatch(line -> line.length() > 100);
    }

    @Test
    void usesNoColoursIfTheEnvironmentForbidsThem() {
        var screen = Screen.withoutColour(80);

        Main.run(screen.terminal(), "challenges", "3a");

        assertThat(screen.out()).contains("▒").doesNotContain("\u001b");
    }

    @Test
    void staysWithinANarrowTerminal() {
        var screen = Screen.withoutColour(40);

        Main.run(screen.terminal(), "challenges");

        assertThat(screen.out().lines()).allMatch(line -> line.length() <= 40);
    }

    @Test
    void saysOfAProofThatFailsWhatWasExpectedAndWhatWasSeen() {
        var screen = Screen.piped();
        Challenge failing = with(Challenge2.CHALLENGE, stage -> {
            try (var numbers = generator("numbers", y -> y.yield(3))) {
                numbers.forEach(stage::println);
            }
        });

        boolean proved = new Report(screen.terminal(), SOLUTION, Pace.virtual()).run(List.of(failing));

        assertThat(proved).isFalse();
        assertThat(screen.out()).contains("  NO  10 numbers came: [3].", "expected: 10", "seen:     1");
        assertThat(screen.out()).contains("challenge 2: NOT PROVED");
    }

    @Test
    void namesTheChallengesThatAreNotProved() {
        var screen = Screen.piped();
        List<Challenge> challenges = List.of(Challenge1.CHALLENGE, with(Challenge2.CHALLENGE, stage -> {}));

        boolean proved = new Report(screen.terminal(), SOLUTION, Pace.virtual()).run(challenges);

        assertThat(proved).isFalse();
        assertThat(screen.out()).contains("1 of 2 proved; not proved: 2");
    }

    @Test
    void showsWhereAProgramFailed() {
        var screen = Screen.piped();
        Challenge failing = with(Challenge2.CHALLENGE, stage -> {
            throw new IllegalStateException("no luck");
        });

        new Report(screen.terminal(), STARTER, Pace.virtual()).run(List.of(failing));

        assertThat(screen.out())
                .contains(
                        "NO  The program runs to its end.", "IllegalStateException (\"no luck\") at ReportSpec.java:");
    }

    @Test
    void endsAProgramThatNeverWould() {
        var screen = Screen.piped();
        Challenge endless = with(Challenge2.CHALLENGE, stage -> {
            while (true) {
                sleep(Duration.ofSeconds(1));
            }
        });

        new Report(screen.terminal(), STARTER, Pace.virtual()).run(List.of(endless));

        assertThat(screen.out()).contains("TimeoutException (\"no result within 10m\")", "challenge 2: NOT YET");
    }

    @Test
    void rewritesOneLineOfProgressOnATerminalAndWipesItAway() {
        var screen = Screen.terminal(60);

        new Report(screen.terminal(), LIVE, Pace.virtual()).run(List.of(Challenge4.CHALLENGE));

        assertThat(screen.err())
                .contains(
                        "\r\u001b[Kchallenge 4: 0.1 s, countdown sleeps\r\u001b[Kchallenge 4: 0.2 s, countdown sleeps")
                .contains("challenge 4: 2.4 s, hasty sleeps")
                .doesNotContain("\n")
                .endsWith("\r\u001b[K");
    }

    @Test
    void writesALineOfProgressNowAndThenInAPipe() {
        var screen = Screen.piped();

        new Report(screen.terminal(), LIVE, Pace.virtual()).run(List.of(Challenge2.CHALLENGE));

        assertThat(screen.err().lines())
                .containsExactly("challenge 2: 5 s, numbers sleeps", "challenge 2: 10 s, numbers sleeps");
    }

    @Test
    void saysHowLateAWaitMayEndOnARealClock() {
        var screen = Screen.piped();

        new Report(screen.terminal(), LIVE, Pace.virtual().withSlack(Duration.ofMillis(250))).run(List.of());

        assertThat(screen.out()).startsWith("Seed 42. Real time: each wait may end up to 0.250 s late");
    }

    private static Challenge with(Challenge challenge, Program program) {
        return new Challenge(challenge.id(), challenge.title(), challenge.task(), program, program, challenge.proof());
    }

    private static String withoutColours(String line) {
        return line.replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
