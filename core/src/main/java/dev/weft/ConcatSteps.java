package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sources of a list, one after the other: all of them, or up to the first one that has an element.
final class ConcatSteps extends SerialSteps {

    private final List<? extends AsyncIterable<?>> sources;
    private final boolean whileEmpty;
    private int opened;

    private ConcatSteps(List<? extends AsyncIterable<?>> sources, boolean whileEmpty) {
        this.sources = sources;
        this.whileEmpty = whileEmpty;
    }

    ConcatSteps(List<? extends AsyncIterable<?>> sources) {
        this(sources, false);
    }

    static ConcatSteps whileEmpty(List<? extends AsyncIterable<?>> sources) {
        return new ConcatSteps(sources, true);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return sources;
    }

    @Override
    @Nullable AsyncIterable<?> following(boolean lastWasEmpty) {
        boolean over = opened == sources.size() || (whileEmpty && !lastWasEmpty);
        return over ? null : sources.get(opened++);
    }

    /// Closes what is being read, and what was never reached.
    @Override
    void close() throws Throwable {
        @Nullable Throwable failure = null;
        try {
            super.close();
        } catch (Throwable t) {
            failure = t;
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
