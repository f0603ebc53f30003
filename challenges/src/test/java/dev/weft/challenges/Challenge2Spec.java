package dev.weft.challenges;

import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Recording;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// The proof of challenge 2, and programs that look right and are not.
class Challenge2Spec {

    @Test
    void provesTheSolution() {
        assertThat(refuted(Challenge2::run)).isEqualTo("PROVED");
    }

    @Test
    void provesASolutionThatIsReadByForEach() {
        Program program = stage ->
                Challenge2.sums(Challenge2.numbers(stage.random("numbers"))).forEach(stage::println);

        assertThat(refuted(program)).isEqualTo("PROVED");
    }

    @Test
    void refutesTooManyNumbers() {
        Program program = of(numbers(11, i -> i % 4, Duration::ofSeconds), Challenge2::sums);

        assertThat(refuted(program)).startsWith("10 numbers came");
    }

    @Test
    void refutesANumberOutOfRange() {
        Program program = of(numbers(10, i -> i % 5, Duration::ofSeconds), Challenge2::sums);

        assertThat(refuted(program)).isEqualTo("Each is from 0 to 3.");
    }

    @Test
    void refutesSleepingOneSecondWhateverTheNumber() {
        Program program = of(numbers(10, i -> i % 4, x -> Duration.ofSeconds(1)), Challenge2::sums);

        assertThat(refuted(program)).startsWith("Each came after as many seconds as it says");
    }

    @Test
    void refutesOversleepingByANanosecond() {
        Program program = of(numbers(10, i -> i % 4, x -> Duration.ofSeconds(x).plusNanos(x)), Challenge2::sums);

        assertThat(refuted(program)).startsWith("Each came after as many seconds as it says");
    }

    @Test
    void refutesSleepingTooShortAlsoOnAClockThatIsLate() {
        Recording exact = Trial.record(of(numbers(10, i -> i % 4, Duration::ofMillis), Challenge2::sums));

        Recording late = Trial.late(exact, Duration.ofMillis(250));

        assertThat(Trial.refuted(Challenge2.CHALLENGE, late)).startsWith("Each came after as many seconds as it says");
    }

    @Test
    void refutesSumsThatAreOneTooHigh() {
        Program program = of(
                numbers(10, i -> i % 4, Duration::ofSeconds),
                numbers -> generator("sums", y -> {
                    int sum = 1;
                    for (int x : numbers) {
                        sum += x;
                        y.yield(sum);
                    }
                }));

        assertThat(refuted(program)).startsWith("The sums are those of the numbers so far");
    }

    @Test
    void refutesReadingAllNumbersBeforeTheFirstSum() {
        Program program = of(
                numbers(10, i -> i % 4, Duration::ofSeconds),
                numbers -> generator("sums", y -> {
                    int sum = 0;
                    for (int x : numbers.toList()) {
                        sum += x;
                        y.yield(sum);
                    }
                }));

        assertThat(refuted(program)).startsWith("Each sum came when its number did");
    }

    @Test
    void refutesPrintingSomethingElse() {
        Program program = stage ->
                Challenge2.sums(Challenge2.numbers(stage.random("numbers"))).forEach(sum -> stage.println(sum + 1));

        assertThat(refuted(program)).isEqualTo("They were printed.");
    }

    @Test
    void refutesASecondGeneratorThatIsNone() {
        Program program = stage -> {
            int sum = 0;
            for (int x : Challenge2.numbers(stage.random("numbers"))) {
                sum += x;
                stage.println(sum);
            }
        };

        assertThat(refuted(program)).startsWith("A generator named \"sums\" was read");
    }

    private static String refuted(Program program) {
        return Trial.refuted(Challenge2.CHALLENGE, program);
    }

    private static Program of(
            AsyncGenerator<Integer> numbers, Function<AsyncGenerator<Integer>, AsyncGenerator<Integer>> sums) {
        return stage -> sums.apply(numbers).forEach(stage::println);
    }

    private static AsyncGenerator<Integer> numbers(
            int count, IntFunction<Integer> number, IntFunction<Duration> sleep) {
        return generator("numbers", y -> {
            for (int i = 0; i < count; i++) {
                int x = number.apply(i);
                sleep(sleep.apply(x));
                y.yield(x);
            }
        });
    }
}
