package dev.weft.challenges.timeline;

import dev.weft.spi.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one task or generator did, or several of the same name one after the other.
final class Lane {

    /// Something that went on for a time.
    record Stretch(Glyph glyph, long from, long to) {}

    /// Something that happened at a time.
    record Mark(Glyph glyph, long at) {}

    private final Subject.Type type;
    private final String name;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Deque<Glyph> waits = new ArrayDeque<>(); // one wait may be part of another
    private boolean occupied;
    private @Nullable Glyph otherwise; // what it does when it does not wait
    private long since;

    Lane(Subject subject) {
        type = subject.type();
        name = subject.name();
    }

    // ---- what happens, in order ----

    /// Whether a new subject can go on in this lane: of the same name, when nobody is in it.
    boolean fits(Subject subject) {
        return !occupied && type == subject.type() && name.equals(subject.name());
    }

    void enter() {
        occupied = true;
    }

    void leave(long time) {
        note(time);
        otherwise = null;
        waits.clear();
        occupied = false;
    }

    void become(Glyph glyph, long time) {
        note(time);
        otherwise = glyph;
    }

    void await(Glyph wait, long time) {
        note(time);
        waits.push(wait);
    }

    void wake(long time) {
        note(time);
        waits.poll();
    }

    void mark(Glyph glyph, long time) {
        marks.add(new Mark(glyph, time));
    }

    /// Notes what went on up to a time at which the events end.
    void pause(long time) {
        note(time);
    }

    private void note(long time) {
        present().ifPresent(glyph -> stretches.add(new Stretch(glyph, since, time)));
        since = time;
    }

    // ---- what happened ----

    String name() {
        return name;
    }

    /// What it does at the end of the events, if it is there.
    Optional<Glyph> present() {
        return Optional.ofNullable(waits.isEmpty() ? otherwise : waits.peek());
    }

    List<Stretch> stretches() {
        return stretches;
    }

    List<Mark> marks() {
        return marks;
    }
}
