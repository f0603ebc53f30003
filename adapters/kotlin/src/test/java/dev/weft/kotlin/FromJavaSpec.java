package dev.weft.kotlin;

import static dev.weft.Async.range;
import static org.assertj.core.api.Assertions.assertThat;

import kotlinx.coroutines.flow.Flow;
import org.junit.jupiter.api.Test;

/// The adapter, called from Java.
class FromJavaSpec {

    @Test
    void aFlowComesBack() {
        Flow<Integer> flow = WeftKotlin.flow(range(0, 1_000));

        assertThat(WeftKotlin.from(flow).take(2).toList()).containsExactly(0, 1);
    }

    @Test
    void thePrefetchCanBeChosen() {
        assertThat(WeftKotlin.from(WeftKotlin.flow(range(0, 3)), 1).toList()).containsExactly(0, 1, 2);
    }
}
