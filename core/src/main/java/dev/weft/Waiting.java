package dev.weft;

import org.jspecify.annotations.Nullable;

/// What one strand of a run waits for, and since when; for [Dump]. Written by the strand alone.
final class Waiting {

    private volatile @Nullable Thread thread;
    private @Nullable Object reason; // written before since, read after it
    private volatile long since;

    /// Says which thread the strand is; called on it.
    void on(Thread thread) {
        this.thread = thread;
    }

    void begins(Object reason, long now) {
        this.reason = reason;
        since = now;
    }

    void ends() {
        reason = null;
        since = 0;
    }

    @Nullable Thread thread() {
        return thread;
    }

    /// What the strand waits for and for how long, or `null` if it runs.
    @Nullable String describe(long now) {
        long begun = since;
        Object waitedFor = reason;
        return waitedFor == null ? null : "waits for " + waitedFor + ", for " + Dump.age(now - begun);
    }
}
