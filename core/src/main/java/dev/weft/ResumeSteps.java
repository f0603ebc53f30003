package dev.weft;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A source and, when it has failed, what is read in its place.
///
/// Pulls what it reads in either drive, so that only failures of the source come by here, and none of the consumer.
final class ResumeSteps extends StepSource.Steps {

    /// What to do about a failure: give a source to go on with, or throw.
    @FunctionalInterface
    interface Recovery {
        AsyncIterable<?> after(Exception failure) throws Throwable;
    }

    private final AsyncIterable<?> source;
    private final Recovery recovery;
    private Upstream current;
    private boolean recovered;

    ResumeSteps(AsyncIterable<?> source, Recovery recovery) {
        this.source = source;
        this.recovery = recovery;
        current = Upstream.of(source);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    @Override
    @Nullable Object next() throws Throwable {
        if (recovered) {
            return current.next();
        }
        var before = new Interruptions();
        try {
            return current.nextOrClosed();
        } catch (Throwable thrown) {
            Throwable failed = current.closeAfter(thrown);
            Exception failure = before.failureIn(failed);
            if (failure == null) {
                throw failed;
            }
            current = Upstream.of(fallback(failure));
            recovered = true;
        }
        return current.next();
    }

    /// Asks for what to go on with. As in a `catch` block, what that throws replaces the failure, which is kept in it.
    private AsyncIterable<?> fallback(Exception failure) throws Throwable {
        try {
            return Objects.requireNonNull(
                    recovery.after(failure),
                    () -> "the function gave null for " + failure + "; give Async.empty() to yield no more");
        } catch (Throwable thrown) {
            throw Throw.replacing(failure, thrown);
        }
    }

    @Override
    void close() throws Throwable {
        current.close();
    }

    @Override
    boolean mustBeClosed() {
        return true; // nobody knows yet what else there will be to read
    }
}
