package dev.weft.challenges;

import static dev.weft.Async.anext;
import static dev.weft.Async.await;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;

import dev.weft.AsyncGenerator;
import dev.weft.challenges.stage.Proof;
import dev.weft.challenges.stage.Seconds;
import dev.weft.challenges.stage.Stage;
import dev.weft.challenges.stage.Step;
import dev.weft.challenges.stage.Trace;
import dev.weft.challenges.starter.Starter3a;
import dev.weft.challenges.starter.Starter3b;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// # Challenge 3: two generators at the same time
///
/// > Write two async generators of random integers from 0 to 10, each after a random sleep of at most 1 second.
/// >
/// > 3a. Consume both at the same time with `gather`, and prove that they are concurrent.
/// >
/// > 3b. Write a third generator that consumes both and yields their sum at each step.
///
/// See it run with `./weft challenges 3`; do it yourself in `starter/Starter3a.java` and `starter/Starter3b.java`.
final class Challenge3 {

    private Challenge3() {}

    // ---- the solution ----

    /// Gives numbers for ever: who reads it says when it is enough, and closes it.
    static AsyncGenerator<Integer> numbers(String name, RandomGenerator random) {
        return generator(name, y -> {
            while (true) {
                sleep(Duration.ofMillis(random.nextInt(0, 1001)));
                y.yield(random.nextInt(0, 11));
            }
        });
    }

    /// 3a. `anext` only describes a step; `gather` takes both steps at the same time.
    static void together(Stage stage) throws Exception {
        try (var left = numbers("left", stage.random("left"));
                var right = numbers("right", stage.random("right"))) {
            for (int i = 0; i < 10; i++) {
                String both = await(gather(anext(left), anext(right), (l, r) -> l + " and " + r));
                stage.println(both);
            }
        }
    }

    /// 3b. The same inside a generator.
    static AsyncGenerator<Integer> sums(AsyncGenerator<Integer> left, AsyncGenerator<Integer> right) {
        return generator("sums", y -> {
            try (left;
                    right) {
                for (int i = 0; i < 10; i++) {
                    int sum = await(gather(anext(left), anext(right), Integer::sum));
                    y.yield(sum);
                }
            }
        });
    }

    static void summed(Stage stage) {
        var left = numbers("left", stage.random("left"));
        var right = numbers("right", stage.random("right"));
        try (var sums = sums(left, right)) {
            for (int sum : sums) {
                stage.println("sum " + sum);
            }
        }
    }

    // ---- the proof ----

    static final Challenge TOGETHER = new Challenge(
            "3a",
            "two generators at the same time",
            "Consume two generators of random integers from 0 to 10, each after a random sleep of at most 1 second, at"
                    + " the same time with gather.",
            Challenge3::together,
            new Starter3a(),
            Challenge3::proveTogether);

    static final Challenge SUMMED = new Challenge(
            "3b",
            "the sum of two generators",
            "Write a third generator that consumes the two of challenge 3a and yields their sum at each step.",
            Challenge3::summed,
            new Starter3b(),
            Challenge3::proveSummed);

    private static final int COUNT = 10;

    private static void proveTogether(Proof proof) {
        List<Pair> pairs = provePairs(proof);
        List<List<Integer>> expected =
                pairs.stream().map(pair -> List.of(pair.l(), pair.r())).toList();
        List<List<Integer>> printed = proof.recording().lines().stream()
                .map(line -> line.lastNumbers(2))
                .toList();
        proof.equal("They were printed, two by two.", expected, printed);
        proveConcurrent(proof, pairs);
    }

    private static void proveSummed(Proof proof) {
        List<Pair> pairs = provePairs(proof);
        List<Integer> expected = pairs.stream().map(pair -> pair.l() + pair.r()).toList();
        Trace sums = proof.generator("sums");
        proof.equal("The third generator gave their sums: " + sums.values() + ".", expected, sums.values());
        List<Integer> printed = proof.recording().lines().stream()
                .flatMap(line -> line.lastNumbers(1).stream())
                .toList();
        proof.equal("They were printed.", expected, printed);
        proof.each(
                "Each sum came when the later of its two numbers did.",
                pairs,
                pair -> proof.isAbout(
                        pair.ended(), sums.steps().get(pair.index()).ended(), 1),
                pair -> "sum " + (pair.index() + 1) + " at " + proof.about(pair.ended(), 1),
                pair -> Seconds.show(sums.steps().get(pair.index()).ended()));
        proveConcurrent(proof, pairs);
    }

