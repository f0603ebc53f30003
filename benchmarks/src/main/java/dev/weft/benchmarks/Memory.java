package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.Locale;
import java.util.function.IntFunction;

/// E. What a suspended generator takes of the heap, with many of them alive.
public final class Memory {

    private static final int ALIVE = 200_000;

    private Memory() {}

    /// Prints the bytes of each contender.
    ///
    /// @param arguments none
    public static void main(String[] arguments) {
        row("hand-written iterator", n -> begun(new HandWritten.Counting(n)));
        row("Kotlin iterator {}", n -> begun(KotlinSequences.count(n)));
        row("Weft, compiled", n -> {
            var numbers = Bodies.count(n);
            var _ = begun(numbers.iterator());
            return numbers;
        });
    }

    private static Object begun(Iterator<Integer> numbers) {
        numbers.next();
        return numbers;
    }

    private static void row(String name, IntFunction<Object> contender) {
        for (int i = 0; i < ALIVE; i++) {
            contender.apply(1_000 + i); // so that all classes are there
        }
        var alive = new Object[ALIVE];
        long before = used();
        for (int i = 0; i < ALIVE; i++) {
            alive[i] = contender.apply(1_000 + i);
        }
        double bytes = (used() - before) / (double) ALIVE;
        System.out.printf(Locale.ROOT, "%-24s %6.1f bytes%n", name, bytes);
        if (alive[ALIVE - 1] == null) {
            throw new AssertionError("the generators were dropped");
        }
    }

    private static long used() {
        java.lang.Runtime runtime = java.lang.Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
