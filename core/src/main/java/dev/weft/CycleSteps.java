package dev.weft;

import org.jspecify.annotations.Nullable;

/// A source that is made and read again when it has ended, so many times.
final class CycleSteps extends StepSource.Steps {

    private final Remaking sources;
    private long left;
    private @Nullable Upstream current;

    CycleSteps(Remaking sources, long times) {
        this.sources = sources;
        left = times;
    }

    @Override
    @Nullable Object next() throws Throwable {
        while (current != null || left > 0) {
            if (current == null) {
                left--;
                current = sources.open(sources.next());
            }
            Object element = current.nextOrClosed();
            if (!Core.isEnd(element)) {
                return element;
            }
            current = null;
            stopIfInterrupted();
        }
        return Execution.END;
    }

    /// Sources that are all empty never wait, and could not be cancelled.
    private void stopIfInterrupted() throws InterruptedException {
        if (left > 0 && Thread.interrupted()) {
            throw Wait.interrupted("interrupted before reading a source again");
        }
    }

    @Override
    void close() throws Throwable {
        if (current != null) {
            current.close();
        }
    }

    @Override
    boolean unwinds() {
        return current != null;
    }

    @Override
    boolean mustBeClosed() {
        return true; // nobody knows yet what else there will be to read
    }
}
