package dev.weft.differential.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.differential.Comparison;
import dev.weft.differential.Compiler;
import dev.weft.differential.Engine;
import dev.weft.differential.random.Fuzz.Difference;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever a body is made of, and whatever its consumer does, nobody can tell which engine suspends it.
///
/// To see one body again: `-Dweft.fuzz.seed=<its seed> -Dweft.fuzz.bodies=1 -Dweft.fuzz.ecj=1`.
class RandomSpec {

    private static final int ENOUGH = 500; // so many bodies have all constructs

    private static final Fuzz JAVAC = new Fuzz(Compiler.JAVAC);
    private static final Fuzz ECJ = new Fuzz(Compiler.ECJ);

    @BeforeAll
    static void runAll() {
        long seed = Fuzz.seed();
        JAVAC.run(seed, Integer.getInteger("weft.fuzz.bodies", ENOUGH));
        ECJ.run(seed, Integer.getInteger("weft.fuzz.ecj", 0));
    }

    @Test
    void runsAlikeOnEachEngine() {
        assertThat(JAVAC.differences()).as(() -> regressions(JAVAC)).isEmpty();
    }

    @Test
    void runsAlikeOnEachEngineWhenCompiledByAnother() {
        assertThat(ECJ.differences()).as(() -> regressions(ECJ)).isEmpty();
    }

    @Test
    void isJava() {
        assertThat(JAVAC.refused()).hasSizeLessThanOrEqualTo((int) (JAVAC.bodies() / ENOUGH));
    }

    @Test
    void everyConstructOccurs() {
        assumeTrue(JAVAC.bodies() >= ENOUGH);

        assertThat(JAVAC.coverage().missing()).isEmpty();
    }

    @Test
    void yieldsOccurInsideEveryConstruct() {
        assumeTrue(JAVAC.bodies() >= ENOUGH);

        assertThat(JAVAC.coverage().neverYielding()).isEmpty();
        assertThat(JAVAC.coverage().yieldsOverOperands()).isGreaterThan(JAVAC.bodies());
    }

    @Test
    void almostAllCompile() {
        assumeTrue(Engine.compiles() && JAVAC.bodies() >= ENOUGH);

        List<String> fallbacks = JAVAC.fallbacks();

        assertThat(fallbacks.size()).as(() -> String.join("\n", fallbacks)).isLessThan((int) (JAVAC.bodies() / 50));
    }

    @AfterAll
    static void printCounts() {
        System.out.println(JAVAC + "\n" + ECJ);
    }

    /// The first failing body, made small, and the seeds of all.
    private static String regressions(Fuzz fuzz) {
        Difference first = fuzz.differences().getFirst();
        var minimiser = new Minimiser(
                fuzz.compiler(),
                (sample, script) -> Comparison.engines(sample, script).isPresent());
        Minimiser.Failing small = minimiser.shrink(first.body(), first.script());
        String difference = Compiled.one(small.body(), fuzz.compiler())
                .flatMap(sample -> Comparison.engines(sample, small.script()))
                .orElse(first.text());
        return fuzz.differences().stream()
                        .map(each -> String.valueOf(each.body().seed()))
                        .collect(Collectors.joining(", ", "seeds that differ: ", "\n"))
                + "paste into RegressionsSpec:\n\n" + Minimiser.regression(small, difference);
    }
}
