package dev.weft;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The elements of the source that was made of the latest element.
final class SwitchSteps extends StepSource.Steps {

    private final AsyncIterable<?> source;
    private final CheckedFunction<@Nullable Object, ? extends AsyncIterable<?>> function;
    private final InFlight inFlight = new InFlight("switchMap");
    private final InFlight.Lane outer;
    private InFlight.@Nullable Lane inner;

    SwitchSteps(AsyncIterable<?> source, CheckedFunction<@Nullable Object, ? extends AsyncIterable<?>> function) {
        this.source = source;
        this.function = function;
        outer = inFlight.open(source);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    @Override
    @Nullable Object next() throws Throwable {
        for (InFlight.Lane lane = first(); lane != null; lane = first()) {
            Object element = lane.take();
            if (Core.isEnd(element)) {
                continue;
            }
            if (lane != outer) {
                return element;
            }
            closeInner();
            AsyncIterable<?> made = function.apply(element);
            inner = inFlight.open(
                    Objects.requireNonNull(made, "the function of switchMap returned null; return a source"));
        }
        return Execution.END;
    }

    /// An element that is there already supersedes before the inner source is asked once more.
    private InFlight.@Nullable Lane first() throws InterruptedException {
        InFlight.Lane done = inFlight.poll();
        return done == null ? inFlight.next() : done;
    }

    private void closeInner() throws Throwable {
        InFlight.Lane superseded = inner;
        inner = null;
        if (superseded != null) {
            inFlight.close(List.of(superseded));
        }
    }

    @Override
    void close() throws Throwable {
        inFlight.close();
    }
}
