package dev.weft.interop;

import org.reactivestreams.tck.TestEnvironment;

/// How long the compatibility kit waits.
final class Environments {

    /// For what has to come. Long, because whatever comes ends the wait.
    private static final long PATIENCE = 30_000;

    /// Before the kit looks whether an error has come. It means to look again until it is out of patience, but looks
    /// only once.
    private static final long GLANCE = 1_000;

    /// For what must not come. Short, because nothing ends the wait; a slow machine makes it more lenient, never fail.
    private static final long SILENCE = 20;

    /// Before the garbage collector runs, to find that a cancelled subscriber is not referred to any more. The kit
    /// waits for all of it.
    static final long CANCELLED = 500;

    private Environments() {}

    static TestEnvironment environment() {
        return new TestEnvironment(PATIENCE, SILENCE, GLANCE);
    }
}
