package dev.weft.testkit;

import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import dev.weft.spi.Subject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps the tasks and generators that have started and not ended.
final class OpenSubjects implements Observer {

    private final Set<Subject> open = new LinkedHashSet<>(); // guarded by this

    @Override
    public synchronized void observe(Event event) {
        if (event.subject().type() == Subject.Type.RUN) {
            return;
        }
        switch (event.kind()) {
            case TASK_STARTED, BODY_STARTED -> open.add(event.subject());
            case TASK_ENDED, BODY_ENDED -> open.remove(event.subject());
            default -> {}
        }
    }

    /// Throws if something is open.
    synchronized void requireNone() {
        if (!open.isEmpty()) {
            throw new LeftOpen("the code has ended, but left open:"
                    + open.stream().map(OpenSubjects::line).collect(Collectors.joining())
                    + "\nawait or cancel a task; read a generator to its end, or close it with try-with-resources");
        }
    }

    private static String line(Subject subject) {
        String type = subject.type() == Subject.Type.TASK ? "task" : "generator";
        return "\n  " + type + " " + subject.name() + ", made at " + subject.site();
    }
}
