package dev.weft.conformance;

import dev.weft.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The events of a run, in order. Used by one strand at a time.
final class Trace {

    /// More events than any scenario that ends.
    private static final int LIMIT = 100_000;

    private final List<Map<String, @Nullable Object>> events = new ArrayList<>();

    /// Logs an event with the given fields: names and values in turn.
    void log(String who, String event, @Nullable Object... fields) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("t", (int) VirtualTime.elapsed().toMillis());
        entry.put("who", who);
        entry.put("event", event);
        for (int i = 0; i < fields.length; i += 2) {
            entry.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        if (events.size() == LIMIT) {
            throw new IllegalStateException("more than " + LIMIT + " events: the scenario does not end");
        }
        events.add(entry);
    }

    /// Logs an event with the fields of a call.
    void log(String who, String event, Map<String, @Nullable Object> fields) {
        var flat = new ArrayList<@Nullable Object>();
        fields.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        log(who, event, flat.toArray());
    }

    List<Map<String, @Nullable Object>> events() {
        return events;
    }
}
