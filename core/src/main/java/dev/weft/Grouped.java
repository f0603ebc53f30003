package dev.weft;

import org.jspecify.annotations.Nullable;

/// A group of [Overlapping#groupBy(CheckedFunction, int)]: a key, and the elements that have it.
///
/// @param <K> the type of the key
/// @param <T> the type of the elements
/// @param key the key
/// @param elements the elements, in their order, to be read once; close them to have the rest skipped
public record Grouped<K extends @Nullable Object, T extends @Nullable Object>(K key, AsyncGenerator<T> elements) {}
