package dev.weft;

import static dev.weft.GeneratorStateException.Reason.MISPLACED_YIELD;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body's side of a generator: what stands behind a [Yielder], in either drive.
abstract class Emission {

    private final String name;
    private final Thread thread = Thread.currentThread();
    private boolean over; // used by the body's thread alone, but for misuse
    private final Resources resources;

    Emission(String name, Resources resources) {
        this.name = name;
        this.resources = resources;
    }

    /// Hands out a value and stops there. Returns what is sent in, or throws what is thrown in.
    abstract @Nullable Object emit(@Nullable Object value);

    /// Hands out the elements of a generator in place of the body's own.
    abstract @Nullable Object delegate(Protocol inner);

    /// Hands out the elements of any iterable.
    final void emitAll(AsyncIterable<?> iterable) {
        AsyncIterator<?> iterator = iterable.aiter();
        if (iterator instanceof Generator<?, ?, ?> generator) {
            delegate(generator);
            return;
        }
        var upstream = Upstream.of(iterator);
        upstream.during(() -> {
            for (Object element = upstream.next(); !Execution.isEnd(element); element = upstream.next()) {
                emit(element);
            }
        });
    }

    final <R extends AutoCloseable> R use(R resource) {
        Objects.requireNonNull(resource, "resource");
        checkPlace();
        return resources.add(resource);
    }

    /// Runs the body, and closes what it used.
    final @Nullable Object during(BodyCall body) throws Throwable {
        @Nullable Throwable failure = null;
        @Nullable Object result = null;
        try {
            result = part(body);
        } catch (Throwable t) {
            failure = t;
        }
        failure = resources.close(failure);
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    /// Runs a part of the body; what it used is open until the whole body ends.
    final @Nullable Object part(BodyCall body) throws Throwable {
        try {
            return body.run(this);
        } finally {
            over = true;
        }
    }

    final void checkPlace() {
        if (over) {
            throw misplaced("was used after its body ended; yield only in the body");
        }
        if (Thread.currentThread() != thread) {
            throw misplaced("was used on thread \"" + Thread.currentThread().getName()
                    + "\", but its body runs on another one; yield on the body's own thread, and await there what other"
                    + " tasks compute");
        }
    }

    final GeneratorStateException misplaced(String what) {
        return new GeneratorStateException(MISPLACED_YIELD, "the yielder of " + name + " " + what);
    }

    /// The user's body.
    @FunctionalInterface
    interface BodyCall {
        @Nullable Object run(Emission emission) throws Throwable;
    }
}
