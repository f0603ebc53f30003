package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The [Yielder] of a running body, unless its [Emission] is one itself.
record PlainYielder<T extends @Nullable Object>(Emission emission) implements Yielder<T> {

    @Override
    public void yield(T value) {
        emission.emit(value);
    }

    @Override
    public <R extends @Nullable Object> R yieldAll(Dialogue<? extends T, ?, R> inner) {
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
