package dev.weft;

import dev.weft.spi.Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Where strands wait for what others make true. Whoever does so, under the lock that guards it, rings afterwards.
final class Bell {

    /// A strand and the runtime that it waits on.
    private record Sleeper(Thread strand, Runtime runtime) {
        void wake() {
            runtime.unpark(strand);
        }
    }

    private final List<Sleeper> sleepers = new ArrayList<>(1); // guarded by this

    /// Waits until `done` is true; see [Wait#until(BooleanSupplier, Object)].
    void await(BooleanSupplier done, Object reason) throws InterruptedException {
        if (done.getAsBoolean()) {
            return;
        }
        Sleeper me = enter();
        try {
            Wait.until(done, reason);
        } finally {
            leave(me);
        }
    }

    /// Waits until `done` is true however often the strand is interrupted; see
    /// [Wait#through(BooleanSupplier, Object, Runnable)].
    int awaitThrough(BooleanSupplier done, Object reason, Runnable onInterrupt) {
        Sleeper me = enter();
        try {
            return Wait.through(done, reason, onInterrupt);
        } finally {
            leave(me);
        }
    }

    /// Has all that wait look again.
    void ring() {
        List<Sleeper> woken;
        synchronized (this) {
            if (sleepers.isEmpty()) {
                return;
            }
            woken = List.copyOf(sleepers);
        }
        woken.forEach(Sleeper::wake);
    }

    private Sleeper enter() {
        Runtime here = Context.current().runtime();
        var me = new Sleeper(here.current(), here);
        synchronized (this) {
            sleepers.add(me);
        }
        return me;
    }

    private synchronized void leave(Sleeper me) {
        sleepers.remove(me);
    }
}
