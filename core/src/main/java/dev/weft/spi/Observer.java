package dev.weft.spi;

/// Sees every event of a run: the seam for timelines, leak detection, flight recordings and metrics.
///
/// Bound to a run by its options. One that a [java.util.ServiceLoader] finds is bound to every run that begins
/// while it is [on][#isOn()], after those of the options. Without an observer an event costs one branch.
@FunctionalInterface
public interface Observer {

    /// Tells whether this wants the events of a run that is about to begin. Asked only of observers that were found.
    ///
    /// @return `true` unless the observer says otherwise
    default boolean isOn() {
        return true;
    }

    /// Receives one event.
    ///
    /// Called on the thread on which the event happened, at the moment it happened, possibly from several threads at
    /// once. It must not wait. What it throws is ignored.
    ///
    /// @param event what happened
    void observe(Event event);
}
