package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Local variables of all kinds, alive or dead where a body stops.
class LocalsBodies extends Host {

    GeneratorBody<Integer> one() {
        return y -> {
            int i = 1;
            y.yield(i);
            y.yield(i + 1);
        };
    }

    GeneratorBody<Object> eachPrimitive() {
        return y -> {
            boolean a = true;
            byte b = -2;
            short c = 300;
            char d = 'd';
            int e = 70_000;
            long f = 5_000_000_000L;
            float g = 1.5f;
            double h = -2.25;
            y.yield("all");
            log(many(a, b, c, d, e, f, g, h));
            a = !a;
            b++;
            c *= 2;
            d++;
            e = -e;
            f <<= 3;
            g /= 0;
            h = Math.sqrt(h);
            y.yield("changed");
            log(many(a, b, c, d, e, f, g, h));
        };
    }

    GeneratorBody<Object> eachReference() {
        return y -> {
            String text = "text";
            int[] numbers = {1, 2};
            long[][] table = {{3L}, {4L, 5L}};
            Object nothing = null;
            List<String> list = new ArrayList<>(List.of("a"));
            Pair pair = new Pair(1, text);
            Color color = Color.BLUE;
            Integer boxed = 1_000;
            y.yield(text);
            log(many(text, numbers, table, nothing, list, pair, color, boxed));
            list.add("b");
            numbers[0] = 9;
            y.yield(list);
            log(many(text, numbers, table, nothing, list, pair, color, boxed));
        };
    }

    GeneratorBody<Integer> deadAfterUse() {
        return y -> {
            String once = "once" + tick();
            log(once);
            y.yield(1);
            int other = 5;
            y.yield(other);
            long third = other;
            y.yield((int) third);
        };
    }

    GeneratorBody<Integer> oneSlotOfManyTypes() {
        return y -> {
            {
                int a = 1;
                y.yield(a);
                log(a);
            }
            {
                String a = "s";
                y.yield(2);
                log(a);
            }
            {
                double a = 2.5;
                y.yield(3);
                log(a);
            }
            {
                int[] a = {4};
                y.yield(4);
                log(a);
            }
            {
                long a = 5L;
                y.yield(5);
                log(a);
            }
        };
    }

    GeneratorBody<Integer> assignedOnEachBranch() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                String text;
                long number;
                if (i == 1) {
                    y.yield(i);
                    text = "one";
                    number = 1L;
                } else {
                    text = "other" + i;
                    y.yield(-i);
                    number = i * 2L;
                }
                y.yield(10 + i);
                log(text + number);
            }
        };
    }

    GeneratorBody<Integer> notYetAssigned() {
        return y -> {
            int late;
            String later;
            y.yield(1);
            late = 2;
            y.yield(late);
            later = "x" + late;
            y.yield(later.length());
            log(later);
        };
    }

    GeneratorBody<Integer> manyAtOnce() {
        return y -> {
            int a = 1;
            int b = 2;
            int c = 3;
            int d = 4;
            long e = 5;
            long f = 6;
            String g = "7";
            String h = "8";
            double i = 1;
            float j = 0.5f;
            for (int k = 0; k < 4; k++) {
                y.yield(a + b + c + d + k);
                a += b;
                b += c;
                e += f;
                g += h;
                i *= 2;
                j += k;
                y.yield((int) e);
                log(g + i + j + e);
                String last = g + k;
                y.yield(last.length());
                d = last.length();
            }
            log(many(a, b, c, d, e, f, g, h, i, j));
        };
    }

    GeneratorBody<Integer> beyondTheShortSlots() {
        return y -> {
            long a = 1;
            long b = 2;
            long c = 3;
            long d = 4;
            long e = 5;
            long f = 6;
            for (long g = 0; g < 3; g++) {
                y.yield((int) (a + b + c + d + e + f + g));
                long t = a;
                a = b;
                b = c;
                c = d;
                d = e;
                e = f;
                f = t + g;
            }
            log(List.of(a, b, c, d, e, f));
        };
    }

    GeneratorBody<Object> nullThenSomething() {
        return y -> {
            String text = null;
            y.yield(text);
            if (text == null) {
                text = "now";
            }
            y.yield(text);
            text = null;
            y.yield(text);
            log(text);
        };
    }

    GeneratorBody<Integer> swapped() {
        return y -> {
            int a = 1;
            int b = 2;
            for (int i = 0; i < 3; i++) {
                int t = a;
                a = b;
                y.yield(t);
                b = t;
                y.yield(a * 10 + b);
            }
        };
    }

    DialogueBody<Object, Object, Object> keptAcrossAnswers() {
        return y -> {
            Object first = y.yield(1);
            Object second = y.yield(2);
            Object third = y.yield(3);
            return Arrays.asList(first, second, third);
        };
    }

    GeneratorBody<Integer> shadowedByBlocks() {
        return y -> {
            int x = 1;
            for (int i = 0; i < 2; i++) {
                int z = x + i;
                y.yield(z);
                if (z > 1) {
                    int w = z * 2;
                    y.yield(w);
                    x += w;
                }
            }
            int z = x;
            y.yield(z);
        };
    }

    GeneratorBody<Object> inferred() {
        return y -> {
            var text = "a";
            var numbers = new int[] {1, 2, 3};
            var list = new ArrayList<Integer>();
            for (var number : numbers) {
                y.yield(text);
                list.add(number);
                text += number;
            }
            y.yield(list);
        };
    }

    GeneratorBody<Integer> longLoopBetweenYields() {
        return y -> {
            int sum = 0;
            for (int i = 0; i < 5_000; i++) {
                sum += i ^ (sum << 1);
                if (i % 1_000 == 0) {
                    y.yield(sum);
                }
            }
            log(sum);
        };
    }

    GeneratorBody<Object> deadObjectsAreNotShownAgain() {
        return y -> {
            Object held = new Pair(1, "held");
            y.yield(held);
            held = null;
            y.yield(1);
            held = "again";
            y.yield(held);
            log(held);
        };
    }

    GeneratorBody<Integer> unusedOnes() {
        return y -> {
            int never = tick();
            y.yield(1);
            never = tick();
            y.yield(2);
            log(tick());
        };
    }
}
