package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;

/// Conditions, short circuits and the conditional operator around yields.
class ConditionBodies extends Host {

    private boolean noted(boolean value) {
        log("noted " + value);
        return value;
    }

    DialogueBody<Object, Object, Object> and() {
        return y -> {
            boolean a = y.yield(1) == null && y.yield(2) == null;
            boolean b = noted(false) && y.yield(3) == null;
            boolean c = noted(true) && y.yield(4) != null && noted(true);
            return many(a, b, c);
        };
    }

    DialogueBody<Object, Object, Object> or() {
        return y -> {
            boolean a = y.yield(1) == null || y.yield(2) == null;
            boolean b = noted(true) || y.yield(3) == null;
            boolean c = noted(false) || y.yield(4) != null || noted(false);
            return many(a, b, c);
        };
    }

    DialogueBody<Object, Object, Object> mixed() {
        return y -> (y.yield(1) == null || num(y.yield(2)) > 2)
                && !(num(y.yield(3)) < 3 && y.yield(4) == null) ^ y.yield(5) == null;
    }

    DialogueBody<Object, Object, Object> notShort() {
        return y -> noted(y.yield(1) == null) & noted(num(y.yield(2)) > 100) | noted(y.yield(3) != null);
    }

    DialogueBody<Object, Object, Object> conditional() {
        return y -> y.yield("which?") == null ? y.yield("left") : y.yield("right");
    }

    DialogueBody<Object, Object, Object> nestedConditional() {
        return y -> {
            int answer = num(y.yield(1));
            return answer > 4
                    ? answer > 6 ? y.yield("big") : y.yield("middle")
                    : answer == 4 ? "four" : y.yield("small");
        };
    }

    DialogueBody<Object, Object, Object> conditionalOfNumbers() {
        return y -> {
            long a = num(y.yield(1)) > 3 ? num(y.yield(2)) : 5L;
            double b = noted(false) ? 1 : num(y.yield(3)) * 0.5;
            int c = (num(y.yield(4)) == 4 ? 'a' : 7) + num(y.yield(5));
            return many(a, b, c);
        };
    }

    DialogueBody<Object, Object, Object> conditionalWithOperandsBelow() {
        return y -> 100
                + (num(y.yield(1)) > 3 ? num(y.yield(2)) : num(y.yield(3))) * (tick() > 0 ? 2 : num(y.yield("never")));
    }

    DialogueBody<Object, Object, Object> conditionalBoxes() {
        return y -> {
            Integer box = tick() == 1 ? null : 5;
            try {
                int number = y.yield(1) == null ? box : 7;
                return number;
            } catch (NullPointerException e) {
                return y.yield("unboxed null");
            }
        };
    }

    GeneratorBody<Integer> ifs() {
        return y -> {
            for (int i = 0; i < 5; i++) {
                if (i == 0) {
                    y.yield(0);
                } else if (i % 2 == 0) {
                    y.yield(-i);
                    continue;
                } else if (i == 3) {
                    y.yield(33);
                }
                log("end of " + i);
            }
        };
    }

    DialogueBody<Object, Object, Object> whileCondition() {
        return y -> {
            int rounds = 0;
            while (rounds < 4 && y.yield(rounds) == null) {
                rounds++;
                log(rounds);
            }
            return rounds;
        };
    }

    DialogueBody<Object, Object, Object> forCondition() {
        return y -> {
            int rounds = 0;
            for (; num(y.yield(rounds)) == 4 && rounds < 3; rounds += num(y.yield("step")) - 3) {
                log("round");
            }
            return rounds;
        };
    }

    DialogueBody<Object, Object, Object> doCondition() {
        return y -> {
            int rounds = 0;
            do {
                log("round " + rounds);
                if (rounds == 1) {
                    rounds++;
                    continue;
                }
                rounds++;
            } while (y.yield(rounds) == null && rounds < 4);
            return rounds;
        };
    }

    DialogueBody<Object, Object, Object> comparisons() {
        return y -> {
            int a = num(y.yield(1));
            long b = num(y.yield(2));
            float c = num(y.yield(3));
            double d = 0.0 / (num(y.yield(4)) - 4);
            return many(a < b, a >= c, b != d, d == d, c > d, c <= d, !(d < a), d > 1 || d < 1);
        };
    }

    DialogueBody<Object, Object, Object> references() {
        return y -> {
            Object a = y.yield("a");
            Object b = y.yield("b");
            if (a == b) {
                return "same";
            }
            return a != null && a.equals(b) ? "equal" : y.yield("different");
        };
    }

    DialogueBody<Object, Object, Object> constantConditions() {
        return y -> {
            final boolean on = true;
            if (on) {
                y.yield("on");
            }
            while (on) {
                if (y.yield("loop") != null || tick() > 3) {
                    break;
                }
            }
            return on ? y.yield("end") : "never";
        };
    }

    DialogueBody<Object, Object, Object> asAnArgument() {
        return y -> many(
                y.yield(1) == null && noted(true),
                tick() > 1 || y.yield(2) == null,
                y.yield(3) == null ? noted(false) : y.yield(4));
    }
}
