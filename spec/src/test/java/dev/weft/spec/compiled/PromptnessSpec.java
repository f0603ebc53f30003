package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.weft.Async;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// Which bodies are prompt: those of which each step ends soon and waits for nothing, for certain.
class PromptnessSpec {

    private static final int LIMIT = Integer.parseInt("3"); // no constant, so that it has to be read
    private static final Object LOCK = new Object();
    private static int count;

    static final List<Arguments> PROMPT = List.of(
            body("one after the other", y -> {
                y.yield(1);
                y.yield(2);
            }),
            body("nothing", _ -> {}),
            body("a loop around a yield", y -> {
                for (int i = 0; i < 3; i++) {
                    y.yield(i);
                }
            }),
            body("an endless one", y -> {
                int a = 0;
                int b = 1;
                while (true) {
                    y.yield(a);
                    b = a + b;
                    a = b - a;
                }
            }),
            body("loops in loops, each with a yield", y -> {
                for (int i = 0; i < 3; i++) {
                    y.yield(-1);
                    for (int k = 0; k < i; k++) {
                        y.yield(k);
                    }
                }
            }),
            body("methods that return at once", y -> {
                for (int i = 0; i < 3; i++) {
                    y.yield(Math.max(i, Integer.bitCount(i)));
                }
            }),
            body("static fields of its own class", y -> {
                while (count < LIMIT) {
                    y.yield(count++);
                }
            }),
            body("a choice", y -> {
                for (int i = 0; ; i++) {
                    y.yield(
                            switch (i % 3) {
                                case 0 -> 5;
                                case 1 -> 7;
                                default -> i;
                            });
                }
            }),
            body("a handler", y -> {
                for (int i = 0; i < 3; i++) {
                    try {
                        y.yield(10 / i);
                    } catch (ArithmeticException e) {
                        y.yield(0);
                    }
                }
            }));

    static final List<Arguments> NOT_PROMPT = List.of(
            body("a call of other code", y -> {
                for (int i = 0; i < 3; i++) {
                    y.yield(twice(i));
                }
            }),
            body("a wait", y -> {
                y.yield(1);
                Async.sleep(Duration.ZERO);
            }),
            body("a loop that passes no yield", y -> {
                int sum = 0;
                for (int i = 0; i < 10; i++) {
                    sum += i;
                }
                y.yield(sum);
            }),
            body("a loop that need not pass its yield", y -> {
                for (int i = 0; i < 10; i++) {
                    if (i % 2 == 0) {
                        y.yield(i);
                    }
                }
            }),
            body("a loop through a handler", y -> {
                int zero = 0;
                while (true) {
                    try {
                        y.yield(1 / zero);
                    } catch (ArithmeticException e) {
                        zero = 0;
                    }
                }
            }),
            body("a new object", y -> y.yield(new Object().hashCode())),
            body("an array, which may be long", y -> {
                for (int number : new int[] {1, 2, 3}) {
                    y.yield(number);
                }
            }),
            body("a lambda that is made", y -> {
                Runnable nothing = () -> {};
                y.yield(nothing == null ? 1 : 2);
            }),
            body("a lock", y -> {
                synchronized (LOCK) {
                    count = 0;
                }
                y.yield(1);
            }),
            body("a class as a constant", y -> {
                Object type = Starting.class;
                y.yield(type == null ? 1 : 2);
            }),
            body("a method that calls its argument", y -> y.yield(Character.codePointAt(text(), 0))),
            body("a method that reads a property", y -> y.yield(Integer.getInteger("none", 1))),
            Heir.body(),
            body("a static field of another class", y -> y.yield(Starting.number)),
            body("a number that is an object of any class", y -> {
                Number number = count;
                y.yield(number.intValue());
            }),
            body("a helper", y -> {
                y.yield(1);
                help(y);
            }),
            body("another generator", y -> y.yieldAll(Async.range(0, 3))));

    private static Arguments body(String what, GeneratorBody<Integer> body) {
        return argumentSet(what, body);
    }

    private static int twice(int number) {
        return 2 * number;
    }

    private static void help(Yielder<Integer> y) {
        y.yield(2);
    }

    private static CharSequence text() {
        return "text";
    }

    private interface Ancestor {
        int NUMBER = twice(1);
    }

    /// A class that inherits a field. To read it starts the interface, which this class does not.
    private static final class Heir implements Ancestor {

        static Arguments body() {
            return PromptnessSpec.body("an inherited field", y -> y.yield(NUMBER));
        }
    }

    /// A class that does something when it starts.
    private static final class Starting {
        static int number = twice(1);
    }

    @ParameterizedTest
    @FieldSource("PROMPT")
    void aBodyIsPromptIfNoStepCanWaitOrTakeLong(GeneratorBody<Integer> body) {
        assertThat(Compiled.coroutine(body).isPrompt()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("NOT_PROMPT")
    void whatCannotBeToldForCertainIsNotPrompt(GeneratorBody<Integer> body) {
        assertThat(Compiled.coroutine(body).isPrompt()).isFalse();
    }
}
