package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Dialogue;
import dev.weft.RunOptions;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// `yieldAll` however deep: one switch per element. In real time.
class DepthSpec {

    private static final int VERY_DEEP = 100_000;
    private static final int DEEP = 2_000;

    private final AtomicInteger cleaned = new AtomicInteger();

    /// Yields the numbers from 0 up to `count`, from as many levels down, and returns how many levels there were.
    private Dialogue<Integer, Integer, Integer> nested(int depth, int count) {
        return dialogue("level", y -> {
            try {
                if (depth > 0) {
                    return 1 + y.yieldAll(nested(depth - 1, count));
                }
                for (int i = 0; i < count; i++) {
                    Integer sent = y.yield(i);
                    assertThat(sent).isIn(null, i);
                }
                return 0;
            } finally {
                cleaned.incrementAndGet();
            }
        });
    }

    @Test
    void aPushGivesEveryElementAndTheResult() {
        Dialogue<Integer, Integer, Integer> numbers = nested(VERY_DEEP, 10);
        var sum = new AtomicInteger();

        numbers.forEach(sum::addAndGet);

        assertThat(sum).hasValue(45);
        assertThat(numbers.result()).isEqualTo(VERY_DEEP);
        assertThat(cleaned).hasValue(VERY_DEEP + 1);
    }

    @Test
    void aPullGivesEveryElementAndTheResultAndCostsOneSwitchPerElement() throws Exception {
        run(RunOptions.defaults().engine("counting"), () -> {
            Dialogue<Integer, Integer, Integer> numbers = nested(VERY_DEEP, 1_000);
            assertThat(numbers.anext().await()).isZero();
            long before = CountingEngine.RESUMES.get();

            for (int i = 1; i < 1_000; i++) {
                assertThat(numbers.anext().await()).isEqualTo(i);
            }

            assertThat(CountingEngine.RESUMES.get() - before).isEqualTo(999);
            assertThat(numbers.toList()).isEmpty();
            assertThat(numbers.result()).isEqualTo(VERY_DEEP);
            assertThat(cleaned).hasValue(VERY_DEEP + 1);
            return null;
        });
    }

    @Test
    void buildingUpAndUnwindingCostOneSwitchPerLevel() throws Exception {
        run(RunOptions.defaults().engine("counting"), () -> {
            long before = CountingEngine.RESUMES.get();

            try (var numbers = nested(DEEP, 10)) {
                numbers.anext().await();
            }

            assertThat(CountingEngine.RESUMES.get() - before).isLessThan(3L * DEEP);
            return null;
        });
        assertThat(cleaned).hasValue(DEEP + 1);
    }

    @Test
    void sentValuesReachTheInnermostBody() throws Exception {
        try (var numbers = nested(DEEP, 10)) {
            numbers.anext().await();

            assertThat(numbers.asend(0).await()).isEqualTo(1);
            assertThat(numbers.asend(1).await()).isEqualTo(2);
        }
    }

    @Test
    void whatIsThrownInUnwindsEveryLevel() throws Exception {
        var failure = new IOException("thrown in");
        Dialogue<Integer, Integer, Integer> numbers = nested(DEEP, 10);
        numbers.anext().await();

        assertThat(catchThrowable(numbers.athrow(failure)::await)).isSameAs(failure);
        assertThat(cleaned).hasValue(DEEP + 1);
    }

    @Test
    void aCloseUnwindsEveryLevel() throws Exception {
        AsyncGenerator<Integer> numbers = nested(DEEP, 10);
        numbers.anext().await();

        numbers.close();

        assertThat(cleaned).hasValue(DEEP + 1);
    }

    @Test
    void aFailureOfTheConsumerOfAPushUnwindsEveryLevel() {
        var failure = new IOException("of the consumer");

        var error = catchThrowable(() -> nested(DEEP, 10).each(number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(cleaned).hasValue(DEEP + 1);
    }
}
