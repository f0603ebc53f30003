package dev.weft.challenges;

import static dev.weft.Async.anext;
import static dev.weft.Async.await;
import static dev.weft.Async.generator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.StopAsyncIteration;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;
import org.junit.jupiter.api.Test;

/// The proof of challenge 4, and programs that look right and are not.
class Challenge4Spec {

    /// A way to watch a generator.
    @FunctionalInterface
    private interface Watch {
        void over(AsyncGenerator<Integer> numbers, Stage stage) throws Exception;
    }

    @Test
    void provesTheSolution() {
        assertThat(refuted(Challenge4::run)).isEqualTo("PROVED");
    }

    @Test
    void refutesALoopWithoutAFinalLine() {
        Program program = watching(Challenge4.countdown(), Challenge4.hasty(), (numbers, stage) -> {
            numbers.forEach(stage::println);
        });

        assertThat(refuted(program)).isEqualTo("It printed one line more: the final one.");
    }

    @Test
    void refutesAFinalLineThatDoesNotWaitForTheEnd() {
        Program program = watching(Challenge4.countdown(), Challenge4.hasty(), (numbers, stage) -> {
            for (int i = 0; i < 3; i++) {
                stage.println(await(anext(numbers)));
            }
            stage.println("that was all");
            numbers.forEach(stage::println);
        });

        assertThat(refuted(program)).startsWith("That line, \"that was all\", came when the body had ended");
    }

    @Test
    void refutesStoppingBeforeTheEnd() {
        Program program = watching(Challenge4.countdown(), Challenge4.hasty(), (numbers, stage) -> {
            stage.println(await(anext(numbers)));
            stage.println("that was all");
        });

        assertThat(refuted(program)).startsWith("Then the body of countdown returned.");
    }

    @Test
    void refutesALoopThatTakesEveryErrorForTheEnd() {
        Program program = watching(Challenge4.countdown(), Challenge4.hasty(), (numbers, stage) -> {
            try {
                while (true) {
                    stage.println(await(anext(numbers)));
                }
            } catch (RuntimeException end) {
                stage.println("that was all");
            }
        });

        assertThat(refuted(program)).startsWith("Out of the loop came not that one but a GeneratorStateException");
    }

    @Test
    void refutesABodyThatThrowsSomethingElse() {
        AsyncGenerator<Integer> failing = generator("hasty", y -> {
            y.yield(1);
            throw new IllegalStateException("stop");
        });
        Program program = watching(Challenge4.countdown(), failing, Challenge4::watch);

        assertThat(refuted(program)).isEqualTo("Then the body of hasty threw a StopAsyncIteration.");
    }

    @Test
    void refutesABodyThatThrowsStopAsyncIterationInPlaceOfReturning() {
        AsyncGenerator<Integer> countdown = generator("countdown", y -> {
            y.yield(1);
            throw new StopAsyncIteration();
        });
        Program program = watching(countdown, Challenge4.hasty(), Challenge4::watch);

        assertThat(refuted(program)).isEqualTo("The program runs to its end.");
    }

    @Test
    void refutesNotTryingTheSecondHalf() {
        Program program = stage -> Challenge4.watch(Challenge4.countdown(), stage);

        assertThat(refuted(program)).isEqualTo("A body that throws StopAsyncIteration itself was watched, too.");
    }

    private static String refuted(Program program) {
        return Trial.refuted(Challenge4.CHALLENGE, program);
    }

    private static Program watching(AsyncGenerator<Integer> countdown, AsyncGenerator<Integer> hasty, Watch watch) {
        return stage -> {
            watch.over(countdown, stage);
            stage.attempt("hasty", () -> watch.over(hasty, stage));
        };
    }
}
