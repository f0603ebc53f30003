package dev.weft.differential.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.differential.Compiler;
import dev.weft.differential.Engine;
import dev.weft.differential.Sample;
import dev.weft.differential.Script;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Failing bodies are made small, and printed so that they can be kept.
class MinimiserSpec {

    /// A failure that is planted: the body catches something and yields afterwards.
    private static boolean fails(Sample sample, Script script) {
        String trace = String.join("\n", sample.run(script, Engine.THREAD));
        return trace.matches("(?s).*\"IOException\"\\R.*drain -> .*");
    }

    private static Minimiser.Failing shrunk() {
        Script script = Script.of("next next throw(io) send(1) drain result");
        RandomBody failing = LongStream.range(1, 200)
                .mapToObj(RandomBody::of)
                .filter(body -> fails(Compiled.one(body, Compiler.JAVAC).orElseThrow(), script))
                .findFirst()
                .orElseThrow();
        return new Minimiser(Compiler.JAVAC, MinimiserSpec::fails).shrink(failing, script);
    }

    @Test
    void keepsOnlyWhatTheFailureNeeds() {
        Minimiser.Failing small = shrunk();

        assertThat(Compiled.one(small.body(), Compiler.JAVAC))
                .hasValueSatisfying(
                        sample -> assertThat(fails(sample, small.script())).isTrue());
        assertThat(small.body().source().lines()).hasSizeLessThan(55);
        assertThat(small.script().size()).isLessThan(4);
    }

    @Test
    void printsATestThatCompiles() {
        String test = Minimiser.regression(shrunk(), "it differs\nhere");

        String source = "package dev.weft.differential.regressions;\n" + RandomBody.IMPORTS
                + "import dev.weft.differential.*;\n"
                + "class Regression {\nvoid assertAlike(Sample sample, String script) {}\n"
                + "@interface Test {}\n" + test + "}\n";
        assertThat(Compiler.JAVAC.compile(Map.of("dev.weft.differential.regressions.Regression", source)))
                .isPresent();
    }
}
