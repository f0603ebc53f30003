package dev.weft;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of a source, each with the latest of another one.
final class SampledSteps extends StepSource.Steps {

    private static final Object NONE = new Object();

    private final List<AsyncIterable<?>> sources;
    private final InFlight inFlight;
    private final Rows.Function function;
    private @Nullable Object latest = NONE;

    SampledSteps(AsyncIterable<?> source, AsyncIterable<?> other, Rows.Function function) {
        sources = List.of(other, source); // of two that are ready the other one comes first
        inFlight = new InFlight("withLatestFrom", sources);
        this.function = function;
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return sources;
    }

    @Override
    @Nullable Object next() throws Throwable {
        for (InFlight.Lane lane = inFlight.next(); lane != null; lane = inFlight.next()) {
            Object element = lane.take();
            boolean end = Core.isEnd(element);
            if (lane.index == 0) {
                if (end && latest == NONE) {
                    return Execution.END;
                }
                latest = end ? latest : element;
            } else if (end) {
                return Execution.END;
            } else if (latest != NONE) {
                return function.apply(Arrays.asList(element, latest));
            }
        }
        return Execution.END;
    }

    @Override
    void close() throws Throwable {
        inFlight.close();
    }
}
