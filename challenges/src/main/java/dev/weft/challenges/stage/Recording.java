package dev.weft.challenges.stage;

import dev.weft.spi.Event;
import dev.weft.spi.Subject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What happened in one run of a program: all that a proof goes by.
///
/// @param events every event of the run
/// @param lines what the program printed
/// @param slow the slow awaitables that it was given, in the order in which it asked for them
/// @param attempts what it tried
/// @param late the errors that nobody was left to receive
/// @param failure what came out of the program, if it failed
/// @param slack how much later than it asked for a program may wake: nothing in virtual time
public record Recording(
        List<Recorded> events,
        List<Line> lines,
        List<Slow> slow,
        List<Attempt> attempts,
        List<Throwable> late,
        Optional<Throwable> failure,
        Duration slack) {

    /// Copies the lists.
    public Recording {
        events = List.copyOf(events);
        lines = List.copyOf(lines);
        slow = List.copyOf(slow);
        attempts = List.copyOf(attempts);
        late = List.copyOf(late);
    }

    /// Lists the generators that made a step, in the order of their first steps.
    ///
    /// @return their traces
    public List<Trace> generators() {
        Map<Subject, List<Recorded>> bySubject = events.stream()
                .filter(recorded -> recorded.event().subject().type() == Subject.Type.GENERATOR)
                .collect(Collectors.groupingBy(
                        recorded -> recorded.event().subject(), LinkedHashMap::new, Collectors.toList()));
        return bySubject.values().stream().map(Trace::of).toList();
    }

    /// Lists the events as the library told them.
    ///
    /// @return the events, in order
    public List<Event> told() {
        return events.stream().map(Recorded::event).toList();
    }

    /// Lists the waits of the program's main code, such as for a gather.
    ///
    /// @return the spans in which it waited, in the order in which they ended
    public List<Span> waits() {
        return spans(Subject.Type.RUN, Event.Kind.AWAITING, Event.Kind.WOKEN);
    }

    /// Lists the tasks.
    ///
    /// @return the spans from their starts to their ends, in the order in which they ended
    public List<Span> tasks() {
        return spans(Subject.Type.TASK, Event.Kind.TASK_STARTED, Event.Kind.TASK_ENDED);
    }

    /// Lists the spans between a kind of event and the next one of another kind, of the same subject.
    private List<Span> spans(Subject.Type type, Event.Kind from, Event.Kind to) {
        var begun = new HashMap<Subject, Deque<Moment>>();
        var spans = new ArrayList<Span>();
        for (Recorded recorded : events) {
            Event event = recorded.event();
            Deque<Moment> open = begun.computeIfAbsent(event.subject(), _ -> new ArrayDeque<>());
            if (event.subject().type() == type && event.kind() == from) {
                open.push(recorded.at());
            } else if (event.subject().type() == type && event.kind() == to && !open.isEmpty()) {
                spans.add(new Span(open.pop(), recorded.at()));
            }
        }
        return List.copyOf(spans);
    }

    /// Lists the lines that were printed in a span.
    ///
    /// @param span the span
    /// @return its lines, in order
    public List<Line> linesIn(Span span) {
        return lines.stream()
                .filter(line -> span.began().isBefore(line.at()) && line.at().isBefore(span.ended()))
                .toList();
    }
}
