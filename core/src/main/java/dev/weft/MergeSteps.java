package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of several sources as they come.
final class MergeSteps extends StepSource.Steps {

    private final List<? extends AsyncIterable<?>> sources;
    private final InFlight inFlight;

    MergeSteps(List<? extends AsyncIterable<?>> sources) {
        this.sources = sources;
        inFlight = new InFlight("merge", sources);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return sources;
    }

    @Override
    @Nullable Object next() throws Throwable {
        for (InFlight.Lane lane = inFlight.next(); lane != null; lane = inFlight.next()) {
            Object element = lane.take();
            if (!Core.isEnd(element)) {
                return element;
            }
        }
        return Execution.END;
    }

    @Override
    void close() throws Throwable {
        inFlight.close();
    }
}
