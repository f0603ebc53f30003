package dev.weft.challenges;

import static dev.weft.Async.anext;
import static dev.weft.Async.await;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static dev.weft.Async.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.CheckedBiFunction;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Recording;
import dev.weft.challenges.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/// The proofs of challenge 3, and programs that look right and are not.
class Challenge3Spec {

    private static final String AT_ONCE = "In each step both were asked at the same time.";

    // ---- 3a ----

    @Test
    void provesTheSolutionOf3a() {
        assertThat(refutedTogether(Challenge3::together)).isEqualTo("PROVED");
    }

    @Test
    void provesASolutionByZip() {
        Program program = stage -> zip(numbers("left", stage), numbers("right", stage), (l, r) -> l + " and " + r)
                .take(10)
                .forEach(stage::println);

        assertThat(refutedTogether(program)).isEqualTo("PROVED");
    }

    @Test
    void refutesAskingOneAfterTheOther() {
        Program program = tenTimes((left, right) -> await(anext(left)) + " and " + await(anext(right)));

        assertThat(refutedTogether(program)).isEqualTo(AT_ONCE);
    }

    @Test
    void refutesAskingOneAfterTheOtherAlsoOnAClockThatIsLate() {
        Recording exact = Trial.record(tenTimes((left, right) -> await(anext(left)) + " and " + await(anext(right))));

        Recording late = Trial.late(exact, Duration.ofMillis(250));

        assertThat(Trial.refuted(Challenge3.TOGETHER, late)).isEqualTo(AT_ONCE);
    }

    @Test
    void refutesByTheTotalAStepThatIsLateEachTime() {
        Recording exact = Trial.record(tenTimes((left, right) -> {
            String both = await(gather(anext(left), anext(right), (l, r) -> l + " and " + r));
            sleep(Duration.ofMillis(240));
            return both;
        }));

        Recording late = Trial.late(exact, Duration.ofMillis(250));

        assertThat(Trial.refuted(Challenge3.TOGETHER, late)).startsWith("All steps took");
    }

    @Test
    void refutesReadingTheOneToItsEndBeforeTheOther() {
        Program program = stage -> {
            List<Integer> left = numbers("left", stage).take(10).toList();
            List<Integer> right = numbers("right", stage).take(10).toList();
            for (int i = 0; i < 10; i++) {
                stage.println(left.get(i) + " and " + right.get(i));
            }
        };

        assertThat(refutedTogether(program)).isEqualTo(AT_ONCE);
    }

    @Test
    void refutesPrintingThemTheOtherWayRound() {
        Program program =
                tenTimes((left, right) -> await(gather(anext(left), anext(right), (l, r) -> r + " and " + l)));

        assertThat(refutedTogether(program)).isEqualTo("They were printed, two by two.");
    }

    @Test
    void refutesStoppingTooEarly() {
        Program program = stage -> zip(numbers("left", stage), numbers("right", stage), (l, r) -> l + " and " + r)
                .take(9)
                .forEach(stage::println);

        assertThat(refutedTogether(program)).startsWith("Each gave 10 numbers");
    }

    @Test
    void refutesSleepingForMoreThanASecond() {
        Program program = of(endless("left", 3, 1001), endless("right", 3, 10));

        assertThat(refutedTogether(program)).isEqualTo("Each came after a sleep of at most 1 second.");
    }

    @Test
    void refutesANumberOutOfRange() {
        Program program = of(endless("left", 11, 10), endless("right", 3, 10));

        assertThat(refutedTogether(program)).isEqualTo("Each number is from 0 to 10.");
    }

    // ---- 3b ----

    @Test
    void provesTheSolutionOf3b() {
        assertThat(refutedSummed(Challenge3::summed)).isEqualTo("PROVED");
    }

    @Test
    void refutesSumsOfNumbersAskedOneAfterTheOther() {
        Program program = summing((left, right) -> await(anext(left)) + await(anext(right)));

        assertThat(refutedSummed(program)).isEqualTo(AT_ONCE);
    }

    @Test
    void refutesAddingTheSameNumberTwice() {
        Program program = summing((left, right) -> await(gather(anext(left), anext(right), (l, r) -> l + l)));

        assertThat(refutedSummed(program)).startsWith("The third generator gave their sums");
    }

    @Test
    void refutesRunningSums() {
        BinaryOperator<Integer> add = Integer::sum;
        Program program = stage -> {
            var sums = Challenge3.sums(numbers("left", stage), numbers("right", stage));
            var running = generator("running", y -> y.yieldAll(sums.scan(0, add::apply)));
            running.forEach(stage::println);
        };

        assertThat(refutedSummed(program)).isEqualTo("They were printed.");
    }

    @Test
    void refutesSumsThatComeLater() {
        Program program = summing((left, right) -> {
            int sum = await(gather(anext(left), anext(right), Integer::sum));
            sleep(Duration.ofMillis(1));
            return sum;
        });

        assertThat(refutedSummed(program)).isEqualTo("Each sum came when the later of its two numbers did.");
    }

    // ---- what they are made of ----

    private static String refutedTogether(Program program) {
        return Trial.refuted(Challenge3.TOGETHER, program);
    }

    private static String refutedSummed(Program program) {
        return Trial.refuted(Challenge3.SUMMED, program);
    }

    private static AsyncGenerator<Integer> numbers(String name, Stage stage) {
        return Challenge3.numbers(name, stage.random(name));
    }

    private static AsyncGenerator<Integer> endless(String name, int number, long millis) {
        return generator(name, y -> {
            while (true) {
                sleep(Duration.ofMillis(millis));
                y.yield(number);
            }
        });
    }

    private static Program of(AsyncGenerator<Integer> left, AsyncGenerator<Integer> right) {
        return stage -> zip(left, right, (l, r) -> l + " and " + r).take(10).forEach(stage::println);
    }

    private static Program tenTimes(CheckedBiFunction<AsyncGenerator<Integer>, AsyncGenerator<Integer>, String> step) {
        return stage -> {
            try (var left = numbers("left", stage);
                    var right = numbers("right", stage)) {
                for (int i = 0; i < 10; i++) {
                    stage.println(step.apply(left, right));
                }
            }
        };
    }

    private static Program summing(CheckedBiFunction<AsyncGenerator<Integer>, AsyncGenerator<Integer>, Integer> step) {
        return stage -> {
            var left = numbers("left", stage);
            var right = numbers("right", stage);
            AsyncGenerator<Integer> sums = generator("sums", y -> {
                for (int i = 0; i < 10; i++) {
                    y.yield(step.apply(left, right));
                }
            });
            sums.forEach(stage::println);
        };
    }
}
