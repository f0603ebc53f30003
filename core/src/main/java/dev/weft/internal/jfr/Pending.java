package dev.weft.internal.jfr;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What of one subject has begun and not ended.
final class Pending {

    final RecordedEvents.Task task = new RecordedEvents.Task();
    final RecordedEvents.Generator generator = new RecordedEvents.Generator();
    final ArrayDeque<RecordedEvents.Await> waits = new ArrayDeque<>(1); // the innermost last
    RecordedEvents.@Nullable Close close;
    volatile boolean cancelled;
    long yields;

    void awaits() {
        var await = new RecordedEvents.Await();
        await.begin();
        waits.add(await);
    }

    void closes() {
        close = new RecordedEvents.Close();
        close.begin();
    }
}
