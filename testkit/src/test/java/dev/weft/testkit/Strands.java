package dev.weft.testkit;

import dev.weft.Action;
import dev.weft.spi.Runtime;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// The primitives of the run to which the calling strand belongs, as specs use them.
final class Strands {

    private Strands() {}

    static Runtime runtime() {
        return VirtualRuntime.CURRENT.get();
    }

    static Thread fork(String name, Action body) {
        return runtime().fork(name, () -> {
            try {
                body.run();
            } catch (Throwable t) {
                throw Thrown.same(t);
            }
        });
    }

    static void park(Object reason) {
        runtime().park(Runtime.FOREVER, reason);
    }

    static void stepBack() {
        runtime().park(runtime().now(), "a step back");
    }

    static void await(BooleanSupplier done, Object reason) {
        while (!done.getAsBoolean()) {
            park(reason);
        }
    }

    /// Waits once, for a time or for whatever comes first.
    static void rest(Duration duration) {
        runtime().park(runtime().now() + duration.toNanos(), "rest");
    }

    static void sleep(Duration duration) {
        long end = runtime().now() + duration.toNanos();
        while (runtime().now() < end) {
            runtime().park(end, "sleep");
        }
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
