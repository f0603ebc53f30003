package dev.weft.challenges.starter;

import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;
import java.util.random.RandomGenerator;

/// # Challenge 3a: two generators at the same time
///
/// > Write two async generators of random integers from 0 to 10, each after a random sleep of at most 1 second. Consume
/// > both at the same time with `gather`, and prove that they are concurrent.
///
/// Write the bodies below, then run `./weft challenges 3a --starter`. The proof is made for you: it measures.
public record Starter3a() implements Program {

    static AsyncGenerator<Integer> numbers(String name, RandomGenerator random) {
        return generator(name, y -> {
            // For ever: sleep for random.nextInt(0, 1001) milliseconds, yield random.nextInt(0, 11).
        });
    }

    static void together(AsyncGenerator<Integer> left, AsyncGenerator<Integer> right, Stage stage) throws Exception {
        // Ten times: await the next number of both at the same time, and print the two, such as "7 and 3".
    }

    @Override
    public void run(Stage stage) throws Exception {
        try (var left = numbers("left", stage.random("left"));
                var right = numbers("right", stage.random("right"))) {
            together(left, right, stage);
        }
    }
}
