package dev.weft.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What runs in a process of its own: one entry, so that nobody spoils the profile of another.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Fork {

    /// Which entry.
    @Param("")
    public String entry;

    private int n;
    private Work work;

    /// Sees to it that what is measured is right.
    @Setup
    public void check() throws Exception {
        Entry found = Entries.named(entry);
        n = found.elements();
        work = found.work();
        found.check(n);
    }

    /// Does the work once.
    @Benchmark
    public long run() throws Exception {
        return work.run(n);
    }
}
