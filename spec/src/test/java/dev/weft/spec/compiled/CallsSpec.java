package dev.weft.spec.compiled;

import static dev.weft.Async.generator;
import static dev.weft.Async.run;
import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.DialogueYielder;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.spec.compiled.other.Base;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Calls that pass the yielder on.
class CallsSpec {

    private final List<String> notes = new ArrayList<>();

    // ---- helpers ----

    private static int emitAll(Yielder<Object> y, int count, String suffix) {
        for (int i = 0; i < count; i++) {
            y.yield(i + suffix);
        }
        return count;
    }

    @Test
    void aHelperYieldsAndReturnsItsResult() throws Exception {
        var read = read(y -> {
            int first = emitAll(y, 2, "a");
            y.yield(first + emitAll(y, 1, "b"));
        });

        assertThat(read).containsExactly("0a", "1a", "0b", 3);
    }

    private static boolean z(DialogueYielder<Object, Object> y) {
        return y.yield("z") != null;
    }

    private static byte b(DialogueYielder<Object, Object> y) {
        return (byte) y.yield("b").hashCode();
    }

    private static char c(DialogueYielder<Object, Object> y) {
        return y.yield("c").toString().charAt(0);
    }

    private static short s(DialogueYielder<Object, Object> y) {
        return (short) y.yield("s").hashCode();
    }

    private static long l(DialogueYielder<Object, Object> y) {
        return 1L << y.yield("l").hashCode();
    }

    private static float f(DialogueYielder<Object, Object> y) {
        return y.yield("f").hashCode() / 2f;
    }

    private static double d(DialogueYielder<Object, Object> y) {
        return y.yield("d").hashCode() / 4d;
    }

    @Test
    void resultsOfEachKindComeBack() throws Exception {
        var heard = Compiled.<Object, Object>lead(
                y -> List.<Object>of(z(y), b(y), c(y), s(y), l(y), f(y), d(y)), 1, 2, 3, 4, 40, 5, 6);

        assertThat(heard.getLast()).isEqualTo(List.of(true, (byte) 2, '3', (short) 4, 1L << 40, 2.5f, 1.5));
    }

    private static void parameters(Yielder<Object> y, int a, long b, Object o, double d) {
        while (a-- > 0) {
            b *= 2;
            y.yield(b);
            o = o + "!";
            d /= 2;
        }
        y.yield(o + " " + a + b + d);
    }

    @Test
    void aHelperMayAssignItsParameters() throws Exception {
        assertThat(read(y -> parameters(y, 2, 10, "o", 1))).containsExactly(20L, 40L, "o!! -1400.25");
    }

    // ---- recursion ----

    private static void down(int depth, Yielder<Object> y) {
        if (depth > 0) {
            y.yield(depth);
            down(depth - 1, y);
            y.yield(-depth);
        }
    }

    @Test
    void aMethodMayCallItself() throws Exception {
        assertThat(read(y -> down(3, y))).containsExactly(3, 2, 1, -1, -2, -3);
    }

    private static final class Even {
        static void next(int number, Yielder<Object> y) {
            y.yield(number);
            if (number < 4) {
                Odd.next(number + 1, y);
            }
        }
    }

    private static final class Odd {
        static void next(int number, Yielder<Object> y) {
            y.yield("odd " + number);
            Even.next(number + 1, y);
        }
    }

    @Test
    void methodsOfSeveralClassesMayCallEachOther() throws Exception {
        assertThat(read(y -> Even.next(0, y))).containsExactly(0, "odd 1", 2, "odd 3", 4);
    }

    private static void dig(int depth, Yielder<Integer> y) {
        if (depth == 0) {
            y.yield(1);
            y.yield(2);
            return;
        }
        dig(depth - 1, y);
    }

    @Test
    void aMillionLevelsDoNotOverflowTheStack() throws Exception {
        assertThat(Compiled.<Integer>read(y -> dig(1_000_000, y))).containsExactly(1, 2);
    }

    private static void digGuarded(int depth, Yielder<Integer> y, int[] unwound) {
        try {
            if (depth == 0) {
                y.yield(1);
            } else {
                digGuarded(depth - 1, y, unwound);
            }
        } finally {
            unwound[0]++;
        }
    }

    @Test
    void aCloseUnwindsAMillionLevels() throws Exception {
        var unwound = new int[1];
        AsyncGenerator<Integer> deep = generator(y -> digGuarded(1_000_000, y, unwound));

        run(Compiled.ALONE, () -> {
            deep.anext().await();
            deep.close();
        });

        assertThat(unwound[0]).isEqualTo(1_000_001);
    }

    // ---- receivers ----

    private interface Tree {
        void each(Yielder<Object> y);

        default int count(Yielder<Object> y) {
            y.yield("leaf");
            return 1;
        }
    }

    private record Leaf(int value) implements Tree {
        @Override
        public void each(Yielder<Object> y) {
            y.yield(value);
        }
    }

