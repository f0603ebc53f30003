package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.differential.Host;
import java.io.IOException;

/// Resources: of `y.use` and of `try`.
@SuppressWarnings("try") // resources that nobody reads, and closes that throw
class ResourceBodies extends Host {

    GeneratorBody<Integer> usedToTheEnd() {
        return y -> {
            Res a = y.use(new Res("a"));
            y.yield(1);
            log(a.name());
            y.yield(2);
        };
    }

    GeneratorBody<Integer> usedInOrder() {
        return y -> {
            y.use(new Res("a"));
            y.yield(1);
            y.use(new Res("b"));
            y.yield(2);
            y.use(new Res("c"));
            log("body ends");
        };
    }

    GeneratorBody<Integer> usedAndFailing() {
        return y -> {
            y.use(new Res("a"));
            y.yield(1);
            throw new IOException("body fails");
        };
    }

    GeneratorBody<Integer> failingToClose() {
        return y -> {
            y.use(new Res("bad one"));
            y.use(new Res("good"));
            y.use(new Res("bad two"));
            y.yield(1);
            y.yield(2);
        };
    }

    GeneratorBody<Integer> failingAndFailingToClose() {
        return y -> {
            y.use(new Res("bad"));
            y.yield(1);
            throw new IllegalArgumentException("body fails too");
        };
    }

    GeneratorBody<Integer> usedInALoop() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                y.yield(y.use(new Res("r" + i)).name().length());
            }
        };
    }

    GeneratorBody<Integer> usedInAHelper() {
        return y -> {
            open(y, "first");
            y.yield(2);
            open(y, "second");
            log("end");
        };
    }

    private void open(Yielder<Integer> y, String name) {
        Res res = y.use(new Res(name));
        y.yield(1);
        log("helper of " + res.name());
    }

    GeneratorBody<Integer> usedWithFinally() {
        return y -> {
            try {
                y.use(new Res("a"));
                y.yield(1);
            } finally {
                log("finally is first");
                y.yield(2);
            }
        };
    }

    GeneratorBody<Integer> usedWithoutAYield() {
        return y -> {
            y.use(new Res("a"));
            log("no yield");
        };
    }

    DialogueBody<Object, Object, Object> usedInADialogue() {
        return y -> {
            Res a = y.use(new Res("a" + num(y.yield("name"))));
            return a.name() + num(y.yield(a.name()));
        };
    }

    GeneratorBody<Integer> usedOfAnyKind() {
        return y -> {
            y.use(() -> log("closed a lambda"));
            y.yield(1);
            y.use((AutoCloseable) () -> {
                throw new IOException("a lambda fails");
            });
            y.yield(2);
        };
    }

    GeneratorBody<Integer> usedTwice() {
        return y -> {
            Res a = new Res("a");
            y.use(a);
            y.yield(1);
            y.use(a);
            y.yield(2);
        };
    }

    GeneratorBody<Integer> usedNothing() {
        return y -> {
            y.yield(1);
            try {
                y.use(null);
            } catch (NullPointerException e) {
                log("refused");
            }
            y.yield(2);
        };
    }

    GeneratorBody<Integer> tried() {
        return y -> {
            try (Res a = new Res("a");
                    Res b = new Res("b")) {
                y.yield(1);
                log(a.name() + b.name());
                y.yield(2);
            }
            log("after");
        };
    }

    GeneratorBody<Integer> triedWithCatchAndFinally() {
        return y -> {
            try (Res a = new Res("bad")) {
                y.yield(1);
                log(a.name());
            } catch (IllegalStateException e) {
                log(e);
                y.yield(2);
            } finally {
                y.yield(3);
            }
        };
    }

    GeneratorBody<Integer> triedAndFailing() {
        return y -> {
            try (Res a = new Res("bad a");
                    Res b = new Res("bad b")) {
                y.yield(1);
                throw new IOException(a.name() + b.name());
            }
        };
    }

    GeneratorBody<Integer> triedOnAVariable() {
        return y -> {
            Res a = new Res("a");
            try (a;
                    Res none = tick() > 0 ? null : new Res("none")) {
                y.yield(1);
            }
            y.yield(2);
        };
    }

    DialogueBody<Object, Object, Object> triedAndReturned() {
        return y -> {
            for (int i = 0; ; i++) {
                try (Res a = new Res("a" + i)) {
                    if (i == 2) {
                        return a.name();
                    }
                    y.yield(i);
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> openedByAnAnswer() {
        return y -> {
            try (Res a = new Res("r" + num(y.yield("open")));
                    Res b = new Res(a.name() + num(y.yield("more")))) {
                return b.name() + y.yield("in");
            } finally {
                y.yield("finally");
            }
        };
    }
}
