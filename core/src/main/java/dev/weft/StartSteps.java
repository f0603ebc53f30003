package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source before whose first element an action runs.
final class StartSteps extends StepSource.Steps {

    private final AsyncIterable<?> source;
    private final Upstream upstream;
    private final Action action;
    private boolean started;

    StartSteps(AsyncIterable<?> source, Action action) {
        this.source = source;
        this.action = action;
        upstream = Upstream.of(source);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    @Override
    @Nullable Object next() throws Throwable {
        if (!started) {
            started = true;
            action.run();
        }
        return upstream.next();
    }

    @Override
    void close() throws Throwable {
        upstream.close();
    }

    @Override
    boolean mustBeClosed() {
        return upstream.needsClosing();
    }
}
