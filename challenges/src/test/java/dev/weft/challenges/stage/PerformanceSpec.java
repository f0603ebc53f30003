package dev.weft.challenges.stage;

import static dev.weft.Async.generator;
import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Awaitable;
import dev.weft.Outcome;
import dev.weft.spi.Event;
import dev.weft.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class PerformanceSpec {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void recordsWhatAProgramPrintsAndWhen() {
        Recording recording = play(stage -> {
            stage.println("begin");
            sleep(SECOND);
            stage.println(null);
        });

        assertThat(recording.lines()).extracting(Line::text).containsExactly("begin", "null");
        assertThat(recording.lines()).extracting(line -> line.at().time()).containsExactly(Duration.ZERO, SECOND);
    }

    @Test
    void recordsTheStepsOfEachGenerator() {
        Recording recording = play(stage -> generator("numbers", y -> {
                    sleep(SECOND);
                    y.yield(7);
                    sleep(SECOND);
                })
                .forEach(stage::println));

        Trace numbers = recording.generators().getFirst();
        assertThat(numbers.name()).isEqualTo("numbers");
        assertThat(numbers.integers()).containsExactly(7);
        assertThat(numbers.steps().getFirst().length()).isEqualTo(SECOND);
        assertThat(numbers.ending().orElseThrow().at().time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void putsEverythingInOneOrderAlsoWithinAnInstant() {
        Recording recording = play(stage -> {
            for (Object x : generator("numbers", y -> {
                stage.println("in the body");
                y.yield(7);
                stage.println("in the body again");
            })) {
                stage.println(x);
            }
        });

        Step step = recording.generators().getFirst().steps().getFirst();
        assertThat(recording.lines().get(0).at().isBefore(step.span().ended())).isTrue();
        assertThat(step.span().ended().isBefore(recording.lines().get(1).at())).isTrue();
    }

    @Test
    void givesTheSameRandomNumbersForTheSameSeedAndName() {
        Program drawing = stage -> stage.println(stage.random("left").nextLong());

        Recording first = play(drawing);
        Recording second = play(drawing);

        assertThat(first.lines().getFirst().text())
                .isEqualTo(second.lines().getFirst().text());
    }

    @Test
    void givesOtherRandomNumbersForAnotherName() {
        Recording recording = play(stage -> {
            stage.println(stage.random("left").nextLong());
            stage.println(stage.random("right").nextLong());
        });

        assertThat(recording.lines().get(0).text())
                .isNotEqualTo(recording.lines().get(1).text());
    }

    @Test
    void recordsWhenASlowAwaitableWasAwaited() {
        Recording recording = play(stage -> {
            Awaitable<String> tea = stage.slow("tea");
            sleep(SECOND);
            stage.println(tea.await());
        });

        Slow tea = recording.slow().getFirst();
        assertThat(tea.awaited()).hasSize(1);
        assertThat(tea.awaited().getFirst().began().time()).isEqualTo(SECOND);
        assertThat(tea.awaited().getFirst().length()).isEqualTo(tea.takes());
        assertThat(recording.lines()).extracting(Line::text).containsExactly("tea");
    }

    @Test
    void recordsWhatComesOutOfAnAttemptAndGoesOn() {
        var error = new IllegalStateException("no luck");

        Recording recording = play(stage -> {
            stage.attempt("something", () -> {
                throw error;
            });
            stage.println("on");
        });

        assertThat(recording.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.name()).isEqualTo("something");
            assertThat(attempt.outcome()).isEqualTo(new Outcome.Failure<>(error));
        });
        assertThat(recording.lines()).extracting(Line::text).containsExactly("on");
    }

    @Test
    void hasTheAudienceHearWhatAnAttemptCameTo() {
        var heard = new ArrayList<String>();
        Program program = stage -> {
            stage.attempt("one", () -> 7);
            stage.attempt("two", () -> {});
            stage.attempt("three", () -> new IllegalStateException("caught"));
            stage.attempt("four", () -> {
                throw new IllegalStateException("thrown");
            });
        };

        new Performance(program, Pace.virtual(), 1, line -> heard.add(line.text())).play();

        assertThat(heard)
                .containsExactly(
                        "one: gave 7",
                        "two: nothing came out",
                        "three: gave IllegalStateException (\"caught\")",
                        "four: IllegalStateException (\"thrown\") came out");
    }

    @Test
    void keepsTheErrorThatAProgramEndsWith() {
        var error = new IllegalStateException("no luck");

        Recording recording = play(stage -> {
            throw error;
        });

        assertThat(recording.failure()).containsSame(error);
    }

    @Test
    void keepsTheErrorsThatNobodyReceives() {
        var error = new IllegalStateException("no luck");

        Recording recording = play(stage -> {
            var _ = spawn(() -> {
                throw error;
            });
            sleep(SECOND);
        });

        assertThat(recording.late()).containsExactly(error);
    }

    @Test
    void endsAProgramAfterALimit() {
        Recording recording = play(stage -> {
            while (true) {
                sleep(SECOND);
            }
        });

        assertThat(recording.failure()).containsInstanceOf(TimeoutException.class);
    }

    @Test
    void endsAProgramThatWaitsForNothing() {
        Recording recording = play(stage -> {
            var never = new CompletableFuture<String>();
            stage.println(Awaitable.of((java.util.concurrent.CompletionStage<String>) never)
                    .await());
        });

        assertThat(recording.failure()).isPresent();
    }

    @Test
    void hasTheAudienceLookUpFromTimeToTime() {
        var looks = new ArrayList<Duration>();
        var audience = new Audience() {
            @Override
            public void hear(Line line) {}

            @Override
            public Optional<Duration> period() {
                return Optional.of(SECOND);
            }

            @Override
            public void look(Duration elapsed, List<Event> events) {
                looks.add(elapsed);
            }
        };

        new Performance(stage -> sleep(SECOND.multipliedBy(3).plusMillis(1)), Pace.virtual(), 1, audience).play();

        assertThat(looks).containsExactly(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3));
    }

    @Test
    void recordsNothingOfTheAudience() {
        Recording recording = play(stage -> {});

        assertThat(recording.told()).extracting(event -> event.subject().name()).containsOnly("main");
    }

    @Test
    void runsByARealClockToo() {
        Program program = stage -> generator("numbers", y -> {
                    sleep(Duration.ofMillis(20));
                    y.yield(7);
                })
                .forEach(stage::println);

        Recording recording = new Performance(program, Pace.live(), 1, line -> {}).play();

        assertThat(recording.failure()).isEmpty();
        assertThat(recording.lines()).extracting(Line::text).containsExactly("7");
        assertThat(recording.generators().getFirst().steps().getFirst().length())
                .isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(recording.slack()).isPositive();
    }

    @Test
    void runsInAnOrderDrawnFromASeed() {
        Pace pace = Pace.virtual(VirtualTime.seed(7));

        Recording recording = new Performance(stage -> sleep(SECOND), pace, 1, line -> {}).play();

        assertThat(recording.failure()).isEmpty();
        assertThat(recording.slack()).isZero();
    }

    private static Recording play(Program program) {
        return new Performance(program, Pace.virtual(), 1, line -> {}).play();
    }
}
