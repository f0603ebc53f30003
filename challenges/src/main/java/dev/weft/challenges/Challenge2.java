package dev.weft.challenges;

import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;

import dev.weft.AsyncGenerator;
import dev.weft.challenges.stage.Proof;
import dev.weft.challenges.stage.Seconds;
import dev.weft.challenges.stage.Stage;
import dev.weft.challenges.stage.Step;
import dev.weft.challenges.stage.Trace;
import dev.weft.challenges.starter.Starter2;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/// # Challenge 2: running sums
///
/// > Write an async generator of 10 random integers x from 0 to 3, each of which comes after x seconds of sleep. Write
/// > a second one that consumes the first and yields the running sums.
///
/// See it run with `./weft challenges 2`; do it yourself in `starter/Starter2.java`.
final class Challenge2 {

    private Challenge2() {}

    // ---- the solution ----

    static AsyncGenerator<Integer> numbers(RandomGenerator random) {
        return generator("numbers", y -> {
            for (int i = 0; i < 10; i++) {
                int x = random.nextInt(0, 4);
                sleep(Duration.ofSeconds(x));
                y.yield(x);
            }
        });
    }

    /// A generator reads another one as everybody does: with `for`, in a `try` that closes it if the loop is left
    /// early.
    static AsyncGenerator<Integer> sums(AsyncGenerator<Integer> numbers) {
        return generator("sums", y -> {
            try (numbers) {
                int sum = 0;
                for (int x : numbers) {
                    sum += x;
                    y.yield(sum);
                }
            }
        });
    }

    static void run(Stage stage) {
        try (var sums = sums(numbers(stage.random("numbers")))) {
            for (int sum : sums) {
                stage.println("sum " + sum);
            }
        }
    }

    // ---- the proof ----

    static final Challenge CHALLENGE = new Challenge(
            "2",
            "running sums",
            "Yield 10 random integers x from 0 to 3, each after x seconds of sleep. With a second generator, consume"
                    + " them and yield the running sums.",
            Challenge2::run,
            new Starter2(),
            Challenge2::prove);

    private static final int COUNT = 10;

    private static void prove(Proof proof) {
        Trace numbers = proof.generator("numbers");
        List<Integer> xs = numbers.integers();
        proof.equal(COUNT + " numbers came: " + xs + ".", COUNT, xs.size());
        proof.each("Each is from 0 to 3.", xs, x -> 0 <= x && x <= 3, x -> "0 to 3", x -> x);
        proof.each(
                "Each came after as many seconds as it says: " + shown(numbers.steps()) + ".",
                numbers.steps(),
                step -> proof.isAbout(secondsIn(step), step.length(), 1),
                step -> step.value() + " after " + proof.about(secondsIn(step), 1),
                step -> shown(List.of(step)));
        proveSums(proof, numbers, proof.generator("sums"));
    }

    private static void proveSums(Proof proof, Trace numbers, Trace sums) {
        List<Integer> expected = numbers.integers().stream()
                .gather(Gatherers.scan(() -> 0, Integer::sum))
                .toList();
        List<Integer> seen = sums.integers();
        proof.equal("The sums are those of the numbers so far: " + seen + ".", expected, seen);
        List<Integer> printed = proof.recording().lines().stream()
                .flatMap(line -> line.lastNumbers(1).stream())
                .toList();
        proof.equal("They were printed.", expected, printed);
        proof.each(
                "Each sum came when its number did: the second generator reads the first as it goes.",
                IntStream.range(0, COUNT).boxed().toList(),
                i -> proof.isAbout(time(numbers, i), time(sums, i), 1),
                i -> "sum " + seen.get(i) + " at " + proof.about(time(numbers, i), 1),
                i -> Seconds.show(time(sums, i)));
        Duration took =
                sums.steps().getLast().ended().minus(sums.steps().getFirst().began());
        proof.lasted(
                "All of it took " + Seconds.show(took) + ": as many seconds as the sum of the numbers, "
                        + seen.getLast() + ".",
                Duration.ofSeconds(seen.getLast()),
                took,
                COUNT);
    }

    private static String shown(List<Step> steps) {
        return steps.stream()
                .map(step -> step.value() + " after " + Seconds.show(step.length()))
                .collect(Collectors.joining(", "));
    }

    private static Duration secondsIn(Step step) {
        return Duration.ofSeconds(step.value() instanceof Integer x ? x : 0);
    }

    private static Duration time(Trace generator, int step) {
        return generator.steps().get(step).ended();
    }
}
