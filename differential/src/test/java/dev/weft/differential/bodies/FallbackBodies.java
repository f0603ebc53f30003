package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.differential.FallsBack;
import dev.weft.differential.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Bodies that no transformation reaches, wholly or in part.
class FallbackBodies extends Host {

    private Yielder<Integer> kept;

    @FallsBack("nested lambda")
    GeneratorBody<Integer> nestedLambda() {
        return y -> {
            List.of(1, 2, 3).forEach(value -> y.yield(value));
            log("end");
        };
    }

    @FallsBack("method reference")
    GeneratorBody<Integer> methodReference() {
        return y -> List.of(1, 2).forEach(y::yield);
    }

    @FallsBack("nested lambda")
    GeneratorBody<Integer> nestedLambdaAmongYields() {
        return y -> {
            y.yield(1);
            List.of(2, 3).forEach(value -> {
                log("in " + value);
                y.yield(value);
            });
            y.yield(4);
        };
    }

    @FallsBack("nested lambda")
    GeneratorBody<Integer> recursiveLambda() {
        return y -> {
            IntConsumer[] count = new IntConsumer[1];
            count[0] = n -> {
                if (n > 0) {
                    y.yield(n);
                    count[0].accept(n - 1);
                }
            };
            count[0].accept(3);
        };
    }

    @FallsBack("nested lambda")
    DialogueBody<Object, Object, Object> lambdaWithAnAnswer() {
        return y -> {
            var heard = new ArrayList<Object>();
            Consumer<Object> asking = value -> heard.add(y.yield(value));
            asking.accept("a");
            heard.add(y.yield("b"));
            asking.accept("c");
            return heard;
        };
    }

    @FallsBack("synchronized")
    GeneratorBody<Integer> locked() {
        return y -> {
            synchronized (this) {
                y.yield(1);
                log(Thread.holdsLock(this));
            }
            y.yield(2);
        };
    }

    @FallsBack("stored in a field")
    GeneratorBody<Integer> storedInAField() {
        return y -> {
            kept = y;
            kept.yield(1);
            viaField();
        };
    }

    private void viaField() {
        kept.yield(2);
    }

    @FallsBack("stored in an array")
    GeneratorBody<Integer> storedInAnArray() {
        return y -> {
            Yielder<?>[] all = {y};
            y.yield(all.length);
        };
    }

    @FallsBack("is compared")
    GeneratorBody<Integer> compared() {
        return y -> {
            if (y != null) {
                y.yield(1);
            }
            log(y.equals(y));
        };
    }

    @FallsBack("one of several")
    GeneratorBody<Integer> conditional() {
        return y -> {
            Yielder<Integer> maybe = tick() > 100 ? null : y;
            maybe.yield(4);
        };
    }

    GeneratorBody<Integer> givenToTheLibrary() {
        return y -> {
            Objects.requireNonNull(y).yield(1);
            y.yield(2);
        };
    }

    @FallsBack("passed to FallbackBodies.identity")
    GeneratorBody<Integer> returnedByAHelper() {
        return y -> {
            identity(y).yield(1);
            y.yield(2);
        };
    }

    private static <T> T identity(T value) {
        return value;
    }

    @FallsBack("method reference")
    GeneratorBody<Integer> helperWithALambda() {
        return y -> {
            y.yield(0);
            emit(y, 3);
            y.yield(9);
        };
    }

    private void emit(Yielder<Integer> y, int n) {
        for (int i = 1; i < n; i++) {
            List.of(i, i * 10).forEach(y::yield);
        }
    }

    @FallsBack("is synchronized")
    GeneratorBody<Integer> lockedHelper() {
        return y -> {
            y.yield(0);
            underLock(y);
        };
    }

    private synchronized void underLock(Yielder<Integer> y) {
        y.yield(1);
        log(Thread.holdsLock(this));
    }

    @FallsBack("method reference")
    GeneratorBody<Integer> helperThatIsLostInTheEnd() {
        return y -> ping(3, y);
    }

    private void ping(int n, Yielder<Integer> y) {
        if (n > 0) {
            pong(n - 1, y);
        }
        List.of(n).forEach(y::yield);
    }

    private void pong(int n, Yielder<Integer> y) {
        y.yield(-n);
        if (n > 0) {
            ping(n - 1, y);
        }
    }

    @FallsBack("method reference")
    GeneratorBody<Integer> helperThatFails() {
        return y -> {
            try {
                failing(y);
            } catch (IllegalStateException e) {
                y.yield(-1);
            } finally {
                log("end");
            }
        };
    }

    private void failing(Yielder<Integer> y) {
        try {
            List.of(1, 2).forEach(y::yield);
            throw new IllegalStateException("after the lambda");
        } finally {
            y.yield(3);
        }
    }

    @FallsBack("passed to")
    GeneratorBody<Integer> constructorThatTakesIt() {
        return y -> new Holder(y).emit();
    }

    private record Holder(Yielder<Integer> y) {
        void emit() {
            y.yield(1);
            y.yield(2);
        }
    }

    @FallsBack("MethodHandles.lookup")
    GeneratorBody<Object> callerSensitive() {
        return y -> {
            y.yield(1);
            log(java.lang.invoke.MethodHandles.lookup().lookupClass().getSimpleName());
            y.yield(2);
        };
    }

    GeneratorBody<Object> stackWalking() {
        return y -> {
            y.yield(1);
            log(StackWalker.getInstance()
                    .walk(frames -> frames.findFirst().orElseThrow().getLineNumber() > 0));
        };
    }
}
