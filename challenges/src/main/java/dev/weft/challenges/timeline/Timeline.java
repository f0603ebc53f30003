package dev.weft.challenges.timeline;

import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/// The events of a run, sorted into lanes: one for each task and generator.
///
/// Those of the same name that follow one another share a lane, as the tasks of a gather in a loop do.
public final class Timeline {

    private final List<Lane> lanes = new ArrayList<>();
    private final Map<Subject, Lane> bySubject = new HashMap<>();
    private long start;
    private long end;

    private Timeline() {}

    /// Sorts events.
    ///
    /// @param events all events of a run, or those that have happened so far, in order
    /// @return their timeline
    public static Timeline of(List<Event> events) {
        var timeline = new Timeline();
        if (!events.isEmpty()) {
            timeline.start = events.getFirst().time();
            timeline.end = events.stream().mapToLong(Event::time).max().orElse(0);
        }
        events.forEach(timeline::add);
        timeline.lanes.forEach(lane -> lane.pause(timeline.end - timeline.start));
        return timeline;
    }

    private void add(Event event) {
        Lane lane = bySubject.computeIfAbsent(event.subject(), this::laneFor);
        long time = event.time() - start;
        switch (event.kind()) {
            case TASK_STARTED, BODY_STARTED, BODY_RESUMED, BODY_CLOSING -> lane.become(Glyph.RUNNING, time);
            case BODY_YIELDED -> {
                lane.mark(Glyph.YIELDED, time);
                lane.become(Glyph.SUSPENDED, time);
            }
            case BODY_ENDED, TASK_ENDED -> {
                lane.mark(ending(event), time);
                lane.leave(time);
            }
            case AWAITING -> lane.await(event.detail() instanceof Runtime.Timed ? Glyph.SLEEPING : Glyph.WAITING, time);
            case WOKEN -> lane.wake(time);
            case TASK_CANCELLED, TIMED_OUT, LEAKED, FELL_BACK -> {}
        }
    }

    private Lane laneFor(Subject subject) {
        Lane lane =
                lanes.stream().filter(known -> known.fits(subject)).findFirst().orElse(null);
        if (lane == null) {
            lane = new Lane(subject);
            lanes.add(lane);
        }
        lane.enter();
        return lane;
    }

    /// A task that ends with StopAsyncIteration has asked a generator for more than there was. A body must not.
    private static Glyph ending(Event event) {
        return switch (event.detail()) {
            case null -> Glyph.ENDED;
            case GeneratorExit _ -> Glyph.ENDED;
            case StopAsyncIteration _ -> event.kind() == Event.Kind.TASK_ENDED ? Glyph.ENDED : Glyph.FAILED;
            case InterruptedException _, CancellationException _ -> Glyph.CANCELLED;
            default -> Glyph.FAILED;
        };
    }

    /// Says in a few words who is busy at the end of the events.
    ///
    /// @return such as `left sleeps, right sleeps`
    public String present() {
        String busy = lanes.stream()
                .flatMap(lane -> lane.present().stream()
                        .filter(glyph -> glyph == Glyph.SLEEPING || glyph == Glyph.RUNNING)
                        .map(glyph -> lane.name() + " " + glyph.meaning()))
                .collect(Collectors.joining(", "));
        return busy.isEmpty() ? "all wait" : busy;
    }

    /// Draws the lanes, an axis above them, and a legend of the signs below.
    ///
    /// @param palette what the drawing may be made of
    /// @param width how many columns it may take, at least 40
    /// @return its lines
    public List<String> draw(Palette palette, int width) {
        return new Drawing(lanes, end - start, palette, width).lines();
    }
}