    private record Node(Tree left, Tree right) implements Tree {
        @Override
        public void each(Yielder<Object> y) {
            left.each(y);
            right.each(y);
        }

        @Override
        public int count(Yielder<Object> y) {
            return left.count(y) + right.count(y);
        }
    }

    /// Cannot be compiled, as it yields in a lambda.
    private record Forest(List<Tree> trees) implements Tree {
        @Override
        public void each(Yielder<Object> y) {
            trees.forEach(tree -> tree.each(y));
        }

        @Override
        public int count(Yielder<Object> y) {
            return trees.stream().mapToInt(tree -> tree.count(y)).sum();
        }
    }

    @Test
    void theReceiverDecidesWhichMethodRuns() throws Exception {
        Tree tree = new Node(new Node(new Leaf(1), new Leaf(2)), new Leaf(3));

        var read = read(y -> {
            tree.each(y);
            y.yield("count " + tree.count(y));
        });

        assertThat(read).containsExactly(1, 2, 3, "leaf", "leaf", "leaf", "count 3");
    }

    @Test
    void aReceiverWhoseMethodDoesNotCompileRunsThatPartOnAThread() throws Exception {
        Tree tree = new Node(new Forest(List.of(new Leaf(1), new Node(new Leaf(2), new Leaf(3)))), new Leaf(4));

        var read = read(y -> {
            tree.each(y);
            y.yield("count " + tree.count(y));
        });

        assertThat(read).containsExactly(1, 2, 3, 4, "leaf", "leaf", "leaf", "leaf", "count 4");
    }

    @Test
    void aLambdaMayBeTheReceiver() throws Exception {
        GeneratorBody<Object> part = y -> {
            y.yield("part");
            y.yield("of it");
        };
        Tree lambda = y -> y.yield("lambda");

        var read = read(y -> {
            part.run(y);
            lambda.each(y);
        });

        assertThat(read).containsExactly("part", "of it", "lambda");
    }

    @Test
    void aCallOfNothingFailsInTheBody() throws Exception {
        Tree none = null;

        var read = read(y -> {
            try {
                none.each(y);
            } catch (NullPointerException e) {
                y.yield("caught");
            }
            try {
                y.yieldAll((AsyncGenerator<Object>) null);
            } catch (NullPointerException e) {
                y.yield(e.getMessage());
            }
            try {
                y.use(null);
            } catch (NullPointerException e) {
                y.yield(e.getMessage());
            }
        });

        assertThat(read).containsExactly("caught", "inner", "resource");
    }

    private static final class Neighbour extends Base {
        void hidden(Yielder<Object> y) {
            y.yield("no override");
        }
    }

    @Test
    void aMethodOfAnotherPackageThatOnlyLooksLikeAnOverrideIsNone() throws Exception {
        assertThat(read(y -> Base.callHidden(new Neighbour(), y))).containsExactly("hidden in base");
    }

    // ---- what a helper throws ----

    private void failing(Yielder<Object> y) throws IOException {
        try {
            y.yield("in helper");
            throw new IOException("of helper");
        } finally {
            notes.add("helper's finally");
        }
    }

    @Test
    void whatAHelperThrowsMeetsTheHandlersOfItsCaller() throws Exception {
        var read = read(y -> {
            try {
                failing(y);
            } catch (IOException e) {
                y.yield("caught " + e.getMessage());
            }
        });

        assertThat(read).containsExactly("in helper", "caught of helper");
        assertThat(notes).containsExactly("helper's finally");
    }

    @Test
    void whatIsThrownInMeetsTheInnermostFrameFirst() throws Exception {
        AsyncGenerator<Object> generator = generator(y -> {
            try {
                failing(y);
            } catch (IOException e) {
                y.yield("caught " + e.getMessage());
            }
        });

        Object answer = run(Compiled.ALONE, () -> {
            generator.anext().await();
            return generator.athrow(new IOException("thrown in")).await();
        });

        assertThat(answer).isEqualTo("caught thrown in");
        assertThat(notes).containsExactly("helper's finally");
    }

    // ---- all together ----

    private static void preorder(Map<String, List<String>> graph, String node, Yielder<String> y, int depth)
            throws Exception {
        y.yield("  ".repeat(depth) + node);
        try {
            for (String child : graph.getOrDefault(node, List.of())) {
                preorder(graph, child, y, depth + 1);
            }
        } finally {
            if (depth == 0) {
                y.yield("end");
            }
        }
    }

    @Test
    void aWalkOverAGraphReadsLikeARecursion() throws Exception {
        var graph = new TreeMap<>(Map.of("a", List.of("b", "c"), "c", List.of("d")));

        assertThat(Compiled.<String>read(y -> preorder(graph, "a", y, 0)))
                .containsExactly("a", "  b", "  c", "    d", "end");
    }
}
