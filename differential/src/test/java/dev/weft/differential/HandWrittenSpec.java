package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whatever a consumer does to a body that is written by hand, nobody can tell which engine suspends it.
class HandWrittenSpec {

    @TestFactory
    Stream<DynamicTest> runsAlikeOnEachEngine() {
        return Samples.all()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    Stream<String> differences = Scripts.of(sample)
                            .map(script -> Comparison.engines(sample, script))
                            .flatMap(Optional::stream);

                    assertThat(differences).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> runsAlikePushedAndPulled() {
        return Samples.thatArePushed()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    Stream<String> differences = IntStream.range(0, 6)
                            .mapToObj(failAt -> Comparison.drives(sample, failAt))
                            .flatMap(Optional::stream);

                    assertThat(differences).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> forgetsWhatIsDead() {
        assumeTrue(Engine.compiles());

        return Samples.slow()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.name(),
                        () -> assertThat(Comparison.memory(sample)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> compiles() {
        assumeTrue(Engine.compiles());

        return Samples.thatFallBack(false)
                .map(sample -> DynamicTest.dynamicTest(
                        sample.name(), () -> assertThat(sample.explain()).hasToString("compiled")));
    }

    @TestFactory
    Stream<DynamicTest> fallsBackAndSaysWhy() {
        assumeTrue(Engine.compiles());

        return Samples.thatFallBack(true)
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    String reason = Samples.reason(sample).orElseThrow();

                    assertThat(sample.explain().engine()).isEqualTo("thread");
                    assertThat(sample.explain().toString())
                            .contains(reason)
                            .containsPattern("\\w+\\.java:\\d+|hidden class");
                }));
    }

    @Test
    void thereAreMany() {
        assertThat(Samples.all()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(Scripts.ALL).hasSizeGreaterThanOrEqualTo(30);
    }
}
