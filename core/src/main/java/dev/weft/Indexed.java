package dev.weft;

import org.jspecify.annotations.Nullable;

/// An element and its place in its source; see [Transforming#enumerate()].
///
/// @param <T> the type of the element
/// @param index how many elements came before it
/// @param value the element
public record Indexed<T extends @Nullable Object>(long index, T value) {}
