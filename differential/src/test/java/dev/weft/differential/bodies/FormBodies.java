package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.DialogueYielder;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.differential.Host;
import java.io.Serializable;

/// Bodies that are not plain lambdas of a class: method references, classes, and lambdas of other kinds of types.
@SuppressWarnings("serial") // bodies are never written to a stream
class FormBodies extends Host {

    private int field = 3;

    private void own(Yielder<Integer> y) {
        int i = field;
        while (i-- > 0) {
            y.yield(i);
            log("own " + i);
        }
    }

    private static void ofStatic(Yielder<Object> y) throws Exception {
        y.yield("static");
        try {
            y.yield("more");
        } catch (IllegalStateException e) {
            throw new Exception("checked", e);
        }
    }

    private String talking(DialogueYielder<Object, Object> y) {
        return str(y.yield("talk")) + num(y.yield(field));
    }

    void open(Yielder<Integer> y) {
        y.yield(1);
    }

    GeneratorBody<Integer> privateMethod() {
        return this::own;
    }

    GeneratorBody<Object> staticMethod() {
        return FormBodies::ofStatic;
    }

    DialogueBody<Object, Object, Object> methodOfADialogue() {
        return this::talking;
    }

    GeneratorBody<Integer> methodOfAnother() {
        FormBodies other = new Sub();
        return other::open;
    }

    GeneratorBody<Integer> superMethod() {
        return new Sub().viaSuper();
    }

    private static class Sub extends FormBodies {
        @Override
        void open(Yielder<Integer> y) {
            y.yield(2);
            super.open(y);
            y.yield(3);
        }

        GeneratorBody<Integer> viaSuper() {
            return super::open;
        }
    }

    GeneratorBody<Integer> runOfAnotherBody() {
        GeneratorBody<Integer> inner = this::own;
        return inner::run;
    }

    GeneratorBody<Object> generalMethod() {
        return FormBodies::emitTwo;
    }

    private static <T extends Yielder<Object>> void emitTwo(T y) {
        y.yield("one");
        y.yield("two");
    }

    GeneratorBody<Object> varargsMethod() {
        return FormBodies::emitAll;
    }

    private static void emitAll(Yielder<Object> y, Object... none) {
        y.yield(none.length);
        y.yield("after");
    }

    GeneratorBody<Integer> anonymousClass() {
        return new GeneratorBody<>() {
            private int left = 3;

            @Override
            public void run(Yielder<Integer> y) {
                while (left-- > 0) {
                    y.yield(left + field);
                    log("anonymous " + left);
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> anonymousDialogue() {
        String captured = "captured";
        return new DialogueBody<>() {
            @Override
            public Object run(DialogueYielder<Object, Object> y) {
                return captured + y.yield(captured) + helper(y);
            }

            private String helper(DialogueYielder<Object, Object> y) {
                return str(y.yield(this instanceof Serializable));
            }
        };
    }

    GeneratorBody<Integer> memberClass() {
        return new Member(4);
    }

    private final class Member implements GeneratorBody<Integer> {
        private final int from;

        private Member(int from) {
            this.from = from;
        }

        @Override
        public void run(Yielder<Integer> y) {
            for (int i = from; i > 0; i -= 2) {
                y.yield(i);
                field += i;
            }
            own(y);
        }
    }

    GeneratorBody<Integer> inheritedRun() {
        return new Inheriting();
    }

    private abstract class Template implements GeneratorBody<Integer> {
        abstract void step(Yielder<Integer> y, int i);

        @Override
        public void run(Yielder<Integer> y) {
            log("template");
            for (int i = 0; i < 2; i++) {
                step(y, i);
                y.yield(field);
            }
        }
    }

    private final class Inheriting extends Template {
        @Override
        void step(Yielder<Integer> y, int i) {
            y.yield(i * 10);
        }
    }

    GeneratorBody<Object> ofARecord() {
        return new Data(5, "five").body();
    }

    private record Data(int a, String text) {
        GeneratorBody<Object> body() {
            return y -> {
                y.yield(a);
                y.yield(text.length());
                y.yield(equals(new Data(a, text)));
                y.yield(toString());
            };
        }
    }

    GeneratorBody<Object> ofAConstant() {
        return Kind.SECOND.body();
    }

    private enum Kind {
        FIRST,
        SECOND {
            @Override
            GeneratorBody<Object> body() {
                return y -> {
                    y.yield(ordinal());
                    y.yield(name() + super.weight());
                    y.yield(super.body() != null);
                };
            }
        };

        int weight() {
            return 9;
        }

        GeneratorBody<Object> body() {
            return y -> y.yield(weight());
        }
    }

    GeneratorBody<Object> ofAnInterface() {
        return new Emitting() {
            @Override
            public int value() {
                return 7;
            }
        }.body();
    }

    interface Emitting {
        int value();

        private int hidden() {
            return 12;
        }

        default GeneratorBody<Object> body() {
            return y -> {
                y.yield(hidden());
                y.yield(value());
                java.util.function.IntSupplier supplier = () -> hidden() + value();
                y.yield(supplier.getAsInt());
            };
        }
    }

    GeneratorBody<Object> subtypeOfABody() {
        Named named = y -> {
            y.yield("named");
            y.yield("body");
        };
        return y -> {
            y.yield(named.name());
            named.run(y);
        };
    }

    GeneratorBody<Object> lambdaOfASubtype() {
        Named named = y -> {
            y.yield("lambda");
            y.yield("of a subtype");
        };
        return named;
    }

    interface Named extends GeneratorBody<Object> {
        default String name() {
            return "a name";
        }
    }

    GeneratorBody<Integer> empty() {
        return y -> {};
    }

    GeneratorBody<Integer> withoutAYield() {
        return y -> {
            log("no yield");
            for (int i = 0; i < 3; i++) {
                log(i);
            }
        };
    }

    GeneratorBody<Integer> expression() {
        return y -> y.yield(1);
    }

    GeneratorBody<Integer> lambdaInALambda() {
        java.util.function.IntFunction<GeneratorBody<Integer>> make = n -> y -> {
            for (int i = 0; i < n; i++) {
                y.yield(i + field);
            }
        };
        return make.apply(3);
    }

    GeneratorBody<Integer> sameCodeTwice() {
        GeneratorBody<Integer> one = counting(2);
        GeneratorBody<Integer> two = counting(3);
        return y -> {
            one.run(y);
            two.run(y);
        };
    }

    private GeneratorBody<Integer> counting(int n) {
        return y -> {
            for (int i = 0; i < n; i++) {
                y.yield(i * n);
            }
        };
    }
}
