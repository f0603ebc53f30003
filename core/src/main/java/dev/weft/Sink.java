package dev.weft;

import org.jspecify.annotations.Nullable;

/// Where a push goes.
@FunctionalInterface
interface Sink {

    /// Takes one element.
    ///
    /// @return whether more is wanted
    boolean accept(@Nullable Object element) throws Throwable;
}
