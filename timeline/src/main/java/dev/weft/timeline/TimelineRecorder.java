package dev.weft.timeline;

import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import dev.weft.spi.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Records what happens in a run, to make a [Timeline] of it.
///
/// {@snippet class=dev.weft.spec.TimelineSnippets region=recorder}
///
/// It can be bound to a run in real time, and given to a simulation of the test kit with `observer(recorder)`. One
/// recorder is for one run at a time: the times of two clocks have nothing to do with each other.
///
/// - **Threads**: events and [#timeline()] may come from any threads at once.
/// - **Cost**: calls `toString()` of each element, at the moment it is yielded and on the thread that yields it; about
///   100 bytes of memory per event, up to a limit.
public final class TimelineRecorder implements Observer {

    /// How many events are recorded unless another number is given.
    public static final int DEFAULT_LIMIT = 1_000_000;

    /// An event as it was recorded.
    record Entry(Event.Kind kind, long time, Subject subject, Detail detail) {}

    private final int limit;
    private final List<Entry> entries = new ArrayList<>(); // guarded by this
    private final Map<Subject, String> sites = new HashMap<>(); // guarded by this
    private long missed; // guarded by this

    /// Makes a recorder of up to [#DEFAULT_LIMIT] events.
    public TimelineRecorder() {
        this(DEFAULT_LIMIT);
    }

    /// Makes a recorder of up to `limit` events: the first ones. Later ones are counted, and the timeline tells how
    /// many they were.
    ///
    /// @param limit how many events, positive
    /// @throws IllegalArgumentException if `limit` is not positive
    public TimelineRecorder(int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive, was " + limit);
        }
        this.limit = limit;
    }

    @Override
    public void observe(Event event) {
        // Outside of the lock: it calls a toString() of the user.
        var entry = new Entry(event.kind(), event.time(), event.subject(), detail(event));
        record(entry);
    }

    private static Detail detail(Event event) {
        boolean isValue = event.kind() == Event.Kind.BODY_YIELDED;
        return isValue && event.detail() == null
                ? new Detail(Detail.Sort.VALUE, "null", "", null)
                : Detail.of(event.detail());
    }

    private synchronized void record(Entry entry) {
        if (entries.size() == limit) {
            missed++;
            return;
        }
        entries.add(entry);
        // Now: it may be known no longer when the generator is gone.
        sites.computeIfAbsent(entry.subject(), Subject::site);
    }

    /// Makes a timeline of what happened so far. What has not ended goes up to the last event.
    ///
    /// - **Cost**: proportional to the number of events.
    ///
    /// @return the timeline, which does not change any more
    public synchronized Timeline timeline() {
        return Assembly.of(entries, sites, missed);
    }
}
