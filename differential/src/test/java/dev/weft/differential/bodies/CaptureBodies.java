package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What a body takes from around it: variables, `this`, members of every access, outer objects, statics.
class CaptureBodies extends Host {

    private static int shared;
    private static final int CONSTANT = 12;
    static final List<String> NAMES = List.of("x", "y");

    private int secret = 5;
    private final String name = "captures";
    int open = 1;

    CaptureBodies() {
        shared = 10;
    }

    private int secretSum(int more) {
        log("secret " + more);
        return secret + more;
    }

    private static int doubled(int value) {
        return value * 2;
    }

    @Override
    protected String greet(String text) {
        return "captures " + text;
    }

    @Override
    public String toString() {
        return "the captures";
    }

    GeneratorBody<Integer> aNumber() {
        int from = 3;
        return y -> {
            for (int i = from; i > 0; i--) {
                y.yield(i + from);
            }
        };
    }

    GeneratorBody<Object> allKinds() {
        boolean a = true;
        byte b = 1;
        short c = 2;
        char d = 'd';
        int e = 3;
        long f = 4;
        float g = 5;
        double h = 6;
        String i = "i";
        int[] j = {7};
        return y -> {
            y.yield(many(a, b, c, d, e));
            j[0]++;
            y.yield(many(f, g, h, i, j));
            log(many(a, b, c, d, e, f, g, h, i, j));
        };
    }

    GeneratorBody<Integer> aParameter() {
        return withParameter(4, "p");
    }

    private GeneratorBody<Integer> withParameter(int times, String text) {
        return y -> {
            for (int i = 0; i < times; i++) {
                y.yield(i);
                log(text + secret);
            }
        };
    }

    GeneratorBody<Object> thisAlone() {
        return y -> {
            y.yield(toString());
            y.yield(this.name);
            log(this);
        };
    }

    GeneratorBody<Integer> privateFields() {
        return y -> {
            secret++;
            y.yield(secret);
            secret += secretSum(secret);
            y.yield(secret);
            open = secret--;
            y.yield(open);
            log(secret);
        };
    }

    GeneratorBody<Integer> privateMethods() {
        return y -> {
            y.yield(secretSum(1));
            y.yield(doubled(secretSum(2)));
            log(secretSum(doubled(3)));
        };
    }

    GeneratorBody<Integer> statics() {
        return y -> {
            shared += 2;
            y.yield(shared++);
            y.yield(shared + CONSTANT);
            shared = doubled(shared);
            y.yield(shared);
            log(NAMES);
        };
    }

    GeneratorBody<Object> inheritedMembers() {
        return y -> {
            y.yield(inherited);
            inherited += 5;
            y.yield(greet("own"));
            y.yield(super.greet("of the host"));
            log(super.toString().isEmpty());
            log(tick() + inherited);
            y.yield(num("length"));
        };
    }

    GeneratorBody<Object> anotherObject() {
        CaptureBodies other = new CaptureBodies();
        return y -> {
            other.secret = 100;
            y.yield(other.secretSum(secret));
            y.yield(other.greet("other"));
            log(other.secret + secret);
        };
    }

    GeneratorBody<Object> inner() {
        return new Inner().body();
    }

    private final class Inner {
        private int own = 4;

        private int own() {
            return own++;
        }

        GeneratorBody<Object> body() {
            return y -> {
                y.yield(own() + secret);
                secret += own;
                y.yield(CaptureBodies.this.secretSum(own));
                y.yield(name + CaptureBodies.this);
                log(inherited++ + own());
                y.yield(CaptureBodies.super.greet("outer"));
            };
        }
    }

    GeneratorBody<Object> staticNested() {
        return new Nested<>("held").body();
    }

    private static final class Nested<T> {
        private final T held;

        private Nested(T held) {
            this.held = held;
        }

        GeneratorBody<Object> body() {
            return y -> {
                y.yield(held);
                y.yield(doubled(CONSTANT));
                y.yield(new Nested<>(held + "!").held);
            };
        }
    }

    GeneratorBody<Integer> sharedBetweenRuns() {
        var counter = new AtomicInteger();
        return y -> {
            for (int i = 0; i < 3; i++) {
                y.yield(counter.incrementAndGet());
            }
        };
    }

    DialogueBody<Object, Object, Object> aMutableList() {
        List<Object> list = new ArrayList<>();
        return y -> {
            for (int i = 0; i < 4; i++) {
                list.add(y.yield(list.size()));
            }
            return list;
        };
    }

    DialogueBody<Object, Object, Object> inAStaticMethod() {
        return ofStatic("static", 2.5);
    }

    private static DialogueBody<Object, Object, Object> ofStatic(String text, double number) {
        return y -> {
            Object answer = y.yield(text);
            shared += num(answer);
            return text + number * num(y.yield(number)) + shared;
        };
    }

    GeneratorBody<Integer> inAConstructor() {
        return new Made(3).body;
    }

    private static final class Made {
        private final int size;
        private final GeneratorBody<Integer> body;

        private Made(int size) {
            this.size = size;
            body = y -> {
                for (int i = 0; i < this.size; i++) {
                    y.yield(i * size);
                }
            };
        }
    }

    private static final GeneratorBody<Integer> IN_A_FIELD = y -> {
        y.yield(CONSTANT);
        y.yield(doubled(CONSTANT));
    };

    GeneratorBody<Integer> inAStaticField() {
        return IN_A_FIELD;
    }

    GeneratorBody<Integer> twoOfTheSameKind() {
        boolean first = tick() == 1;
        GeneratorBody<Integer> one = y -> y.yield(1);
        GeneratorBody<Integer> two = y -> {
            y.yield(2);
            y.yield(first ? 3 : 4);
        };
        return first ? two : one;
    }
}
