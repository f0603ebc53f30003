package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;

/// Ways out of a `try` that pass a `finally` on which the body stops.
@SuppressWarnings("finally") // ends that a `finally` changes are part of the language
class FinallyBodies extends Host {

    DialogueBody<Object, Object, Object> returnThroughFinally() {
        return y -> {
            try {
                y.yield(1);
                return "from try";
            } finally {
                y.yield(2);
                log("finally");
            }
        };
    }

    DialogueBody<Object, Object, Object> returnedValueIsComputedFirst() {
        return y -> {
            int value = 1;
            try {
                return value + num(y.yield(value));
            } finally {
                value = 100;
                log(value + num(y.yield(value)));
            }
        };
    }

    DialogueBody<Object, Object, Object> returnInFinallyWins() {
        return y -> {
            try {
                y.yield(1);
                return "try";
            } finally {
                y.yield(2);
                return "finally";
            }
        };
    }

    DialogueBody<Object, Object, Object> returnOfACallThroughTwo() {
        return y -> {
            try {
                try {
                    return many(y.yield(1), y.yield(2));
                } finally {
                    log("inner");
                    y.yield(3);
                }
            } finally {
                log("outer");
                y.yield(4);
            }
        };
    }

    GeneratorBody<Integer> breakThroughFinally() {
        return y -> {
            for (int i = 0; i < 5; i++) {
                try {
                    y.yield(i);
                    if (i == 2) {
                        break;
                    }
                } finally {
                    y.yield(10 + i);
                }
            }
            y.yield(99);
        };
    }

    GeneratorBody<Integer> continueThroughFinally() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                try {
                    if (i % 2 == 0) {
                        continue;
                    }
                    y.yield(i);
                } finally {
                    log("finally " + i);
                    y.yield(-i);
                }
                log("end of round");
            }
        };
    }

    GeneratorBody<Integer> breakOfAnOuterLoop() {
        return y -> {
            outer:
            for (int i = 0; i < 3; i++) {
                try {
                    for (int j = 0; j < 3; j++) {
                        try {
                            y.yield(i * 10 + j);
                            if (i + j == 3) {
                                break outer;
                            }
                            if (j == 1) {
                                continue outer;
                            }
                        } finally {
                            log("inner " + i + j);
                            y.yield(100 + j);
                        }
                    }
                } finally {
                    y.yield(200 + i);
                    log("outer " + i);
                }
            }
        };
    }

    GeneratorBody<Integer> breakInFinallyDropsTheFailure() {
        return y -> {
            while (true) {
                try {
                    y.yield(1);
                    throw new IllegalStateException("dropped");
                } finally {
                    log("finally");
                    break;
                }
            }
            y.yield(2);
        };
    }

    GeneratorBody<Integer> continueInFinally() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                try {
                    y.yield(i);
                } finally {
                    log("again");
                    continue;
                }
            }
            y.yield(9);
        };
    }

    GeneratorBody<Integer> throwInFinallyReplaces() {
        return y -> {
            try {
                y.yield(1);
                throw new IllegalStateException("first");
            } finally {
                y.yield(2);
                if (tick() > 0) {
                    throw new IllegalArgumentException("second");
                }
            }
        };
    }

    GeneratorBody<Integer> returnFromCatch() {
        return y -> {
            try {
                y.yield(1);
                throw new IllegalStateException("own");
            } catch (IllegalStateException e) {
                y.yield(2);
                return;
            } finally {
                y.yield(3);
            }
        };
    }

    DialogueBody<Object, Object, Object> returnOfALong() {
        return y -> wide(y) + wide(y);
    }

    private long wide(dev.weft.DialogueYielder<Object, Object> y) {
        long value = 7;
        try {
            return value * num(y.yield(1));
        } finally {
            value = 0;
            log(num(y.yield(2)) + value);
        }
    }

    GeneratorBody<Integer> loopInFinally() {
        return y -> {
            try {
                y.yield(0);
            } finally {
                for (int i = 1; i < 4; i++) {
                    log("clean " + i);
                    y.yield(i);
                }
            }
        };
    }

    GeneratorBody<Integer> finallyOnlyOnSomePaths() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                if (i % 2 == 0) {
                    try {
                        y.yield(i);
                    } finally {
                        log("even");
                    }
                } else {
                    y.yield(i);
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> stateChangedByFinally() {
        return y -> {
            StringBuilder text = new StringBuilder("a");
            try {
                y.yield(text.toString());
                return text;
            } finally {
                text.append(str(y.yield("b")));
            }
        };
    }

    GeneratorBody<Integer> failureHeldWhileFinallyYields() {
        return y -> {
            int held = 5;
            try {
                long alsoHeld = 6;
                y.yield(held);
                held += (int) alsoHeld;
                throw new UnsupportedOperationException("held " + held);
            } finally {
                for (int i = 0; i < 2; i++) {
                    y.yield(held + i);
                }
                log("after two " + held);
            }
        };
    }

    DialogueBody<Object, Object, Object> labelledBlock() {
        return y -> {
            String path = "";
            block:
            {
                try {
                    path += num(y.yield(1));
                    if (path.length() > 0) {
                        break block;
                    }
                    path += "no";
                } finally {
                    path += num(y.yield(2));
                }
                path += "no";
            }
            return path;
        };
    }

    GeneratorBody<Integer> doWhileWithFinally() {
        return y -> {
            int i = 0;
            do {
                try {
                    y.yield(i);
                    if (i == 1) {
                        i += 2;
                        continue;
                    }
                    i++;
                } finally {
                    y.yield(-i);
                }
            } while (i < 4);
        };
    }
}
