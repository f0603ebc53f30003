package dev.weft.conformance;

import dev.weft.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The events of a run, in order. Used by one strand at a time.
final class Trace {

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

    /// Logs, from outside of the run, that it could not be finished.
    void broken(Throwable cause) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("who", "runner");
        entry.put("event", "broken");
        entry.put("cause", cause.toString());
        events.add(entry);
    }

    List<Map<String, @Nullable Object>> events() {
        return events;
    }
}
