package dev.weft.micrometer;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.spi.Carrier;
import dev.weft.testkit.VirtualTimeTest;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.ArrayList;

/// Contexts that are carried to tasks and bodies.
class ContextSpec {

    private static final ThreadLocal<String> TRACE = new ThreadLocal<>();

    private static Carrier traces() {
        var registry = new ContextRegistry().registerThreadLocalAccessor("trace", TRACE);
        return WeftMicrometer.context(
                ContextSnapshotFactory.builder().contextRegistry(registry).build());
    }

    @VirtualTimeTest
    void contextPropagationReachesTasksAndBodies() throws Exception {
        var seen = new ArrayList<String>();

        run(RunOptions.defaults().engine("thread").carrier(traces()), () -> {
            TRACE.set("t1");
            AsyncGenerator<String> traced = generator(y -> y.yield(TRACE.get()));
            seen.add(traced.anext().await());
            seen.add(spawn(TRACE::get).await());
            TRACE.remove();
        });

        assertThat(seen).containsExactly("t1", "t1");
    }

    @VirtualTimeTest
    void withoutTheCarrierATaskSeesNothing() throws Exception {
        TRACE.set("t1");

        var seen = new ArrayList<String>();
        run(() -> seen.add(spawn(TRACE::get).await()));
        TRACE.remove();

        assertThat(seen).containsOnlyNulls();
    }

    @VirtualTimeTest
    void theContextOfOpenTelemetryIsCarriedByTwoLines() throws Exception {
        ContextKey<String> key = ContextKey.named("span");
        Carrier carrier = () -> {
            Context current = Context.current();
            return code -> current.wrap(code).run();
        };

        var seen = run(RunOptions.defaults().carrier(carrier), () -> {
            try (var _ = Context.current().with(key, "s1").makeCurrent()) {
                return spawn(() -> Context.current().get(key)).await();
            }
        });

        assertThat(seen).isEqualTo("s1");
    }
}
