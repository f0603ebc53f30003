package dev.weft.challenges.starter;

import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;

/// # Challenge 3b: the sum of two generators
///
/// > Write a third generator that consumes the two of challenge 3a and yields their sum at each step.
///
/// Complete `Starter3a.java` first: its generators are used here. Write the body below, then run
/// `./weft challenges 3b --starter`.
public record Starter3b() implements Program {

    static AsyncGenerator<Integer> sums(AsyncGenerator<Integer> left, AsyncGenerator<Integer> right) {
        return generator("sums", y -> {
            // Ten times: await the next number of both at the same time, and yield their sum.
            // Generators that never end want to be closed: try (left; right) { ... }
        });
    }

    @Override
    public void run(Stage stage) {
        var left = Starter3a.numbers("left", stage.random("left"));
        var right = Starter3a.numbers("right", stage.random("right"));
        try (var sums = sums(left, right)) {
            for (int sum : sums) {
                stage.println(sum);
            }
        }
    }
}
