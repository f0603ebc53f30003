package dev.weft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a body uses and what is closed when it ends, the last first.
///
/// Belongs to the body; a closer of the generator takes part only if the body is stuck.
final class Resources {

    private @Nullable List<AutoCloseable> open; // guarded by this

    <R extends @Nullable AutoCloseable> R add(R resource) {
        AutoCloseable added = Objects.requireNonNull(resource, "resource");
        synchronized (this) {
            if (open == null) {
                open = new ArrayList<>(2);
            }
            open.add(added);
        }
        return resource;
    }

    synchronized boolean isEmpty() {
        return open == null;
    }

    /// Closes what is open. Returns what went wrong: `primary`, or else the first failure, with the others in it.
    @Nullable Throwable close(@Nullable Throwable primary) {
        List<AutoCloseable> closing;
        synchronized (this) {
            if (open == null) {
                return primary;
            }
            closing = open;
            open = null;
        }
        @Nullable Throwable failure = primary;
        for (AutoCloseable resource : closing.reversed()) {
            try {
                resource.close();
            } catch (Throwable t) {
                failure = Throw.both(failure, t);
            }
        }
        return failure;
    }
}
