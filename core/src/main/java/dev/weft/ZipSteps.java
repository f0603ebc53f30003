package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One element of each of several sources at a time, all asked at the same time, until one has no more.
final class ZipSteps extends StepSource.Steps {

    private final List<? extends AsyncIterable<?>> sources;
    private final List<Upstream> upstreams;
    private final CheckedFunction<List<@Nullable Object>, @Nullable Object> function;

    ZipSteps(
            List<? extends AsyncIterable<?>> sources,
            CheckedFunction<List<@Nullable Object>, @Nullable Object> function) {
        this.sources = sources;
        upstreams = sources.stream().map(Upstream::of).toList();
        this.function = function;
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return sources;
    }

    @Override
    @Nullable Object next() throws Throwable {
        if (upstreams.isEmpty()) {
            return Execution.END;
        }
        var ended = new Signal("a zipped source has ended");
        List<RunningTask<?>> steps;
        try {
            steps = Gathering.await(
                    "zip",
                    Gathering.Stop.AT_FIRST_FAILURE,
                    upstreams.stream().map(upstream -> step(upstream, ended)).toList());
        } catch (Signal end) {
            if (end != ended) {
                throw end;
            }
            for (Throwable cleanUp : end.getSuppressed()) {
                if (!(cleanUp instanceof Requested)) {
                    throw cleanUp;
                }
            }
            return Execution.END;
        }
        var row = new ArrayList<@Nullable Object>(steps.size());
        steps.forEach(step -> row.add(step.valueNow()));
        return function.apply(row);
    }

    private static Awaitable<?> step(Upstream upstream, Signal ended) {
        return () -> {
            try {
                Object element = upstream.next();
                if (Execution.isEnd(element)) {
                    throw ended;
                }
                return element;
            } catch (Throwable failure) {
                throw Throw.unchecked(failure);
            }
        };
    }

    @Override
    boolean mustBeClosed() {
        return upstreams.stream().anyMatch(Upstream::needsClosing);
    }

    @Override
    void close() throws Throwable {
        @Nullable Throwable failure = null;
        for (Upstream upstream : upstreams) {
            try {
                upstream.close();
            } catch (Throwable t) {
                failure = Throw.both(failure, t);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
