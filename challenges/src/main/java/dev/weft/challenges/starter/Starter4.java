package dev.weft.challenges.starter;

import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;

/// # Challenge 4: the end of an iteration
///
/// > Write a generator that ends with StopAsyncIteration, and a `while` loop that awaits `anext` and catches it, to
/// > print a final line. What happens if the body throws StopAsyncIteration itself?
///
/// Write the bodies below, then run `./weft challenges 4 --starter`.
public record Starter4() implements Program {

    static AsyncGenerator<Integer> countdown() {
        return generator("countdown", y -> {
            // Yield a few numbers, with a sleep before each. To end, simply return.
        });
    }

    static void watch(AsyncGenerator<Integer> numbers, Stage stage) throws Exception {
        // While there are more: print await(anext(numbers)). When that throws StopAsyncIteration, print a final line.
    }

    static AsyncGenerator<Integer> hasty() {
        return generator("hasty", y -> {
            // Yield a number, then throw a StopAsyncIteration.
        });
    }

    @Override
    public void run(Stage stage) throws Exception {
        watch(countdown(), stage);
        stage.attempt("watching a body that throws StopAsyncIteration", () -> watch(hasty(), stage));
    }
}
