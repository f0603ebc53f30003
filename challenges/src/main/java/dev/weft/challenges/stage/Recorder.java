package dev.weft.challenges.stage;

import dev.weft.LateError;
import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Writes down what happens in a run, from whichever thread it happens on, and gives everything a place in one order.
final class Recorder implements Observer {

    private final LongSupplier clock;
    private final List<Recorded> events = new ArrayList<>(); // guarded by this
    private final List<Line> lines = new ArrayList<>(); // guarded by this
    private final List<Slow> slow = new ArrayList<>(); // guarded by this
    private final List<Attempt> attempts = new ArrayList<>(); // guarded by this
    private final List<Throwable> late = new ArrayList<>(); // guarded by this
    private @Nullable Throwable failure; // guarded by this
    private long origin; // guarded by this
    private long order; // guarded by this

    Recorder(LongSupplier clock) {
        this.clock = clock;
    }

    /// Starts the clock.
    synchronized void begin() {
        origin = clock.getAsLong();
    }

    synchronized Moment now() {
        return moment(clock.getAsLong());
    }

    private synchronized Moment moment(long time) {
        return new Moment(order++, Duration.ofNanos(time - origin));
    }

    @Override
    public synchronized void observe(Event event) {
        events.add(new Recorded(moment(event.time()), event));
    }

    /// Writes down a line, and has it heard before another one comes.
    synchronized void print(String text, Audience audience) {
        var line = new Line(now(), text);
        lines.add(line);
        audience.hear(line);
    }

    /// Has a line heard that the program did not print.
    synchronized void remark(String text, Audience audience) {
        audience.hear(new Line(now(), text));
    }

    /// Notes a new slow awaitable.
    ///
    /// @return its number
    synchronized int slow(String name, Duration takes) {
        slow.add(new Slow(name, takes, List.of()));
        return slow.size() - 1;
    }

    synchronized void awaited(int number, Span span) {
        Slow known = slow.get(number);
        var awaited = new ArrayList<>(known.awaited());
        awaited.add(span);
        slow.set(number, new Slow(known.name(), known.takes(), List.copyOf(awaited)));
    }

    synchronized void attempted(Attempt attempt) {
        attempts.add(attempt);
    }

    synchronized void late(LateError error) {
        late.add(error.error());
    }

    synchronized void failed(Throwable thrown) {
        failure = thrown;
    }

    synchronized List<Event> told() {
        return events.stream().map(Recorded::event).toList();
    }

    synchronized Recording recording(Duration slack) {
        return new Recording(events, lines, slow, attempts, late, Optional.ofNullable(failure), slack);
    }
}
