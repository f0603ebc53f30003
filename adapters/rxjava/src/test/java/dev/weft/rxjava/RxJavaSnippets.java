package dev.weft.rxjava;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.VirtualTimeTest;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import java.util.List;

/// The examples of the Javadoc, run as tests.
class RxJavaSnippets {

    @VirtualTimeTest
    void thereAndBack() throws Exception {
        // @start region=both
        Flowable<Integer> squares = WeftRxJava.flowable(generator(y -> {
            for (int i = 1; i <= 3; i++) {
                y.yield(i * i);
            }
        }));

        Single<List<Integer>> backwards = squares.toSortedList((a, b) -> b - a);
        List<Integer> all = WeftRxJava.from(backwards).await();
        // @end

        assertThat(all).containsExactly(9, 4, 1);
    }
}
