package dev.weft.challenges.stage;

import dev.weft.Outcome;
import org.jspecify.annotations.Nullable;

/// Something that a program tried.
///
/// @param name what it calls it
/// @param span when
/// @param outcome what it gave, or what came out of it
public record Attempt(String name, Span span, Outcome<@Nullable Object> outcome) {}
