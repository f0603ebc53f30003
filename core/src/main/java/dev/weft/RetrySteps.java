package dev.weft;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A source that is made and read again when it has failed.
///
/// Pulls what it reads in either drive, so that only failures of the source come by here, and none of the consumer.
final class RetrySteps extends StepSource.Steps {

    private static final int KEPT = 32;

    private final RetryPolicy policy;
    private final Remaking sources;
    private final RandomGenerator random;
    private final Deque<Exception> earlier = new ArrayDeque<>(); // failures, at most KEPT
    private long failures;
    private @Nullable Upstream current;

    RetrySteps(RetryPolicy policy, Remaking sources) {
        this.policy = policy;
        this.sources = sources;
        random = policy.random();
    }

    @Override
    @Nullable Object next() throws Throwable {
        while (true) {
            var before = new Interruptions();
            AsyncIterable<?> made;
            try {
                if (current != null) {
                    return current.nextOrClosed();
                }
                made = sources.next();
            } catch (Throwable thrown) {
                recover(thrown, before);
                continue;
            }
            current = open(made);
        }
    }

    private Upstream open(AsyncIterable<?> made) {
        try {
            return sources.open(made);
        } catch (RuntimeException misuse) {
            throw Throw.unchecked(withEarlier(misuse));
        }
    }

    /// Returns when it is time for another attempt; throws if there is to be none.
    private void recover(Throwable thrown, Interruptions before) throws Throwable {
        Throwable failed = current == null ? thrown : current.closeAfter(thrown);
        current = null;
        Exception failure = before.failureIn(failed);
        if (failure == null || !triesAgain(failure)) {
            throw withEarlier(failed);
        }
        keep(failure);
        try {
            Async.sleep(policy.delay(failures, random));
        } catch (InterruptedException cancelled) {
            throw withEarlier(cancelled);
        }
    }

    private boolean triesAgain(Exception failure) {
        failures++;
        try {
            return policy.triesAgain(failures, failure);
        } catch (Throwable thrown) {
            throw Throw.unchecked(withEarlier(Throw.replacing(failure, thrown)));
        }
    }

    private void keep(Exception failure) {
        if (earlier.size() == KEPT) {
            earlier.removeFirst();
        }
        earlier.addLast(failure);
    }

    /// Suppresses the failures of the attempts before in the last one.
    private Throwable withEarlier(Throwable last) {
        earlier.forEach(failure -> Throw.both(last, failure));
        earlier.clear();
        return last;
    }

    @Override
    void close() throws Throwable {
        if (current != null) {
            current.close();
        }
    }

    @Override
    boolean unwinds() {
        return current != null;
    }

    @Override
    boolean mustBeClosed() {
        return true; // nobody knows yet what else there will be to read
    }
}
