package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Gatherer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Chains of operators chosen at random do the same things in the same order, whether they are one pipeline or, kept
/// apart by something that no pipeline reaches through, a row of generators that step each other.
///
/// Not in virtual time, which watches: what nobody watches takes another way through a pipeline.
class RandomChainsSpec {

    private static final int SEEDS = 400;

    static List<Arguments> drives() {
        var drives = new ArrayList<Arguments>();
        for (Drive drive : Drive.values()) {
            for (boolean watched : List.of(false, true)) {
                drives.add(Arguments.of(drive, watched));
            }
        }
        return drives;
    }

    @ParameterizedTest(name = "{0}, watched: {1}")
    @MethodSource("drives")
    void aChainDoesWhatItsOperatorsDoOneByOne(Drive drive, boolean watched) {
        int failed = 0;
        int ended = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> apart = new Chain(seed, true).journal(drive, false);
            List<String> together = new Chain(seed, false).journal(drive, watched);

            assertThat(together).as("seed " + seed).isEqualTo(apart);
            failed += apart.getLast().startsWith("failed") ? 1 : 0;
            ended += apart.getLast().equals("ended") ? 1 : 0;
        }
        assertThat(failed).isGreaterThan(SEEDS / 10);
        assertThat(ended).isGreaterThan(SEEDS / 4);
    }

    @ParameterizedTest(name = "{0}, watched: {1}")
    @MethodSource("drives")
    void noOperatorIsLeftOutHoweverManyStandTogether(Drive drive, boolean watched) throws Exception {
        for (int length : List.of(1, 63, 64, 65, 128, 129)) {
            AsyncGenerator<Integer> below = add(of(1, 2, 3), length);
            AsyncGenerator<Integer> chain = add(below.gather(twice()).take(4), length);
            var elements = new ArrayList<Integer>();

            run(options(watched), () -> {
                drive.read(chain, elements::add);
                return null;
            });

            int both = 2 * length;
            assertThat(elements).as("%d", length).containsExactly(1 + both, 1 + both, 2 + both, 2 + both);
        }
    }

    /// Adds one, by an operator each time.
    private static AsyncGenerator<Integer> add(AsyncGenerator<Integer> source, int times) {
        AsyncGenerator<Integer> chained = source;
        for (int i = 0; i < times; i++) {
            chained = chained.map(number -> number + 1);
        }
        return chained;
    }

    /// Gives each element twice.
    private static Gatherer<Integer, ?, Integer> twice() {
        return Gatherer.ofSequential((_, element, downstream) -> downstream.push(element) && downstream.push(element));
    }

    private static RunOptions options(boolean watched) {
        return watched ? RunOptions.defaults().observer(_ -> {}) : RunOptions.defaults();
    }

    /// A chain that a seed chooses, and what happens in it.
    private static final class Chain {

        private static final int LONGEST = 8;

        private final Random random;
        private final boolean apart;
        private final List<String> journal = new ArrayList<>();
        private final int failingCall; // counted over all functions; beyond the last one in many chains
        private int calls;

        Chain(int seed, boolean apart) {
            random = new Random(seed);
            this.apart = apart;
            failingCall = random.nextInt(200);
        }

        List<String> journal(Drive drive, boolean watched) {
            int wanted = random.nextInt(12);
            AsyncGenerator<Integer> chain = chain();
            try {
                run(options(watched), () -> {
                    drive.read(wanted == 0 ? chain : chain.take(30L / wanted), number -> call("consumer", number));
                    return null;
                });
                journal.add("ended");
            } catch (Exception failure) {
                journal.add("failed: " + failure);
            }
            return journal;
        }

        private AsyncGenerator<Integer> chain() {
            int end = random.nextInt(60);
            AsyncGenerator<Integer> chain = generator(y -> {
                try {
                    for (int i = 0; i < end; i++) {
                        call("source", i);
                        y.yield(i);
                    }
                } finally {
                    journal.add("source closed");
                }
            });
            int length = 1 + random.nextInt(LONGEST);
            for (int i = 0; i < length; i++) {
                chain = operator(chain, i);
                if (apart) {
                    chain = keptApart(chain);
                }
            }
            return chain;
        }

        /// A body between two operators: no pipeline reaches through it.
        private static AsyncGenerator<Integer> keptApart(AsyncGenerator<Integer> chain) {
            return generator(y -> y.yieldAll(chain));
        }

        private AsyncGenerator<Integer> operator(AsyncGenerator<Integer> chain, int at) {
            int number = random.nextInt(8);
            return switch (random.nextInt(13)) {
                case 0, 1 -> chain.map(element -> call("map " + at, element) + number);
                case 2, 3 -> chain.filter(element -> call("filter " + at, element) % 7 != number);
                case 4 -> chain.mapNotNull(element -> call("mapNotNull " + at, element) % 5 == number ? null : element);
                case 5 -> chain.take(number * 4L);
                case 6 -> chain.takeWhile(element -> call("takeWhile " + at, element) % 40 < 32 + number);
                case 7 -> chain.takeUntil(element -> call("takeUntil " + at, element) % 40 == 32 + number);
                case 8 -> chain.drop(number);
                case 9 -> chain.dropWhile(element -> call("dropWhile " + at, element) < number);
                case 10 -> chain.scan(number, (sum, element) -> sum + call("scan " + at, element) % 3);
                case 11 -> chain.enumerate().map(element -> (int) element.index() + element.value());
                default -> chain.gather(twice(at, number));
            };
        }

        /// A gatherer that makes two of some and has more to say at the end.
        private Gatherer<Integer, ?, Integer> twice(int at, int number) {
            return Gatherer.ofSequential(
                    (_, element, downstream) -> {
                        call("twice " + at, element);
                        return downstream.push(element) && (element % 3 != 0 || downstream.push(-element));
                    },
                    (_, downstream) -> {
                        call("twice at its end " + at, number);
                        downstream.push(number);
                    });
        }

        private int call(String what, int element) {
            journal.add(what + ": " + element);
            if (++calls == failingCall) {
                throw unchecked(new IOException("of " + what));
            }
            return element;
        }

        @SuppressWarnings("unchecked")
        private static <X extends Throwable> RuntimeException unchecked(Throwable failure) throws X {
            throw (X) failure;
        }
    }
}
