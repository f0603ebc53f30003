package dev.weft.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is malformed is named on one line, and the exit status is 2.
class MisuseSpec {

    private static final String SCENARIO = """
            {"name": "demo", "gens": {"g": {"body": [{"op": "yield", "value": 1}]}},
             "main": [{"op": "anext", "gen": "g"}, {"op": "collect", "gen": "g"}]}
            """;

    private static final String ENGINES = String.join(", ", Engines.names()) + ", auto";

    @TempDir
    Path folder;

    @Test
    void namesAFileThatIsMissing() {
        Path file = folder.resolve("none.json");

        Said said = Said.by("scenario", file.toString());

        assertThat(said).isEqualTo(Said.misuse("there is no file " + file));
    }

    @Test
    void namesATraceThatIsMissing() throws IOException {
        Path file = file("demo.json", SCENARIO);

        Said said = Said.by("scenario", "--check", file.toString());

        assertThat(said).isEqualTo(Said.misuse("there is no file " + folder.resolve("demo.trace.jsonl")));
    }

    @Test
    void namesTheLineOfATraceThatIsMalformed() throws IOException {
        Path file = file("demo.json", SCENARIO);
        Path trace = file("demo.trace.jsonl", "{\"t\": 0}\n\n{\"t\" 0}\n");

        Said said = Said.by("scenario", "--check", file.toString());

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).startsWith("weft: " + trace + ":3 is not well-formed JSON: ");
        assertThat(said.err().lines()).hasSize(1);
    }

    @Test
    void namesTheLineOfATraceThatIsNoEvent() throws IOException {
        Path file = file("demo.json", SCENARIO);
        Path trace = file("demo.trace.jsonl", "[1]\n");

        Said said = Said.by("scenario", "--check", file.toString());

        assertThat(said).isEqualTo(Said.misuse(trace + ":1 is not an event: [1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "\0",
                "\uFEFF{\"main\": []}",
                "{",
                "{\"main\": [}",
                "{\"main\": []}}",
                "{\"main\": []} x",
                "{\"main\": [],}",
                "{\"main\": [] /* note */}",
                "{'main': []}",
                "{main: []}",
                "{\"main\": NaN}",
                "{\"main\": 01}",
                "{\"main\": \"a\tb\"}",
                "{\"main\": \"\\x\"}",
                "{\"main\": [,]}",
                "\"main",
                "yes",
                "\uD83E\uDDF5"
            })
    void namesAScenarioThatIsNoJson(String text) throws IOException {
        Path file = file("demo.json", text);

        Said said = Said.by("scenario", file.toString());

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("weft: " + file + " is not well-formed JSON: ")
                .hasLineCount(1);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void namesAScenarioInAnotherEncoding() throws IOException {
        Path file = folder.resolve("demo.json");
        Files.write(file, SCENARIO.replace("demo", "dém").getBytes(ISO_8859_1));

        Said said = Said.by("scenario", file.toString());

        assertThat(said).isEqualTo(Said.misuse(file + " is not in UTF-8"));
    }

    @Test
    void namesAnOperationThatIsUnknown() throws IOException {
        Path file = file("demo.json", SCENARIO.replace("collect", "gather_all"));

        Said said = Said.by("scenario", file.toString());

        assertThat(said).isEqualTo(Said.misuse(file + ": main[1] is an unknown operation in a task: \"gather_all\""));
    }

    @Test
    void keepsAComplaintOnOneLine() throws IOException {
        Path file = file("demo.json", SCENARIO.replace("collect", "a\\nb"));

        Said said = Said.by("scenario", file.toString());

        assertThat(said).isEqualTo(Said.misuse(file + ": main[1] is an unknown operation in a task: \"a\\nb\""));
    }

    @Test
    void namesAFolder() {
        Said said = Said.by("scenario", folder.toString());

        assertThat(said).isEqualTo(Said.misuse("cannot read " + folder + ": Is a directory"));
    }

    @Test
    void namesAReferenceThatIsUnknownWhereverItIsUsed() throws IOException {
        Path file = file("demo.json", """
                {"main": [{"op": "spawn", "task": "t", "body": [{"op": "await", "ref": "x"}]},
                          {"op": "join", "task": "t"}]}
                """);

        Said said = Said.by("scenario", file.toString());

        assertThat(said).isEqualTo(Said.misuse(file + ": there is no awaitable named \"x\" yet"));
    }

    @Test
    void goesOnAfterAMalformedFileAndExitsWithTwo() throws IOException {
        Path missing = folder.resolve("none.json");
        Path file = file("demo.json", SCENARIO);
        file("demo.trace.jsonl", Said.by("scenario", file.toString()).out());

        Said said = Said.by("scenario", "--quiet", missing.toString(), file.toString());

        assertThat(said).isEqualTo(new Said(2, "1 passed, 0 failed\n", "weft: there is no file " + missing + "\n"));
    }

    @Test
    void namesAnEngineThatIsUnknown() {
        Said said = Said.by("scenario", "--engine", "steam", "any.json");

        assertThat(said).isEqualTo(Said.misuse("there is no engine named \"steam\"; give one of: " + ENGINES));
    }

    @Test
    void showsItsUsageWithoutACommand() {
        Said said = Said.by();

        assertThat(said).isEqualTo(Said.misuse(Options.USAGE));
    }

    @Test
    void showsItsUsageForAnotherCommand() {
        Said said = Said.by("scenarios", "any.json");

        assertThat(said).isEqualTo(Said.misuse(Options.USAGE));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
