package dev.weft.micrometer;

import dev.weft.spi.Carrier;
import dev.weft.spi.Observer;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;

/// Metrics of Weft for Micrometer, and contexts carried to its threads.
///
/// {@snippet class=dev.weft.micrometer.MicrometerSnippets region=metrics}
public final class WeftMicrometer {

    private static final int NAMES = 100;

    private WeftMicrometer() {}

    /// Makes an observer that counts and times in a registry, with up to 100 names; else as
    /// [#metrics(MeterRegistry, int)].
    ///
    /// @param registry gets the meters
    /// @return the observer, for the options of any number of runs
    public static Observer metrics(MeterRegistry registry) {
        return metrics(registry, NAMES);
    }

    /// Makes an observer that counts and times in a registry.
    ///
    /// | meter | type | tag | what |
    /// |---|---|---|---|
    /// | `weft.tasks.active` | gauge | – | tasks that have begun and not ended |
    /// | `weft.generators.active` | gauge | – | generators that have begun and not ended |
    /// | `weft.yields` | counter | `name` | elements |
    /// | `weft.steps` | timer | `name` | from a step to its element, or to the end |
    /// | `weft.closes` | timer | `name` | from a close to the end of the clean-up |
    /// | `weft.leaks` | counter | `name` | generators that were dropped while suspended |
    /// | `weft.fallbacks` | counter | `name` | bodies that a better engine declined |
    /// | `weft.timeouts` | counter | `name` | time limits that passed, of a task, run or generator |
    /// | `weft.drops` | counter | `name` | elements that a full buffer has dropped |
    ///
    /// Times are those of the run's clock: in virtual time, virtual ones.
    ///
    /// - **Threads**: may observe several runs at once.
    /// - **Cost**: one look-up and a few atomic writes for each event; a meter of each kind for each name.
    ///
    /// @param registry gets the meters
    /// @param names how many names there may be as tags, not negative; the meters of further ones have the name `other`
    /// @return the observer, for the options of any number of runs
    /// @throws IllegalArgumentException if `names` is negative
    public static Observer metrics(MeterRegistry registry, int names) {
        Objects.requireNonNull(registry, "registry");
        if (names < 0) {
            throw new IllegalArgumentException("names must not be negative, was " + names);
        }
        return new Metrics(registry, names);
    }

    /// Makes a carrier of all that the library `context-propagation` has accessors for, such as the observation and the
    /// span that are current.
    ///
    /// Needs `io.micrometer:context-propagation`, which is optional.
    ///
    /// {@snippet class=dev.weft.micrometer.MicrometerSnippets region=context}
    ///
    /// @return the carrier, for the options of any number of runs
    public static Carrier context() {
        return context(ContextSnapshotFactory.builder().build());
    }

    /// Makes a carrier of what a factory of snapshots captures; else as [#context()].
    ///
    /// @param factory makes the snapshots
    /// @return the carrier, for the options of any number of runs
    public static Carrier context(ContextSnapshotFactory factory) {
        Objects.requireNonNull(factory, "factory");
        return () -> {
            ContextSnapshot snapshot = factory.captureAll();
            return code -> snapshot.wrap(code).run();
        };
    }
}
