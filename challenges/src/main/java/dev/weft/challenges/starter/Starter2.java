package dev.weft.challenges.starter;

import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;
import java.util.random.RandomGenerator;

/// # Challenge 2: running sums
///
/// > Write an async generator of 10 random integers x from 0 to 3, each of which comes after x seconds of sleep. Write
/// > a second one that consumes the first and yields the running sums.
///
/// Write the two bodies below, then run `./weft challenges 2 --starter`.
public record Starter2() implements Program {

    static AsyncGenerator<Integer> numbers(RandomGenerator random) {
        return generator("numbers", y -> {
            // Ten times: draw random.nextInt(0, 4), sleep for so many seconds, yield it.
        });
    }

    static AsyncGenerator<Integer> sums(AsyncGenerator<Integer> numbers) {
        return generator("sums", y -> {
            // Read numbers with a for loop, and yield the sum so far for each.
        });
    }

    @Override
    public void run(Stage stage) {
        try (var sums = sums(numbers(stage.random("numbers")))) {
            for (int sum : sums) {
                stage.println(sum);
            }
        }
    }
}
