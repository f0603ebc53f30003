package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.spec.semantics.SemanticsDrivesSpec.Drive;
import dev.weft.testkit.VirtualTimeExtension;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rule W8: time limits and task groups that a body has open at a yield. Section J of the semantics.
@ExtendWith(VirtualTimeExtension.class)
class SemanticsScopesSpec {

    private final Notes notes = new Notes();

    @ParameterizedTest
    @EnumSource
    void s83_aTimeLimitThatSpansAYieldHitsTheBodyOnResumeAndNeverTheConsumer(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                timeout(ms(10), () -> {
                            y.yield(1);
                            notes.addTimed("resumed");
                            sleep(ms(100));
                            return "slept";
                        })
                        .await();
            } catch (TimeoutException e) {
                notes.addTimed("body out of time");
            }
            y.yield(2);
        });

        drive.read(numbers, number -> {
            sleep(ms(30));
            notes.addTimed("consumer slept after " + number);
        });

        assertThat(notes)
                .containsExactly(
                        "consumer slept after 1 at 30",
                        "resumed at 30",
                        "body out of time at 30",
                        "consumer slept after 2 at 60");
    }

    @ParameterizedTest
    @EnumSource
    void s84_aTaskGroupThatSpansAYieldFailsInTheBodyAndNeverInTheConsumer(Drive drive) throws Exception {
        var failure = new IOException("of the child");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                group(tasks -> {
                    tasks.spawn(() -> {
                        sleep(ms(10));
                        throw failure;
                    });
                    y.yield(1);
                    notes.addTimed("resumed");
                    sleep(ms(100));
                });
            } catch (IOException e) {
                notes.addTimed("body sees the failure " + e.getMessage());
            }
            y.yield(2);
        });

        drive.read(numbers, number -> {
            sleep(ms(30));
            notes.addTimed("consumer slept after " + number);
        });

        assertThat(notes)
                .containsExactly(
                        "consumer slept after 1 at 30",
                        "resumed at 30",
                        "body sees the failure of the child at 30",
                        "consumer slept after 2 at 60");
    }

    @ParameterizedTest
    @EnumSource
    void s84_theFailureOfTheChildReachesTheConsumerWithItsNextStepIfTheBodyLetsItOut(Drive drive) {
        var failure = new IOException("of the child");
        AsyncGenerator<Integer> numbers = generator(y -> group(tasks -> {
            tasks.spawn(() -> {
                sleep(ms(10));
                throw failure;
            });
            y.yield(1);
        }));

        var error = catchThrowable(() -> drive.read(numbers, number -> {
            sleep(ms(30));
            notes.addTimed("consumer slept");
        }));

        assertThat(error).isSameAs(failure);
        assertThat(notes).containsExactly("consumer slept at 30");
    }

    @VirtualTimeTest
    void w8_theTimeOfALimitRunsOnWhileTheBodyIsSuspended() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> timeout(ms(50), () -> {
                    y.yield(1);
                    sleep(ms(30));
                    y.yield(2);
                    sleep(ms(30));
                    y.yield(3);
                    return "done";
                })
                .await());

        assertThat(numbers.anext().await()).isEqualTo(1);
        assertThat(numbers.anext().await()).isEqualTo(2);
        notes.addTimed("second");
        var error = catchThrowable(numbers.anext()::await);
        notes.addTimed("out of time");

        assertThat(error).isInstanceOf(TimeoutException.class);
        assertThat(notes).containsExactly("second at 30", "out of time at 50");
    }

    @VirtualTimeTest
    void w8_aLimitThatRanOutAtAYieldIsNotNeededIfTheBodyDoesNotWaitAgain() throws Exception {
        AsyncGenerator<String> numbers = generator(y -> y.yield(timeout(ms(10), () -> {
                    y.yield("first");
                    return "late, but there";
                })
                .await()));
        numbers.anext().await();
        sleep(ms(50));

        assertThat(numbers.anext().await()).isEqualTo("late, but there");
        numbers.close();
    }

    @VirtualTimeTest
    void s78_anErrorOfTheCleanUpBeatsTheTimeOutWhichIsSuppressedInIt() throws Exception {
        var ofTheCleanUp = new IOException("of the clean-up");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                sleep(ms(100));
            } catch (InterruptedException e) {
                throw ofTheCleanUp;
            }
        });

        var error = catchThrowable(timeout(ms(10), numbers.anext())::await);

        assertThat(error).isSameAs(ofTheCleanUp);
        assertThat(error.getSuppressed()).hasAtLeastOneElementOfType(TimeoutException.class);
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
