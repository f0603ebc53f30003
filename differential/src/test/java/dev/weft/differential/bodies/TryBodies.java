package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.GeneratorExit;
import dev.weft.differential.Host;
import dev.weft.differential.PulledOnly;
import java.io.IOException;

/// Yields inside `try`, `catch` and `finally`, alone and nested.
class TryBodies extends Host {

    GeneratorBody<Integer> inTryOfFinally() {
        return y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                log("finally");
            }
            y.yield(3);
        };
    }

    GeneratorBody<Integer> inFinally() {
        return y -> {
            try {
                log("try");
                y.yield(1);
            } finally {
                log("in");
                y.yield(2);
                log("out");
            }
        };
    }

    GeneratorBody<Integer> inCatch() {
        return y -> {
            try {
                y.yield(1);
                throw new IOException("own");
            } catch (IOException e) {
                log(e);
                y.yield(2);
                log(e);
            }
            y.yield(3);
        };
    }

    GeneratorBody<Integer> inAllThree() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                try {
                    y.yield(i);
                    if (i == 1) {
                        throw new IllegalStateException("round " + i);
                    }
                    log("well " + i);
                } catch (IllegalStateException e) {
                    y.yield(10 + i);
                    log(e.getMessage());
                } finally {
                    y.yield(20 + i);
                    log("finally " + i);
                }
            }
        };
    }

    GeneratorBody<Integer> catchesInOrder() {
        return y -> {
            try {
                y.yield(1);
                if (tick() > 5) {
                    throw new IOException("never");
                }
            } catch (IllegalStateException e) {
                log("state");
                y.yield(2);
            } catch (RuntimeException e) {
                log("runtime");
                y.yield(3);
            } catch (IOException e) {
                log("checked");
                y.yield(4);
            } catch (Exception e) {
                log("exception");
                y.yield(5);
            } catch (GeneratorExit e) {
                log("exit");
                throw e;
            } catch (Throwable e) {
                log("throwable");
                y.yield(6);
            } finally {
                log("finally");
            }
        };
    }

    GeneratorBody<Integer> nestedTries() {
        return y -> {
            int state = 0;
            try {
                try {
                    y.yield(1);
                    state = Integer.parseInt("x");
                } catch (NumberFormatException e) {
                    state = 5;
                    y.yield(2);
                    throw new RuntimeException("wrapped", e);
                } finally {
                    log("inner " + state);
                    y.yield(3);
                    state++;
                }
            } catch (RuntimeException e) {
                log(e);
                y.yield(4);
            } finally {
                try {
                    y.yield(5);
                } finally {
                    log("last " + state);
                }
            }
        };
    }

    GeneratorBody<Integer> tryInCatch() {
        return y -> {
            try {
                throw new IllegalStateException("first");
            } catch (IllegalStateException first) {
                try {
                    y.yield(1);
                    throw new IllegalArgumentException("second");
                } catch (IllegalArgumentException second) {
                    y.yield(2);
                    log(first.getMessage() + second.getMessage());
                }
            }
        };
    }

    GeneratorBody<Integer> tryInFinally() {
        return y -> {
            try {
                y.yield(1);
            } finally {
                try {
                    y.yield(2);
                } catch (IllegalStateException e) {
                    log("swallowed");
                    y.yield(3);
                } finally {
                    log("both");
                }
            }
        };
    }

    GeneratorBody<Integer> threeFinallies() {
        return y -> {
            try {
                try {
                    try {
                        y.yield(1);
                    } finally {
                        log("a");
                        y.yield(2);
                    }
                } finally {
                    log("b");
                    y.yield(3);
                }
            } finally {
                log("c");
                y.yield(4);
            }
        };
    }

    GeneratorBody<Integer> noYieldInside() {
        return y -> {
            int x = 0;
            try {
                x = Integer.parseInt("7") / x;
            } catch (ArithmeticException e) {
                log(e);
                x = 1;
            } finally {
                x += 2;
            }
            y.yield(x);
        };
    }

    GeneratorBody<Integer> localsOfTryAndCatch() {
        return y -> {
            String seen = "";
            for (int i = 0; i < 4; i++) {
                long before = i * 100L;
                try {
                    double inside = i / 2.0;
                    y.yield(i);
                    seen += inside;
                    if (i % 2 == 0) {
                        throw new IllegalArgumentException("i" + i);
                    }
                } catch (IllegalArgumentException e) {
                    seen += e.getMessage() + before;
                    y.yield(-i);
                }
                seen += before;
            }
            log(seen);
        };
    }

    GeneratorBody<Integer> swallowsAllButExit() {
        return y -> {
            for (int i = 0; i < 6; i++) {
                try {
                    y.yield(i);
                } catch (Exception e) {
                    log(e.getClass().getSimpleName());
                }
            }
        };
    }

    GeneratorBody<Integer> swallowsEverything() {
        return y -> {
            for (int i = 0; i < 6; i++) {
                try {
                    y.yield(i);
                } catch (Throwable e) {
                    log(e.getClass().getSimpleName());
                }
            }
        };
    }

    GeneratorBody<Integer> answersExitWithElements() {
        return y -> {
            try {
                y.yield(1);
                y.yield(2);
            } catch (GeneratorExit e) {
                log("exit");
                y.yield(3);
                log("not reached by a close");
            }
        };
    }

    GeneratorBody<Integer> ignoresExitForLong() {
        return y -> {
            for (int i = 0; i < 60; i++) {
                try {
                    y.yield(i);
                } catch (GeneratorExit e) {
                    log("ignored");
                }
            }
        };
    }

    @PulledOnly("the pull gives it up after a hundred times, while a push has it on its stack")
    GeneratorBody<Integer> neverEndsOnExit() {
        return y -> {
            for (int i = 0; i < 120; i++) {
                try {
                    y.yield(i);
                } catch (GeneratorExit e) {
                    log("ignored");
                }
            }
        };
    }

    GeneratorBody<Integer> throwsInsteadOfExit() {
        return y -> {
            try {
                y.yield(1);
                y.yield(2);
            } catch (GeneratorExit e) {
                throw new IOException("clean-up failed", e);
            }
        };
    }

    GeneratorBody<Integer> failsInFinally() {
        return y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                if (tick() == 1) {
                    throw new IllegalStateException("in finally");
                }
            }
        };
    }

    GeneratorBody<Integer> finallyOfAnEmptyTry() {
        return y -> {
            try {
                log("nothing");
            } finally {
                y.yield(1);
            }
            y.yield(2);
        };
    }

    DialogueBody<Object, Object, Object> operandsAroundATry() {
        return y -> {
            int sum = 0;
            for (int i = 0; i < 3; i++) {
                try {
                    sum += i * num(y.yield(sum));
                    sum -= num(y.yield(-sum)) / i;
                } catch (RuntimeException e) {
                    sum += 1_000 + num(y.yield(e.getClass().getSimpleName()));
                } finally {
                    sum ^= num(y.yield("finally"));
                }
            }
            return sum;
        };
    }

    GeneratorBody<Integer> manyHandlers() {
        return y -> {
            try {
                y.yield(1);
                try {
                    y.yield(2);
                    try {
                        y.yield(3);
                        throw new IllegalStateException("deep");
                    } catch (IllegalArgumentException e) {
                        log("argument");
                        y.yield(4);
                    }
                } catch (ArithmeticException e) {
                    log("arithmetic");
                    y.yield(5);
                }
                log("not reached");
            } catch (IllegalStateException e) {
                log("state");
                y.yield(6);
            }
        };
    }
}
