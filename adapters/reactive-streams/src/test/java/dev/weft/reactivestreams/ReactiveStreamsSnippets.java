package dev.weft.reactivestreams;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.VirtualTimeTest;
import java.util.List;
import org.reactivestreams.Publisher;

/// The examples of the Javadoc, run as tests.
class ReactiveStreamsSnippets {

    @VirtualTimeTest
    void thereAndBack() {
        // @start region=both
        Publisher<Integer> squares = WeftReactiveStreams.publisher(generator(y -> {
            for (int i = 1; i <= 3; i++) {
                y.yield(i * i);
            }
        }));

        List<Integer> all = WeftReactiveStreams.from(squares).toList();
        // @end

        assertThat(all).containsExactly(1, 4, 9);
    }
}