    private static List<Pair> provePairs(Proof proof) {
        Trace left = proof.generator("left");
        Trace right = proof.generator("right");
        List<Integer> l = left.integers();
        List<Integer> r = right.integers();
        proof.equal(
                "Each gave " + COUNT + " numbers: left " + l + ", right " + r + ".",
                List.of(COUNT, COUNT),
                List.of(l.size(), r.size()));
        List<Step> steps =
                Stream.of(left, right).flatMap(trace -> trace.steps().stream()).toList();
        proof.each(
                "Each number is from 0 to 10.",
                Stream.of(l, r).flatMap(List::stream).toList(),
                x -> 0 <= x && x <= 10,
                x -> "0 to 10",
                x -> x);
        Duration most = Duration.ofSeconds(1).plus(proof.recording().slack());
        proof.each(
                "Each came after a sleep of at most 1 second.",
                steps,
                step -> step.length().compareTo(most) <= 0,
                step -> "at most " + Seconds.show(most),
                step -> Seconds.show(step.length()));
        return IntStream.range(0, COUNT)
                .mapToObj(i -> new Pair(i, left.steps().get(i), right.steps().get(i), l.get(i), r.get(i)))
                .toList();
    }

    /// Proves that every step took the longer one of its two sleeps, and not their sum.
    private static void proveConcurrent(Proof proof, List<Pair> pairs) {
        Duration slack = proof.recording().slack();
        proof.each(
                "In each step both were asked at the same time.",
                pairs,
                pair -> pair.apart().compareTo(slack) <= 0,
                pair -> "both asked in step " + (pair.index() + 1) + " before one answers",
                Pair::times);
        proof.each(
                "Each step took as long as the longer one of its two sleeps: " + shown(pairs) + ".",
                pairs,
                pair -> proof.isAbout(pair.longer(), pair.took(), 1),
                pair -> proof.about(pair.longer(), 1) + " in step " + (pair.index() + 1),
                Pair::shown);
        Duration longer = total(pairs, Pair::longer);
        Duration both = total(pairs, Pair::both);
        Duration took = pairs.getLast().ended().minus(pairs.getFirst().began());
        // On a real clock each of the ten steps may come late, but no more than half of what doing both at once saves.
        Duration tolerance = slack.isZero() ? slack : both.minus(longer).dividedBy(2);
        proof.that(
                "All steps took " + Seconds.show(took) + ": the sum of the longer sleeps is " + Seconds.show(longer)
                        + ". One after the other they would have taken " + Seconds.show(both) + "."
                        + (tolerance.isZero()
                                ? ""
                                : " Tolerance: half of what is saved, " + Seconds.show(tolerance) + "."),
                took.compareTo(longer) >= 0 && took.compareTo(longer.plus(tolerance)) <= 0,
                Seconds.show(longer) + ", at most " + Seconds.show(tolerance) + " more",
                Seconds.show(took));
    }

    private static String shown(List<Pair> pairs) {
        return pairs.stream().map(Pair::shown).collect(Collectors.joining(", "));
    }

    private static Duration total(List<Pair> pairs, Function<Pair, Duration> of) {
        return pairs.stream().map(of).reduce(Duration.ZERO, Duration::plus);
    }

    /// One step of both generators, and the numbers that it gave.
    private record Pair(int index, Step left, Step right, int l, int r) {

        Duration longer() {
            return longer(left.length(), right.length());
        }

        Duration both() {
            return left.length().plus(right.length());
        }

        /// How much later the one was asked than the other.
        Duration apart() {
            return left.began().minus(right.began()).abs();
        }

        /// When the first of them was asked.
        Duration began() {
            return left.began().compareTo(right.began()) < 0 ? left.began() : right.began();
        }

        /// When both had answered.
        Duration ended() {
            return longer(left.ended(), right.ended());
        }

        Duration took() {
            return ended().minus(began());
        }

        String shown() {
            return Seconds.plain(left.length()) + " and " + Seconds.plain(right.length()) + " took "
                    + Seconds.show(took());
        }

        String times() {
            return "left " + left.span() + ", right " + right.span();
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }
    }
}
