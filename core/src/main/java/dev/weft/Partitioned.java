package dev.weft;

import org.jspecify.annotations.Nullable;

/// The two parts of [Overlapping#partition(CheckedPredicate, int)].
///
/// @param <T> the type of the elements
/// @param matching the elements that pass the predicate, in their order, to be read once
/// @param others the other elements, in their order, to be read once
public record Partitioned<T extends @Nullable Object>(AsyncGenerator<T> matching, AsyncGenerator<T> others) {}
