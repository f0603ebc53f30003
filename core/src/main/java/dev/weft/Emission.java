package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body's side of a generator: what stands behind a [Yielder], in either drive.
interface Emission {

    /// Hands out a value and stops there. Returns what is sent in, or throws what is thrown in.
    @Nullable Object emit(@Nullable Object value);

    /// Hands out the elements of a generator in place of the body's own.
    @Nullable Object delegate(Protocol inner);

    BodyPlace place();

    /// What the body of a generator yields with.
    default Yielder<?> yielder() {
        return new PlainYielder<>(this);
    }

    /// Hands out the elements of any iterable.
    default void emitAll(AsyncIterable<?> iterable) {
        AsyncIterator<?> iterator = iterable.aiter();
        if (iterator instanceof Generator<?, ?, ?> generator) {
            delegate(generator);
            return;
        }
        var upstream = Upstream.of(iterator);
        upstream.during(() -> {
            for (Object element = upstream.next(); !Core.isEnd(element); element = upstream.next()) {
                emit(element);
            }
        });
    }

    default <R extends AutoCloseable> R use(R resource) {
        Objects.requireNonNull(resource, "resource");
        place().check();
        return place().resources().add(resource);
    }

    /// Runs the body, and closes what it used.
    default @Nullable Object during(BodyCall body) throws Throwable {
        @Nullable Throwable failure = null;
        @Nullable Object result = null;
        try {
            result = part(body);
        } catch (Throwable t) {
            failure = t;
        }
        failure = place().resources().close(failure);
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    /// Runs a part of the body; what it used is open until the whole body ends.
    default @Nullable Object part(BodyCall body) throws Throwable {
        try {
            return body.run(this);
        } finally {
            place().bodyEnded();
        }
    }

    /// The user's body.
    @FunctionalInterface
    interface BodyCall {
        @Nullable Object run(Emission emission) throws Throwable;
    }
}
