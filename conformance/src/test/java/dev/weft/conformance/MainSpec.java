package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the command prints and how it exits.
class MainSpec {

    private static final String SCENARIO = """
            {"name": "demo", "compare": "total",
             "gens": {"g": {"body": [{"op": "yield", "value": 1}, {"op": "sleep", "ms": 20}]}},
             "main": [{"op": "anext", "gen": "g"}, {"op": "collect", "gen": "g"}]}
            """;

    private static final String TRACE = """
            {"t":0,"who":"main","event":"call","op":"anext","gen":"g"}
            {"t":0,"who":"gen:g","event":"start"}
            {"t":0,"who":"gen:g","event":"yield","value":1}
            {"t":0,"who":"main","event":"result","op":"anext","gen":"g","value":1}
            {"t":0,"who":"main","event":"call","op":"collect","gen":"g"}
            {"t":0,"who":"gen:g","event":"resume","sent":null}
            {"t":0,"who":"gen:g","event":"sleep","ms":20}
            {"t":20,"who":"gen:g","event":"woke"}
            {"t":20,"who":"gen:g","event":"done"}
            {"t":20,"who":"main","event":"result","op":"collect","gen":"g","value":[]}
            {"t":20,"who":"main","event":"main_done"}
            {"t":20,"who":"loop","event":"shutdown"}
            {"t":20,"who":"loop","event":"closed"}
            """;

    /// Two tasks that do the same at the same time, so that the schedule shows.
    private static final String RACE = """
            {"compare": "per_who", "gens": {}, "main": [
             {"op": "spawn", "task": "a", "body": [{"op": "log", "text": "x"}]},
             {"op": "spawn", "task": "b", "body": [{"op": "log", "text": "x"}]},
             {"op": "join", "task": "a"}, {"op": "join", "task": "b"}]}
            """;

    @TempDir
    Path folder;

    // ---- printing ----

    @Test
    void printsATraceOneEventALine() throws IOException {
        Path file = file("demo.json", SCENARIO);

        Said said = Said.by("scenario", file.toString());

        assertThat(said).isEqualTo(new Said(0, TRACE, ""));
    }

    @Test
    void printsTheTracesOfSeveralFilesOneAfterTheOther() throws IOException {
        Path file = file("demo.json", SCENARIO);

        Said said = Said.by("scenario", file.toString(), file.toString());

        assertThat(said).isEqualTo(new Said(0, TRACE + TRACE, ""));
    }

