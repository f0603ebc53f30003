package dev.weft.timeline;

import dev.weft.spi.Event;
import dev.weft.spi.Subject;
import dev.weft.timeline.TimelineRecorder.Entry;
import dev.weft.timeline.Track.OpenLink;
import dev.weft.timeline.Track.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Sorts events into lanes, and finds out who waited for whom.
///
/// Events name a task or a generator, but an operator has no strand of its own: it runs on that of its consumer, and
/// what it waits for is told of the consumer. Such a wait comes while the consumer waits for the operator's next
/// element, so it is taken for the operator's: **whoever waits for a generator and then waits for something else does
/// so in that generator's place.**
///
/// A generator that another one yields all of is never asked for an element. It begins, and the next event of it, or
/// the next wait or yield of the outer one, tells that it has taken over: a generator with a consumer is asked first.
/// From then on it is in the place of the outer one, as pushed generators run as part of it.
///
/// The reason of a wait for tasks is a text, in which their common name stands: `gather` waits for `gather.0` and
/// `gather.1`. So tasks are found by their names, among those that were started by the one who waits.
final class Assembly {

    private static final String TASK = "task "; // how a task that is waited for shows itself

    private final Map<Subject, String> sites;
    private final List<Track> tracks = new ArrayList<>();
    private final Map<Subject, Track> bySubject = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Track> tasksByName = new HashMap<>(); // the last one of each name
    private final long start;

    private Assembly(Map<Subject, String> sites, long start) {
        this.sites = sites;
        this.start = start;
    }

    static Timeline of(List<Entry> entries, Map<Subject, String> sites, long missed) {
        long start = entries.isEmpty() ? 0 : entries.getFirst().time();
        long end = entries.stream().mapToLong(Entry::time).max().orElse(0);
        var assembly = new Assembly(sites, start);
        entries.forEach(assembly::add);
        return assembly.timeline(end - start, missed);
    }

    private Timeline timeline(long end, long missed) {
        for (Track track : tracks) {
            track.told().forEach(wait -> wait.links().forEach(link -> close(link, end)));
            OpenLink delegation = track.delegation();
            if (delegation != null) {
                close(delegation, end);
            }
        }
        List<Lane> lanes = tracks.stream().map(track -> track.lane(end)).toList();
        return new Timeline(lanes, links, Duration.ofNanos(end), missed);
    }

    private void add(Entry entry) {
        Track track = track(entry.subject());
        long time = entry.time() - start;
        Detail detail = entry.detail();
        switch (entry.kind()) {
            case TASK_STARTED -> startTask(track, time);
            case BODY_STARTED -> startBody(track, time);
            case BODY_RESUMED -> resume(track, detail, time);
            case BODY_YIELDED -> yielded(track, detail, time);
            case BODY_CLOSING -> track.become(Span.Kind.CLOSING, time);
            case TASK_ENDED, BODY_ENDED -> end(track, entry, time);
            case AWAITING -> await(track, detail, time);
            case WOKEN -> wake(track, time);
            case TASK_CANCELLED -> track.mark(Point.Kind.STOPPED, time, detail);
            case TIMED_OUT -> track.mark(Point.Kind.TIMED_OUT, time, detail);
            case LEAKED -> track.mark(Point.Kind.LEAKED, time, detail);
            case FELL_BACK -> track.mark(Point.Kind.FELL_BACK, time, detail);
            case DROPPED -> {} // a buffer that is full for long would cover its lane
        }
    }

    private Track track(Subject subject) {
        Track known = bySubject.get(subject);
        if (known != null) {
            return known;
        }
        Subject parent = subject.parent();
        Track above = parent == null ? null : bySubject.get(parent);
        OptionalInt number = above == null
                ? OptionalInt.empty()
                : OptionalInt.of(inPlaceOf(above).number());
        var track = new Track(tracks.size(), subject, number, sites.getOrDefault(subject, ""));
        tracks.add(track);
        bySubject.put(subject, track);
        return track;
    }

    /// The lane to which what is told of a subject belongs: that of the generator it waits for, or its own; and if that
    /// one yields all of another, that of the other.
    private static Track inPlaceOf(Track track) {
        Wait last = track.told().peek();
        Track place = last == null || last.target() == null ? track : last.target();
        for (OpenLink on = place.delegation(); on != null; on = place.delegation()) {
            place = on.target();
        }
        return place;
    }

    private @Nullable Track parent(Track track) {
        Subject parent = track.subject().parent();
        Track known = parent == null ? null : bySubject.get(parent);
        return known == null ? null : inPlaceOf(known);
    }

    // ---- tasks ----

    private void startTask(Track track, long time) {
        track.become(Span.Kind.RUNNING, time);
        Track parent = parent(track);
        if (parent != null) {
            parent.adopt(track);
        }
        tasksByName.put(track.subject().name(), track);
    }

