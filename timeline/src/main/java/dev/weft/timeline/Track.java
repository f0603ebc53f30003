package dev.weft.timeline;

import dev.weft.spi.Subject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A lane in the making.
final class Track {

    /// A wait that has not ended, and the links that it stands for.
    record Wait(
            Span.Kind kind,
            String what,
            Track waiter,
            @Nullable Track target,
            List<OpenLink> links) {}

    /// A link that has not ended.
    record OpenLink(Link.Kind kind, Track waiter, Track target, long began) {}

    private final int number;
    private final Subject subject;
    private final OptionalInt parent;
    private final String site;
    private final List<Span> spans = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private final Deque<Wait> waits = new ArrayDeque<>(); // one wait may be part of another
    private final Deque<Wait> told = new ArrayDeque<>(); // those that its subject told of, maybe in place of another
    private final Set<Track> children = new LinkedHashSet<>(); // tasks that have not ended
    private @Nullable Track owner; // the one whose child it is
    private Span.@Nullable Kind otherwise; // what it does when it does not wait
    private String otherwiseWhat = "";
    private long began = -1;
    private long since;
    private long end = Long.MAX_VALUE;

    private @Nullable Track asked; // the generator that may have been asked to take over, as yieldAll does
    private @Nullable OpenLink delegation; // to the generator that has taken over
    private @Nullable Track delegator; // the reverse of either

    Track(int number, Subject subject, OptionalInt parent, String site) {
        this.number = number;
        this.subject = subject;
        this.parent = parent;
        this.site = site;
    }

    int number() {
        return number;
    }

    Subject subject() {
        return subject;
    }

    // ---- what goes on ----

    void become(Span.Kind kind, long time) {
        become(kind, "", time);
    }

    void become(Span.Kind kind, String what, long time) {
        note(time);
        if (began < 0) {
            began = time;
        }
        otherwise = kind;
        otherwiseWhat = what;
    }

    void await(Wait wait, long time) {
        note(time);
        waits.push(wait);
    }

    void wake(Wait wait, long time) {
        note(time);
        waits.remove(wait);
    }

    void leave(long time) {
        note(time);
        otherwise = null;
        waits.clear();
        end = time;
        if (owner != null) {
            owner.children.remove(this);
        }
    }

    /// Notes what went on up to a time.
    void note(long time) {
        if (time > since) {
            present(time).ifPresent(spans::add);
            since = time;
        }
    }

    /// What goes on since the last change, up to a time.
    private Optional<Span> present(long time) {
        Wait wait = waits.peek();
        Span.Kind kind = wait == null ? otherwise : wait.kind();
        String what = wait == null ? otherwiseWhat : wait.what();
        return Optional.ofNullable(kind).map(k -> new Span(k, Duration.ofNanos(since), Duration.ofNanos(time), what));
    }

    void mark(Point.Kind kind, long time, Detail detail) {
        points.add(new Point(kind, Duration.ofNanos(time), detail.text(), detail.stack()));
    }

    // ---- whom it has to do with ----

    Deque<Wait> told() {
        return told;
    }

    Set<Track> children() {
        return children;
    }

    void adopt(Track task) {
        children.add(task);
        task.owner = this;
    }

    boolean hasEnded() {
        return end != Long.MAX_VALUE;
    }

    long began() {
        return Math.max(0, began);
    }

    long end() {
        return end;
    }

    @Nullable Track asked() {
        return asked;
    }

    void ask(Track other) {
        asked = other;
        other.delegator = this;
    }

    /// Whether this is another one, or has been asked to take over from it, directly or not.
    boolean isBelow(Track other) {
        for (Track above = this; above != null; above = above.delegator) {
            if (above == other) {
                return true;
            }
        }
        return false;
    }

    /// Forgets one that was asked to take over, or has.
    void release(Track other) {
        asked = null;
        delegation = null;
        other.delegator = null;
    }

    @Nullable Track delegator() {
        return delegator;
    }

    @Nullable OpenLink delegation() {
        return delegation;
    }

    void delegate(OpenLink link) {
        asked = null;
        delegation = link;
    }

    /// The lane as it is at a time, which is the end.
    Lane lane(long time) {
        Optional<Span> present = present(Math.max(since, time));
        note(time);
        return new Lane(number, subject.type(), subject.name(), parent, site, spans, points, present);
    }
}