    @Test
    void printsTheSameTraceForTheSameSeed() throws IOException {
        Path file = file("race.json", RACE);

        Said first = Said.by("scenario", "--seed", "7", file.toString());
        Said second = Said.by("scenario", "--seed", "7", file.toString());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void printsOtherTracesForOtherSeeds() throws IOException {
        Path file = file("race.json", RACE);

        Stream<String> traces = Stream.of("1", "2", "3", "4", "5", "6", "7", "8")
                .map(seed ->
                        Said.by("scenario", "--seed", seed, file.toString()).out());

        assertThat(traces.distinct()).hasSizeGreaterThan(1);
    }

    // ---- checking ----

    @Test
    void checksATraceWithTheOneBesideIt() throws IOException {
        Path file = file("demo.json", SCENARIO);
        file("demo.trace.jsonl", TRACE);

        Said said = Said.by("scenario", "--check", file.toString());

        assertThat(said).isEqualTo(new Said(0, """
                passed  demo (PULL)
                passed  demo (PUSH)
                1 passed, 0 failed
                """, ""));
    }

    @Test
    void showsTheFirstDifferenceAndFiveEventsBefore() throws IOException {
        Path file = file("demo.json", SCENARIO);
        file("demo.trace.jsonl", TRACE.replace("20,\"who\":\"gen:g\",\"event\":\"done\"", "20,\"who\":\"gen:g\""));

        Said said = Said.by("scenario", "--check", "--drive", "pull", file.toString());

        assertThat(said).isEqualTo(new Said(1, """
                FAILED  demo (PULL): event 9 differs
                    before    {"t":0,"who":"main","event":"result","op":"anext","gen":"g","value":1}
                    before    {"t":0,"who":"main","event":"call","op":"collect","gen":"g"}
                    before    {"t":0,"who":"gen:g","event":"resume","sent":null}
                    before    {"t":0,"who":"gen:g","event":"sleep","ms":20}
                    before    {"t":20,"who":"gen:g","event":"woke"}
                    expected  {"t":20,"who":"gen:g"}
                    actual    {"t":20,"who":"gen:g","event":"done"}
                0 passed, 1 failed
                """, ""));
    }

    @Test
    void saysNothingButTheSummaryWhenQuiet() throws IOException {
        Path right = file("demo.json", SCENARIO);
        file("demo.trace.jsonl", TRACE);
        Path wrong = file("race.json", RACE);
        file("race.trace.jsonl", "");

        Said said = Said.by("scenario", "--check", "--quiet", right.toString(), wrong.toString());

        assertThat(said).isEqualTo(new Said(1, "1 passed, 1 failed\n", ""));
    }

    @Test
    void checksWhenItIsToBeQuiet() throws IOException {
        Path file = file("demo.json", SCENARIO);
        file("demo.trace.jsonl", TRACE);

        Said said = Said.by("scenario", "--quiet", file.toString());

        assertThat(said).isEqualTo(new Said(0, "1 passed, 0 failed\n", ""));
    }

    @Test
    void checksAllCasesInOneProcess() {
        List<String> files = Cases.ofTheReference().stream().map(Path::toString).toList();

        Said said = Said.by(Stream.concat(Stream.of("scenario", "--check", "--quiet"), files.stream())
                .toArray(String[]::new));

        assertThat(said).isEqualTo(new Said(0, "108 passed, 0 failed\n", ""));
    }

    @Test
    void comparesTheOrderOfEachPartyOnlyIfTheScenarioSaysSo() throws IOException {
        Path perWho = file("race.json", RACE);
        Path total = file("total.json", RACE.replace("per_who", "total"));
        String trace = Said.by("scenario", perWho.toString()).out();
        String ofB = "{\"t\":0,\"who\":\"task:b\",\"event\":\"log\",\"text\":\"x\"}\n";
        String ofA = ofB.replace("task:b", "task:a");
        String swapped = trace.replace(ofB, "").replace(ofA, ofB + ofA);
        file("race.trace.jsonl", swapped);
        file("total.trace.jsonl", swapped);

        Said said = Said.by("scenario", "--check", "--quiet", perWho.toString(), total.toString());

        assertThat(said).isEqualTo(new Said(1, "1 passed, 1 failed\n", ""));
    }

    // ---- runs that do not end ----

    @Test
    void reportsADeadlock() throws IOException {
        Path file = file("stuck.json", deadlock());

        Said said = Said.by("scenario", file.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .startsWith("weft: stuck broke: dev.weft.testkit.Deadlock: ")
                .hasLineCount(1);
        assertThat(said.out()).contains("\"event\":\"join\",\"task\":\"b\"");
    }

    @Test
    void failsACheckThatDeadlocks() throws IOException {
        Path file = file("stuck.json", deadlock());
        file("stuck.trace.jsonl", Said.by("scenario", file.toString()).out());

        Said said = Said.by("scenario", "--check", "--drive", "pull", file.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).startsWith("FAILED  stuck (PULL): the run broke: dev.weft.testkit.Deadlock: ");
    }

    @Test
    void endsAScenarioThatDoesNotEndByItself() throws IOException {
        Path file = file("endless.json", """
                {"gens": {"g": {"body": [{"op": "loop", "n": null, "body": [{"op": "yield", "value": 1}]}]}},
                 "main": [{"op": "collect", "gen": "g"}]}
                """);

        Said said = Said.by("scenario", "--drive", "push", file.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("more than 100000 events: the scenario does not end");
    }

    // ---- helpers ----

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// Two tasks that wait for each other.
    private static String deadlock() {
        return """
                {"main": [
                 {"op": "spawn", "task": "a", "body": [{"op": "join", "task": "b"}]},
                 {"op": "spawn", "task": "b", "body": [{"op": "join", "task": "a"}]},
                 {"op": "join", "task": "a"}]}
                """;
    }
}
