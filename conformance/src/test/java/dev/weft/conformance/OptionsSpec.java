package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the options mean.
class OptionsSpec {

    @Test
    void printFromThePullDriveInFifoOrderUnlessSaidOtherwise() {
        Options options = parse("a.json", "b.json");

        assertThat(options)
                .isEqualTo(new Options(
                        false,
                        false,
                        "auto",
                        List.of(World.Drive.PULL),
                        null,
                        List.of(Path.of("a.json"), Path.of("b.json"))));
    }

    @Test
    void checkBothDrivesUnlessSaidOtherwise() {
        Options options = parse("--check", "a.json");

        assertThat(options.check()).isTrue();
        assertThat(options.drives()).containsExactly(World.Drive.PULL, World.Drive.PUSH);
    }

    @ParameterizedTest
    @CsvSource({"pull,PULL", "push,PUSH"})
    void takeOneDrive(String name, World.Drive drive) {
        Options options = parse("--check", "--drive", name, "a.json");

        assertThat(options.drives()).containsExactly(drive);
    }

    @Test
    void takeBothDrives() {
        Options options = parse("--drive", "both", "a.json");

        assertThat(options.drives()).containsExactly(World.Drive.PULL, World.Drive.PUSH);
    }

    static List<String> engines() {
        return Engines.names();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void takeEachEngineThatThereIs(String name) {
        Options options = parse("--engine", name, "a.json");

        assertThat(options.engine()).isEqualTo(name);
    }

    @Test
    void leaveTheChoiceOfAnEngineToTheLibrary() {
        Options options = parse("--engine", "auto", "a.json");

        assertThat(options.engine()).isEqualTo("auto");
    }

    @Test
    void mayStandBehindFiles() {
        Options options = parse("a.json", "--seed", "-5", "--quiet");

        assertThat(options.seed()).isEqualTo(-5);
        assertThat(options.quiet()).isTrue();
        assertThat(options.check()).isTrue();
        assertThat(options.files()).containsExactly(Path.of("a.json"));
    }

    @Test
    void mayBeRepeatedAndThenTheLastOneCounts() {
        Options options = parse("--seed", "1", "--seed", "2", "a.json");

        assertThat(options.seed()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--fast a.json; unknown option --fast",
                "-q a.json; unknown option -q",
                "--engine; --engine needs a value",
                "--drive; --drive needs a value",
                "--seed; --seed needs a value",
                "--drive shove a.json; unknown drive shove"
            })
    void nameWhatIsWrongAndShowTheUsage(String arguments, String message) {
        assertThatThrownBy(() -> parse(arguments.split(" ")))
                .isInstanceOf(BadScenario.class)
                .hasMessage(message + "; " + Options.USAGE);
    }

    @Test
    void nameASeedThatIsNoNumber() {
        assertThatThrownBy(() -> parse("--seed", "x", "a.json"))
                .isInstanceOf(BadScenario.class)
                .hasMessage("--seed needs a whole number, was x");
    }

    @Test
    void showTheUsageIfThereAreNoFiles() {
        assertThatThrownBy(() -> parse("--check"))
                .isInstanceOf(BadScenario.class)
                .hasMessage(Options.USAGE);
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments));
    }
}
