package dev.weft.challenges;

import static dev.weft.Async.anext;
import static dev.weft.Async.await;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Outcome;
import dev.weft.challenges.stage.Attempt;
import dev.weft.challenges.stage.Errors;
import dev.weft.challenges.stage.Moment;
import dev.weft.challenges.stage.Proof;
import dev.weft.challenges.stage.Seconds;
import dev.weft.challenges.stage.Span;
import dev.weft.challenges.stage.Stage;
import dev.weft.challenges.stage.Trace;
import dev.weft.challenges.starter.Starter5;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// # Challenge 5: an error through gather
///
/// > Write a generator that throws an error of your own, and consume it through `gather`. Which line must stand inside
/// > the `try` to catch it: the one that makes the generator, the `anext()`, the `gather(...)`, or the `await`?
///
/// See it run with `./weft challenges 5`; do it yourself in `starter/Starter5.java`.
final class Challenge5 {

    private Challenge5() {}

    // ---- the solution ----

    /// Unchecked. If it were checked, the compiler would refuse the first three of the four `try` below: nothing in
    /// them throws it.
    static final class PaperJam extends RuntimeException {
        private static final long serialVersionUID = 1;

        PaperJam(String message) {
            super(message);
        }
    }

    static AsyncGenerator<Integer> printer() {
        return generator("printer", y -> {
            sleep(Duration.ofMillis(500));
            y.yield(1);
            sleep(Duration.ofMillis(500));
            throw new PaperJam("in tray 2");
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

    /// Too early: making a generator runs nothing of its body.
    static PaperJam aroundGenerator(Stage stage) throws Exception {
        AsyncGenerator<Integer> printer;
        try {
            printer = printer();
        } catch (PaperJam jam) {
            return jam;
        }
        AsyncGenerator<Integer> clock = clock();
        while (true) {
            Awaitable<Integer> step = anext(printer);
            Awaitable<String> both = gather(step, anext(clock), (page, time) -> "page " + page + " at " + time);
            stage.println(await(both));
        }
    }

    /// Too early: `anext` describes a step and takes none.
    static PaperJam aroundAnext(Stage stage) throws Exception {
        AsyncGenerator<Integer> printer = printer();
        AsyncGenerator<Integer> clock = clock();
        while (true) {
            Awaitable<Integer> step;
            try {
                step = anext(printer);
            } catch (PaperJam jam) {
                return jam;
            }
            Awaitable<String> both = gather(step, anext(clock), (page, time) -> "page " + page + " at " + time);
            stage.println(await(both));
        }
    }

    /// Too early: `gather`, too, only describes what is to be done at the same time.
    static PaperJam aroundGather(Stage stage) throws Exception {
        AsyncGenerator<Integer> printer = printer();
        AsyncGenerator<Integer> clock = clock();
        while (true) {
            Awaitable<Integer> step = anext(printer);
            Awaitable<String> both;
            try {
                both = gather(step, anext(clock), (page, time) -> "page " + page + " at " + time);
            } catch (PaperJam jam) {
                return jam;
            }
            stage.println(await(both));
        }
    }

    /// Here: to await is to run. What the body throws comes out of this line, as the same object.
    static PaperJam aroundAwait(Stage stage) throws Exception {
        AsyncGenerator<Integer> printer = printer();
        AsyncGenerator<Integer> clock = clock();
        while (true) {
            Awaitable<Integer> step = anext(printer);
            Awaitable<String> both = gather(step, anext(clock), (page, time) -> "page " + page + " at " + time);
            try {
                stage.println(await(both));
            } catch (PaperJam jam) {
                return jam;
            }
        }
    }

    static void run(Stage stage) throws Exception {
        stage.attempt("try around the generator", () -> aroundGenerator(stage));
        stage.attempt("try around anext", () -> aroundAnext(stage));
        stage.attempt("try around gather", () -> aroundGather(stage));
        stage.attempt("try around await", () -> aroundAwait(stage));
    }

    // ---- the proof ----

    static final Challenge CHALLENGE = new Challenge(
            "5",
            "an error through gather",
            "Write a generator that throws an error of your own, and consume it through gather. Which line must stand"
                    + " inside the try to catch it?",
            Challenge5::run,
            new Starter5(),
            Challenge5::prove);

    private static final int VARIANTS = 4;

    private static void prove(Proof proof) {
        List<Attempt> attempts = proof.recording().attempts();
        proof.equal("The try stood around each of four lines.", VARIANTS, attempts.size());
        List<Trace> printers = proof.generators("printer", VARIANTS);
        List<Throwable> thrown = proveThrown(proof, printers);
        for (int i = 0; i < VARIANTS; i++) {
            proveOutcome(proof, attempts.get(i), thrown.get(i), i == VARIANTS - 1);
        }
        proveWhy(proof, printers);
        proveSiblings(proof, attempts, proof.generators("clock", VARIANTS));
    }

    /// Proves that each time the body yielded and then threw an error that is neither Java's nor Weft's.
    private static List<Throwable> proveThrown(Proof proof, List<Trace> printers) {
        proof.each(
                "Each time the body of printer yielded at first.",
                printers,
                printer -> !printer.steps().isEmpty(),
                printer -> "an element",
                printer -> "none");
        List<Optional<Throwable>> failures = printers.stream()
                .map(printer -> printer.ending().map(Trace.Ending::failure))
                .toList();
        proof.each(
                "Then it threw an error of its own"
                        + failures.getFirst()
                                .map(error -> ", a " + error.getClass().getSimpleName())
                                .orElse("") + ".",
                failures,
                failure -> failure.isPresent() && isOwn(failure.get()),
                failure -> "an error of a class of your own",
                failure -> failure.map(Errors::show).orElse("no error"));
        return failures.stream().flatMap(Optional::stream).toList();
    }

    private static boolean isOwn(Throwable error) {
        String home = error.getClass().getPackageName();
        return !home.startsWith("java.") && !home.equals("dev.weft");
    }

    /// Proves that one variant caught the error, or did not; the very object that the body threw.
    private static void proveOutcome(Proof proof, Attempt attempt, Throwable thrown, boolean catches) {
        String name = thrown.getClass().getSimpleName();
        switch (attempt.outcome()) {
            case Outcome.Success<?>(var value) ->
                proof.that(
                        "The " + attempt.name() + " caught it, the same object.",
                        catches && Errors.areSame(value, thrown),
                        catches ? "the same " + name : "not caught: nothing in this try throws",
                        "caught " + value);
            case Outcome.Failure<?>(var error) ->
                proof.that(
                        "The " + attempt.name() + " did not catch it: it came out, the same object.",
                        !catches && Errors.areSame(error, thrown),
                        catches ? "caught" : "the same " + name,
                        Errors.show(error) + " came out");
        }
    }

    /// Proves that the body ran only in tasks, which gather starts when it is awaited, and that the error was thrown
    /// while the program waited for them.
    private static void proveWhy(Proof proof, List<Trace> printers) {
        List<Span> tasks = proof.recording().tasks();
        List<Span> waits = proof.recording().waits();
        proof.each(
                "That is why: the body ran only in tasks that an await had started, and each time the error was thrown"
                        + " while the program waited there, at "
                        + printers.stream()
                                .map(printer -> Seconds.show(time(printer)))
                                .collect(Collectors.joining(", "))
                        + ".",
                printers,
                printer -> during(tasks, printer.began())
                        && during(waits, printer.ending().orElseThrow().at()),
                printer -> "begun in a task of gather, failed during an await",
                printer -> "begun at " + Seconds.show(printer.began().time()) + ", failed at "
                        + Seconds.show(time(printer)));
    }

    private static boolean during(List<Span> spans, Moment moment) {
        return spans.stream().anyMatch(span -> span.began().isBefore(moment) && moment.isBefore(span.ended()));
    }

    private static Duration time(Trace ended) {
        return ended.ending().orElseThrow().at().time();
    }

    /// Proves that gather stopped the other step and waited for its end before the error went on.
    private static void proveSiblings(Proof proof, List<Attempt> attempts, List<Trace> clocks) {
        proof.each(
                "The step of clock that ran beside it was cancelled, and had ended before the error came out.",
                IntStream.range(0, VARIANTS).boxed().toList(),
                i -> clocks.get(i).ending().stream()
                        .anyMatch(ending -> ending.failure() instanceof InterruptedException
                                && ending.at().isBefore(attempts.get(i).span().ended())),
                i -> "interrupted before "
                        + Seconds.show(attempts.get(i).span().ended().time()),
                i -> clocks.get(i)
                        .ending()
                        .map(ending -> Seconds.show(ending.at().time()) + ": " + ending.failure()));
    }
}
