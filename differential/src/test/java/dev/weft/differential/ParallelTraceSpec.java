package dev.weft.differential;

import static dev.weft.Async.gather;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Awaitable;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The end of a run closes what is open, all at the same time: no event of a body may be lost to another one.
class ParallelTraceSpec {

    private static final int STRANDS = 8;
    private static final int ROUNDS = 300;

    @Test
    void keepsWhatManyStrandsAddAtOnce() throws Exception {
        var trace = new Trace();
        var together = new CyclicBarrier(STRANDS);
        List<Awaitable<Void>> strands = IntStream.range(0, STRANDS)
                .<Awaitable<Void>>mapToObj(strand -> () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        together.await();
                        trace.add("strand " + strand);
                    }
                    return null;
                })
                .toList();

        gather(strands).await();

        assertThat(trace.events()).hasSize(STRANDS * ROUNDS);
    }
}
