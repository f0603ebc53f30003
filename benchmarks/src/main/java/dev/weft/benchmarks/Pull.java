package dev.weft.benchmarks;

import dev.weft.AsyncGenerator;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// B. Boxed integers pulled one at a time and summed up.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Pull {

    static final int N = 100_000;

    private int n = N;

    private static long sum(Iterator<Integer> elements) {
        long sum = 0;
        while (elements.hasNext()) {
            sum += elements.next();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long handWrittenIterator() {
        return sum(new HandWritten.Counting(n));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long handWrittenCoroutine() throws Exception {
        return HandWritten.run(() -> sum(Bodies.count(n).iterator()));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long kotlinIterator() {
        return sum(KotlinSequences.count(n));
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long weftFor() {
        return sum(Bodies.count(n).iterator());
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long weftAnext() throws Exception {
        long sum = 0;
        AsyncGenerator<Integer> numbers = Bodies.count(n);
        for (int i = 0; i < N; i++) {
            sum += numbers.anext().await();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long weftForWithFinally() {
        return sum(Bodies.countWithFinally(n).iterator());
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long weftForOfMapFilterTake() {
        return sum(Bodies.count(n)
                .map(number -> number + 1)
                .filter(number -> number >= 0)
                .take(N)
                .iterator());
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public long weftThreadEngine() throws Exception {
        return Bodies.onThread(() -> sum(Bodies.count(n).iterator()));
    }
}
