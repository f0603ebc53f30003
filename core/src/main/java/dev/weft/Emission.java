package dev.weft;

import static dev.weft.GeneratorStateException.Reason.MISPLACED_YIELD;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body's side of a generator: what stands behind a [Yielder], in either drive.
abstract class Emission {

    private final String name;
    private final Thread thread = Thread.currentThread();
    private boolean over; // used by the body's thread alone, but for misuse
    private @Nullable List<AutoCloseable> resources; // guarded by this

    Emission(String name) {
        this.name = name;
    }

    /// Hands out a value and stops there. Returns what is sent in, or throws what is thrown in.
    abstract @Nullable Object emit(@Nullable Object value);

    /// Hands out the elements of a generator in place of the body's own.
    abstract @Nullable Object delegate(Protocol inner);

    /// Hands out the elements of any iterable.
    final void emitAll(AsyncIterable<?> iterable) {
        AsyncIterator<?> iterator = iterable.aiter();
        if (iterator instanceof Generator<?, ?, ?> generator) {
            delegate(generator.protocol());
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
        synchronized (this) {
            if (resources == null) {
                resources = new ArrayList<>(2);
            }
            resources.add(resource);
        }
        return resource;
    }

    /// Runs the body, and closes what it used, the last first.
    final @Nullable Object during(BodyCall body) throws Throwable {
        @Nullable Throwable failure = null;
        @Nullable Object result = null;
        try {
            result = body.run(this);
        } catch (Throwable t) {
            failure = t;
        }
        over = true;
        failure = closeResources(failure);
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    final synchronized boolean usesResources() {
        return resources != null;
    }

    /// Closes what the body used. A closer does this too, when the body is stuck.
    final @Nullable Throwable closeResources(@Nullable Throwable primary) {
        List<AutoCloseable> open;
        synchronized (this) {
            if (resources == null) {
                return primary;
            }
            open = resources;
            resources = null;
        }
        @Nullable Throwable failure = primary;
        for (AutoCloseable resource : open.reversed()) {
            try {
                resource.close();
            } catch (Throwable t) {
                failure = Throw.both(failure, t);
            }
        }
        return failure;
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
