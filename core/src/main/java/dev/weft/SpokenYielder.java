package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The [DialogueYielder] of a running body.
record SpokenYielder<T extends @Nullable Object, S extends @Nullable Object>(Emission emission)
        implements DialogueYielder<T, S> {

    @Override
    public S yield(T value) {
        return Tasks.unchecked(emission.emit(value));
    }

    @Override
    public <R extends @Nullable Object> R yieldAll(Dialogue<? extends T, ? super S, R> inner) {
        Objects.requireNonNull(inner, "inner");
        return Tasks.unchecked(emission.delegate((Protocol) inner));
    }

    @Override
    public void yieldAll(AsyncIterable<? extends T> inner) {
        Objects.requireNonNull(inner, "inner");
        emission.emitAll(inner);
    }

    @Override
    public <A extends AutoCloseable> A use(A resource) {
        return emission.use(resource);
    }
}
