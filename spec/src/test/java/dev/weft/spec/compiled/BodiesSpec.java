package dev.weft.spec.compiled;

import static dev.weft.spec.compiled.Compiled.lead;
import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.DialogueBody;
import dev.weft.DialogueYielder;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a body can be.
class BodiesSpec {

    private static void fromStatic(Yielder<String> y) {
        y.yield("static");
    }

    @Test
    void aReferenceToAStaticMethod() throws Exception {
        assertThat(Compiled.<String>read(BodiesSpec::fromStatic)).containsExactly("static");
    }

    private static final List<String> INITIALIZED = new java.util.ArrayList<>();

    private static final class Lazy {
        static {
            INITIALIZED.add("Lazy");
        }

        static void run(Yielder<Integer> y) {
            y.yield(INITIALIZED.size());
        }
    }

    @Test
    void aReferenceToAStaticMethodInitializesTheClassAtTheFirstStep() throws Throwable {
        INITIALIZED.clear();
        var coroutine = Compiled.coroutine((GeneratorBody<Integer>) Lazy::run);
        int before = INITIALIZED.size();

        Object first = coroutine.resume(null, null);

        assertThat(before).isZero();
        assertThat(first).isEqualTo(1);
    }

    private static class Animal {
        void speak(Yielder<String> y) {
            y.yield("...");
        }

        final GeneratorBody<String> body() {
            return this::speak;
        }
    }

    private static final class Dog extends Animal {
        @Override
        void speak(Yielder<String> y) {
            y.yield("woof");
            super.speak(y);
        }
    }

    @Test
    void aReferenceToAMethodOfAnObjectRunsWhatThatObjectHas() throws Exception {
        assertThat(read(new Animal().body())).containsExactly("...");
        assertThat(read(new Dog().body())).containsExactly("woof", "...");
        assertThat(read(new Animal().body())).containsExactly("...");
    }

    @Test
    void aReferenceToTheBodyOfAnotherLambda() throws Exception {
        GeneratorBody<String> lambda = y -> y.yield("lambda");
        GeneratorBody<String> reference = lambda::run;

        assertThat(read(reference)).containsExactly("lambda");
    }

    private static class Countdown implements GeneratorBody<Integer> {
        private static final long serialVersionUID = 1L;
        private final int from;

        Countdown(int from) {
            this.from = from;
        }

        @Override
        public void run(Yielder<Integer> y) {
            for (int i = from; i > 0; i--) {
                y.yield(i);
            }
        }
    }

    private static final class Longer extends Countdown {
        private static final long serialVersionUID = 1L;

        Longer() {
            super(3);
        }
    }

    @Test
    void anObjectOfANamedClass() throws Exception {
        assertThat(read(new Countdown(2))).containsExactly(2, 1);
        assertThat(read(new Longer())).containsExactly(3, 2, 1);
    }

    @Test
    @SuppressWarnings("serial")
    void anObjectOfAnAnonymousClass() throws Exception {
        int captured = 4;

        var read = read(new GeneratorBody<Integer>() {
            @Override
            public void run(Yielder<Integer> y) {
                y.yield(captured);
                y.yield(captured + 1);
            }
        });

        assertThat(read).containsExactly(4, 5);
    }

    private interface Twice extends GeneratorBody<String> {
        String word();

        @Override
        default void run(Yielder<String> y) {
            y.yield(word());
            y.yield(word());
        }
    }

    private record Word(String word) implements Twice {}

    @Test
    void anObjectThatInheritsItsCodeFromAnInterface() throws Exception {
        assertThat(read(new Word("w"))).containsExactly("w", "w");
    }

    private static final class Interview implements DialogueBody<String, Integer, Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer run(DialogueYielder<String, Integer> y) {
            return y.yield("one") + y.yield("two");
        }
    }

    @Test
    void aDialogueWithABridge() throws Exception {
        assertThat(lead(new Interview(), 3, 4)).containsExactly("one", "two", 7);
    }

    private static long asked(DialogueYielder<String, String> y) {
        return y.yield("q").length();
    }

    @Test
    void aDialogueWhosePrimitiveResultIsBoxed() throws Exception {
        DialogueBody<String, String, Long> body = BodiesSpec::asked;

        assertThat(lead(body, "four")).containsExactly("q", 4L);
    }

    @Test
    void theNameOfAGeneratorIsThatOfItsBody() throws Exception {
        GeneratorBody<Integer> body = y -> y.yield(1);

        String unnamed = afterAStep(Async.generator(body));
        String first = afterAStep(Async.generator("first", body));
        String second = afterAStep(Async.generator("second", body));

        assertThat(unnamed).startsWith("generator at BodiesSpec.java:");
        assertThat(first).isEqualTo("first");
        assertThat(second).isEqualTo("second");
    }

    private static String afterAStep(dev.weft.AsyncGenerator<?> generator) throws Exception {
        return Async.run(Compiled.ALONE, () -> {
            generator.anext().await();
            return generator.toString();
        });
    }
}
