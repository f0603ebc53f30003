package dev.weft.internal.realtime;

import dev.weft.spi.Runtime;
import java.util.concurrent.locks.LockSupport;

/// Real time on virtual threads. Any thread may be a strand.
public final class RealTime implements Runtime {

    /// Makes the runtime; called by the service loader.
    public RealTime() {}

    @Override
    public long now() {
        return System.nanoTime();
    }

    @Override
    public Thread fork(String name, Runnable body) {
        return Thread.ofVirtual().name(name).start(body);
    }

    @Override
    public Thread current() {
        return Thread.currentThread();
    }

    @Override
    public void park(long deadline, Object reason) {
        if (deadline == FOREVER) {
            LockSupport.park(reason);
        } else {
            // Thread.yield() would not let strands run that wait for a carrier; the shortest timed park does.
            LockSupport.parkNanos(reason, Math.max(1, deadline - System.nanoTime()));
        }
    }

    @Override
    public void unpark(Thread strand) {
        LockSupport.unpark(strand);
    }
}
