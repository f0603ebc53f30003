package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.differential.Host;
import java.util.Arrays;

/// Assignments that read and write one place while a body stops in between.
@SuppressWarnings("lossy-conversions") // what compound assignments do silently
class CompoundBodies extends Host {

    private static int total;

    private int number = 5;
    private long wide = 6;
    private double fraction = 0.5;
    private final int[] array = {1, 2, 3};
    private CompoundBodies other;

    CompoundBodies() {
        total = 100;
    }

    private CompoundBodies other() {
        if (other == null) {
            other = new CompoundBodies();
        }
        log("other");
        return other;
    }

    DialogueBody<Object, Object, Object> eachOperator() {
        return y -> {
            int i = 100;
            i += num(y.yield(i));
            i -= num(y.yield(i));
            i *= num(y.yield(i));
            i /= 1 + Math.abs(num(y.yield(i)));
            i %= 50 + Math.abs(num(y.yield(i)));
            i <<= num(y.yield(i));
            i >>= 1 + (num(y.yield(i)) & 1);
            i >>>= 1;
            i &= ~num(y.yield(i));
            i |= num(y.yield(i));
            i ^= num(y.yield(i));
            return i;
        };
    }

    DialogueBody<Object, Object, Object> narrowTypes() {
        return y -> {
            byte b = 100;
            b += num(y.yield(b)) * 20;
            short s = 30_000;
            s *= num(y.yield(s));
            char c = 'a';
            c += num(y.yield(c));
            c++;
            float f = 1;
            f += 0.1 * num(y.yield(f));
            int i = 10;
            i *= 1.5 + num(y.yield(i));
            i += 3L;
            return many(b, s, c, f, i);
        };
    }

    DialogueBody<Object, Object, Object> wideTypes() {
        return y -> {
            long l = 1;
            l += num(y.yield(l)) + 0.9;
            l <<= 33;
            l ^= num(y.yield(l));
            double d = 2;
            d *= l + num(y.yield(d));
            d -= num(y.yield(d));
            d %= 1_000;
            return many(l, d);
        };
    }

    DialogueBody<Object, Object, Object> booleans() {
        return y -> {
            boolean b = true;
            b &= y.yield(b) == null;
            b |= y.yield(b) != null;
            b ^= num(y.yield(b)) > 3;
            return b;
        };
    }

    DialogueBody<Object, Object, Object> fields() {
        return y -> {
            number += num(y.yield(number));
            wide *= num(y.yield(wide));
            fraction /= num(y.yield(fraction));
            number <<= 1;
            return many(number, wide, fraction);
        };
    }

    DialogueBody<Object, Object, Object> fieldReadBeforeTheYield() {
        return y -> {
            number = 1;
            number += change(50) + num(y.yield(number));
            return number;
        };
    }

    private int change(int to) {
        number = to;
        return 2;
    }

    DialogueBody<Object, Object, Object> statics() {
        return y -> {
            total += num(y.yield(total));
            CompoundBodies.total -= total++ + num(y.yield(total));
            return --total;
        };
    }

    DialogueBody<Object, Object, Object> fieldsOfAnother() {
        return y -> {
            other().number += num(y.yield(1));
            other().wide <<= num(y.yield(2));
            other().other().number = num(y.yield(3));
            return many(other.number, other.wide, other.other.number);
        };
    }

    DialogueBody<Object, Object, Object> arrays() {
        return y -> {
            int i = 0;
            array[i++] += num(y.yield(i));
            array[i] *= array[i++] + num(y.yield(i));
            array[Math.floorMod(num(y.yield(i)), 3)]++;
            return Arrays.toString(array) + i;
        };
    }

    DialogueBody<Object, Object, Object> arraysOfOtherTypes() {
        return y -> {
            long[] l = {1, 2};
            double[] d = {0.5};
            byte[] b = {127};
            char[] c = {'x'};
            boolean[] z = {true};
            float[] f = {1};
            short[] s = {1};
            l[1] += num(y.yield(l));
            d[0] *= num(y.yield(d));
            b[0] += num(y.yield(b));
            c[0] -= num(y.yield(c));
            z[0] &= y.yield(z) == null;
            f[0] /= num(y.yield(f));
            s[0] <<= num(y.yield(s));
            return many(l, d, b, c, z, f, s);
        };
    }

    DialogueBody<Object, Object, Object> twoDimensions() {
        return y -> {
            int[][] table = {{1, 2}, {3, 4}};
            int[] counter = {0};
            table[counter[0]++][counter[0]] += num(y.yield(counter[0]));
            table[1][Math.floorMod(num(y.yield("index")), 2)] -= table[0][1]--;
            return table;
        };
    }

    DialogueBody<Object, Object, Object> chained() {
        return y -> {
            int a;
            int b;
            long c;
            c = a = b = num(y.yield(1));
            a += b += num(y.yield(2));
            array[0] = array[1] = a -= num(y.yield(3));
            return many(a, b, c, array);
        };
    }

    DialogueBody<Object, Object, Object> stepsBeforeAndAfter() {
        return y -> {
            int i = 5;
            int j = i++ + ++i + num(y.yield(i)) - i-- - --i;
            long l = 5;
            l = l++ * 2 + num(y.yield(l)) + l--;
            double d = 0.5;
            d = d++ + num(y.yield(d)) + --d;
            return many(i, j, l, d);
        };
    }

    DialogueBody<Object, Object, Object> boxes() {
        return y -> {
            Integer i = 1;
            i += num(y.yield(i));
            i++;
            Long l = 2L;
            l *= num(y.yield(l));
            Character c = 'c';
            c++;
            Integer[] array = {1};
            array[0] += num(y.yield(array[0]));
            array[0]++;
            return many(i, l, c, array);
        };
    }

    DialogueBody<Object, Object, Object> outOfBounds() {
        return y -> {
            try {
                array[num(y.yield(1)) + 10] += num(y.yield("not before the check"));
            } catch (ArrayIndexOutOfBoundsException e) {
                log(e);
            }
            return array;
        };
    }

    DialogueBody<Object, Object, Object> conditionalTargets() {
        return y -> {
            int[] left = {1};
            int[] right = {2};
            (y.yield(1) == null ? left : right)[0] += num(y.yield(2));
            (tick() > 5 ? left : right)[0] -= num(y.yield(3));
            return many(left, right);
        };
    }
}
