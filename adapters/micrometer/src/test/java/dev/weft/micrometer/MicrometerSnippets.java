package dev.weft.micrometer;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTimeTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/// The examples in the Javadoc.
class MicrometerSnippets {

    @VirtualTimeTest
    void metrics() throws Exception {
        var registry = new SimpleMeterRegistry();

        // @start region="metrics"
        var options = RunOptions.defaults().observer(WeftMicrometer.metrics(registry));

        run(options, () -> generator("pages", y -> y.yield("page")).toList());

        double pages =
                registry.get("weft.yields").tag("name", "pages").counter().count();
        // @end

        assertThat(pages).isEqualTo(1);
    }

    @VirtualTimeTest
    void context() throws Exception {
        // @start region="context"
        var options = RunOptions.defaults().carrier(WeftMicrometer.context());

        var length = run(
                options,
                () -> spawn(() -> "seen by the span of the caller").await().length());
        // @end

        assertThat(length).isPositive();
    }
}
