package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.differential.Host;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Objects that are made while a body stops: between `new` and the constructor there is nothing that could be kept.
class ConstructionBodies extends Host {

    private static class Noisy {
        private final Object made;

        private Noisy(Object made, int more) {
            this.made = made;
            if (more > 5) {
                throw new IllegalArgumentException("more than 5: " + more);
            }
        }

        @Override
        public String toString() {
            return "noisy " + made;
        }
    }

    private final class Inner {
        private final int value;

        private Inner(int value) {
            this.value = value + tick();
        }
    }

    DialogueBody<Object, Object, Object> oneArgument() {
        return y -> new StringBuilder("s" + num(y.yield(1))).toString();
    }

    DialogueBody<Object, Object, Object> manyArguments() {
        return y -> new Pair(num(y.yield(1)), new Pair(num(y.yield(2)), y.yield(3)));
    }

    DialogueBody<Object, Object, Object> argumentsBeforeTheYield() {
        return y -> {
            log(new Pair(tick(), y.yield("a")));
            return new Pair(tick() * 10, many(tick(), y.yield("b"), tick()));
        };
    }

    DialogueBody<Object, Object, Object> asAReceiver() {
        return y -> new Pair(num(y.yield(1)), num(y.yield(2))).sum() + new Inner(num(y.yield(3))).value;
    }

    DialogueBody<Object, Object, Object> droppedAtOnce() {
        return y -> {
            new Res("dropped" + num(y.yield(1)));
            new Noisy(y.yield(2), 1);
            return "end";
        };
    }

    DialogueBody<Object, Object, Object> thatThrow() {
        return y -> {
            try {
                return new Noisy(y.yield(1), 4 + num(y.yield(2)));
            } catch (IllegalArgumentException e) {
                return new Noisy(e.getMessage(), num(y.yield(3)));
            }
        };
    }

    DialogueBody<Object, Object, Object> thrown() {
        return y -> {
            throw new IllegalStateException("made of " + num(y.yield(1)), new Exception(str(y.yield(2))));
        };
    }

    DialogueBody<Object, Object, Object> inAnArray() {
        return y -> {
            Pair[] pairs = {new Pair(num(y.yield(1)), 1), new Pair(2, y.yield(2)), new Pair(3, 3)};
            return Arrays.asList(pairs);
        };
    }

    DialogueBody<Object, Object, Object> withOperandsBelow() {
        return y -> {
            int base = 1_000;
            return base + new Pair(num(y.yield(1)), base - new Pair(num(y.yield(2)), 3).sum()).sum();
        };
    }

    DialogueBody<Object, Object, Object> nestedThreeDeep() {
        return y -> new StringBuilder(new StringBuilder(new String(new char[] {'q', (char) ('a' + num(y.yield(1)))}))
                        .append(num(y.yield(2))))
                .append(new int[num(y.yield(3)) & 7].length)
                .toString();
    }

    DialogueBody<Object, Object, Object> withAConditionInside() {
        return y -> new Pair(tick() > 0 ? num(y.yield(1)) : num(y.yield(2)), num(y.yield(3)) > 3 ? "big" : y.yield(4));
    }

    DialogueBody<Object, Object, Object> withASwitchInside() {
        return y -> new Pair(
                switch (num(y.yield(1)) % 3) {
                    case 0 -> 1;
                    case 1 -> {
                        log("one");
                        yield num(y.yield(2));
                    }
                    default -> num(y.yield(3));
                },
                "end");
    }

    DialogueBody<Object, Object, Object> withATryInside() {
        return y -> new Pair(num(y.yield(1)), guarded(y.yield(2)));
    }

    private static String guarded(Object value) {
        try {
            return value.toString();
        } catch (NullPointerException e) {
            return "was null";
        }
    }

    DialogueBody<Object, Object, Object> anonymousOnes() {
        return y -> {
            int base = num(y.yield(1));
            Object made = new Noisy("arg" + num(y.yield(2)), 2) {
                @Override
                public String toString() {
                    return "anonymous " + base + super.toString();
                }
            };
            y.yield(made);
            return made;
        };
    }

    DialogueBody<Object, Object, Object> innerOfAnother() {
        return y -> {
            ConstructionBodies other = new ConstructionBodies();
            return other.new Inner(num(y.yield(1))).value + this.new Inner(2).value;
        };
    }

    DialogueBody<Object, Object, Object> ofTheLibrary() {
        return y -> {
            BigInteger big = new BigInteger("12" + num(y.yield(1)));
            List<Object> list = new ArrayList<>(Arrays.asList(y.yield(2), y.yield(3)));
            list.add(new BigInteger(new byte[] {1, (byte) num(y.yield(4))}).multiply(big));
            return list.toString();
        };
    }

    DialogueBody<Object, Object, Object> inALoop() {
        return y -> {
            Pair chain = null;
            for (int i = 0; i < 4; i++) {
                chain = new Pair(i, i % 2 == 0 ? chain : y.yield(new Pair(num(y.yield(i)), chain)));
            }
            return chain;
        };
    }
}
