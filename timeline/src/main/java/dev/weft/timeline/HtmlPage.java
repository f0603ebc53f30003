package dev.weft.timeline;

import dev.weft.timeline.Rows.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A timeline as a page: the data in a compact form, and the script that draws it.
///
/// Numbers of one sort are in one long array, one mark after the other; texts are in a table, and marks name their
/// places in it. Times are nanoseconds, which a script's numbers hold exactly for a hundred days.
final class HtmlPage {

    private final Timeline timeline;
    private final String title;
    private final Rows rows;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    HtmlPage(Timeline timeline, String title) {
        this.timeline = timeline;
        this.title = title;
        rows = new Rows(timeline);
        place("");
    }

    String page() {
        return Markup.file("page.html")
                .replace("/*colours*/", Markup.file("colours.css"))
                .replace("/*style*/", Markup.file("page.css"))
                .replace("/*data.js*/", Markup.file("page-data.js"))
                .replace("/*draw.js*/", Markup.file("page-draw.js"))
                .replace("/*use.js*/", Markup.file("page-use.js"))
                .replace("/*data*/", data())
                .replace("<!--title-->", Markup.escaped(title));
    }

    private int place(String text) {
        return places.computeIfAbsent(text, _ -> {
            texts.add(text);
            return texts.size() - 1;
        });
    }

    private String data() {
        var json = new Json().open('{').key("length").value(timeline.length().toNanos());
        json.key("missed").value(timeline.missed());
        json.key("spanKinds").open('[');
        names(json, Span.Kind.values()).key("pointKinds").open('[');
        names(json, Point.Kind.values()).key("linkKinds").open('[');
        names(json, Link.Kind.values());
        words(json);
        rows(json);
        lanes(json);
        spans(json);
        points(json);
        links(json);
        json.key("texts").open('[');
        texts.forEach(json::value);
        return json.close(']').close('}').toString();
    }

    private static Json names(Json json, Enum<?>[] kinds) {
        for (Enum<?> kind : kinds) {
            json.value(kind.name());
        }
        return json.close(']');
    }

    private static void words(Json json) {
        json.key("words").open('{');
        for (Span.Kind kind : Span.Kind.values()) {
            json.key(kind.name()).value(Words.of(kind));
        }
        for (Point.Kind kind : Point.Kind.values()) {
            json.key(kind.name()).value(Words.of(kind));
        }
        for (Link.Kind kind : Link.Kind.values()) {
            json.key(kind.name()).value(Words.of(kind));
        }
        json.close('}');
    }

    private void rows(Json json) {
        json.key("rows").open('[');
        for (Row row : rows.all()) {
            json.value(place(row.type().name().toLowerCase(Locale.ROOT))).value(place(row.name()));
        }
        json.close(']');
    }

    /// Five numbers a lane: row, number of spans, number of points, parent plus one, site.
    private void lanes(Json json) {
        json.key("lanes").open('[');
        for (Lane lane : timeline.lanes()) {
            json.value(rows.of(lane.number()));
            json.value(lane.spans().size()).value(lane.points().size());
            json.value(lane.parent().orElse(-1) + 1).value(place(lane.site()));
        }
        json.close(']');
    }

    /// Four numbers a span: kind, beginning, length, for what; lane after lane.
    private void spans(Json json) {
        json.key("spans").open('[');
        for (Lane lane : timeline.lanes()) {
            for (Span span : lane.spans()) {
                json.value(place(span.kind().name())).value(span.from().toNanos());
                json.value(span.length().toNanos()).value(place(span.what()));
            }
        }
        json.close(']');
    }

    /// Four numbers a point: kind, time, text, stack; lane after lane.
    private void points(Json json) {
        json.key("points").open('[');
        for (Lane lane : timeline.lanes()) {
            for (Point point : lane.points()) {
                json.value(place(point.kind().name())).value(point.at().toNanos());
                json.value(place(point.text())).value(place(point.stack()));
            }
        }
        json.close(']');
    }

    /// Five numbers a link: kind, waiter, target, beginning, length.
    private void links(Json json) {
        json.key("links").open('[');
        for (Link link : timeline.links()) {
            json.value(place(link.kind().name())).value(link.waiter()).value(link.target());
            json.value(link.began().toNanos());
            json.value(link.ended().minus(link.began()).toNanos());
        }
        json.close(']');
    }
}
