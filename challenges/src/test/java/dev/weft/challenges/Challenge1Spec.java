package dev.weft.challenges;

import static dev.weft.Async.await;
import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncIterable;
import dev.weft.Awaitable;
import dev.weft.Task;
import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The proof of challenge 1, and programs that look right and are not.
class Challenge1Spec {

    @Test
    void provesTheSolution() {
        assertThat(refuted(Challenge1::run)).isEqualTo("PROVED");
    }

    @Test
    void refutesAwaitingAllAtTheSameTime() {
        Program program = with(courses -> generator("in order", y -> {
            for (String course : await(gather(courses))) {
                y.yield(course);
            }
        }));

        assertThat(refuted(program)).startsWith("The generator awaited each when the one before had ended");
    }

    @Test
    void refutesBeginningTheNextWhileTheConsumerHasTheOneBefore() {
        Program program = with(courses -> generator("in order", y -> {
            Task<String> next = courses.getFirst().start();
            for (Awaitable<String> course : courses.subList(1, courses.size())) {
                String ready = await(next);
                next = course.start();
                sleep(Duration.ofNanos(1));
                y.yield(ready);
            }
            y.yield(await(next));
        }));

        assertThat(refuted(program)).isEqualTo("The generator handed over each result before it awaited the next one.");
    }

    @Test
    void refutesAwaitingInTheWrongOrder() {
        Program program = with(courses -> Challenge1.inOrder(courses.reversed()));

        assertThat(refuted(program)).startsWith("The generator yielded the results in order");
    }

    @Test
    void refutesLeavingOneOut() {
        Program program = with(courses -> Challenge1.inOrder(courses.subList(0, 3)));

        assertThat(refuted(program)).startsWith("The generator yielded the results in order");
    }

    @Test
    void refutesAnIteratorThatIsNoGenerator() {
        Program program = with(Challenge1.InOrderByHand::new);

        assertThat(refuted(program)).startsWith("A generator named \"in order\" was read");
    }

    @Test
    void refutesHavingNoIteratorMadeByHand() {
        Program program = stage -> Challenge1.inOrder(courses(stage)).forEach(stage::println);

        assertThat(refuted(program))
                .isEqualTo("Each was awaited twice: by the generator, and by the iterator made by hand.");
    }

    @Test
    void refutesPrintingTooLittle() {
        Program program = stage -> {
            List<Awaitable<String>> courses = courses(stage);
            Challenge1.inOrder(courses).forEach(stage::println);
            new Challenge1.InOrderByHand<>(courses).toList();
        };

        assertThat(refuted(program)).isEqualTo("Each result was printed twice, too.");
    }

    private static String refuted(Program program) {
        return Trial.refuted(Challenge1.CHALLENGE, program);
    }

    private static Program with(Function<List<Awaitable<String>>, AsyncIterable<String>> inOrder) {
        return stage -> {
            List<Awaitable<String>> courses = courses(stage);
            inOrder.apply(courses).forEach(stage::println);
            new Challenge1.InOrderByHand<>(courses).forEach(stage::println);
        };
    }

    private static List<Awaitable<String>> courses(Stage stage) {
        return List.of(stage.slow("soup"), stage.slow("salad"), stage.slow("roast"), stage.slow("cake"));
    }
}
