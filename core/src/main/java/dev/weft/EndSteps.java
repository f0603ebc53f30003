package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source whose end somebody is told of, once, after its clean-up.
///
/// Pulls what it reads in either drive, so that only failures of the source come by here, and none of the consumer.
final class EndSteps extends StepSource.Steps {

    private final AsyncIterable<?> source;
    private final Upstream upstream;
    private final CheckedConsumer<? super Ending, ?> listener;
    private boolean told;

    EndSteps(AsyncIterable<?> source, CheckedConsumer<? super Ending, ?> listener) {
        this.source = source;
        this.listener = listener;
        upstream = Upstream.of(source);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    @Override
    @Nullable Object next() throws Throwable {
        @Nullable Object element;
        try {
            element = upstream.nextOrClosed();
        } catch (Throwable thrown) {
            throw toldOf(upstream.closeAfter(thrown));
        }
        if (Core.isEnd(element)) {
            tell(new Ending.Completed());
        }
        return element;
    }

    @Override
    void close() throws Throwable {
        try {
            upstream.close();
        } catch (Throwable failure) {
            throw toldOf(failure);
        }
        tell(new Ending.Closed());
    }

    /// Tells of a failure, and returns it, with one of the listener suppressed in it.
    private Throwable toldOf(Throwable failure) {
        try {
            tell(new Ending.Failed(failure));
            return failure;
        } catch (Throwable t) {
            return Throw.both(failure, t);
        }
    }

    private void tell(Ending ending) throws Exception {
        if (!told) {
            told = true;
            listener.accept(ending);
        }
    }
}
