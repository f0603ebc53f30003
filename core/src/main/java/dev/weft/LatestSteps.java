package dev.weft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The latest elements of several sources, at each change.
final class LatestSteps extends StepSource.Steps {

    private static final Object NONE = new Object();

    private final List<? extends AsyncIterable<?>> sources;
    private final InFlight inFlight;
    private final Rows.Function function;
    private final @Nullable Object[] latest;

    LatestSteps(List<? extends AsyncIterable<?>> sources, Rows.Function function) {
        this.sources = sources;
        inFlight = new InFlight("combineLatest", sources);
        this.function = function;
        latest = new @Nullable Object[sources.size()];
        Arrays.fill(latest, NONE);
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
                latest[lane.index] = element;
                if (!Arrays.asList(latest).contains(NONE)) {
                    List<@Nullable Object> row = new ArrayList<@Nullable Object>(Arrays.asList(latest));
                    return function.apply(row);
                }
            } else if (latest[lane.index] == NONE) {
                return Execution.END;
            }
        }
        return Execution.END;
    }

    @Override
    void close() throws Throwable {
        inFlight.close();
    }
}
