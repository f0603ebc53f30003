package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// G. Elements that come out of a recursion.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Depth {

    @Param({"1", "20"})
    private int depth;

    private long pushed;

    private static long sum(Iterator<Integer> elements) {
        long sum = 0;
        while (elements.hasNext()) {
            sum += elements.next();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(Pull.N)
    public long kotlinRecursion() {
        return sum(KotlinSequences.nested(depth, Pull.N));
    }

    @Benchmark
    @OperationsPerInvocation(Pull.N)
    public long weftRecursion() {
        return sum(Bodies.nested(depth, Pull.N).iterator());
    }

    @Benchmark
    @OperationsPerInvocation(Pull.N)
    public long weftRecursionPushed() {
        pushed = 0;
        Bodies.nested(depth, Pull.N).forEach(number -> pushed += number);
        return pushed;
    }

    @Benchmark
    @OperationsPerInvocation(Pull.N)
    public long weftYieldAll() {
        return sum(Bodies.delegating(depth, Pull.N).iterator());
    }
}
