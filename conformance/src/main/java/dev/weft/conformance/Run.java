package dev.weft.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of running a scenario: its trace, and why it could not be run to its end, if so.
///
/// @param events the trace
/// @param broken what broke the run, such as a deadlock
record Run(
        List<Map<String, @Nullable Object>> events,
        @Nullable Throwable broken) {

    /// Describes how the trace differs from the expected one, and what broke the run.
    Optional<String> difference(List<Map<?, ?>> expected, boolean total) {
        Optional<String> difference = Comparison.difference(expected, events, total);
        if (broken == null) {
            return difference;
        }
        return Optional.of(difference.map(text -> text + "\n    ").orElse("") + "the run broke: " + reason());
    }

    /// What broke the run, on one line: a report of what waits where follows it in the test kit's message.
    String reason() {
        return String.valueOf(broken).lines().findFirst().orElse("");
    }
}
