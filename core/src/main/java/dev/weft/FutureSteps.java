package dev.weft;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The result of a future, or of a stage, as the only element.
final class FutureSteps extends StepSource.Steps {

    private final Awaitable<?> result;
    private final @Nullable Future<?> owned; // cancelled if nobody reads it
    private boolean awaited;

    private FutureSteps(Awaitable<?> result, @Nullable Future<?> owned) {
        this.result = result;
        this.owned = owned;
    }

    static FutureSteps of(CompletionStage<?> stage) {
        return new FutureSteps(Awaitable.of(stage), null);
    }

    static FutureSteps of(Future<?> future) {
        return new FutureSteps(Awaitable.of(future), future instanceof Task<?> ? null : future);
    }

    @Override
    @Nullable Object next() throws Exception {
        if (awaited) {
            return Execution.END;
        }
        awaited = true;
        return result.await();
    }

    @Override
    void close() {
        if (owned != null) {
            owned.cancel(true);
        }
    }

    @Override
    boolean unwinds() {
        return owned != null && !owned.isDone();
    }
}
