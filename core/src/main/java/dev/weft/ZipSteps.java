package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One element of each of several sources at a time, all asked at the same time.
final class ZipSteps extends StepSource.Steps {

    /// When a zip ends.
    enum Until {
        /// When one source has no more.
        FIRST_END,
        /// When all have no more; it is an error if only some have.
        COMMON_END,
        /// When all have no more; a default stands for what is missing.
        LAST_END
    }

    private static final List<@Nullable Object> ENDED = List.of(Execution.END);

    private final String name;
    private final Until until;
    private final List<? extends AsyncIterable<?>> sources;
    private final List<Upstream> upstreams;
    private final List<Awaitable<?>> steps;
    private final Signal ended = new Signal("a zipped source has ended");
    private final List<? extends @Nullable Object> defaults;
    private final Rows.Function function;
    private long rows;

    ZipSteps(
            String name,
            Until until,
            List<? extends AsyncIterable<?>> sources,
            List<? extends @Nullable Object> defaults,
            Rows.Function function) {
        this.name = name;
        this.until = until;
        this.sources = sources;
        this.defaults = defaults;
        this.function = function;
        upstreams = sources.stream().map(Upstream::of).toList();
        steps = upstreams.stream().<Awaitable<?>>map(this::step).toList();
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
        List<@Nullable Object> row = row();
        int ends = ends(row);
        if (ends == row.size()) {
            return Execution.END;
        }
        if (ends > 0 && until == Until.COMMON_END) {
            throw new IllegalStateException(tooShort(row));
        }
        rows++;
        return function.apply(ends > 0 ? filled(row) : row);
    }

    private static int ends(List<@Nullable Object> row) {
        int ends = 0;
        for (Object element : row) {
            ends += Core.isEnd(element) ? 1 : 0;
        }
        return ends;
    }

    /// Asks all sources at the same time; END stands for what is missing.
    private List<@Nullable Object> row() throws Throwable {
        try {
            if (isPrompt()) {
                return rowInTurn();
            }
            var row = new ArrayList<@Nullable Object>(upstreams.size());
            for (RunningTask<?> step : Gathering.await(name, Gathering.Stop.AT_FIRST_FAILURE, steps)) {
                row.add(step.valueNow());
            }
            return row;
        } catch (Signal end) {
            if (end != ended) {
                throw end;
            }
            for (Throwable cleanUp : end.getSuppressed()) {
                if (!(cleanUp instanceof Requested)) {
                    throw cleanUp;
                }
            }
            return ENDED;
        }
    }

    private boolean isPrompt() {
        for (Upstream upstream : upstreams) {
            if (!upstream.isPrompt()) {
                return false;
            }
        }
        return Prompt.isAllowed();
    }

    private List<@Nullable Object> rowInTurn() throws Throwable {
        var row = new ArrayList<@Nullable Object>(upstreams.size());
        for (Upstream upstream : upstreams) {
            row.add(element(upstream));
        }
        return row;
    }

    private @Nullable Object element(Upstream upstream) throws Throwable {
        Object element = upstream.next();
        if (Core.isEnd(element)) {
            if (until == Until.FIRST_END) {
                throw ended; // cancels the steps of the others
            }
            upstream.close();
        }
        return element;
    }

    private Awaitable<?> step(Upstream upstream) {
        return () -> {
            try {
                return element(upstream);
            } catch (Throwable failure) {
                throw Throw.unchecked(failure);
            }
        };
    }

    private List<@Nullable Object> filled(List<@Nullable Object> row) {
        var filled = new ArrayList<@Nullable Object>(row);
        for (int i = 0; i < row.size(); i++) {
            if (Core.isEnd(row.get(i))) {
                filled.set(i, defaults.get(i));
            }
        }
        return filled;
    }

    private String tooShort(List<@Nullable Object> row) {
        int ended = 0;
        while (!Core.isEnd(row.get(ended))) {
            ended++;
        }
        return "source " + ended + " of zipStrict ended after " + rows
                + " elements, and others have more; use zip to end " + "with the shortest, or zipLongest";
    }

    @Override
    boolean mustBeClosed() {
        return upstreams.stream().anyMatch(Upstream::needsClosing);
    }

    @Override
    void close() throws Throwable {
        Upstream.closeAll(upstreams);
    }
}
