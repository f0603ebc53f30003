package dev.weft;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Gives each element to every reader, when one of them wants it and none lags too far behind.
final class TeePump extends Pump {

    private final int lag;
    private final int replay;
    private final ArrayDeque<Object> latest = new ArrayDeque<>(); // guarded by this; as they are in the branches

    /// @param lag how many elements may wait for the slowest reader, positive
    /// @param replay how many elements a reader that comes late sees first
    TeePump(String name, AsyncIterable<?> source, int lag, int replay) {
        super(name, source);
        this.lag = lag;
        this.replay = replay;
    }

    @Override
    boolean wantsMore() {
        return isWanted() && branches().stream().allMatch(branch -> branch.size() < lag);
    }

    @Override
    void route(@Nullable Object element) {
        Branch[] readers;
        synchronized (this) {
            readers = branches().toArray(Branch[]::new);
            for (Branch reader : readers) {
                reader.put(element);
            }
            remember(element);
        }
        for (Branch reader : readers) {
            reader.wake();
        }
    }

    private void remember(@Nullable Object element) {
        if (replay > 0) {
            if (latest.size() == replay) {
                latest.remove();
            }
            latest.add(Branch.masked(element));
        }
    }

    /// Adds a reader, who first sees the latest elements; `null` if the last one has left and closes the source.
    synchronized @Nullable Branch join() {
        if (isStopping()) {
            return null;
        }
        Branch reader = open();
        latest.forEach(element -> reader.put(Branch.unmasked(element)));
        return reader;
    }

    /// Whether nobody can join any more, so that the next reader has to read the source anew.
    boolean isOver() {
        return isStopping() ? isClosed() : hasEnded() && (replay == 0 || !isComplete());
    }
}
