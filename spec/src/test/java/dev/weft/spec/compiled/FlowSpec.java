package dev.weft.spec.compiled;

import static dev.weft.Async.generator;
import static dev.weft.Async.of;
import static dev.weft.Async.run;
import static dev.weft.spec.compiled.Compiled.lead;
import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Loops, choices and patterns with yields in them.
class FlowSpec {

    private enum Colour {
        RED,
        GREEN {
            @Override
            int weight() {
                return 7;
            }
        };

        int weight() {
            return 1;
        }
    }

    private sealed interface Shape permits Circle, Square, Empty {}

    private record Circle(int radius) implements Shape {}

    private record Square(Circle inner, long side) implements Shape {}

    private enum Empty implements Shape {
        NONE
    }

    @Test
    void loopsMayBeNestedAndLeftByLabels() throws Exception {
        var read = read(y -> {
            outer:
            for (int i = 0; i < 4; i++) {
                for (int j = 0; ; j++) {
                    if (j > i) {
                        continue outer;
                    }
                    if (i == 3) {
                        break outer;
                    }
                    y.yield(10 * i + j);
                }
            }
            int k = 2;
            do {
                y.yield(k);
            } while (--k > 0);
        });

        assertThat(read).containsExactly(0, 10, 11, 20, 21, 22, 2, 1);
    }

    @Test
    void loopsOverCollectionsAndArraysKeepTheirPlace() throws Exception {
        Map<String, List<Integer>> map = new TreeMap<>(Map.of("a", List.of(1, 2), "b", List.of(3)));

        var read = read(y -> {
            for (var entry : map.entrySet()) {
                for (int value : entry.getValue()) {
                    y.yield(entry.getKey() + value);
                }
            }
            for (long l : new long[] {4, 5}) {
                y.yield(l);
            }
        });

        assertThat(read).containsExactly("a1", "a2", "b3", 4L, 5L);
    }

    @Test
    void aLoopOverAnotherGeneratorCompiles() throws Exception {
        var read = read(y -> {
            for (int number : of(1, 2, 3)) {
                y.yield(number * 10);
            }
            AsyncGenerator<Integer> inner = generator(z -> {
                z.yield(7);
                z.yield(8);
            });
            for (int number : inner) {
                y.yield(number);
            }
        });

        assertThat(read).containsExactly(10, 20, 30, 7, 8);
    }

    @Test
    void aLoopOverAnotherGeneratorInATryCompiles() throws Exception {
        var notes = new ArrayList<String>();

        var read = read(y -> {
            AsyncGenerator<Integer> inner = generator(z -> {
                try {
                    z.yield(7);
                    z.yield(8);
                } finally {
                    notes.add("inner closed");
                }
            });
            try (inner) {
                for (int number : inner) {
                    y.yield(number);
                    break;
                }
            }
            y.yield(notes.size());
        });

        assertThat(read).containsExactly(7, 1);
    }

    @Test
    @SuppressWarnings("fallthrough")
    void switchesOverNumbersFallThrough() throws Exception {
        var read = read(y -> {
            for (int i = 0; i < 4; i++) {
                switch (i) {
                    case 0:
                        y.yield("zero");
                    case 1:
                        y.yield("one or less");
                        break;
                    case 1_000_000:
                        y.yield("never");
                    default:
                        y.yield("more");
                }
            }
        });

        assertThat(read).containsExactly("zero", "one or less", "one or less", "more", "more");
    }

    @Test
    void switchesOverStringsAndEnumsCompile() throws Exception {
        var read = read(y -> {
            for (String text : List.of("a", "Aa", "BB", "?")) {
                y.yield(
                        switch (text) {
                            case "Aa", "BB" -> {
                                y.yield(text);
                                yield 2;
                            }
                            case "a" -> 1;
                            default -> 0;
                        });
            }
            for (Colour colour : Colour.values()) {
                switch (colour) {
                    case RED -> y.yield("red");
                    case GREEN -> y.yield(colour.weight());
                }
            }
        });

        assertThat(read).containsExactly(1, "Aa", 2, "BB", 2, 0, "red", 7);
    }

    @Test
    void patternsCompile() throws Exception {
        var read = read(y -> {
            for (Shape shape :
                    new Shape[] {new Circle(1), new Square(new Circle(2), 3), new Square(new Circle(5), 9), Empty.NONE
                    }) {
                String result = switch (shape) {
                    case Circle(int radius) -> {
                        y.yield(radius);
                        yield "circle";
                    }
                    case Square(Circle(int radius), long side)
                    when side > 5 -> {
                        y.yield(side);
                        yield "big " + radius;
                    }
                    case Square square -> {
                        y.yield(square.side());
                        yield "small " + square.inner().radius();
                    }
                    case Empty.NONE -> "none";
                };
                y.yield(result);
            }
            Object any = "text";
            if (any instanceof String text && text.length() == 4) {
                y.yield(text);
            }
        });

        assertThat(read).containsExactly(1, "circle", 3L, "small 2", 9L, "big 5", "none", "text");
    }

    @Test
    void aBodyMayHaveNoEnd() throws Exception {
        AsyncGenerator<Integer> powers = generator(y -> {
            int power = 1;
            while (true) {
                y.yield(power);
                power *= 2;
            }
        });

        List<Integer> first = run(Compiled.ALONE, () -> powers.take(5).toList());

        assertThat(first).containsExactly(1, 2, 4, 8, 16);
    }

    @Test
    void whatAnEndlessLoopLeavesUnreachableIsLeftOut() throws Exception {
        var read = read(y -> {
            try {
                for (int i = 0; ; i++) {
                    y.yield(i);
                    if (i == 1) {
                        return;
                    }
                }
            } finally {
                y.yield("finally");
            }
        });

        assertThat(read).containsExactly(0, 1, "finally");
    }

    private Object kept = "";

    private record Pair(Object left, Object right) {}

    /// The code that a failing component would come to stands last, and is never reached: the lock's handler is first.
    @Test
    void aLineBehindAllThatIsReachedIsLeftOut() throws Exception {
        Object pair = new Pair("left", "right");

        var heard = lead(y -> {
            y.yield("first");
            synchronized (this) {
                Object left = pair instanceof Pair(String text, Object ignored) ? text : "none";
                kept = left;
            }
            return kept;
        });

        assertThat(heard).containsExactly("first", "left");
    }

    @Test
    void aDialogueAnswersInALoop() throws Exception {
        var heard = lead(
                y -> {
                    int sum = 0;
                    for (Integer next = y.yield(sum); next != null; next = y.yield(sum)) {
                        sum += next;
                    }
                    return "sum " + sum;
                },
                3,
                4,
                5);

        assertThat(heard).containsExactly(0, 3, 7, 12, "sum 12");
    }
}
