package dev.weft.benchmarks;

import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import java.util.List;
import java.util.function.IntFunction;

/// Twenty bodies, each of which is compiled when it is first run.
final class StartUpBodies {

    private StartUpBodies() {}

    static final List<IntFunction<AsyncGenerator<Integer>>> ALL = List.of(
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
}
