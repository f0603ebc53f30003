package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One source after the other.
final class ConcatSteps extends StepSource.Steps {

    private final List<? extends AsyncIterable<?>> sources;
    private int opened;
    private @Nullable Upstream current;

    ConcatSteps(List<? extends AsyncIterable<?>> sources) {
        this.sources = sources;
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return sources;
    }

    @Override
    @Nullable Object next() throws Throwable {
        while (true) {
            Upstream upstream = current;
            if (upstream == null) {
                if (opened == sources.size()) {
                    return Execution.END;
                }
                upstream = Upstream.of(sources.get(opened));
                current = upstream;
                opened++;
            }
            Object element = upstream.next();
            if (!Execution.isEnd(element)) {
                return element;
            }
            current = null;
            upstream.close();
        }
    }

    @Override
    void close() throws Throwable {
        @Nullable Throwable failure = null;
        if (current != null) {
            failure = closed(current, null);
            current = null;
        }
        while (opened < sources.size()) {
            failure = closed(Upstream.of(sources.get(opened)), failure);
            opened++;
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    boolean mustBeClosed() {
        return sources.stream().map(Upstream::of).anyMatch(Upstream::needsClosing);
    }

    static @Nullable Throwable closed(Upstream upstream, @Nullable Throwable failure) {
        try {
            upstream.close();
            return failure;
        } catch (Throwable t) {
            return Throw.both(failure, t);
        }
    }
}
