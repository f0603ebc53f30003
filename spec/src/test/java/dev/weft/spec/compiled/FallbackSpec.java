package dev.weft.spec.compiled;

import static dev.weft.Async.generator;
import static dev.weft.spec.compiled.Compiled.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What does not compile, and what the engine says of it. All of it runs, on a thread.
class FallbackSpec {

    private static final String HERE = "FallbackSpec\\.java:\\d+";

    private static List<Object> read(GeneratorBody<Object> body) {
        try (var generator = generator(body)) {
            var read = new ArrayList<>();
            generator.iterator().forEachRemaining(read::add);
            return read;
        }
    }

    // ---- the yielder goes elsewhere ----

    @Test
    void aYieldInANestedLambda() {
        GeneratorBody<Object> body = y -> List.of(1, 2).forEach(number -> y.yield(number));

        assertThat(refusal(body))
                .matches("yield inside a nested lambda or method reference, " + HERE
                        + ": pull the loop out of the lambda, so that the body itself yields");
        assertThat(read(body)).containsExactly(1, 2);
    }

    @Test
    void aReferenceToTheMethodOfTheYielder() {
        GeneratorBody<Object> body = y -> List.of(1, 2).forEach(y::yield);

        assertThat(refusal(body)).matches("yield inside a nested lambda or method reference, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1, 2);
    }

    private Yielder<Object> kept;

    @Test
    void aYielderInAField() {
        GeneratorBody<Object> body = y -> {
            kept = y;
            kept.yield(1);
        };

        assertThat(refusal(body)).matches("the yielder is stored in a field, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1);
    }

    @Test
    void aYielderInAnArray() {
        GeneratorBody<Object> body = y -> {
            Yielder<?>[] yielders = {y};
            y.yield(yielders.length);
        };

        assertThat(refusal(body)).matches("the yielder is stored in an array, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1);
    }

    @Test
    void aYielderThatIsCompared() {
        GeneratorBody<Object> body = y -> {
            if (y != null) {
                y.yield(1);
            }
        };

        assertThat(refusal(body)).matches("the yielder is compared, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1);
    }

    @Test
    void aYielderThatIsCast() {
        GeneratorBody<Object> body = y -> y.yield((Object) y instanceof Consumer<?>);

        assertThat(refusal(body)).matches("the yielder is cast or tested for its type, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(false);
    }

    @Test
    void aYielderThatIsOneOfSeveral() {
        GeneratorBody<Object> body = y -> {
            Yielder<Object> chosen = hashCode() == 1 ? null : y;
            chosen.yield(1);
        };

        assertThat(refusal(body))
                .matches("the yielder is one of several that a variable or expression may have, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1);
    }

    private static Yielder<Object> back(Yielder<Object> y) {
        return y;
    }

    @Test
    void aYielderThatIsReturned() {
        GeneratorBody<Object> body = y -> back(y).yield(1);

        assertThat(refusal(body)).matches("the yielder is returned, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1);
    }

    @Test
    void aMethodThatEveryObjectHas() {
        GeneratorBody<Object> body = y -> y.yield(y.hashCode() == y.hashCode());

        assertThat(refusal(body))
                .matches("the yielder is used by (Object|Yielder)\\.hashCode, " + HERE
                        + ": only yield, yieldAll and use compile");
        assertThat(read(body)).containsExactly(true);
    }

    private record Holder(Yielder<Object> y) {}

    @Test
    void aYielderPassedToAConstructor() {
        GeneratorBody<Object> body = y -> new Holder(y).y().yield(1);

        assertThat(refusal(body)).matches("the yielder is passed to FallbackSpec\\$Holder\\.<init>, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1);
    }

    @Test
    void aYielderPassedToTheJdk() {
        GeneratorBody<Object> body = y -> y.yield(Objects.hash(Objects.requireNonNullElse(y, null)) != 0);

        assertThat(refusal(body)).matches("the yielder is passed to Objects\\.requireNonNullElse, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(true);
    }

    private static <T> T same(T object) {
        return object;
    }

    @Test
    void aYielderPassedAsSomethingElse() {
        GeneratorBody<Object> body = y -> same(y).yield(1);

        assertThat(refusal(body)).matches("the yielder is passed to FallbackSpec\\.same, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1);
    }

    private static void both(Yielder<Object> one, Yielder<Object> other) {
        one.yield(1);
        other.yield(2);
    }

    @Test
    void aYielderPassedTwice() {
        GeneratorBody<Object> body = y -> both(y, y);

        assertThat(refusal(body)).matches("the yielder is passed to FallbackSpec\\.both, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1, 2);
    }

    @Test
    void aBodyThatCapturesTheYielderOfAnother() {
        var refusals = new ArrayList<String>();
        GeneratorBody<Object> outer = y -> {
            GeneratorBody<Object> inner = z -> y.yield(z.hashCode());
            refusals.add(refusal(inner));
            y.yield(1);
        };

        assertThat(read(outer)).containsExactly(1);
        assertThat(refusals.getFirst()).matches(".*lambda\\$.* \\(" + HERE + "\\) has more than one yielder: .*");
    }

    // ---- what a stopped frame cannot hold ----

    @Test
    void aYieldInASynchronizedBlock() {
        GeneratorBody<Object> body = y -> {
            synchronized (this) {
                y.yield(1);
            }
        };

        assertThat(refusal(body)).matches("yield inside synchronized, " + HERE + ": leave the block before yielding");
        assertThat(read(body)).containsExactly(1);
    }

    @Test
    void aSynchronizedBlockWithoutAYieldCompiles() throws Exception {
        assertThat(Compiled.<Object>read(y -> {
                    synchronized (this) {
                        kept = null;
                    }
                    y.yield(1);
                }))
                .containsExactly(1);
    }

    private synchronized void locked(Yielder<Object> y) {
        y.yield(1);
    }

    @Test
    void aSynchronizedHelper() {
        GeneratorBody<Object> body = y -> locked(y);

        assertThat(refusal(body))
                .matches("FallbackSpec\\.locked \\(" + HERE + "\\) is synchronized: yield outside of the lock");
        assertThat(read(body)).containsExactly(1);
    }

    @Test
    void aHelperThatDoesNotCompile() {
        GeneratorBody<Object> body = y -> inLambda(y);

        assertThat(refusal(body)).matches("yield inside a nested lambda or method reference, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(1);
    }

    private static void inLambda(Yielder<Object> y) {
        Function<Integer, Integer> yielding = number -> {
            y.yield(number);
            return number;
        };
        yielding.apply(1);
    }

    private static native void foreign(Yielder<Object> y);

    @Test
    void aNativeHelper() {
        GeneratorBody<Object> body = y -> foreign(y);

        assertThat(refusal(body)).isEqualTo("FallbackSpec.foreign has no bytecode: it is abstract or native");
    }

    // ---- code that looks at its own class ----

    @Test
    void aCallThatLooksAtItsCaller() {
        GeneratorBody<Object> body = y -> y.yield(MethodHandles.lookup().lookupClass());

        assertThat(refusal(body))
                .matches("MethodHandles\\.lookup looks at the class that calls it, " + HERE
                        + ": call it in a method to which the yielder is not passed");
        assertThat(read(body)).containsExactly(FallbackSpec.class);
    }

    private static final class Secret {
        private final int number = Integer.parseInt("7");
    }

    @Test
    void reflectionOnWhatIsPrivate() {
        GeneratorBody<Object> body =
                y -> y.yield(Secret.class.getDeclaredField("number").get(new Secret()));

        assertThat(refusal(body)).matches("Field\\.get looks at the class that calls it, " + HERE + ": .*");
        assertThat(read(body)).containsExactly(new Secret().number);
    }

    // ---- what is no lambda ----

    private static final class Made {
        Made(Yielder<Object> y) {
            y.yield("made");
        }
    }

    @Test
    void aReferenceToAConstructor() {
        GeneratorBody<Object> body = Made::new;

        assertThat(refusal(body)).isEqualTo("it is a reference to a constructor: write a lambda");
        assertThat(read(body)).containsExactly("made");
    }

    private static void anything(Object y) {
        @SuppressWarnings("unchecked")
        var yielder = (Yielder<Object>) y;
        yielder.yield(1);
    }

    @Test
    void aReferenceToAMethodThatTakesTheYielderAsSomethingElse() {
        GeneratorBody<Object> body = FallbackSpec::anything;

        assertThat(refusal(body))
                .isEqualTo("it is a reference to FallbackSpec.anything, which does not have the yielder as its last"
                        + " parameter: write a lambda");
        assertThat(read(body)).containsExactly(1);
    }

    private static Class<?> hidden(Class<?> type) throws IOException, IllegalAccessException {
        try (var file = type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
            return MethodHandles.lookup()
                    .defineHiddenClass(file.readAllBytes(), true)
                    .lookupClass();
        }
    }

    @Test
    void aHiddenClass() throws Exception {
        @SuppressWarnings("unchecked")
        var body = (GeneratorBody<Object>)
                hidden(HiddenHost.class).getDeclaredConstructor().newInstance();

        assertThat(refusal(body)).matches(".*HiddenHost/.* is a hidden class but no serializable lambda");
        assertThat(read(body)).containsExactly("hidden");
    }

    static final class HiddenHost implements GeneratorBody<Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public void run(Yielder<Object> y) {
            y.yield("hidden");
        }

        static GeneratorBody<Object> lambda() {
            return y -> y.yield("hidden");
        }
    }

    @Test
    void aLambdaInAHiddenClass() throws Exception {
        @SuppressWarnings("unchecked")
        var body = (GeneratorBody<Object>)
                hidden(HiddenHost.class).getDeclaredMethod("lambda").invoke(null);

        assertThat(refusal(body)).matches(".*HiddenHost.* does not tell its method: .*");
        assertThat(read(body)).containsExactly("hidden");
    }

    @Test
    void aProxy() {
        GeneratorBody<Object> body = proxy();

        assertThat(refusal(body))
                .matches(".*Proxy\\d+ is a proxy, whose code is elsewhere: write a lambda or a class, in Groovy under"
                        + " @CompileStatic");
        assertThat(read(body)).containsExactly("proxy");
    }

    @SuppressWarnings("unchecked")
    private static GeneratorBody<Object> proxy() {
        return (GeneratorBody<Object>) Proxy.newProxyInstance(
                FallbackSpec.class.getClassLoader(), new Class<?>[] {GeneratorBody.class}, (_, _, arguments) -> {
                    ((Yielder<Object>) arguments[0]).yield("proxy");
                    return null;
                });
    }

    @Test
    void whatIsNoBody() {
        assertThat(Compiled.reasonAgainst("text")).isEqualTo("it is no body but an object of java.lang.String");
    }

    // ---- the switch ----

    @Test
    void theReasonIsPartOfTheExplanation() {
        GeneratorBody<Object> body = y -> {
            synchronized (this) {
                y.yield(1);
            }
        };

        assertThat(Async.explain(body).toString())
                .matches("thread \\(compiled: yield inside synchronized, " + HERE + ": leave .*\\)");
    }
}
