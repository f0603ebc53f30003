package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.DialogueYielder;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.differential.Host;
import java.util.List;

/// Helpers that are overridden, overloaded, inherited, or belong to an interface.
class PolymorphicBodies extends Host {

    interface Tree {
        void each(Yielder<Integer> y);

        default int size(DialogueYielder<Object, Object> y) {
            return num(y.yield("size"));
        }
    }

    record Leaf(int value) implements Tree {
        @Override
        public void each(Yielder<Integer> y) {
            y.yield(value);
        }
    }

    record Branch(Tree a, Tree b) implements Tree {
        @Override
        public void each(Yielder<Integer> y) {
            a.each(y);
            y.yield(-1);
            b.each(y);
        }

        @Override
        public int size(DialogueYielder<Object, Object> y) {
            return a.size(y) + b.size(y);
        }
    }

    private static final Tree TREE = new Branch(new Branch(new Leaf(1), new Leaf(2)), new Leaf(3));

    abstract static class Base {
        final void template(Yielder<Object> y) {
            y.yield("before");
            step(y);
            y.yield("after");
        }

        abstract void step(Yielder<Object> y);

        void open(Yielder<Object> y) {
            y.yield("open of base");
        }
    }

    static class Derived extends Base {
        @Override
        void step(Yielder<Object> y) {
            y.yield("step of derived");
            open(y);
        }

        @Override
        void open(Yielder<Object> y) {
            super.open(y);
            y.yield("open of derived");
        }
    }

    static class MoreDerived extends Derived {
        @Override
        void open(Yielder<Object> y) {
            y.yield("open of more derived");
            super.open(y);
        }
    }

    GeneratorBody<Integer> interfaceCalls() {
        return y -> {
            TREE.each(y);
            for (Tree tree : List.of(new Leaf(7), TREE)) {
                tree.each(y);
                log("tree");
            }
        };
    }

    DialogueBody<Object, Object, Object> defaultMethods() {
        return y -> TREE.size(y) * 10 + new Leaf(0).size(y);
    }

    GeneratorBody<Object> templateMethod() {
        return y -> new Derived().template(y);
    }

    GeneratorBody<Object> virtualCalls() {
        return y -> {
            for (Base base : List.of(new Derived(), new MoreDerived())) {
                base.open(y);
                base.template(y);
            }
        };
    }

    GeneratorBody<Object> overriddenInTheHost() {
        return new Overriding().viaThis();
    }

    GeneratorBody<Object> notOverridden() {
        return viaThis();
    }

    GeneratorBody<Object> superCall() {
        return new Overriding().viaSuper();
    }

    GeneratorBody<Object> viaThis() {
        return y -> {
            overridable(y);
            y.yield("viaThis");
        };
    }

    void overridable(Yielder<Object> y) {
        y.yield("plain");
    }

    private static class Overriding extends PolymorphicBodies {
        @Override
        void overridable(Yielder<Object> y) {
            y.yield("overriding");
        }

        GeneratorBody<Object> viaSuper() {
            return y -> {
                super.overridable(y);
                overridable(y);
            };
        }
    }

    GeneratorBody<Object> overloads() {
        return y -> {
            over(y, 1);
            over(y, 1L);
            over(y, "s");
            over(y, (Object) "o");
            over(y, 'c');
            over(1, y);
        };
    }

    private void over(Yielder<Object> y, int i) {
        y.yield("int " + i);
    }

    private void over(Yielder<Object> y, long l) {
        y.yield("long " + l);
    }

    private void over(Yielder<Object> y, String s) {
        y.yield("string " + s);
    }

    private void over(Yielder<Object> y, Object o) {
        y.yield("object " + o);
    }

    private void over(int i, Yielder<Object> y) {
        y.yield("first " + i);
    }

    DialogueBody<Object, Object, Object> genericMethods() {
        return y -> {
            String first = pick(y, "a", "b");
            Integer second = PolymorphicBodies.<Integer>pick(y, 1, 2);
            return first + second;
        };
    }

    private static <T extends Comparable<T>> T pick(DialogueYielder<Object, Object> y, T a, T b) {
        return y.yield(a) == null ? b : a;
    }

    DialogueBody<Object, Object, Object> bridgedMethods() {
        Asking<String> asking = new AskingText();
        return y -> asking.ask(y, "bridge") + new AskingText().ask(y, "direct");
    }

    interface Asking<T> {
        T ask(DialogueYielder<Object, Object> y, T value);
    }

    private static final class AskingText implements Asking<String> {
        @Override
        public String ask(DialogueYielder<Object, Object> y, String value) {
            return value + num(y.yield(value));
        }
    }

    GeneratorBody<Object> privateInterfaceMethods() {
        return new Walking() {
            @Override
            public String name() {
                return "anonymous";
            }
        }.body();
    }

    interface Walking {
        String name();

        private void twice(Yielder<Object> y, Object value) {
            y.yield(value);
            y.yield(value);
        }

        static void thrice(Yielder<Object> y) {
            y.yield(3);
        }

        default GeneratorBody<Object> body() {
            return y -> {
                twice(y, name());
                Walking.thrice(y);
            };
        }
    }

    GeneratorBody<Object> constantsWithBodies() {
        return y -> {
            for (Mode mode : Mode.values()) {
                mode.go(y);
            }
        };
    }

    private enum Mode {
        WALK {
            @Override
            void go(Yielder<Object> y) {
                y.yield("walk " + ordinal());
            }
        },
        RUN;

        void go(Yielder<Object> y) {
            y.yield(name());
        }
    }

    GeneratorBody<Object> onNull() {
        return y -> {
            y.yield("first");
            Tree none = tick() > 0 ? null : TREE;
            try {
                none.size(null);
            } catch (NullPointerException e) {
                y.yield("null");
            }
        };
    }

    GeneratorBody<Integer> nullReceivers() {
        return y -> {
            y.yield(0);
            Tree none = tick() > 0 ? null : TREE;
            try {
                none.each(y);
            } catch (NullPointerException e) {
                y.yield(1);
            }
            PolymorphicBodies other = tick() > 0 ? null : this;
            other.overridableOne(y);
        };
    }

    private void overridableOne(Yielder<Integer> y) {
        y.yield(2);
    }

    DialogueBody<Object, Object, Object> receiverThatYields() {
        return y -> choose(y, "which").open(y, "x") + choose(y, "again").open(y, "z");
    }

    private static Chooser choose(DialogueYielder<Object, Object> y, Object value) {
        return new Chooser(num(y.yield(value)));
    }

    private record Chooser(int weight) {
        String open(DialogueYielder<Object, Object> y, String text) {
            return text + weight + num(y.yield(weight));
        }
    }
}
