package dev.weft.benchmarks;

import dev.weft.AsyncGenerator;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// F. A generator made, pulled once, and closed or dropped.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Create {

    private int n = Pull.N;

    @Benchmark
    public Integer kotlinPull() {
        return KotlinSequences.count(n).next();
    }

    @Benchmark
    public Integer weftPull() {
        return Bodies.count(n).iterator().next();
    }

    @Benchmark
    public Integer weftPullClose() {
        AsyncGenerator<Integer> numbers = Bodies.count(n);
        Iterator<Integer> iterator = numbers.iterator();
        Integer first = iterator.next();
        numbers.close();
        return first;
    }

    @Benchmark
    public Integer weftAnextClose() throws Exception {
        AsyncGenerator<Integer> numbers = Bodies.count(n);
        Integer first = numbers.anext().await();
        numbers.close();
        return first;
    }

    @Benchmark
    public Object weftOnly() {
        return Bodies.count(n);
    }
}
