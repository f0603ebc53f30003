package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source that is read once for all who read this at the same time: share and replay.
///
/// One [TeePump] after the other reads the source. A reader joins the one that runs with its first step; if there is
/// none, or it is over, the reader brings a new one. While the last reader of a pump closes the source, who comes
/// waits: the source is not read twice at a time.
final class Shared<T extends @Nullable Object> implements AsyncIterable<T> {

    private final String name;
    private final AsyncIterable<T> source;
    private final int replay;
    private @Nullable TeePump current; // guarded by this

    Shared(String name, AsyncIterable<T> source, int replay) {
        this.name = name;
        this.source = source;
        this.replay = replay;
    }

    @Override
    public AsyncIterator<T> aiter() {
        return StepSource.<T>generator(name, new Reading());
    }

    private Branch join() throws InterruptedException {
        while (true) {
            TeePump pump = pump();
            Branch joined = pump.join();
            if (joined != null) {
                return joined;
            }
            pump.awaitClosed();
        }
    }

    private synchronized TeePump pump() {
        TeePump pump = current;
        if (pump == null || pump.isOver()) {
            pump = new TeePump(name, source, Math.max(1, replay), replay);
            current = pump;
        }
        return pump;
    }

    @Override
    public String toString() {
        return name;
    }

    /// One reader, which counts from its first step on.
    private final class Reading extends StepSource.Steps {
        private @Nullable Branch branch;

        @Override
        List<? extends AsyncIterable<?>> sources() {
            return List.of(source);
        }

        @Override
        @Nullable Object next() throws Throwable {
            Branch joined = branch;
            if (joined == null) {
                joined = join();
                branch = joined;
            }
            return joined.next();
        }

        @Override
        void close() throws Throwable {
            if (branch != null) {
                branch.close();
            }
        }
    }
}
