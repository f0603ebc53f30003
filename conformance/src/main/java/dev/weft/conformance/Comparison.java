package dev.weft.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares a trace with the expected one, and describes the first difference.
final class Comparison {

    private static final int BEFORE = 5;

    private Comparison() {}

    /// Describes the first difference, if there is one.
    ///
    /// @param total whether the order of all events counts, or that of the events of each party
    static Optional<String> difference(
            List<? extends Map<?, ?>> expected, List<? extends Map<?, ?>> actual, boolean total) {
        if (total) {
            return firstDifference("", expected, actual).map(Difference::toString);
        }
        Map<String, List<Map<?, ?>>> parties = byParty(expected);
        Map<String, List<Map<?, ?>>> others = byParty(actual);
        others.keySet().forEach(party -> parties.putIfAbsent(party, List.of()));
        return parties.entrySet().stream()
                .flatMap(
                        party -> firstDifference(
                                " of " + party.getKey(),
                                party.getValue(),
                                others.getOrDefault(party.getKey(), List.of()))
                                .stream())
                .min(Comparator.comparingInt(Difference::time))
                .map(Difference::toString);
    }

    private static Map<String, List<Map<?, ?>>> byParty(List<? extends Map<?, ?>> events) {
        var parties = new LinkedHashMap<String, List<Map<?, ?>>>();
        for (Map<?, ?> event : events) {
            String who = String.valueOf(event.get("who"));
            parties.computeIfAbsent(who, _ -> new ArrayList<>()).add(event);
        }
        return parties;
    }

    private static Optional<Difference> firstDifference(
            String of, List<? extends Map<?, ?>> expected, List<? extends Map<?, ?>> actual) {
        int length = Math.max(expected.size(), actual.size());
        for (int i = 0; i < length; i++) {
            Map<?, ?> wanted = i < expected.size() ? expected.get(i) : null;
            Map<?, ?> seen = i < actual.size() ? actual.get(i) : null;
            if (!Objects.equals(wanted, seen)) {
                return Optional.of(new Difference(of, expected, i, wanted, seen));
            }
        }
        return Optional.empty();
    }

    /// A place where two traces differ.
    private record Difference(
            String of,
            List<? extends Map<?, ?>> expected,
            int index,
            @Nullable Map<?, ?> wanted,
            @Nullable Map<?, ?> seen) {

        /// The virtual time of the earlier of the two events.
        int time() {
            return Stream.of(Optional.ofNullable(wanted), Optional.ofNullable(seen))
                    .flatMap(Optional::stream)
                    .mapToInt(event -> event.get("t") instanceof Integer t ? t : 0)
                    .min()
                    .orElse(0);
        }

        @Override
        public String toString() {
            var text = new StringBuilder("event " + (index + 1) + of + " differs\n");
            for (int i = Math.max(0, index - BEFORE); i < index; i++) {
                text.append("    before    ")
                        .append(Json.write(expected.get(i)))
                        .append('\n');
            }
            text.append("    expected  ").append(shown(wanted)).append('\n');
            return text.append("    actual    ").append(shown(seen)).toString();
        }

        private static String shown(@Nullable Object event) {
            return event == null ? "nothing more" : Json.write(event);
        }
    }
}
