package dev.weft.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// The meters of one name.
record Meters(
        Counter yields, Timer steps, Timer closes, Counter leaks, Counter fallbacks, Counter timeouts, Counter drops) {

    private static final String TAG = "name";

    Meters(MeterRegistry registry, String name) {
        this(
                registry.counter("weft.yields", TAG, name),
                registry.timer("weft.steps", TAG, name),
                registry.timer("weft.closes", TAG, name),
                registry.counter("weft.leaks", TAG, name),
                registry.counter("weft.fallbacks", TAG, name),
                registry.counter("weft.timeouts", TAG, name),
                registry.counter("weft.drops", TAG, name));
    }
}
