package dev.weft.conformance;

import dev.weft.Awaitable;
import dev.weft.Task;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// A started call as it is awaited: each cancel of who waits is passed on to it, and its end is waited for.
///
/// @param task what runs the call
record Started<T extends @Nullable Object>(Task<T> task) implements Awaitable<T> {

    @Override
    public T await() throws Exception {
        @Nullable InterruptedException passedOn = null;
        while (true) {
            try {
                return task.await();
            } catch (InterruptedException cancelled) {
                passedOn = cancelled;
                task.cancel();
            } catch (CancellationException ended) {
                throw passedOn == null ? ended : passedOn;
            }
        }
    }
}
