package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of the source that is the first to yield one.
final class FirstSteps extends StepSource.Steps {

    private final List<? extends AsyncIterable<?>> sources;
    private final InFlight inFlight;
    private InFlight.@Nullable Lane winner;

    FirstSteps(List<? extends AsyncIterable<?>> sources) {
        this.sources = sources;
        inFlight = new InFlight("race", sources);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return sources;
    }

    @Override
    @Nullable Object next() throws Throwable {
        InFlight.Lane known = winner;
        if (known != null) {
            return known.nextHere();
        }
        for (InFlight.Lane lane = inFlight.next(); lane != null; lane = inFlight.next()) {
            Object element = lane.take();
            if (!Core.isEnd(element)) {
                winner = lane;
                inFlight.closeLosers(lane);
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
