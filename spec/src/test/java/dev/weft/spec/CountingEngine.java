package dev.weft.spec;

import dev.weft.internal.thread.ThreadEngine;
import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Engine;
import dev.weft.spi.Runtime;
import java.util.concurrent.atomic.AtomicLong;

/// The thread engine, with a count of its switches. Ranks behind every other engine, so it is taken only by name.
public final class CountingEngine implements Engine {

    /// How often any body of this engine was resumed.
    static final AtomicLong RESUMES = new AtomicLong();

    private final ThreadEngine engine = new ThreadEngine();

    /// Made by the service loader.
    public CountingEngine() {}

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public int rank() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Coroutine coroutine(Body body, Runtime runtime) {
        Coroutine coroutine = engine.coroutine(body, runtime);
        return new Coroutine() {
            @Override
            public Object resume(Object sent, Throwable thrown) throws Throwable {
                RESUMES.incrementAndGet();
                return coroutine.resume(sent, thrown);
            }

            @Override
            public Object result() {
                return coroutine.result();
            }

            @Override
            public String name() {
                return coroutine.name();
            }

            @Override
            public boolean inline() {
                return coroutine.inline();
            }

            @Override
            public void abandon() {
                coroutine.abandon();
            }
        };
    }

    @Override
    public String reasonAgainst(Body body) {
        return null;
    }
}
