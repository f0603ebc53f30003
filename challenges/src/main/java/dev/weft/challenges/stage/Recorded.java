package dev.weft.challenges.stage;

import dev.weft.spi.Event;

/// An event, and when it was recorded.
///
/// @param at when
/// @param event what happened
public record Recorded(Moment at, Event event) {}
