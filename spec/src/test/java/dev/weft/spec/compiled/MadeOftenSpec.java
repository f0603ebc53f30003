package dev.weft.spec.compiled;

import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Bodies of one class of which so many are made that what makes their frames is generated: each has its own values.
class MadeOftenSpec {

    private static final int OFTEN = 300;

    @SuppressWarnings("NarrowCalculation") // what is left of a number is as good
    private static GeneratorBody<@Nullable Object> ofAllTypes(int i) {
        boolean truth = i % 2 == 0;
        byte small = (byte) i;
        char letter = (char) ('a' + i % 26);
        short less = (short) (i * 7);
        long large = i * 10_000_000_000L;
        float part = i / 2f;
        double finer = i / 3d;
        String text = i % 5 == 0 ? null : "number " + i;
        int[] array = {i};
        return y -> {
            y.yield(truth);
            y.yield(small);
            y.yield(letter);
            y.yield(less);
            y.yield(i);
            y.yield(large);
            y.yield(part);
            y.yield(finer);
            y.yield(text);
            y.yield(array[0]);
        };
    }

    private static List<@Nullable Object> valuesOfAllTypes(int i) {
        return Arrays.asList(
                i % 2 == 0,
                (byte) i,
                (char) ('a' + i % 26),
                (short) (i * 7),
                i,
                i * 10_000_000_000L,
                i / 2f,
                i / 3d,
                i % 5 == 0 ? null : "number " + i,
                i);
    }

    @Test
    void whatIsCapturedIsThatOfEachBody() throws Exception {
        for (int i = 0; i < OFTEN; i++) {
            assertThat(read(ofAllTypes(i))).isEqualTo(valuesOfAllTypes(i));
        }
    }

    @Test
    void nothingNeedBeCaptured() throws Exception {
        for (int i = 0; i < OFTEN; i++) {
            GeneratorBody<Integer> body = y -> {
                for (int j = 0; j < 3; j++) {
                    y.yield(j);
                }
            };
            assertThat(read(body)).containsExactly(0, 1, 2);
        }
    }

    private void countingFromMe(Yielder<Integer> y) {
        y.yield(hashCode());
    }

    @Test
    void aReferenceKeepsItsReceiver() throws Exception {
        for (int i = 0; i < OFTEN; i++) {
            var other = new MadeOftenSpec();
            assertThat(read(other::countingFromMe)).containsExactly(other.hashCode());
        }
    }

    private static class Base {
        void numbers(Yielder<Integer> y) {
            y.yield(1);
        }
    }

    private static final class Other extends Base {
        @Override
        void numbers(Yielder<Integer> y) {
            y.yield(2);
        }
    }

    @Test
    void aReceiverChoosesItsMethodHoweverManyThereAre() throws Exception {
        for (int i = 0; i < OFTEN; i++) {
            Base receiver = i % 3 == 0 ? new Other() : new Base();
            assertThat(read(receiver::numbers)).containsExactly(i % 3 == 0 ? 2 : 1);
        }
    }

    private record Counting(int from) implements GeneratorBody<Integer> {
        @Override
        public void run(Yielder<Integer> y) {
            y.yield(from);
            y.yield(from + 1);
        }
    }

    @Test
    void aBodyMayHaveAClassOfItsOwn() throws Exception {
        for (int i = 0; i < OFTEN; i++) {
            assertThat(read(new Counting(i))).containsExactly(i, i + 1);
        }
    }

    private static void twice(int number, Yielder<Integer> y) {
        y.yield(number);
        y.yield(number);
    }

    @Test
    void aBodyMayPassItsYielderOn() throws Exception {
        for (int i = 0; i < OFTEN; i++) {
            int number = i;
            assertThat(read((Yielder<Integer> y) -> twice(number, y))).containsExactly(i, i);
        }
    }

    @Test
    void manyThreadsMayMakeThem() throws Exception {
        int threads = 8;
        var together = new CyclicBarrier(threads);
        Callable<List<List<Integer>>> making = () -> {
            together.await();
            var read = new ArrayList<List<Integer>>();
            for (int i = 0; i < OFTEN; i++) {
                int number = i;
                read.add(read((Yielder<Integer> y) -> y.yield(number)));
            }
            return read;
        };
        List<List<Integer>> expected =
                IntStream.range(0, OFTEN).mapToObj(List::of).toList();

        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (Future<List<List<Integer>>> each : pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> making).toList())) {
                assertThat(each.get()).isEqualTo(expected);
            }
        }
    }
}
