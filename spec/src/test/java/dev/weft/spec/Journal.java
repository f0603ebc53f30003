package dev.weft.spec;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// What happened, in order.
final class Journal implements Iterable<String> {

    private final List<String> events = new ArrayList<>(); // guarded by this

    synchronized void note(String event) {
        events.add(event);
    }

    /// Notes an event with the time, such as "finally at 10".
    void noteTime(String event) {
        note(event + " at " + Clock.now());
    }

    /// Makes a generator that notes each element before it is yielded, and the end of its body.
    @SafeVarargs
    final <T> AsyncGenerator<T> source(String name, T... elements) {
        return Async.generator(name, y -> {
            try {
                for (T element : elements) {
                    note(name + " " + element);
                    y.yield(element);
                }
            } finally {
                note(name + " closed");
            }
        });
    }

    /// Makes work that takes some time and gives its name.
    Awaitable<String> work(String name, long millis) {
        return work(name, millis, 0);
    }

    /// Makes work that takes some time, notes a cancel, and takes some time over its clean-up.
    Awaitable<String> work(String name, long millis, long cleanUpMillis) {
        return () -> {
            try {
                Clock.pause(millis);
                noteTime(name + " done");
                return name;
            } catch (InterruptedException e) {
                noteTime(name + " cancelled");
                throw e;
            } finally {
                cleanUp(name, cleanUpMillis);
            }
        };
    }

    private void cleanUp(String name, long millis) throws InterruptedException {
        if (millis > 0) {
            Clock.pause(millis);
            noteTime(name + " clean");
        }
    }

    /// Makes work that fails after some time.
    Awaitable<String> failing(String name, long millis, Throwable failure) {
        return () -> {
            work(name, millis).await();
            return Awaitable.<String>failed(failure).await();
        };
    }

    /// Makes work that, when it is cancelled, fails after some time.
    Awaitable<String> failingToCleanUp(String name, long cleanUpMillis, Throwable failure) {
        return () -> {
            try {
                return work(name, 1_000).await();
            } catch (InterruptedException e) {
                Clock.pause(cleanUpMillis);
                return Awaitable.<String>failed(failure).await();
            }
        };
    }

    /// Makes work that gives its name also when it is cancelled.
    Awaitable<String> deaf(String name, long millis) {
        return () -> {
            try {
                return work(name, millis).await();
            } catch (InterruptedException e) {
                return name;
            }
        };
    }

    @Override
    public synchronized Iterator<String> iterator() {
        return List.copyOf(events).iterator();
    }

    @Override
    public synchronized String toString() {
        return events.toString();
    }
}
