package dev.weft.challenges;

import static dev.weft.Async.anext;
import static dev.weft.Async.await;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.challenges.Challenge5.PaperJam;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// The proof of challenge 5, and programs that look right and are not.
class Challenge5Spec {

    /// One of the four variants.
    @FunctionalInterface
    private interface Variant {
        Object run(Stage stage) throws Exception;
    }

    @Test
    void provesTheSolution() {
        assertThat(refuted(Challenge5::run)).isEqualTo("PROVED");
    }

    @Test
    void refutesATryAroundAwaitThatIsMissing() {
        Program program = with(Challenge5::aroundGather, Challenge5::aroundGather);

        assertThat(refuted(program)).startsWith("The try around await did not catch it");
    }

    @Test
    void refutesAnEarlierTryThatReachesTooFar() {
        Program program = with(Challenge5::aroundAwait, Challenge5::aroundAwait);

        assertThat(refuted(program)).startsWith("The try around gather caught it");
    }

    @Test
    void refutesCatchingAnErrorAndThrowingAnother() {
        Program program = with(Challenge5::aroundGather, stage -> {
            Challenge5.aroundAwait(stage);
            return new PaperJam("in tray 2");
        });

        assertThat(refuted(program)).startsWith("The try around await caught it, the same object");
    }

    @Test
    void refutesABodyThatSwallowsItsError() {
        Program program = reading(() -> generator("printer", y -> {
            try {
                y.yield(1);
                throw new PaperJam("in tray 2");
            } catch (PaperJam jam) {
                y.yield(2);
            }
        }));

        assertThat(refuted(program)).startsWith("Then it threw an error of its own");
    }

    @Test
    void refutesAnErrorThatIsNotOnesOwn() {
        Program program = reading(() -> generator("printer", y -> {
            y.yield(1);
            throw new IllegalStateException("in tray 2");
        }));

        assertThat(refuted(program)).startsWith("Then it threw an error of its own");
    }

    @Test
    void refutesABodyThatFailsAtOnce() {
        Program program = reading(() -> generator("printer", y -> {
            throw new PaperJam("in tray 2");
        }));

        assertThat(refuted(program)).isEqualTo("Each time the body of printer yielded at first.");
    }

    @Test
    void refutesDoingWithoutGather() {
        Program program = reading(Challenge5::printer, (step, tick) -> () -> await(step) + " at " + await(tick));

        assertThat(refuted(program)).startsWith("That is why");
    }

    @Test
    void refutesAClockThatIsNotStopped() {
        Program program = reading(() -> generator("printer", y -> {
            y.yield(1);
            sleep(Duration.ofMillis(1_001)); // when the clock has struck
            throw new PaperJam("in tray 2");
        }));

        assertThat(refuted(program)).startsWith("The step of clock that ran beside it was cancelled");
    }

    @Test
    void refutesFewerThanFourVariants() {
        Program program = stage -> stage.attempt("try around await", () -> Challenge5.aroundAwait(stage));

        assertThat(refuted(program)).isEqualTo("The try stood around each of four lines.");
    }

    // ---- what they are made of ----

    private static String refuted(Program program) {
        return Trial.refuted(Challenge5.CHALLENGE, program);
    }

    /// The solution, but for its last two variants.
    private static Program with(Variant aroundGather, Variant aroundAwait) {
        return four(Challenge5::aroundGenerator, Challenge5::aroundAnext, aroundGather, aroundAwait);
    }

    private static Program four(Variant first, Variant second, Variant third, Variant fourth) {
        return stage -> {
            stage.attempt("try around the generator", () -> first.run(stage));
            stage.attempt("try around anext", () -> second.run(stage));
            stage.attempt("try around gather", () -> third.run(stage));
            stage.attempt("try around await", () -> fourth.run(stage));
        };
    }

    /// Two steps of a printer and a clock.
    @FunctionalInterface
    private interface Both {
        Awaitable<String> of(Awaitable<Integer> step, Awaitable<Integer> tick);
    }

    private static Program reading(Supplier<AsyncGenerator<Integer>> printer) {
        return reading(printer, (step, tick) -> gather(step, tick, (page, time) -> page + " at " + time));
    }

    private static Program reading(Supplier<AsyncGenerator<Integer>> printer, Both both) {
        Variant uncaught = stage -> read(printer.get(), both, stage);
        Variant caught = stage -> {
            try {
                return read(printer.get(), both, stage);
            } catch (PaperJam jam) {
                return jam;
            }
        };
        return four(uncaught, uncaught, uncaught, caught);
    }

    private static PaperJam read(AsyncGenerator<Integer> printer, Both both, Stage stage) throws Exception {
        AsyncGenerator<Integer> clock = Challenge5.clock();
        while (true) {
            stage.println(await(both.of(anext(printer), anext(clock))));
        }
    }
}
