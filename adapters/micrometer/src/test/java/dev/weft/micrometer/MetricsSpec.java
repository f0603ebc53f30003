package dev.weft.micrometer;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Action;
import dev.weft.AsyncGenerator;
import dev.weft.GeneratorBody;
import dev.weft.Overflow;
import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTimeTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Metrics, in virtual time.
class MetricsSpec {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    private void measured(Action code) throws Exception {
        run(RunOptions.defaults().observer(WeftMicrometer.metrics(registry)), code);
    }

    private static AsyncGenerator<Integer> pages() {
        return generator("pages", y -> {
            try {
                sleep(Duration.ofMillis(20));
                y.yield(1);
                sleep(Duration.ofMillis(10));
                y.yield(2);
            } finally {
                sleep(Duration.ofMillis(5));
            }
        });
    }

    private double count(String meter, String name) {
        return registry.get(meter).tag("name", name).counter().count();
    }

    private double active(String meter) {
        return registry.get(meter).gauge().value();
    }

    @VirtualTimeTest
    void yieldsAreCountedAndStepsAreTimed() throws Exception {
        measured(() -> pages().toList());

        var steps = registry.get("weft.steps").tag("name", "pages").timer();
        assertThat(count("weft.yields", "pages")).isEqualTo(2);
        assertThat(steps.count()).isEqualTo(3);
        assertThat(steps.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(35);
        assertThat(steps.max(TimeUnit.MILLISECONDS)).isEqualTo(20);
    }

    @VirtualTimeTest
    void aCloseIsTimedAndIsNoStep() throws Exception {
        measured(() -> {
            try (var pages = pages()) {
                pages.anext().await();
            }
        });

        var closes = registry.get("weft.closes").tag("name", "pages").timer();
        assertThat(closes.count()).isEqualTo(1);
        assertThat(closes.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(5);
        assertThat(registry.get("weft.steps").tag("name", "pages").timer().count())
                .isEqualTo(1);
    }

    @VirtualTimeTest
    void whatIsActiveIsAGauge() throws Exception {
        measured(() -> {
            try (var pages = pages()) {
                pages.anext().await();
                var task = spawn(() -> sleep(Duration.ofMillis(1)));

                assertThat(active("weft.generators.active")).isEqualTo(1);
                assertThat(active("weft.tasks.active")).isEqualTo(1);
                task.await();
            }
        });

        assertThat(active("weft.generators.active")).isZero();
        assertThat(active("weft.tasks.active")).isZero();
    }

    @VirtualTimeTest
    void timeLimitsThatPassAreCountedWithTheirOwner() throws Exception {
        measured(() -> spawn(
                        "worker", () -> catchThrowable(timeout(Duration.ofMillis(1), () -> pages().toList())::await))
                .await());

        assertThat(count("weft.timeouts", "worker")).isEqualTo(1);
    }

    @VirtualTimeTest
    void fallbacksAreCounted() throws Exception {
        GeneratorBody<Integer> declined = y -> List.of(1, 2).forEach(y::yield);

        measured(() -> {
            for (int number : generator("declined", declined)) {
                assertThat(number).isPositive();
            }
        });

        assertThat(count("weft.fallbacks", "declined")).isEqualTo(1);
    }

    @VirtualTimeTest
    void dropsAreCountedForTheBuffer() throws Exception {
        measured(() -> {
            AsyncGenerator<Integer> fast = generator("fast", y -> {
                for (int i = 0; i < 4; i++) {
                    sleep(Duration.ofMillis(1));
                    y.yield(i);
                }
            });
            fast.buffer(1, Overflow.DROP_OLDEST).each(number -> sleep(Duration.ofMillis(100)));
        });

        assertThat(count("weft.drops", "buffer")).isEqualTo(2);
    }

    @VirtualTimeTest
    void namesBeyondTheLimitAreOthers() throws Exception {
        run(RunOptions.defaults().observer(WeftMicrometer.metrics(registry, 1)), () -> {
            pages().toList();
            generator("second", y -> y.yield(1)).toList();
            generator("third", y -> y.yield(1)).toList();
        });

        assertThat(count("weft.yields", "pages")).isEqualTo(2);
        assertThat(count("weft.yields", "other")).isEqualTo(2);
        assertThat(registry.find("weft.yields").tag("name", "third").counter()).isNull();
    }

    @VirtualTimeTest
    void aNegativeNumberOfNamesIsRefused() {
        assertThatThrownBy(() -> WeftMicrometer.metrics(registry, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names must not be negative, was -1");
    }
}
