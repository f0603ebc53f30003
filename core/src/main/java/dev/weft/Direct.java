package dev.weft;

import java.util.stream.Gatherer;
import org.jspecify.annotations.Nullable;

/// A gatherer that makes at most one element of each, keeps nothing, and wants all there are: a [Pipeline] calls it
/// without a detour over a downstream.
@FunctionalInterface
interface Direct<T extends @Nullable Object, R extends @Nullable Object> extends Gatherer<T, @Nullable Void, R> {

    /// Returns what it makes of an element, or [Pipeline#MORE] if that is nothing.
    @Nullable Object through(T element) throws Exception;

    /// Does the same; what it throws goes on as it is.
    default @Nullable Object call(T element) {
        try {
            return through(element);
        } catch (Exception failure) {
            throw Throw.unchecked(failure);
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // it is one object
    default Integrator<@Nullable Void, T, R> integrator() {
        return Integrator.ofGreedy((_, element, downstream) -> {
            Object made = call(element);
            return made == Pipeline.MORE || downstream.push(Tasks.unchecked(made));
        });
    }
}
