package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How scenarios are run, where the cases do not show it.
class RunnerSpec {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(World.Drive.class)
    void collectsTheSameInEitherDrive(World.Drive drive) throws IOException {
        Path file = file("""
                {"gens": {"g": {"body": [
                    {"op": "yield", "value": 1}, {"op": "sleep", "ms": 10}, {"op": "raise", "kind": "Custom:a"}]}},
                 "main": [{"op": "collect", "gen": "g"}, {"op": "collect", "gen": "g"}]}
                """);

        List<String> trace = run(file, drive);

        assertThat(trace).containsExactly("""
                {"t":0,"who":"main","event":"call","op":"collect","gen":"g"}
                {"t":0,"who":"gen:g","event":"start"}
                {"t":0,"who":"gen:g","event":"yield","value":1}
                {"t":0,"who":"gen:g","event":"resume","sent":null}
                {"t":0,"who":"gen:g","event":"sleep","ms":10}
                {"t":10,"who":"gen:g","event":"woke"}
                {"t":10,"who":"gen:g","event":"raise","kind":"Custom:a"}
                {"t":10,"who":"gen:g","event":"failed","kind":"Custom:a"}
                {"t":10,"who":"main","event":"error","op":"collect","gen":"g","kind":"Custom:a"}
                {"t":10,"who":"main","event":"call","op":"collect","gen":"g"}
                {"t":10,"who":"main","event":"result","op":"collect","gen":"g","value":[]}
                {"t":10,"who":"main","event":"main_done"}
                {"t":10,"who":"loop","event":"shutdown"}
                {"t":10,"who":"loop","event":"closed"}
                """.split("\n"));
    }

    @ParameterizedTest
    @EnumSource(World.Drive.class)
    void leavesAGeneratorAloneThatIsTooBusyToBeCollected(World.Drive drive) throws IOException {
        Path file = file("""
                {"gens": {"g": {"body": [{"op": "sleep", "ms": 20}, {"op": "yield", "value": 1}]}},
                 "main": [{"op": "start", "as": "s", "call": {"op": "anext", "gen": "g"}}, {"op": "sleep", "ms": 10},
                          {"op": "collect", "gen": "g"}, {"op": "await", "ref": "s"}]}
                """);

        List<String> trace = run(file, drive);

        assertThat(trace).containsSubsequence("""
                {"t":10,"who":"main","event":"error","op":"collect","gen":"g","kind":"RuntimeError:already_running"}
                {"t":20,"who":"gen:g","event":"woke"}
                {"t":20,"who":"main","event":"result","op":"await","ref":"s","value":1}
                """.split("\n"));
    }

    @Test
    void givesEachGeneratorOneInstance() throws IOException {
        Path file = file("""
                {"gens": {"g": {"body": [{"op": "yield", "value": 1}, {"op": "yield", "value": 2}]},
                          "h": {"body": [{"op": "delegate", "gen": "g"}]}},
                 "main": [{"op": "anext", "gen": "g"}, {"op": "anext", "gen": "h"}]}
                """);

        List<String> trace = run(file, World.Drive.PULL);

        assertThat(trace)
                .contains("{\"t\":0,\"who\":\"main\",\"event\":\"result\",\"op\":\"anext\",\"gen\":\"h\",\"value\":2}");
    }

    @Test
    void takesAnObjectWithoutVariableForALiteral() throws IOException {
        Path file = file("""
                {"gens": {"g": {"body": [{"op": "yield", "value": {"a": [1, null]}}, {"op": "yield", "value": []}]}},
                 "main": [{"op": "collect", "gen": "g"}]}
                """);

        List<String> trace = run(file, World.Drive.PULL);

        assertThat(trace)
                .contains("{\"t\":0,\"who\":\"main\",\"event\":\"result\",\"op\":\"collect\",\"gen\":\"g\","
                        + "\"value\":[{\"a\":[1,null]},[]]}");
    }

    @Test
    void logsNothingOfATaskThatFailsUnseen() throws IOException {
        Path file = file("""
                {"main": [{"op": "spawn", "task": "t", "body": [{"op": "raise", "kind": "Custom:a"}]},
                          {"op": "sleep", "ms": 10}]}
                """);

        List<String> trace = run(file, World.Drive.PULL);

        assertThat(trace).containsExactly("""
                {"t":0,"who":"main","event":"spawn","task":"t"}
                {"t":0,"who":"main","event":"sleep","ms":10}
                {"t":0,"who":"task:t","event":"raise","kind":"Custom:a"}
                {"t":0,"who":"task:t","event":"task_failed","kind":"Custom:a"}
                {"t":10,"who":"main","event":"woke"}
                {"t":10,"who":"main","event":"main_done"}
                {"t":10,"who":"loop","event":"shutdown"}
                {"t":10,"who":"loop","event":"closed"}
                """.split("\n"));
    }

    @Test
    void logsTheCancelOfAShutdownAndWaitsForTheCleanUp() throws IOException {
        Path file = file("""
                {"gens": {"g": {"body": [{"op": "try", "body": [{"op": "yield", "value": 1}],
                                          "finally": [{"op": "sleep", "ms": 30}]}]}},
                 "main": [{"op": "anext", "gen": "g"},
                          {"op": "spawn", "task": "t", "body": [
                              {"op": "shutdown_gens"}, {"op": "log", "text": "never"}]},
                          {"op": "sleep", "ms": 10}, {"op": "cancel", "task": "t"}]}
                """);

        List<String> trace = run(file, World.Drive.PULL);

        assertThat(trace).containsSubsequence("""
                {"t":0,"who":"task:t","event":"call","op":"shutdown_gens"}
                {"t":10,"who":"main","event":"cancel","task":"t"}
                {"t":10,"who":"gen:g","event":"interrupted","kind":"Cancelled"}
                {"t":10,"who":"task:t","event":"error","op":"shutdown_gens","kind":"Cancelled"}
                {"t":10,"who":"task:t","event":"task_cancelled"}
                {"t":10,"who":"main","event":"joined","task":"t","outcome":"cancelled"}
                """.split("\n"));
    }

    @Test
    void joinsAndCancelsAStartedCallAsAnyTask() throws IOException {
        Path file = file("""
                {"gens": {"g": {"body": [{"op": "sleep", "ms": 50}]}},
                 "main": [{"op": "start", "as": "s", "call": {"op": "anext", "gen": "g"}}, {"op": "sleep", "ms": 10},
                          {"op": "cancel", "task": "s"}, {"op": "join", "task": "s"}]}
                """);

        List<String> trace = run(file, World.Drive.PULL);

        assertThat(trace).containsSubsequence("""
                {"t":10,"who":"task:s","event":"error","op":"anext","gen":"g","kind":"Cancelled"}
                {"t":10,"who":"main","event":"joined","task":"s","outcome":"cancelled"}
                {"t":10,"who":"main","event":"joined","task":"s","outcome":"cancelled"}
                """.split("\n"));
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("any.json"), json);
    }

    private static List<String> run(Path file, World.Drive drive) {
        Options options = Options.parse(List.of(file.toString()));
        return Runner.run(Scenario.of(file), options, drive).events().stream()
                .map(Json::write)
                .toList();
    }
}
