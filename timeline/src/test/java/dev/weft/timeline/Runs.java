package dev.weft.timeline;

import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;

import dev.weft.Action;
import dev.weft.AsyncGenerator;
import dev.weft.spi.Event;
import dev.weft.spi.Subject;
import dev.weft.testkit.VirtualTime;
import java.time.Duration;
import java.util.Comparator;

/// Runs to be recorded, and what tests ask of their timelines.
final class Runs {

    private Runs() {}

    /// Records code in virtual time.
    static Timeline timeline(Action code) throws Exception {
        var recorder = new TimelineRecorder();
        VirtualTime.fifo().observer(recorder).run(code);
        return recorder.timeline();
    }

    /// Yields 0, 1, 2, …, each after a sleep.
    static AsyncGenerator<Integer> numbers(String name, int count, Duration sleep) {
        return generator(name, y -> {
            for (int i = 0; i < count; i++) {
                sleep(sleep);
                y.yield(i);
            }
        });
    }

    static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    static Lane lane(Timeline timeline, String name) {
        return timeline.lanes().stream()
                .filter(lane -> lane.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The links of a kind, such as `left -> right 0..10`, in the order in which they began.
    static String links(Timeline timeline, Link.Kind kind) {
        return String.join(
                "; ",
                timeline.links().stream()
                        .filter(link -> link.kind() == kind)
                        .sorted(Comparator.comparing(Link::began).thenComparing(Link::target))
                        .map(link -> show(timeline, link))
                        .toList());
    }

    private static String show(Timeline timeline, Link link) {
        String waiter = timeline.lanes().get(link.waiter()).name();
        String target = timeline.lanes().get(link.target()).name();
        return waiter + " -> " + target + " " + link.began().toMillis() + ".."
                + link.ended().toMillis();
    }

    /// The spans of a lane, such as `sleeping 0..10`.
    static String spans(Lane lane) {
        return String.join(
                "; ",
                lane.spans().stream()
                        .map(span -> SvgDrawing.name(span.kind()) + " "
                                + span.from().toMillis() + ".." + span.to().toMillis())
                        .toList());
    }

    /// The points of a lane, such as `yielded 7 @10`.
    static String points(Lane lane) {
        return String.join(
                "; ",
                lane.points().stream()
                        .map(point -> (SvgDrawing.name(point.kind()) + " " + point.text()).strip() + " @"
                                + point.at().toMillis())
                        .toList());
    }

    /// Makes up a run of a hundred thousand events: two hundred generators that yield, one after the other, and are
    /// waited for by a main program.
    static Timeline large() {
        var recorder = new TimelineRecorder();
        var main = new Subject(Subject.Type.RUN, "main", null, () -> "Large.java:1");
        recorder.observe(new Event(Event.Kind.TASK_STARTED, 0, main, null));
        long time = 0;
        for (int i = 0; i < 200; i++) {
            int line = i;
            var body = new Subject(Subject.Type.GENERATOR, "body " + i, main, () -> "Large.java:" + line);
            recorder.observe(new Event(Event.Kind.BODY_STARTED, time, body, null));
            for (int step = 0; step < 125; step++) {
                recorder.observe(new Event(Event.Kind.AWAITING, time, main, body));
                recorder.observe(new Event(Event.Kind.BODY_RESUMED, time, body, null));
                time += 1_000_000;
                recorder.observe(new Event(Event.Kind.BODY_YIELDED, time, body, step));
                recorder.observe(new Event(Event.Kind.WOKEN, time, main, body));
                time += 1000;
            }
        }
        return recorder.timeline();
    }
}
