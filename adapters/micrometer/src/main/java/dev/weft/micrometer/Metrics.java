package dev.weft.micrometer;

import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import dev.weft.spi.Subject;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Turns events into meters.
final class Metrics implements Observer {

    private static final String OTHER = "other";
    private static final long NEVER = Long.MIN_VALUE;

    /// A generator that has begun, and since when it does what it does. One thread at a time changes it.
    private static final class Open {
        private final Meters meters;
        private long resumed = NEVER;
        private long closing = NEVER;

        Open(Meters meters) {
            this.meters = meters;
        }
    }

    private final MeterRegistry registry;
    private final int names;
    private final AtomicLong tasks;
    private final AtomicLong generators;
    private final Map<Subject, Open> open = new ConcurrentHashMap<>();
    private final Map<String, Meters> known = new ConcurrentHashMap<>();
    private final Meters others;

    Metrics(MeterRegistry registry, int names) {
        this.registry = registry;
        this.names = names;
        tasks = active("weft.tasks.active");
        generators = active("weft.generators.active");
        others = new Meters(registry, OTHER);
    }

    private AtomicLong active(String name) {
        var count = new AtomicLong();
        registry.gauge(name, count); // the observer holds it, and the registry does not
        return count;
    }

    @Override
    public void observe(Event event) {
        Subject subject = event.subject();
        switch (event.kind()) {
            case TASK_STARTED -> tasks.addAndGet(isTask(subject) ? 1 : 0);
            case TASK_ENDED -> tasks.addAndGet(isTask(subject) ? -1 : 0);
            case BODY_STARTED -> {
                generators.incrementAndGet();
                open.put(subject, new Open(meters(subject)));
            }
            case BODY_RESUMED, BODY_YIELDED, BODY_CLOSING, BODY_ENDED -> observe(event, open.get(subject));
            case LEAKED -> meters(subject).leaks().increment();
            case FELL_BACK -> meters(subject).fallbacks().increment();
            case TIMED_OUT -> meters(subject).timeouts().increment();
            case DROPPED -> meters(subject).drops().increment();
            case TASK_CANCELLED, AWAITING, WOKEN -> {}
        }
    }

    private static boolean isTask(Subject subject) {
        return subject.type() == Subject.Type.TASK;
    }

    private void observe(Event event, @Nullable Open generator) {
        if (generator == null) {
            return; // it began before anybody watched
        }
        switch (event.kind()) {
            case BODY_RESUMED -> generator.resumed = event.time();
            case BODY_YIELDED -> {
                generator.meters.yields().increment();
                endStep(event, generator);
            }
            case BODY_CLOSING -> generator.closing = event.time();
            default -> end(event, generator);
        }
    }

    private static void endStep(Event event, Open generator) {
        if (generator.resumed != NEVER) {
            generator.meters.steps().record(event.time() - generator.resumed, TimeUnit.NANOSECONDS);
            generator.resumed = NEVER;
        }
    }

    private void end(Event event, Open generator) {
        open.remove(event.subject());
        generators.decrementAndGet();
        endStep(event, generator);
        if (generator.closing != NEVER) {
            generator.meters.closes().record(event.time() - generator.closing, TimeUnit.NANOSECONDS);
        }
    }

    private Meters meters(Subject subject) {
        Meters found = known.get(subject.name());
        if (found != null) {
            return found;
        }
        synchronized (known) {
            return known.size() < names
                    ? known.computeIfAbsent(subject.name(), name -> new Meters(registry, name))
                    : known.getOrDefault(subject.name(), others);
        }
    }
}
