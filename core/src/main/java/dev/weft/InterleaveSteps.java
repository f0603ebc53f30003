package dev.weft;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One element of each source in turn.
final class InterleaveSteps extends StepSource.Steps {

    private final List<? extends AsyncIterable<?>> sources;
    private final ArrayDeque<Upstream> turns = new ArrayDeque<>();

    InterleaveSteps(List<? extends AsyncIterable<?>> sources) {
        this.sources = sources;
        sources.stream().map(Upstream::of).forEach(turns::add);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return sources;
    }

    @Override
    @Nullable Object next() throws Throwable {
        while (!turns.isEmpty()) {
            Object element = turns.element().next();
            Upstream turn = turns.remove();
            if (!Core.isEnd(element)) {
                turns.add(turn);
                return element;
            }
            turn.close();
        }
        return Execution.END;
    }

    @Override
    boolean mustBeClosed() {
        return turns.stream().anyMatch(Upstream::needsClosing);
    }

    @Override
    void close() throws Throwable {
        Upstream.closeAll(turns);
    }
}
