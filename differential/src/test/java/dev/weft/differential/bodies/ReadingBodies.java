package dev.weft.differential.bodies;

import static dev.weft.Async.aiter;
import static dev.weft.Async.anext;
import static dev.weft.Async.concat;
import static dev.weft.Async.dialogue;
import static dev.weft.Async.generator;
import static dev.weft.Async.range;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterator;
import dev.weft.Dialogue;
import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.StopAsyncIteration;
import dev.weft.differential.Host;
import java.io.IOException;

/// Bodies that read other generators.
class ReadingBodies extends Host {

    private AsyncGenerator<Integer> numbers(int count) {
        return keep(generator("numbers", y -> {
            try {
                for (int i = 0; i < count; i++) {
                    y.yield(i);
                }
            } finally {
                log("numbers end");
            }
        }));
    }

    private AsyncGenerator<Integer> failing() {
        return keep(generator("failing", y -> {
            y.yield(1);
            throw new IOException("source fails");
        }));
    }

    GeneratorBody<Integer> filter() {
        return y -> {
            for (int number : numbers(5)) {
                if (number % 2 == 0) {
                    y.yield(number * 10);
                } else {
                    log("odd " + number);
                }
            }
        };
    }

    GeneratorBody<Integer> closedByTry() {
        return y -> {
            try (var source = numbers(5)) {
                for (int number : source) {
                    if (number == 3) {
                        break;
                    }
                    y.yield(number);
                }
            }
            log("after");
        };
    }

    GeneratorBody<Integer> usedByTheBody() {
        return y -> {
            AsyncGenerator<Integer> source = y.use(numbers(4));
            for (int number : source) {
                y.yield(number);
            }
            log("read");
        };
    }

    GeneratorBody<Integer> leftOpen() {
        return y -> {
            for (int number : numbers(4)) {
                y.yield(number);
                if (number == 1) {
                    return;
                }
            }
        };
    }

    GeneratorBody<Integer> nestedLoops() {
        return y -> {
            for (int i : numbers(3)) {
                for (int j : numbers(i)) {
                    y.yield(i * 10 + j);
                }
            }
        };
    }

    GeneratorBody<Integer> byHand() {
        return y -> {
            AsyncIterator<Integer> source = aiter(numbers(3));
            while (true) {
                int number;
                try {
                    number = anext(source).await();
                } catch (StopAsyncIteration end) {
                    break;
                }
                y.yield(number);
            }
            y.yield(-1);
        };
    }

    GeneratorBody<Integer> twoInStep() {
        return y -> {
            try (var left = numbers(4);
                    var right = numbers(3)) {
                for (int l : left) {
                    int r = right.anext(-1).await();
                    y.yield(l * 10 + r);
                }
            }
        };
    }

    GeneratorBody<Integer> failuresPass() {
        return y -> {
            y.yield(0);
            for (int number : failing()) {
                y.yield(number);
            }
        };
    }

    GeneratorBody<Integer> failuresCaught() {
        return y -> {
            try {
                for (int number : failing()) {
                    y.yield(number);
                }
            } catch (Exception e) {
                log(e);
                y.yield(-1);
            }
        };
    }

    GeneratorBody<Integer> pushedInside() {
        return y -> {
            var sum = new int[1];
            numbers(4).forEach(number -> sum[0] += number);
            y.yield(sum[0]);
            y.yield(numbers(3).map(n -> n + 1).toList().size());
            y.yield(numbers(5).toList().size());
        };
    }

    GeneratorBody<Object> throughOperators() {
        return y -> {
            for (String text : numbers(6).filter(n -> n % 2 == 0).map(n -> "n" + n)) {
                y.yield(text);
            }
            for (int number : concat(numbers(1), range(7, 9))) {
                y.yield(number);
            }
        };
    }

    DialogueBody<Object, Object, Object> leadingADialogue() {
        return y -> {
            Dialogue<Object, Object, String> inner = keep(dialogue("echo", z -> {
                Object heard = "start";
                for (int i = 0; i < 3; i++) {
                    heard = z.yield(heard);
                }
                return "heard " + heard;
            }));
            Object said = inner.anext().await();
            try {
                while (true) {
                    said = inner.asend(y.yield(said)).await();
                }
            } catch (StopAsyncIteration end) {
                return inner.result();
            }
        };
    }

    GeneratorBody<Object> throwingIntoAnother() {
        return y -> {
            AsyncGenerator<Object> inner = keep(generator("inner", z -> {
                try {
                    z.yield("first");
                } catch (Exception e) {
                    z.yield("handled " + e.getMessage());
                }
            }));
            y.yield(inner.anext().await());
            y.yield(inner.athrow(new IOException("outer")).await());
            inner.close();
            log(inner.anext("end").await());
        };
    }

    GeneratorBody<Integer> sieve() {
        return y -> {
            AsyncGenerator<Integer> rest = keep(generator("from 2", z -> {
                for (int i = 2; i < 20; i++) {
                    z.yield(i);
                }
            }));
            while (true) {
                int prime = rest.anext(0).await();
                if (prime == 0) {
                    return;
                }
                y.yield(prime);
                AsyncGenerator<Integer> before = rest;
                rest = keep(generator("not of " + prime, z -> {
                    for (int i : before) {
                        if (i % prime != 0) {
                            z.yield(i);
                        }
                    }
                }));
            }
        };
    }

    GeneratorBody<Integer> aSharedSource() {
        return y -> {
            AsyncGenerator<Integer> shared = numbers(6);
            for (int number : shared) {
                y.yield(number);
                y.yield(100 + shared.anext(0).await());
            }
        };
    }
}
