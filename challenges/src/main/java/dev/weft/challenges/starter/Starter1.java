package dev.weft.challenges.starter;

import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.StopAsyncIteration;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;
import java.util.Iterator;
import java.util.List;

/// # Challenge 1: an async iterator
///
/// > Write an async iterator that awaits what it is given and yields the results, and consume it with an async `for`.
/// > The awaitables are awaited in order, not concurrently.
///
/// Write the two bodies below, then run `./weft challenges 1 --starter`.
public record Starter1() implements Program {

    static <T> AsyncGenerator<T> inOrder(List<Awaitable<T>> awaitables) {
        return generator("in order", y -> {
            // Await each awaitable, and yield what it gives: y.yield(result).
        });
    }

    static final class InOrderByHand<T> implements AsyncIterator<T> {

        private final Iterator<Awaitable<T>> rest;

        InOrderByHand(List<Awaitable<T>> awaitables) {
            rest = awaitables.iterator();
        }

        @Override
        public Awaitable<T> anext() {
            return () -> {
                if (!rest.hasNext()) {
                    throw new StopAsyncIteration();
                }
                // In place of the next line, await rest.next() and return what it gives.
                throw new StopAsyncIteration();
            };
        }
    }

    @Override
    public void run(Stage stage) {
        List<Awaitable<String>> courses =
                List.of(stage.slow("soup"), stage.slow("salad"), stage.slow("roast"), stage.slow("cake"));

        for (String course : inOrder(courses)) {
            stage.println(course);
        }
        for (String course : new InOrderByHand<>(courses)) {
            stage.println(course);
        }
    }
}
