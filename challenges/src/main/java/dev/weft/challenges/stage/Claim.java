package dev.weft.challenges.stage;

/// One sentence of a proof, and whether it is so.
///
/// @param sentence what is claimed, with its numbers
/// @param holds whether it is so
/// @param expected what was expected
/// @param seen what was seen instead, if it is not so
public record Claim(String sentence, boolean holds, String expected, String seen) {}
