package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;

/// Numbers of all types: limits, overflow, conversions, boxes.
@SuppressWarnings({"divzero", "cast"}) // wanted; and casts that say what happens anyway
class NumberBodies extends Host {

    GeneratorBody<Object> limits() {
        return y -> {
            int i = Integer.MAX_VALUE;
            long l = Long.MIN_VALUE;
            float f = Float.MIN_VALUE;
            double d = Double.MAX_VALUE;
            y.yield(i++);
            y.yield(l--);
            y.yield(f / 2);
            y.yield(d * 2);
            log(many(i, l, f, d));
        };
    }

    GeneratorBody<Object> notNumbers() {
        return y -> {
            float f = 0f / 0;
            double d = -1.0 / 0;
            double zero = -0.0;
            y.yield(f);
            log(many(f != f, d, zero, 1 / zero, f > 1, f < 1));
            y.yield(d);
            log(many(
                    d == Double.NEGATIVE_INFINITY,
                    zero == 0.0,
                    Double.valueOf(zero).equals(0.0)));
        };
    }

    DialogueBody<Object, Object, Object> divisionByZero() {
        return y -> {
            int zero = num(y.yield(1)) - 4;
            try {
                return 10 / zero;
            } catch (ArithmeticException e) {
                log(e);
                return 10L % (zero + num(y.yield(2)) - 4);
            }
        };
    }

    GeneratorBody<Object> conversions() {
        return y -> {
            double d = 3.99e9;
            y.yield((int) d);
            y.yield((long) d);
            y.yield((byte) (int) d);
            y.yield((short) 70_000);
            y.yield((char) 97);
            y.yield((int) 'x');
            y.yield((float) d);
            y.yield((long) Float.NaN);
            int i = 'a' + 1;
            long l = i;
            float f = l;
            y.yield(f + l);
        };
    }

    GeneratorBody<Object> bytes() {
        return y -> {
            byte b = 120;
            for (int i = 0; i < 4; i++) {
                y.yield(b);
                b += 5;
            }
            log(b & 0xFF);
            byte[] bytes = {b, (byte) 200};
            bytes[1] >>= 1;
            y.yield(bytes);
        };
    }

    GeneratorBody<Object> shortsAndChars() {
        return y -> {
            short s = Short.MAX_VALUE;
            char c = Character.MAX_VALUE;
            y.yield(s);
            s++;
            c++;
            y.yield((int) c);
            log(s);
            c = 'z';
            c -= 25;
            y.yield(c);
        };
    }

    GeneratorBody<Object> booleans() {
        return y -> {
            boolean a = true;
            boolean b = !a;
            y.yield(a);
            b |= a;
            y.yield(b);
            a ^= b;
            y.yield(a);
            log(many(a, b, a == b));
        };
    }

    GeneratorBody<Object> bits() {
        return y -> {
            int i = 0b1010;
            long l = 0xFFFF_0000_FFFFL;
            y.yield(i << 30);
            y.yield(l >>> 20);
            y.yield(~i & 0xFF);
            y.yield(l ^ i);
            log(many(-1 >>> 28, -1 >> 28, -1L >>> 60, 1 << 33, 1L << 33));
        };
    }

    GeneratorBody<Object> boxes() {
        return y -> {
            Integer small = 127;
            Integer large = 1_000;
            Object asObject = large;
            y.yield(small);
            y.yield(large);
            int sum = small + large;
            y.yield(sum);
            Long wide = (long) sum;
            Double real = (double) wide;
            y.yield(wide);
            log(many(small, large, asObject, wide, real, small.equals(127), asObject.equals(1_000)));
        };
    }

    DialogueBody<Object, Object, Object> boxesMixed() {
        return y -> {
            Integer a = num(y.yield(1));
            Long b = 2L + a;
            Character c = 'c';
            Boolean d = a > b;
            double sum = a + b + c + num(y.yield(2)) * 1.5f;
            Object one = d ? a : b;
            return many(sum, d, one);
        };
    }

    GeneratorBody<Object> arithmetic() {
        return y -> {
            int i = -7;
            long l = -7;
            double d = -7.5;
            y.yield(i / 2);
            y.yield(i % 3);
            y.yield(l / 2 * 3);
            y.yield(d % 2);
            y.yield(-i - -l);
            log(many(i * l, i - d, l / d, Math.floorMod(i, 3), Integer.MIN_VALUE / -1));
        };
    }

    GeneratorBody<Object> collatz() {
        return y -> {
            for (long n = 27, steps = 0; n != 1 && steps < 12; steps++) {
                y.yield(n);
                n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
            }
        };
    }

    GeneratorBody<Object> random() {
        return y -> {
            long seed = 42;
            for (int i = 0; i < 6; i++) {
                seed = seed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
                y.yield((int) (seed >>> 33) % 100);
            }
        };
    }

    GeneratorBody<Object> newton() {
        return y -> {
            double x = 1;
            double last;
            do {
                last = x;
                x = (x + 2 / x) / 2;
                y.yield((float) x);
            } while (Math.abs(x - last) > 1e-9);
        };
    }

    GeneratorBody<Object> characters() {
        return y -> {
            for (char c = 'a'; c < 'e'; c++) {
                y.yield(c);
                y.yield(Character.toUpperCase(c));
                y.yield((char) (c + 1));
            }
        };
    }
}
