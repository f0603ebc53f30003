package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.DialogueYielder;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.differential.Host;
import java.io.IOException;

/// Bodies that give their yielder to helpers.
class HelperBodies extends Host {

    private int field = 2;

    private void countTo(int n, Yielder<Integer> y) {
        for (int i = 1; i <= n; i++) {
            y.yield(i);
        }
        log("counted");
    }

    private static int product(DialogueYielder<Object, Object> y, int a, long b, String text, double c) {
        int result = a * num(y.yield(text));
        return result + (int) (b * num(y.yield(c)));
    }

    private boolean agrees(DialogueYielder<Object, Object> y) {
        return y.yield("agree?") != null;
    }

    private static long wide(DialogueYielder<Object, Object> y) {
        return 5_000_000_000L * num(y.yield("wide"));
    }

    private static double fraction(DialogueYielder<Object, Object> y) {
        return 1.0 / num(y.yield("fraction"));
    }

    private static float single(DialogueYielder<Object, Object> y) {
        return 0.5f * num(y.yield("single"));
    }

    private static char letter(DialogueYielder<Object, Object> y) {
        return (char) ('a' + num(y.yield("letter")));
    }

    private static int[] array(DialogueYielder<Object, Object> y) {
        return new int[] {num(y.yield("array")), 2};
    }

    private void failing(Yielder<Integer> y) throws IOException {
        try {
            y.yield(60);
            throw new IOException("failing");
        } finally {
            log("finally of failing");
            y.yield(61);
        }
    }

    private void guarding(Yielder<Integer> y) {
        try {
            y.yield(70);
            y.yield(71);
        } catch (IllegalStateException e) {
            log("guarded");
            y.yield(72);
        } finally {
            log("finally of guarding");
        }
    }

    GeneratorBody<Integer> once() {
        return y -> countTo(3, y);
    }

    GeneratorBody<Integer> twice() {
        return y -> {
            countTo(2, y);
            log("between");
            y.yield(50);
            countTo(1, y);
        };
    }

    GeneratorBody<Integer> inALoop() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                countTo(i, y);
                y.yield(-i);
            }
        };
    }

    DialogueBody<Object, Object, Object> withManyArguments() {
        return y -> product(y, 2, 3L, "text", 0.5) + product(y, num(y.yield("a")), 1, "b", num(y.yield("c")));
    }

    DialogueBody<Object, Object, Object> ofEachResult() {
        return y -> many(agrees(y), wide(y), fraction(y), single(y), letter(y), array(y));
    }

    DialogueBody<Object, Object, Object> underOperands() {
        return y -> 1 + wide(y) * 2 - (agrees(y) ? fraction(y) : single(y)) + array(y)[0];
    }

    DialogueBody<Object, Object, Object> inConditions() {
        return y -> {
            if (agrees(y) || num(y.yield("or")) > 3 && !agrees(y)) {
                return "yes";
            }
            return agrees(y) ? "maybe" : "no";
        };
    }

    GeneratorBody<Integer> whoseFailureIsCaught() {
        return y -> {
            try {
                failing(y);
            } catch (IOException e) {
                log(e);
                y.yield(62);
            }
        };
    }

    GeneratorBody<Integer> whoseFailureIsNotCaught() {
        return y -> {
            try {
                y.yield(1);
                failing(y);
            } finally {
                log("outer");
                y.yield(63);
            }
        };
    }

    GeneratorBody<Integer> thatCatch() {
        return y -> {
            guarding(y);
            y.yield(73);
            guarding(y);
        };
    }

    GeneratorBody<Integer> insideTryCatchAndFinally() {
        return y -> {
            try {
                countTo(1, y);
                failing(y);
            } catch (IOException e) {
                guarding(y);
            } finally {
                countTo(2, y);
            }
        };
    }

    GeneratorBody<Integer> assigningTheirParameters() {
        return y -> assigning(y, 3, 10L, "s", 1.5);
    }

    private void assigning(Yielder<Integer> y, int a, long b, Object o, double d) {
        while (a-- > 0) {
            b *= 2;
            y.yield((int) b);
            o = o + "!" + a;
            d /= 2;
        }
        log(many(a, b, o, d));
        o = null;
        y.yield(a);
        log(o);
    }

    GeneratorBody<Object> ofAnotherClass() {
        return y -> {
            y.yield(ask(y, "first"));
            log(ask(y, "second") + field);
        };
    }

    DialogueBody<Object, Object, Object> ofAnotherClassInADialogue() {
        return y -> ask(y, "first") * 10 + ask(y, ask(y, "nested"));
    }

    GeneratorBody<Object> takingAMoreGeneralYielder() {
        return y -> {
            general(y, "a");
            general(y, 1);
        };
    }

    private <T> void general(Yielder<? super T> y, T value) {
        y.yield(value);
        log(value);
    }

    GeneratorBody<Integer> chained() {
        return y -> first(y, 1);
    }

    private void first(Yielder<Integer> y, int a) {
        y.yield(a);
        second(y, a + 1, 2L);
        log("first");
    }

    private void second(Yielder<Integer> y, int a, long b) {
        try {
            third(a, y, b);
        } finally {
            log("second");
        }
    }

    private static void third(int a, Yielder<Integer> y, long b) {
        y.yield(a * 10);
        y.yield((int) b);
    }

    GeneratorBody<Integer> thatMayNotYield() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                maybe(y, i);
            }
        };
    }

    private int maybe(Yielder<Integer> y, int i) {
        if (i % 2 == 0) {
            return i;
        }
        y.yield(i);
        return -i;
    }

    GeneratorBody<Integer> throughAnAlias() {
        return y -> {
            Yielder<Integer> other = y;
            other.yield(1);
            countTo(2, other);
            for (int i = 0; i < 2; i++) {
                Yielder<Integer> inner = other;
                inner.yield(i);
            }
            y.yield(3);
        };
    }

    GeneratorBody<Integer> throwingAtOnce() {
        return y -> {
            y.yield(1);
            refuse(y, 0);
        };
    }

    private void refuse(Yielder<Integer> y, int limit) {
        if (limit == 0) {
            throw new IllegalArgumentException("limit " + limit);
        }
        y.yield(limit);
    }

    DialogueBody<Object, Object, Object> onTheResultOfAnother() {
        return y -> new HelperBodies().helper(str(y.yield("k")), y).length() + field;
    }

    private String helper(String text, DialogueYielder<Object, Object> y) {
        field += num(y.yield(text));
        return text + field;
    }
}
