package dev.weft.spi;

/// Sees every event of a run: the seam for timelines, leak detection, flight recordings and metrics.
///
/// Bound to a run by its options. Without an observer an event costs one branch.
@FunctionalInterface
public interface Observer {

    /// Receives one event.
    ///
    /// Called on the thread on which the event happened, at the moment it happened, possibly from several threads at
    /// once. It must not wait. What it throws is ignored.
    ///
    /// @param event what happened
    void observe(Event event);
}
