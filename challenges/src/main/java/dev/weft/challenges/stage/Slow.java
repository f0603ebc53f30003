package dev.weft.challenges.stage;

import java.time.Duration;
import java.util.List;

/// One of the slow awaitables that a stage gives, and when it was awaited.
///
/// @param name its name, which is also what it gives
/// @param takes how long it sleeps
/// @param awaited when it was awaited, each time it was
public record Slow(String name, Duration takes, List<Span> awaited) {}
