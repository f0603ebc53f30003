package dev.weft.mutiny;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.VirtualTimeTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// The examples of the Javadoc, run as tests.
class MutinySnippets {

    @VirtualTimeTest
    void thereAndBack() throws Exception {
        // @start region=both
        Multi<Integer> squares = WeftMutiny.multi(generator(y -> {
            for (int i = 1; i <= 3; i++) {
                y.yield(i * i);
            }
        }));

        Uni<List<Integer>> odd =
                squares.select().where(square -> square % 2 == 1).collect().asList();
        List<Integer> all = WeftMutiny.from(odd).await();
        // @end

        assertThat(all).containsExactly(1, 9);
    }
}
