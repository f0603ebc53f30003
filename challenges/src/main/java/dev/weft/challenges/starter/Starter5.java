package dev.weft.challenges.starter;

import static dev.weft.Async.anext;
import static dev.weft.Async.await;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;
import java.time.Duration;

/// # Challenge 5: an error through gather
///
/// > Write a generator that throws an error of your own, and consume it through `gather`. Which line must stand inside
/// > the `try` to catch it: the one that makes the generator, the `anext()`, the `gather(...)`, or the `await`?
///
/// Write the body of `printer`. Then put a `try { ... } catch (PaperJam jam) { return jam; }` around the line that is
/// marked in each of the four methods: one of them catches it. Run `./weft challenges 5 --starter`.
public record Starter5() implements Program {

    static final class PaperJam extends RuntimeException {
        private static final long serialVersionUID = 1;

        PaperJam(String message) {
            super(message);
        }
    }

    static AsyncGenerator<Integer> printer() {
        return generator("printer", y -> {
            // Sleep, yield a number, sleep again, throw a PaperJam. Sleep less than the clock does.
        });
    }

    static AsyncGenerator<Integer> clock() {
        return generator("clock", y -> {
            for (int time = 1; ; time++) {
                sleep(Duration.ofSeconds(1));
                y.yield(time);
            }
        });
    }

    static PaperJam aroundGenerator(Stage stage) throws Exception {
        AsyncGenerator<Integer> printer = printer(); // <- try
        AsyncGenerator<Integer> clock = clock();
        while (true) {
            Awaitable<Integer> step = anext(printer);
            Awaitable<String> both = gather(step, anext(clock), (page, time) -> "page " + page + " at " + time);
            stage.println(await(both));
        }
    }

    static PaperJam aroundAnext(Stage stage) throws Exception {
        AsyncGenerator<Integer> printer = printer();
        AsyncGenerator<Integer> clock = clock();
        while (true) {
            Awaitable<Integer> step = anext(printer); // <- try
            Awaitable<String> both = gather(step, anext(clock), (page, time) -> "page " + page + " at " + time);
            stage.println(await(both));
        }
    }

    static PaperJam aroundGather(Stage stage) throws Exception {
        AsyncGenerator<Integer> printer = printer();
        AsyncGenerator<Integer> clock = clock();
        while (true) {
            Awaitable<Integer> step = anext(printer);
            Awaitable<String> both =
                    gather(step, anext(clock), (page, time) -> "page " + page + " at " + time); // <- try
            stage.println(await(both));
        }
    }

    static PaperJam aroundAwait(Stage stage) throws Exception {
        AsyncGenerator<Integer> printer = printer();
        AsyncGenerator<Integer> clock = clock();
        while (true) {
            Awaitable<Integer> step = anext(printer);
            Awaitable<String> both = gather(step, anext(clock), (page, time) -> "page " + page + " at " + time);
            stage.println(await(both)); // <- try
        }
    }

    @Override
    public void run(Stage stage) throws Exception {
        stage.attempt("try around the generator", () -> aroundGenerator(stage));
        stage.attempt("try around anext", () -> aroundAnext(stage));
        stage.attempt("try around gather", () -> aroundGather(stage));
        stage.attempt("try around await", () -> aroundAwait(stage));
    }
}