    private void end(Track track, Entry entry, long time) {
        confirm(track, time);
        Point.Kind kind = ending(entry);
        boolean silent = kind == Point.Kind.ENDED;
        track.mark(kind, time, silent ? Detail.of(null) : entry.detail());
        track.leave(time);
        Track delegator = track.delegator();
        OpenLink delegation = delegator == null ? null : delegator.delegation();
        if (delegator != null && delegation != null) {
            close(delegation, time);
            delegator.release(track);
            delegator.become(Span.Kind.RUNNING, time);
        }
    }

    /// A task that ends with StopAsyncIteration has asked a generator for more than there was. A body must not.
    private static Point.Kind ending(Entry entry) {
        return switch (entry.detail().sort()) {
            case STOP -> entry.kind() == Event.Kind.TASK_ENDED ? Point.Kind.ENDED : Point.Kind.FAILED;
            case CANCELLATION -> Point.Kind.CANCELLED;
            case FAILURE -> Point.Kind.FAILED;
            default -> Point.Kind.ENDED;
        };
    }

    // ---- bodies ----

    private void startBody(Track track, long time) {
        track.become(Span.Kind.RUNNING, time);
        Track parent = parent(track);
        if (parent != null && parent.subject().type() == Subject.Type.GENERATOR && !parent.isBelow(track)) {
            parent.ask(track);
        }
    }

    private void resume(Track track, Detail detail, long time) {
        Track asker = track.delegator();
        if (asker != null && asker.delegation() == null) {
            asker.release(track); // it has a consumer
        }
        if (detail.sort() != Detail.Sort.NOTHING) {
            boolean isValue = detail.sort() == Detail.Sort.VALUE || detail.subject() != null;
            track.mark(isValue ? Point.Kind.SENT : Point.Kind.THROWN, time, detail);
        }
        Track running = track;
        for (OpenLink on = running.delegation(); on != null; on = running.delegation()) {
            running.become(Span.Kind.WAITING, on.target().subject().name(), time);
            running = on.target();
        }
        running.become(Span.Kind.RUNNING, time);
    }

    private void yielded(Track track, Detail value, long time) {
        Track asked = track.asked();
        if (asked != null) {
            confirm(asked, time);
        }
        track.mark(Point.Kind.YIELDED, time, value);
        track.become(Span.Kind.SUSPENDED, time);
        for (OpenLink on = track.delegation(); on != null; on = on.target().delegation()) {
            on.target().become(Span.Kind.SUSPENDED, time);
        }
    }

    /// Notes that a generator has taken over from the one that was asked before, if it was one that has no consumer.
    private void confirm(Track track, long time) {
        Track delegator = track.delegator();
        if (delegator != null && delegator.delegation() == null) {
            confirm(delegator, time);
            delegator.delegate(new OpenLink(Link.Kind.DELEGATION, delegator, track, track.began()));
            delegator.become(Span.Kind.WAITING, track.subject().name(), track.began());
        }
    }

    // ---- waits ----

    private void await(Track teller, Detail detail, long time) {
        confirm(teller, time);
        Subject named = detail.subject();
        Track asked = inPlaceOf(teller).asked();
        if (asked != null && !asked.subject().equals(named)) {
            confirm(asked, time);
        }
        Track waiter = inPlaceOf(teller);
        Track target = named == null ? null : track(named);
        var links = new ArrayList<OpenLink>();
        if (target != null) {
            links.add(new OpenLink(Link.Kind.STEP, waiter, target, time));
        } else if (detail.sort() == Detail.Sort.VALUE) {
            for (Track task : tasks(waiter, detail.text())) {
                links.add(new OpenLink(Link.Kind.TASK, waiter, task, time));
            }
        }
        Span.Kind kind = detail.sort() == Detail.Sort.TIME ? Span.Kind.SLEEPING : Span.Kind.WAITING;
        var wait = new Wait(kind, detail.text(), waiter, target, links);
        teller.told().push(wait);
        waiter.await(wait, time);
    }

    private List<Track> tasks(Track waiter, String reason) {
        if (reason.startsWith(TASK)) {
            Track named = tasksByName.get(reason.substring(TASK.length()));
            return named == null ? List.of() : List.of(named);
        }
        List<Track> started =
                waiter.children().stream().filter(task -> !task.hasEnded()).toList();
        List<Track> named = started.stream()
                .filter(task -> reason.contains(stem(task.subject().name())))
                .toList();
        return named.isEmpty() && reason.contains("tasks") ? started : named;
    }

    /// What the tasks of one gathering have in common: `gather` of `gather.0`.
    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private void wake(Track teller, long time) {
        Wait wait = teller.told().poll();
        if (wait != null) {
            wait.waiter().wake(wait, time);
            wait.links().forEach(link -> close(link, time));
        }
    }

    private void close(OpenLink open, long time) {
        long end = Math.max(open.began(), Math.min(time, open.target().end()));
        Duration began = Duration.ofNanos(open.began());
        links.add(new Link(open.kind(), open.waiter().number(), open.target().number(), began, Duration.ofNanos(end)));
    }
}
