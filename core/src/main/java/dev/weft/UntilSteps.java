package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of a source until another one yields or ends.
final class UntilSteps extends StepSource.Steps {

    private final List<AsyncIterable<?>> sources;
    private final InFlight inFlight;

    UntilSteps(AsyncIterable<?> source, AsyncIterable<?> other) {
        sources = List.of(other, source); // the other one is asked first, so that it can stop before the first element
        inFlight = new InFlight("takeUntil", sources);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return sources;
    }

    @Override
    @Nullable Object next() throws Throwable {
        InFlight.Lane lane = inFlight.next();
        if (lane == null) {
            return Execution.END;
        }
        Object element = lane.take();
        return lane.index == 0 ? Execution.END : element;
    }

    @Override
    void close() throws Throwable {
        inFlight.close();
    }
}
