package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.differential.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Operands of all kinds, waiting on the stack where a body stops.
class StackBodies extends Host {

    private int field = 3;

    private long next(long step) {
        field += (int) step;
        return field;
    }

    DialogueBody<Object, Object, Object> sumOfInts() {
        return y -> 1 + 2 * num(y.yield(1)) + num(y.yield(2)) - num(y.yield(3));
    }

    DialogueBody<Object, Object, Object> sumOfLongs() {
        return y -> {
            long start = 10L;
            long sum = start + (long) num(y.yield(1)) * (start - num(y.yield(2)));
            return sum;
        };
    }

    DialogueBody<Object, Object, Object> floatsAndDoubles() {
        return y -> {
            float f = 1.5f * num(y.yield(1)) + 0.25f * num(y.yield(2));
            double d = 2.0 * num(y.yield(f)) / (1.0 + num(y.yield(4))) - f;
            log(f);
            return d;
        };
    }

    DialogueBody<Object, Object, Object> mixedWidths() {
        return y -> three(num(y.yield(1)), num(y.yield(2)), num(y.yield(3)))
                + three(7, (long) num(y.yield(4)), 1.0 / num(y.yield(5)));
    }

    DialogueBody<Object, Object, Object> nestedYields() {
        return y -> y.yield(y.yield(y.yield(1)));
    }

    DialogueBody<Object, Object, Object> receiverThenArguments() {
        return y -> {
            StringBuilder text = new StringBuilder("s");
            text.append(num(y.yield(1))).append('-').append(str(y.yield(2))).insert(0, num(y.yield(3)));
            return text.toString();
        };
    }

    DialogueBody<Object, Object, Object> receiverThatIsCalledFirst() {
        return y -> {
            Map<String, Integer> map = new HashMap<>(Map.of("k", 1));
            map.put("k" + num(y.yield(map.get("k"))), map.size() + num(y.yield(2)));
            return map.size() + map.getOrDefault("k4", num(y.yield(3)));
        };
    }

    DialogueBody<Object, Object, Object> arrayThenIndexThenValue() {
        return y -> {
            int[] numbers = new int[5];
            numbers[num(y.yield(1)) % 5] = num(y.yield(2));
            Object[] objects = {1, "b", null};
            objects[Math.floorMod(num(y.yield(3)), 3)] = y.yield(4);
            log(numbers);
            return objects;
        };
    }

    DialogueBody<Object, Object, Object> arraysOfEachKind() {
        return y -> {
            byte[] b = {1, (byte) num(y.yield(1))};
            short[] s = {(short) num(y.yield(2)), 2};
            char[] c = {'x', (char) ('a' + num(y.yield(3)))};
            long[] l = {1L, num(y.yield(4)), 3L};
            float[] f = {num(y.yield(5)), 1f};
            double[] d = {0.5, num(y.yield(6))};
            boolean[] z = {y.yield(7) == null, true};
            String[] t = {"a", str(y.yield(8))};
            int[][] m = {{num(y.yield(9))}, {1, num(y.yield(10))}};
            return many(b, s, c, l, f, d, z, t, m);
        };
    }

    DialogueBody<Object, Object, Object> sizesOfArrays() {
        return y -> {
            int[][] table = new int[Math.floorMod(num(y.yield(1)), 4)][Math.floorMod(num(y.yield(2)), 3)];
            String[][][] cube = new String[2][Math.floorMod(num(y.yield(3)), 5)][];
            return table.length + "x" + cube[1].length;
        };
    }

    DialogueBody<Object, Object, Object> fieldsOfThis() {
        return y -> {
            field = field + num(y.yield(field));
            this.field += num(y.yield(2)) * field;
            return next(num(y.yield(3))) + field;
        };
    }

    DialogueBody<Object, Object, Object> booleansInArguments() {
        return y -> many(y.yield(1) == null, num(y.yield(2)) > 3, !(num(y.yield(3)) < 0));
    }

    DialogueBody<Object, Object, Object> duplicatedOperands() {
        return y -> {
            int[] a = {1, 2, 3};
            int i = 0;
            int got = a[i++] += num(y.yield(a[i]));
            int again = a[i] = i = num(y.yield(got)) % 3;
            long[] wide = {5L};
            long kept = wide[0]++ + (wide[0] *= num(y.yield(again)));
            log(a);
            return kept + i;
        };
    }

    DialogueBody<Object, Object, Object> nullOnTheStack() {
        return y -> many(null, y.yield(null), null, y.yield("x"));
    }

    DialogueBody<Object, Object, Object> uninterruptedCastsAround() {
        return y -> (int) (long) num(y.yield(1)) + (byte) num(y.yield(2)) + (char) num(y.yield(3)) + (short) 70_000;
    }

    DialogueBody<Object, Object, Object> comparisonsOfWideValues() {
        return y -> {
            long a = 3L;
            double b = 4.5;
            boolean less = a < num(y.yield(1));
            boolean more = b > num(y.yield(2));
            boolean same = (float) a == num(y.yield(3));
            return many(less, more, same);
        };
    }

    DialogueBody<Object, Object, Object> shifts() {
        return y -> {
            long wide = 1L << num(y.yield(1));
            int narrow = -100 >>> num(y.yield(2)) >> num(y.yield(3));
            return wide + ":" + narrow;
        };
    }

    DialogueBody<Object, Object, Object> deepStack() {
        return y -> 1
                + (2
                        + (3
                                + (4 + (5 + (6 + (7 + (8 + (9 + num(y.yield(1))) * num(y.yield(2))) - num(y.yield(3)))))
                                        ^ num(y.yield(4)))));
    }

    DialogueBody<Object, Object, Object> listBuiltInPlace() {
        return y -> new ArrayList<>(List.of(num(y.yield(1)), num(y.yield(2)), num(y.yield(3)), num(y.yield(4))));
    }

    DialogueBody<Object, Object, Object> castsOfAnswers() {
        return y -> {
            Integer number = (Integer) y.yield(1);
            log(number);
            int plain = (Integer) y.yield(2);
            return plain + (number == null ? 100 : number);
        };
    }

    DialogueBody<Object, Object, Object> operandsSurviveAThrowOnTheSide() {
        return y -> {
            int total = 100;
            for (int i = 0; i < 4; i++) {
                try {
                    total += 10 * num(y.yield(i)) / (i - 2);
                } catch (ArithmeticException | IllegalStateException e) {
                    total += 1 + num(y.yield(e.getMessage()));
                }
            }
            return total;
        };
    }

    DialogueBody<Object, Object, Object> droppedAnswers() {
        return y -> {
            y.yield(1);
            long l = 2;
            y.yield(l);
            Object ignored = y.yield(3);
            return l;
        };
    }
}
