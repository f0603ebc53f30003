package dev.weft.differential.random;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Chance, the same for the same seed.
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextInt();
    }

    /// A number from 0 to one less than `bound`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// A number between the two, both included.
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /// Something that happens in that many of a hundred cases.
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// One of several ways to go on.
    ///
    /// @param weight how often it is chosen, compared to the others; 0 if it is impossible here
    /// @param way what it gives
    record Way(int weight, Supplier<Tree> way) {
        static Way of(int weight, Supplier<Tree> way) {
            return new Way(weight, way);
        }

        Way when(boolean possible) {
            return possible ? this : new Way(0, way);
        }
    }

    /// Takes one of the ways.
    Tree take(Way... ways) {
        int total = 0;
        for (Way way : ways) {
            total += way.weight;
        }
        int at = random.nextInt(total);
        for (Way way : ways) {
            at -= way.weight;
            if (at < 0) {
                return way.way.get();
            }
        }
        throw new AssertionError();
    }
}
