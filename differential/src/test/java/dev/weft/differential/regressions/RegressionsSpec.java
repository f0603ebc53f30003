package dev.weft.differential.regressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.differential.Comparison;
import dev.weft.differential.Sample;
import dev.weft.differential.Script;

/// Bodies that once ran differently, as small as they could be made. `RandomSpec` prints new ones.
class RegressionsSpec {

    private static void assertAlike(Sample sample, String script) {
        assertThat(Comparison.engines(sample, Script.of(script))).isEmpty();
    }
}
