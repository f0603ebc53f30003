package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a scenario may say, checked before anything runs.
class ScenarioSpec {

    @TempDir
    Path folder;

    @Test
    void isNamedAfterItsFileAndComparedInTotalUnlessItSaysOtherwise() throws IOException {
        Scenario scenario = Scenario.of(file("{'main': []}"));

        assertThat(scenario.name()).isEqualTo("any");
        assertThat(scenario.total()).isTrue();
        assertThat(scenario.trace()).isEqualTo(folder.resolve("any.trace.jsonl"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                    | the scenario must be an object, was []",
                "{} | the scenario needs a list as \"main\"",
                "{'main': {}} | the scenario needs a list as \"main\"",
                "{'main': [], 'gens': []} | gens must be an object, was []",
                "{'main': [], 'gens': {'g': 1}} | gens.g must be an object, was 1",
                "null | the scenario must be an object, was null",
                "'x' | the scenario must be an object, was \"x\"",
                "{'main': null} | the scenario needs a list as \"main\"",
                "{'main': [], 'name': 1} | the scenario needs a text as \"name\"",
                "{'main': [], 'compare': 1} | the scenario needs a text as \"compare\"",
                "{'main': [], 'gens': {'g': {}}} | gens.g needs a list as \"body\"",
                "{'main': [], 'gens': {'g': {'body': 1}}} | gens.g needs a list as \"body\"",
                "{'main': [], 'compare': 'some'} | the scenario needs \"total\" or \"per_who\" as \"compare\"",
                "{'main': [null]} | main[0] must be an object, was null",
            })
    void isAnObjectWithGeneratorsAndAMainTask(String json, String message) throws IOException {
        assertMalformed(json, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | needs a text as \"op\"",
                "{'op': 1} | needs a text as \"op\"",
                "{'op': 'yield', 'value': 1} | is an unknown operation in a task: \"yield\"",
                "{'op': 'anext'} | (anext) needs a text as \"gen\"",
                "{'op': 'aclose', 'gen': 'h'} | (aclose) names an unknown generator: \"h\"",
                "{'op': 'athrow', 'gen': 'g'} | (athrow) needs a text as \"kind\"",
                "{'op': 'sleep', 'ms': '1'} | (sleep) needs a whole number as \"ms\"",
                "{'op': 'sleep', 'ms': 1.5} | (sleep) needs a whole number as \"ms\"",
                "{'op': 'sleep', 'ms': -1} | (sleep) needs a whole number as \"ms\"",
                "{'op': 'log'} | (log) needs a text as \"text\"",
                "{'op': 'raise'} | (raise) needs a text as \"kind\"",
                "{'op': 'raise', 'kind': 'Any'} | (raise) needs a kind such as \"Custom:a\" as \"kind\"",
                "{'op': 'athrow', 'gen': 'g', 'kind': 'any'} | (athrow) needs a kind such as \"Custom:a\" as \"kind\"",
                "{'op': 'for', 'gen': 'h'} | (for) names an unknown generator: \"h\"",
                "{'op': 'for', 'gen': 'g', 'aclosing': 1} | (for) needs true or false as \"aclosing\"",
                "{'op': 'for', 'gen': 'g', 'raise_after': {'k': 1}} | .raise_after needs a text as \"kind\"",
                "{'op': 'for', 'gen': 'g', 'body': [{'op': 'x'}]} | .body[0] is an unknown operation in a task: \"x\"",
                "{'op': 'wait_for', 'ms': 1} | .call must be an object, was null",
                "{'op': 'wait_for', 'ms': 1, 'call': {'op': 'x'}} | .call is an unknown operation in a call: \"x\"",
                "{'op': 'timeout', 'body': []} | (timeout) needs a whole number as \"ms\"",
                "{'op': 'make', 'call': {}} | (make) needs a text as \"as\"",
                "{'op': 'start', 'as': 'x', 'call': {}} | .call needs a text as \"op\"",
                "{'op': 'await'} | (await) needs a text as \"ref\"",
                "{'op': 'poll', 'ref': 'x'} | (poll) needs a whole number as \"ms\"",
                "{'op': 'gather', 'name': 'x'} | (gather) needs a list as \"items\"",
                "{'op': 'gather', 'items': []} | (gather) needs a text as \"name\"",
                "{'op': 'gather', 'name': 'x', 'items': [{}]} | .items[0].call must be an object, was null",
                "{'op': 'gather', 'name': 'x', 'items': [{'ref': 1}]} | .items[0] needs a text as \"ref\"",
                "{'op': 'spawn', 'body': []} | (spawn) needs a text as \"task\"",
                "{'op': 'spawn', 'task': 't', 'body': [{'op': 1}]} | .body[0] needs a text as \"op\"",
                "{'op': 'cancel', 'task': 't', 'wait': 0} | (cancel) needs true or false as \"wait\"",
                "{'op': 'join'} | (join) needs a text as \"task\"",
            })
    void namesTheOperationOfATaskThatIsWrong(String op, String message) throws IOException {
        assertMalformed("{'gens': {'g': {'body': []}}, 'main': [" + op + "]}", "main[0]" + spaced(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op': 'spawn'} | is an unknown operation in a body: \"spawn\"",
                "{'op': 'yield', 'value': {'var': 'x'}} | yields an unknown variable: \"x\"",
                "{'op': 'reraise'} | (reraise) may only stand in a handler",
                "{'op': 'break'} | (break) may only stand in a loop",
                "{'op': 'try', 'finally': [{'op': 'break'}]} | .finally[0] (break) may only stand in a loop",
                "{'op': 'try', 'except': [{'match': 'x'}]} |"
                        + " .except[0] needs a kind, \"any\" or \"Exception\" as \"match\"",
                "{'op': 'try', 'except': {}} | (try) needs a list as \"except\"",
                "{'op': 'loop', 'n': -1} | (loop) needs a whole number as \"n\"",
                "{'op': 'yield', 'value': {'var': 1}} | .value needs a text as \"var\"",
                "{'op': 'try', 'except': [{}]} | .except[0] needs a text as \"match\"",
                "{'op': 'try', 'except': [{'match': 'any', 'body': 1}]} | .except[0] needs a list as \"body\"",
                "{'op': 'loop', 'n': 'x'} | (loop) needs a whole number as \"n\"",
                "{'op': 'if_recv', 'else': [{'op': 'x'}]} | .else[0] is an unknown operation in a body: \"x\"",
                "{'op': 'delegate'} | (delegate) needs a text as \"gen\"",
                "{'op': 'anext', 'gen': 'g', 'on_error': 'x'} | (anext) needs \"propagate\" or \"log\" as \"on_error\"",
            })
    void namesTheOperationOfABodyThatIsWrong(String op, String message) throws IOException {
        assertMalformed("{'gens': {'g': {'body': [" + op + "]}}, 'main': []}", "gens.g.body[0]" + spaced(message));
    }

    private static String spaced(String message) {
        return message.startsWith(".") ? message : " " + message;
    }

    private void assertMalformed(String json, String message) throws IOException {
        Path file = file(json);

        assertThatThrownBy(() -> Scenario.of(file))
                .isInstanceOf(BadScenario.class)
                .hasMessage(file + ": " + message);
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("any.json"), json.replace('\'', '"'));
    }
}
