package dev.weft.differential.bodies;

import static dev.weft.Async.dialogue;
import static dev.weft.Async.from;
import static dev.weft.Async.generator;
import static dev.weft.Async.range;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.StopAsyncIteration;
import dev.weft.differential.Host;
import dev.weft.differential.PulledOnly;
import java.io.IOException;
import java.util.List;

/// `yieldAll` of everything that can be given to it.
class DelegationBodies extends Host {

    private AsyncGenerator<Object> inner(int count) {
        return generator("inner", y -> {
            try {
                for (int i = 0; i < count; i++) {
                    y.yield("inner " + i);
                }
            } finally {
                log("inner ends");
            }
        });
    }

    private Dialogue<Object, Object, String> asking(int count) {
        return dialogue("asking", y -> {
            StringBuilder answers = new StringBuilder();
            try {
                for (int i = 0; i < count; i++) {
                    answers.append(str(y.yield("ask " + i))).append(',');
                }
            } catch (IllegalArgumentException e) {
                log(e.getMessage());
                answers.append(str(y.yield("handled")));
            } finally {
                log("asking ends");
            }
            return answers.toString();
        });
    }

    private Dialogue<Object, Object, String> failing() {
        return dialogue("failing", y -> {
            y.yield("failing");
            throw new IllegalStateException("inner failure");
        });
    }

    GeneratorBody<Object> generators() {
        return y -> {
            y.yieldAll(inner(2));
            y.yield("between");
            y.yieldAll(inner(3));
        };
    }

    DialogueBody<Object, Object, Object> dialogues() {
        return y -> {
            String first = y.yieldAll(asking(2));
            log(first);
            return first + y.yieldAll(asking(1)) + num(y.yield("last"));
        };
    }

    GeneratorBody<Object> dialoguesFromAGenerator() {
        return y -> {
            String result = y.yieldAll(asking(2));
            y.yield(result);
        };
    }

    GeneratorBody<Object> sources() {
        return y -> {
            y.yieldAll(range(0, 3));
            y.yieldAll(from(List.of("a", "b")));
            y.yieldAll(from(List.of()));
            y.yield("end");
        };
    }

    GeneratorBody<Object> operators() {
        return y -> {
            y.yieldAll(inner(5).take(2));
            y.yieldAll(inner(3).map(text -> text + "!"));
            log("operators done");
        };
    }

    GeneratorBody<Object> failuresCaught() {
        return y -> {
            for (int i = 0; i < 2; i++) {
                try {
                    y.yieldAll(failing());
                } catch (IllegalStateException e) {
                    y.yield("caught " + e.getMessage());
                }
            }
        };
    }

    @PulledOnly("a push has the body that delegates on its stack, and so in the trace of a failure")
    GeneratorBody<Object> failuresNotCaught() {
        return y -> {
            try {
                y.yield(1);
                String result = y.yieldAll(failing());
                log(result);
            } finally {
                y.yield("clean-up");
            }
        };
    }

    GeneratorBody<Object> insideTryAndFinally() {
        return y -> {
            try {
                y.yieldAll(inner(2));
            } finally {
                y.yieldAll(inner(1));
                log("outer ends");
            }
        };
    }

    DialogueBody<Object, Object, Object> underOperands() {
        return y -> {
            int base = 10;
            return base + num(y.yieldAll(asking(1))) * num(y.yield("x")) + str(y.yieldAll(asking(0)));
        };
    }

    GeneratorBody<Object> threeDeep() {
        return y -> {
            y.yieldAll(outer(2));
            log("top");
        };
    }

    private AsyncGenerator<Object> outer(int depth) {
        return generator("outer " + depth, y -> {
            try {
                y.yield(depth);
                y.yieldAll(depth == 0 ? inner(2) : outer(depth - 1));
                y.yield(-depth);
            } finally {
                log("outer " + depth + " ends");
            }
        });
    }

    GeneratorBody<Object> ofHandWrittenIterators() {
        return y -> {
            var left = new int[] {3};
            AsyncIterator<Object> countdown = () -> () -> {
                if (left[0] == 0) {
                    throw new StopAsyncIteration();
                }
                return left[0]--;
            };
            y.yieldAll(countdown);
            log("read");
        };
    }

    GeneratorBody<Object> ofFailingIterators() {
        return y -> {
            AsyncIterator<Object> failing = () -> Awaitable.failed(new IOException("no element"));
            try {
                y.yieldAll(failing);
            } catch (Exception e) {
                log(e);
                y.yield("handled");
            }
        };
    }

    GeneratorBody<Object> ofABody() {
        GeneratorBody<Object> inner = z -> {
            z.yield("a");
            log(field);
            z.yield("b");
        };
        return y -> {
            y.yield("before");
            inner.run(y);
            log("between");
            inner.run(y);
            y.yield("after");
        };
    }

    private int field = 4;

    DialogueBody<Object, Object, Object> ofADialogueBody() {
        DialogueBody<Object, Object, Integer> inner = z -> {
            try {
                return num(z.yield("a")) + num(z.yield("b"));
            } finally {
                log("inner body");
            }
        };
        return y -> inner.run(y) * 10 + inner.run(y);
    }

    GeneratorBody<Object> ofAStartedOne() throws Exception {
        return y -> {
            AsyncGenerator<Object> started = keep(inner(3));
            y.yield("mine: " + started.anext().await());
            y.yieldAll(started);
        };
    }

    GeneratorBody<Object> ofAnEndedOne() {
        return y -> {
            Dialogue<Object, Object, String> ended = asking(0);
            log(ended.anext("none").await());
            y.yield(String.valueOf(y.yieldAll(ended)));
            AsyncGenerator<Object> closed = inner(2);
            closed.close();
            y.yieldAll(closed);
            y.yield("end");
        };
    }

    GeneratorBody<Object> ofOneThatIsRunning() {
        return y -> {
            var self = new AsyncGenerator<?>[1];
            AsyncGenerator<Object> taken = generator("taken", z -> {
                z.yield(1);
                try {
                    z.yieldAll(self[0]);
                } catch (IllegalStateException e) {
                    z.yield(e);
                }
            });
            self[0] = taken;
            y.yieldAll(taken);
        };
    }

    GeneratorBody<Object> ofNothing() {
        return y -> {
            try {
                y.yieldAll((AsyncGenerator<Object>) null);
            } catch (NullPointerException e) {
                y.yield("null");
            }
        };
    }

    GeneratorBody<Object> inALoopWithLocals() {
        return y -> {
            long sum = 0;
            for (int i = 0; i < 3; i++) {
                String before = "round " + i;
                y.yieldAll(inner(i));
                sum += i * 10L;
                log(before + sum);
            }
            y.yield(sum);
        };
    }

    DialogueBody<Object, Object, Object> answeringACatch() {
        return y -> {
            try {
                return y.yieldAll(asking(3));
            } catch (IllegalStateException e) {
                return "state " + y.yieldAll(asking(1));
            }
        };
    }
}
