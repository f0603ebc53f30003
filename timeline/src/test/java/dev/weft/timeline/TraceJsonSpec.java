package dev.weft.timeline;

import static dev.weft.Async.anext;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.timeline.Runs.ms;
import static dev.weft.timeline.Runs.numbers;
import static dev.weft.timeline.Runs.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What "Trace Event Format" asks for, and viewers rely on.
class TraceJsonSpec {

    private Timeline timeline = new TimelineRecorder().timeline();

    @BeforeEach
    void record() throws Exception {
        timeline = timeline(() -> {
            try (var left = numbers("left", 2, ms(10));
                    var right = numbers("right", 2, ms(20))) {
                gather(anext(left), anext(right), Integer::sum).await();
                gather(anext(left), anext(right), Integer::sum).await();
            }
        });
    }

    @Test
    void namesTheProcessAndAThreadForEachRow() {
        List<JsonNode> metadata = events("M");

        assertThat(metadata.getFirst().get("name").asString()).isEqualTo("process_name");
        assertThat(metadata.stream()
                        .filter(event -> event.get("name").asString().equals("thread_name"))
                        .map(event -> event.get("tid").asInt() + " "
                                + event.get("args").get("name").asString()))
                .containsExactly("1 run", "2 gather.0", "3 gather.1", "4 left", "5 right");
    }

    @Test
    void hasACompleteEventForEachSpan() {
        List<JsonNode> spans = events("X");

        assertThat(spans).hasSize((int)
                timeline.lanes().stream().mapToLong(lane -> lane.spans().size()).sum());
        assertThat(spans)
                .allMatch(event -> event.get("ts").isNumber()
                        && event.get("dur").asDouble() > 0
                        && event.has("pid")
                        && event.has("tid"));
        assertThat(spans)
                .filteredOn(event -> event.get("tid").asInt() == 5)
                .extracting(event -> event.get("name").asString() + " "
                        + event.get("ts").asLong() + " + " + event.get("dur").asLong())
                .containsExactly("sleeping: sleep 20ms 0 + 20000", "sleeping: sleep 20ms 20000 + 20000");
    }

    @Test
    void hasCompleteEventsOfOneThreadOneAfterTheOther() {
        var ends = events("X").stream()
                .collect(Collectors.groupingBy(
                        event -> event.get("tid").asInt(),
                        Collectors.reducing(
                                0.0,
                                event -> event.get("ts").asDouble(),
                                (last, next) -> next >= last ? next : Double.NaN)));

        assertThat(ends.values()).doesNotContain(Double.NaN);
    }

    @Test
    void hasAnInstantEventForEachPoint() {
        List<JsonNode> points = events("i");

        assertThat(points).allMatch(event -> event.get("s").asString().equals("t"));
        assertThat(points)
                .extracting(event -> event.get("name").asString())
                .contains("yielded: 0", "yielded: 1", "ended");
    }

    @Test
    void hasAFlowFromWhoWaitsToWhomItWaitsFor() {
        List<JsonNode> starts = events("s");
        List<JsonNode> ends = events("f");

        assertThat(starts)
                .hasSize(8)
                .allMatch(event -> event.get("cat").asString().equals("link"));
        assertThat(ends).allMatch(event -> event.get("bp").asString().equals("e"));
        assertThat(starts)
                .extracting(
                        event -> event.get("id").asInt() + " " + event.get("ts").asLong())
                .containsExactlyElementsOf(ends.stream()
                        .map(event ->
                                event.get("id").asInt() + " " + event.get("ts").asLong())
                        .toList());
        assertThat(starts).extracting(event -> event.get("tid").asInt()).containsOnly(1, 2, 3);
    }

    @Test
    void keepsTextsAsTheyAre() throws Exception {
        timeline = timeline(() -> generator("quote \" slash \\ </script>", y -> y.yield("line\nfeed \u0001 ü 🧵"))
                .toList());

        assertThat(events("M"))
                .anyMatch(event -> event.get("args").path("name").asString().equals("quote \" slash \\ </script>"));
        assertThat(events("i"))
                .anyMatch(event -> event.get("args").path("value").asString().equals("line\nfeed \u0001 ü 🧵"));
    }

    @Test
    void tellsWhatWasNotRecorded() {
        var all = new ObjectMapper().readTree(timeline.toTraceJson());

        assertThat(all.get("otherData").get("missedEvents").asString()).isEqualTo("0");
    }

    @Test
    void hasAllOfALargeRun() {
        timeline = Runs.large();

        assertThat(events("X")).hasSizeGreaterThan(50_000);
    }

    private List<JsonNode> events(String phase) {
        JsonNode events = new ObjectMapper().readTree(timeline.toTraceJson()).get("traceEvents");
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.get("ph").asString().equals(phase))
                .toList();
    }
}
