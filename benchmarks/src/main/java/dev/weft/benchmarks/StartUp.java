package dev.weft.benchmarks;

import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// K. The first element of the first generator of a process, and of the first generator of each further body.
public final class StartUp {

    private StartUp() {}

    private static final List<IntFunction<AsyncGenerator<Integer>>> BODIES = List.of(
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 1 + 0);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 2 + 1);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 3 + 2);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 4 + 3);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 5 + 4);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 6 + 5);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 7 + 6);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 8 + 7);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 9 + 8);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 10 + 9);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 11 + 10);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 12 + 11);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 13 + 12);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 14 + 13);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 15 + 14);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 16 + 15);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 17 + 16);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 18 + 17);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 19 + 18);
                }
            }),
            n -> generator(y -> {
                for (int i = 0; i < n; i++) {
                    y.yield(i * 20 + 19);
                }
            }));

    /// Prints the times, in milliseconds.
    ///
    /// @param arguments none
    public static void main(String[] arguments) {
        double[] times = new double[BODIES.size()];
        for (int i = 0; i < times.length; i++) {
            IntFunction<AsyncGenerator<Integer>> body = BODIES.get(i);
            long begun = System.nanoTime();
            body.apply(10).iterator().next();
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        double first = times[0];
        double[] further = Arrays.copyOfRange(times, 1, times.length);
        Arrays.sort(further);
        System.out.printf(
                Locale.ROOT,
                "first %.1f ms, further %.2f ms (median of %d)%n",
                first,
                further[further.length / 2],
                further.length);
    }
}
