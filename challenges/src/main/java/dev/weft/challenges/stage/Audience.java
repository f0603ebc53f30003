package dev.weft.challenges.stage;

import dev.weft.spi.Event;
import dev.weft.spi.Observer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who watches a program while it runs.
public interface Audience {

    /// Hears a line as it is printed. Called from any thread, one at a time.
    ///
    /// @param line the line
    void hear(Line line);

    /// Returns who sees the events of the run.
    ///
    /// @return an observer
    default Observer observer() {
        return event -> {};
    }

    /// Tells how often it wants to look up.
    ///
    /// @return the time between, or nothing for never
    default Optional<Duration> period() {
        return Optional.empty();
    }

    /// Looks up.
    ///
    /// @param elapsed the time since the run began
    /// @param events what happened so far
    default void look(Duration elapsed, List<Event> events) {}
}
