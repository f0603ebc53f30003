package dev.weft.challenges;

import static dev.weft.Async.anext;
import static dev.weft.Async.await;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorStateException;
import dev.weft.Outcome;
import dev.weft.StopAsyncIteration;
import dev.weft.challenges.stage.Attempt;
import dev.weft.challenges.stage.Errors;
import dev.weft.challenges.stage.Line;
import dev.weft.challenges.stage.Moment;
import dev.weft.challenges.stage.Proof;
import dev.weft.challenges.stage.Recording;
import dev.weft.challenges.stage.Seconds;
import dev.weft.challenges.stage.Stage;
import dev.weft.challenges.stage.Trace;
import dev.weft.challenges.starter.Starter4;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// # Challenge 4: the end of an iteration
///
/// > Write a generator that ends with StopAsyncIteration, and a `while` loop that awaits `anext` and catches it, to
/// > print a final line. What happens if the body throws StopAsyncIteration itself?
///
/// See it run with `./weft challenges 4`; do it yourself in `starter/Starter4.java`.
final class Challenge4 {

    private Challenge4() {}

    // ---- the solution ----

    /// A body ends by returning. To whoever asks for another number, `anext` throws [StopAsyncIteration] then.
    static AsyncGenerator<Integer> countdown() {
        return generator("countdown", y -> {
            for (int i = 3; i > 0; i--) {
                sleep(Duration.ofMillis(500));
                y.yield(i);
            }
        });
    }

    /// What `for` does, written out.
    static void watch(AsyncGenerator<Integer> numbers, Stage stage) throws Exception {
        boolean more = true;
        while (more) {
            try {
                stage.println(await(anext(numbers)));
            } catch (StopAsyncIteration end) {
                stage.println("that was all");
                more = false;
            }
        }
    }

    /// A body that throws StopAsyncIteration itself. Were it let out as it is, every loop would take it for the end,
    /// also when it came by mistake from another iterator that the body reads. So an error comes out that says so.
    static AsyncGenerator<Integer> hasty() {
        return generator("hasty", y -> {
            sleep(Duration.ofMillis(500));
            y.yield(1);
            sleep(Duration.ofMillis(500));
            throw new StopAsyncIteration();
        });
    }

    static void run(Stage stage) throws Exception {
        watch(countdown(), stage);
        stage.attempt("watching a body that throws StopAsyncIteration", () -> watch(hasty(), stage));
    }

    // ---- the proof ----

    static final Challenge CHALLENGE = new Challenge(
            "4",
            "the end of an iteration",
            "Catch the end of a generator, StopAsyncIteration, in a while loop that awaits anext, and print a"
                    + " final line. What if the body throws it itself?",
            Challenge4::run,
            new Starter4(),
            Challenge4::prove);

    private static void prove(Proof proof) {
        proveEnd(proof, proof.generator("countdown"));
        List<Attempt> attempts = proof.recording().attempts();
        proof.equal("A body that throws StopAsyncIteration itself was watched, too.", 1, attempts.size());
        proveRaisedStop(proof, proof.generator("hasty"), attempts.getFirst());
    }

    /// Proves that the loop printed every number, and one more line when the body had ended.
    private static void proveEnd(Proof proof, Trace countdown) {
        List<Integer> numbers = countdown.integers();
        proof.that("The generator gave " + numbers + ".", !numbers.isEmpty(), "numbers", "none");
        Moment ended = proveEnded(proof, countdown, null);
        List<Line> lines = linesBeforeAttempt(proof.recording());
        List<Integer> printed = lines.stream()
                .limit(numbers.size())
                .flatMap(line -> line.lastNumbers(1).stream())
                .toList();
        proof.equal("The loop printed each.", numbers, printed);
        proof.equal("It printed one line more: the final one.", numbers.size() + 1, lines.size());
        Line last = lines.getLast();
        proof.that(
                "That line, \"" + last.text() + "\", came when the body had ended, at "
                        + Seconds.show(last.at().time()) + ".",
                ended.isBefore(last.at()),
                "after the end of the body, at " + Seconds.show(ended.time()),
                Seconds.show(last.at().time()) + ", while the body was not at its end");
    }

    /// Proves that a StopAsyncIteration of the body came out as an error, which nobody took for the end.
    private static void proveRaisedStop(Proof proof, Trace hasty, Attempt attempt) {
        proveEnded(proof, hasty, StopAsyncIteration.class);
        @Nullable Throwable out = attempt.outcome() instanceof Outcome.Failure<?>(var error) ? error : null;
        proof.that(
                "Out of the loop came not that one but a GeneratorStateException, RAISED_STOP.",
                out instanceof GeneratorStateException state
                        && state.reason() == GeneratorStateException.Reason.RAISED_STOP,
                "GeneratorStateException",
                out == null ? "no error" : Errors.show(out));
        @Nullable Throwable thrown = hasty.ending().map(Trace.Ending::failure).orElse(null);
        proof.that(
                "Its cause is the StopAsyncIteration that the body threw, the same object.",
                out != null && thrown != null && Errors.areSame(out.getCause(), thrown),
                String.valueOf(thrown),
                out == null ? null : out.getCause());
        proof.equal(
                "So nobody took it for the end: the loop printed the numbers, and no final line.",
                hasty.integers().size(),
                proof.recording().linesIn(attempt.span()).size());
    }

    /// Proves that a body ended, by returning or by throwing an error of the given type.
    private static Moment proveEnded(Proof proof, Trace generator, @Nullable Class<?> error) {
        @Nullable Throwable failure = generator.ending().map(Trace.Ending::failure).orElse(null);
        proof.that(
                "Then the body of " + generator.name() + " "
                        + (error == null ? "returned." : "threw a " + error.getSimpleName() + "."),
                generator.ending().isPresent() && (error == null ? failure == null : error.isInstance(failure)),
                error == null ? "a body that returns" : error.getSimpleName(),
                generator.ending().isEmpty() ? "no end" : failure == null ? "a return" : Errors.show(failure));
        return generator.ending().orElseThrow().at();
    }

    private static List<Line> linesBeforeAttempt(Recording recording) {
        return recording.lines().stream()
                .filter(line -> recording.attempts().stream()
                        .allMatch(attempt -> line.at().isBefore(attempt.span().began())))
                .toList();
    }
}
