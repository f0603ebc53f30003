package dev.weft.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares a trace with the expected one, and describes the first difference.
final class Comparison {

    private static final int BEFORE = 5;

    private Comparison() {}

    /// Describes the first difference, if there is one.
    ///
    /// @param total whether the order of all events counts, or that of the events of each party
    static Optional<String> difference(List<?> expected, List<?> actual, boolean total) {
        if (total) {
            return firstDifference("", expected, actual);
        }
        Map<String, List<Object>> parties = byParty(expected);
        Map<String, List<Object>> others = byParty(actual);
        others.keySet().forEach(party -> parties.putIfAbsent(party, List.of()));
        return parties.entrySet().stream()
                .flatMap(
                        party -> firstDifference(
                                " of " + party.getKey(),
                                party.getValue(),
                                others.getOrDefault(party.getKey(), List.of()))
                                .stream())
                .findFirst();
    }

    private static Map<String, List<Object>> byParty(List<?> events) {
        var parties = new TreeMap<String, List<Object>>();
        for (Object event : events) {
            Object who = event instanceof Map<?, ?> fields ? fields.get("who") : null;
            parties.computeIfAbsent(String.valueOf(who), _ -> new ArrayList<>()).add(event);
        }
        return parties;
    }

    private static Optional<String> firstDifference(String of, List<?> expected, List<?> actual) {
        int length = Math.max(expected.size(), actual.size());
        for (int i = 0; i < length; i++) {
            Object wanted = i < expected.size() ? expected.get(i) : null;
            Object seen = i < actual.size() ? actual.get(i) : null;
            if (!Objects.equals(wanted, seen)) {
                return Optional.of(describe(of, expected, i, wanted, seen));
            }
        }
        return Optional.empty();
    }

    private static String describe(
            String of, List<?> expected, int index, @Nullable Object wanted, @Nullable Object seen) {
        var text = new StringBuilder("event " + (index + 1) + of + " differs\n");
        for (int i = Math.max(0, index - BEFORE); i < index; i++) {
            text.append("    before    ").append(Json.write(expected.get(i))).append('\n');
        }
        text.append("    expected  ").append(shown(wanted)).append('\n');
        return text.append("    actual    ").append(shown(seen)).toString();
    }

    private static String shown(@Nullable Object event) {
        return event == null ? "nothing more" : Json.write(event);
    }
}
