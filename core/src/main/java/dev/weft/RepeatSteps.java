package dev.weft;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source from its beginning, again and again.
final class RepeatSteps extends SerialSteps {

    static final long ENDLESS = -1;

    private final AsyncIterable<?> source;
    private long left;
    private @Nullable AsyncIterator<?> last;

    RepeatSteps(AsyncIterable<?> source, long times) {
        this.source = source;
        left = times;
    }

    /// Refuses what can be read only once.
    static void checkRepeatable(AsyncIterable<?> source) {
        if (source instanceof AsyncIterator<?>) {
            throw new IllegalStateException(
                    source + " can be read only once; repeat what makes a new one for each reader:"
                            + " AsyncIterable<T> source = () -> …; source.repeat()");
        }
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    @Override
    @Nullable AsyncIterable<?> following(boolean lastWasEmpty) throws InterruptedException {
        if (left == 0) {
            return null;
        }
        if (left > 0) {
            left--;
        }
        if (last != null && lastWasEmpty) {
            Async.sleep(Duration.ZERO); // nothing else in this loop has to wait, and a cancel must end it
        }
        AsyncIterator<?> opened = Upstream.open(source);
        if (opened.equals(last)) {
            throw new IllegalStateException("aiter() of " + source + " gave " + opened
                    + " again, which was read already; give a new iterator each time");
        }
        last = opened;
        return opened;
    }
}
