package dev.weft.timeline;

import dev.weft.timeline.Rows.Row;
import java.util.Locale;

/// A timeline in the trace event format: one process, and in it a thread for each row.
///
/// - **Source**: "Trace Event Format", sections "Complete Events", "Instant Events", "Flow Events", "Metadata Events".
final class TraceJson {

    private static final int PROCESS = 1;

    private final Timeline timeline;
    private final Rows rows;
    private final Json json = new Json();

    TraceJson(Timeline timeline) {
        this.timeline = timeline;
        rows = new Rows(timeline);
    }

    String document() {
        json.open('{').key("displayTimeUnit").value("ms");
        json.key("otherData").open('{').key("generator").value("Weft");
        json.key("missedEvents").value(String.valueOf(timeline.missed())).close('}');
        json.key("traceEvents").open('[');
        metadata("process_name", 0, "Weft");
        for (int i = 0; i < rows.all().size(); i++) {
            Row row = rows.all().get(i);
            metadata("thread_name", i, row.name());
            event("M", "thread_sort_index", i)
                    .key("args")
                    .open('{')
                    .key("sort_index")
                    .value(i)
                    .close('}')
                    .close('}');
        }
        timeline.lanes().forEach(this::lane);
        for (int i = 0; i < timeline.links().size(); i++) {
            link(i, timeline.links().get(i));
        }
        return json.close(']').close('}') + "\n";
    }

    private void metadata(String name, int row, String value) {
        event("M", name, row)
                .key("args")
                .open('{')
                .key("name")
                .value(value)
                .close('}')
                .close('}');
    }

    private void lane(Lane lane) {
        int row = rows.of(lane.number());
        for (Span span : lane.spans()) {
            String kind = lower(span.kind());
            String name = span.what().isEmpty() ? kind : kind + ": " + span.what();
            event("X", name, row).key("cat").value(kind);
            json.key("ts").micros(span.from().toNanos());
            json.key("dur").micros(span.length().toNanos());
            args(lane, "", "").close('}');
        }
        for (Point point : lane.points()) {
            String kind = lower(point.kind());
            String name = point.text().isEmpty() ? kind : kind + ": " + point.text();
            event("i", name, row).key("cat").value(kind).key("s").value("t");
            json.key("ts").micros(point.at().toNanos());
            args(lane, point.text(), point.stack()).close('}');
        }
    }

    private Json args(Lane lane, String value, String stack) {
        json.key("args").open('{').key("lane").value(lane.number());
        if (!lane.site().isEmpty()) {
            json.key("site").value(lane.site());
        }
        if (!value.isEmpty()) {
            json.key("value").value(value);
        }
        if (!stack.isEmpty()) {
            json.key("stack").value(stack);
        }
        return json.close('}');
    }

    /// A flow from the one who begins to wait to the one waited for. A viewer hangs its ends on the spans that begin
    /// there; a link that took no time has none.
    private void link(int number, Link link) {
        if (link.began().equals(link.ended())) {
            return;
        }
        String kind = lower(link.kind());
        long at = link.began().toNanos();
        event("s", kind, rows.of(link.waiter()))
                .key("cat")
                .value("link")
                .key("id")
                .value(number);
        json.key("ts").micros(at).close('}');
        event("f", kind, rows.of(link.target()))
                .key("cat")
                .value("link")
                .key("id")
                .value(number);
        json.key("bp").value("e").key("ts").micros(at).close('}');
    }

    private Json event(String phase, String name, int row) {
        json.line().open('{').key("ph").value(phase).key("name").value(name);
        return json.key("pid").value(PROCESS).key("tid").value(row + 1);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
