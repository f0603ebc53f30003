package dev.weft.challenges;

import static dev.weft.Async.await;
import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.StopAsyncIteration;
import dev.weft.challenges.stage.Line;
import dev.weft.challenges.stage.Proof;
import dev.weft.challenges.stage.Seconds;
import dev.weft.challenges.stage.Slow;
import dev.weft.challenges.stage.Span;
import dev.weft.challenges.stage.Stage;
import dev.weft.challenges.starter.Starter1;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// # Challenge 1: an async iterator
///
/// > Write an async iterator that awaits what it is given and yields the results, and consume it with an async `for`.
/// > The awaitables are awaited in order, not concurrently.
///
/// See it run with `./weft challenges 1`; do it yourself in `starter/Starter1.java`.
final class Challenge1 {

    private Challenge1() {}

    // ---- the solution ----

    /// With `yield`: a plain loop. Awaiting is a call that takes its time, so the next one cannot begin before.
    static <T> AsyncGenerator<T> inOrder(List<Awaitable<T>> awaitables) {
        return generator("in order", y -> {
            for (Awaitable<T> awaitable : awaitables) {
                T result = await(awaitable);
                y.yield(result);
            }
        });
    }

    /// The same by hand: whatever has `anext` is an async iterator, and [StopAsyncIteration] says that it is at its
    /// end.
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
                return await(rest.next());
            };
        }
    }

    /// The async `for` is Java's own.
    static void run(Stage stage) {
        List<Awaitable<String>> courses =
                List.of(stage.slow("soup"), stage.slow("salad"), stage.slow("roast"), stage.slow("cake"));

        for (String course : inOrder(courses)) {
            stage.println(course);
        }
        for (String course : new InOrderByHand<>(courses)) {
            stage.println(course + ", by hand");
        }
    }

    // ---- the proof ----

    static final Challenge CHALLENGE = new Challenge(
            "1",
            "an async iterator",
            "Write an async iterator that awaits what it is given and yields the results, in order and not"
                    + " concurrently. Consume it with an async for.",
            Challenge1::run,
            new Starter1(),
            Challenge1::prove);

    private static void prove(Proof proof) {
        List<Slow> slow = proof.recording().slow();
        List<String> names = slow.stream().map(Slow::name).toList();
        List<@Nullable Object> yielded = proof.generator("in order").values();
        proof.equal("The generator yielded the results in order: " + String.join(", ", names) + ".", names, yielded);
        proof.each(
                "Each was awaited twice: by the generator, and by the iterator made by hand.",
                slow,
                one -> one.awaited().size() == 2,
                one -> one.name() + " awaited twice",
                one -> one.awaited().size() + " times");
        proof.equal(
                "Each result was printed twice, too.",
                2 * names.size(),
                proof.recording().lines().size());
        proveOneByOne(proof, "The generator", 0);
        proveOneByOne(proof, "The iterator made by hand", 1);
    }

    private static void proveOneByOne(Proof proof, String who, int pass) {
        List<Slow> slow = proof.recording().slow();
        List<Span> awaits = slow.stream().map(one -> one.awaited().get(pass)).toList();
        List<Line> lines = proof.recording().lines().subList(pass * slow.size(), (pass + 1) * slow.size());
        proveInOrder(proof, who, awaits);
        proveHandedOver(proof, who, awaits, lines);
        proveTook(proof, who, awaits);
    }

    /// Proves that each awaitable was awaited after the one before it, and not at the same time.
    private static void proveInOrder(Proof proof, String who, List<Span> awaits) {
        proof.each(
                who + " awaited each when the one before had ended: "
                        + awaits.stream().map(Span::toString).collect(Collectors.joining(", ")) + ".",
                IntStream.range(1, awaits.size()).boxed().toList(),
                i -> awaits.get(i - 1).ended().isBefore(awaits.get(i).began()),
                i -> "number " + (i + 1) + " awaited after " + awaits.get(i - 1),
                i -> awaits.get(i));
    }

    /// Proves that each result was printed before the next awaitable was awaited: nobody works ahead of the consumer.
    private static void proveHandedOver(Proof proof, String who, List<Span> awaits, List<Line> lines) {
        List<Slow> slow = proof.recording().slow();
        proof.each(
                who + " handed over each result before it awaited the next one.",
                IntStream.range(0, awaits.size()).boxed().toList(),
                i -> lines.get(i).text().contains(slow.get(i).name())
                        && awaits.get(i).ended().isBefore(lines.get(i).at())
                        && (i + 1 == awaits.size()
                                || lines.get(i).at().isBefore(awaits.get(i + 1).began())),
                i -> slow.get(i).name() + " printed at "
                        + Seconds.show(awaits.get(i).ended().time()),
                i -> lines.get(i).text() + " printed at "
                        + Seconds.show(lines.get(i).at().time()));
    }

    /// Proves that the awaitables took the sum of their times, and not that of the longest one.
    private static void proveTook(Proof proof, String who, List<Span> awaits) {
        List<Duration> times =
                proof.recording().slow().stream().map(Slow::takes).toList();
        Duration sum = times.stream().reduce(Duration.ZERO, Duration::plus);
        Duration longest = times.stream().max(Duration::compareTo).orElseThrow();
        Duration took = awaits.getFirst().began().until(awaits.getLast().ended());
        proof.lasted(
                who + " took " + Seconds.show(took) + ": the sum is " + Seconds.show(sum)
                        + ". At the same time, it would have been the longest, " + Seconds.show(longest) + ".",
                sum,
                took,
                awaits.size());
    }
}
