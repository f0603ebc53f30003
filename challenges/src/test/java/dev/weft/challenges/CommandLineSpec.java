package dev.weft.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CommandLineSpec {

    @TempDir
    Path folder;

    static final List<List<String>> MISUSES = List.of(
            List.of(),
            List.of("challenge"),
            List.of("challenges", "0"),
            List.of("challenges", "6"),
            List.of("challenges", "3c"),
            List.of("challenges", "1", "2"),
            List.of("challenges", "--fast"),
            List.of("challenges", "--seed"),
            List.of("challenges", "--seed", "many"),
            List.of("challenges", "--seed", "--live"),
            List.of("challenges", "--timeline"),
            List.of("challenges", "--timeline", "picture.png"),
            List.of("challenges", ""));

    @Test
    void runsAllChallengesIfNoneIsNamed() {
        var screen = Screen.piped();

        int status = Main.run(screen.terminal(), "challenges");

        assertThat(status).isZero();
        assertThat(screen.out())
                .contains(
                        "challenge 1: PROVED",
                        "challenge 2: PROVED",
                        "challenge 3a: PROVED",
                        "challenge 3b: PROVED",
                        "challenge 4: PROVED",
                        "challenge 5: PROVED")
                .endsWith("All 6 challenges: PROVED" + System.lineSeparator());
        assertThat(screen.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3a 3b", "3a, 3a", "3b, 3b", "4, 4", "5, 5"})
    void runsTheChallengeOrThePartsThatANumberNames(String number, String ids) {
        var screen = Screen.piped();

        int status = Main.run(screen.terminal(), "challenges", number);

        assertThat(status).isZero();
        assertThat(screen.out().lines().filter(line -> line.startsWith("challenge ")))
                .map(line -> line.replaceAll("challenge (.*): PROVED", "$1"))
                .containsExactly(ids.split(" "));
    }

    @Test
    void takesOptionsBeforeAndAfterTheNumber() {
        var before = Screen.piped();
        var after = Screen.piped();

        Main.run(before.terminal(), "challenges", "--seed", "-7", "2");
        Main.run(after.terminal(), "challenges", "2", "--seed", "-7");

        assertThat(before.out()).startsWith("Seed -7.").isEqualTo(after.out());
    }

    @ParameterizedTest
    @CsvSource({"html, <!DOCTYPE html>", "svg, <svg", "json, {", "txt, '          |0 s'"})
    void writesTheTimelineIntoAFile(String ending, String beginning) {
        var screen = Screen.piped();
        Path file = folder.resolve("timeline." + ending);

        int status = Main.run(screen.terminal(), "challenges", "3a", "--timeline", file.toString());

        assertThat(status).isZero();
        assertThat(file).content().startsWith(beginning);
        assertThat(screen.out()).contains("Written to ");
    }

    @Test
    void writesAFileForEachOfSeveralChallenges() {
        var screen = Screen.piped();

        Main.run(
                screen.terminal(),
                "challenges",
                "3",
                "--timeline",
                folder.resolve("both.svg").toString());

        assertThat(folder).isDirectoryContaining("glob:**/both-3a.svg").isDirectoryContaining("glob:**/both-3b.svg");
    }

    @Test
    void namesTheEndingsThatThereAre() {
        var screen = Screen.piped();

        int status = Main.run(screen.terminal(), "challenges", "1", "--timeline", "picture.png");

        assertThat(status).isEqualTo(2);
        assertThat(screen.err())
                .startsWith("weft: a timeline's file must end in .html, .svg, .json or .txt, was \"picture.png\"");
    }

    @Test
    void asksForAMissingFolderBeforeItRunsAnything() {
        var screen = Screen.piped();
        Path missing = folder.resolve("missing");

        int status = Main.run(
                screen.terminal(),
                "challenges",
                "1",
                "--timeline",
                missing.resolve("timeline.svg").toString());

        assertThat(status).isEqualTo(2);
        assertThat(screen.err()).contains("make " + missing + " first");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void saysThatAFileCannotBeWritten() throws IOException {
        var screen = Screen.piped();
        Path file = Files.createDirectory(folder.resolve("timeline.svg"));

        int status = Main.run(screen.terminal(), "challenges", "1", "--timeline", file.toString());

        assertThat(status).isEqualTo(1);
        assertThat(screen.err()).startsWith("weft: cannot write the timeline to ");
        assertThat(screen.out()).contains("challenge 1: PROVED");
    }

    @ParameterizedTest
    @FieldSource("MISUSES")
    void answersWhatMakesNoSenseWithAUsageLineAndStatusTwo(List<String> args) {
        var screen = Screen.piped();

        int status = Main.run(screen.terminal(), args.toArray(String[]::new));

        assertThat(status).isEqualTo(2);
        assertThat(screen.out()).isEmpty();
        assertThat(screen.err().lines()).hasSize(2);
        assertThat(screen.err().lines().toList().getLast())
                .isEqualTo("Usage: ./weft challenges [1|2|3|3a|3b|4|5] [--seed S] [--live] [--starter]"
                        + " [--timeline FILE.html|.svg|.json|.txt]");
    }

    @Test
    void saysWhatMakesNoSense() {
        var screen = Screen.piped();

        Main.run(screen.terminal(), "challenges", "--seed", "many");

        assertThat(screen.err()).startsWith("weft: --seed needs a whole number, not \"many\"");
    }

    @Test
    void printsTheSameForTheSameSeed() {
        var first = Screen.piped();
        var second = Screen.piped();

        Main.run(first.terminal(), "challenges", "--seed", "7");
        Main.run(second.terminal(), "challenges", "--seed", "7");

        assertThat(first.out()).isEqualTo(second.out());
    }

    @Test
    void printsOtherNumbersForAnotherSeed() {
        var first = Screen.piped();
        var second = Screen.piped();

        Main.run(first.terminal(), "challenges", "2", "--seed", "1");
        Main.run(second.terminal(), "challenges", "2", "--seed", "2");

        assertThat(first.out().lines().skip(1))
                .isNotEqualTo(second.out().lines().skip(1));
    }

    /// If the output changes on purpose, so does the file: `./weft challenges >` it.
    @Test
    void printsWhatIsWrittenDownForTheDefaultSeed() throws Exception {
        String written = resource("default-seed.txt");
        var screen = Screen.piped();

        Main.run(screen.terminal(), "challenges");

        assertThat(screen.out()).isEqualToNormalizingNewlines(written);
    }

    @Test
    void exitsWithStatusOneAndNamesTheChallengesThatAreNotProved() {
        var screen = Screen.piped();

        int status = Main.run(screen.terminal(), "challenges", "--starter");

        assertThat(status).isEqualTo(1);
        assertThat(screen.out()).contains("0 of 6 proved; not yet: 1, 2, 3a, 3b, 4, 5");
    }

    private static String resource(String name) throws Exception {
        try (InputStream file = Objects.requireNonNull(CommandLineSpec.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
