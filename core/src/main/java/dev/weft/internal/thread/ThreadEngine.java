package dev.weft.internal.thread;

import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Engine;
import dev.weft.spi.Runtime;
import org.jspecify.annotations.Nullable;

/// Gives each body a virtual thread of its own. Takes every body.
public final class ThreadEngine implements Engine {

    /// Makes the engine; called by the service loader.
    public ThreadEngine() {}

    @Override
    public String name() {
        return "thread";
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public Coroutine coroutine(Body body, Runtime runtime) {
        return new Handoff(body, runtime);
    }

    @Override
    public @Nullable String reasonAgainst(Body body) {
        return null;
    }
}
