package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// More of what [TimeoutSpec] specifies: limits that span yields.
class TimeoutInBodySpec {

    private final Journal journal = new Journal();

    // ---- a step ----

    /// Waits 100 ms for its first element; its clean-up takes 5 ms.
    private final AsyncGenerator<Integer> slow = generator("slow", y -> {
        try {
            pause(100);
            y.yield(1);
            y.yield(2);
        } catch (InterruptedException e) {
            journal.noteTime("interrupted");
            throw e;
        } finally {
            pause(5);
            journal.noteTime("clean");
        }
    });

    // ---- in a body: W8 ----

    /// Yields 1 within a limit of 10 ms, and waits 1 ms when it goes on.
    private final AsyncGenerator<Integer> limited = generator("limited", y -> {
        try {
            timeout(ms(10), () -> {
                        y.yield(1);
                        pause(1);
                        return null;
                    })
                    .await();
            journal.noteTime("in time");
        } catch (TimeoutException e) {
            journal.noteTime("out of time");
        }
        y.yield(2);
    });

    @VirtualTimeTest
    void aLimitInABodyStrikesWhenTheBodyGoesOnAndNeverTheConsumer() throws Exception {
        limited.anext().await();
        pause(50);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        assertThat(limited.anext().await()).isEqualTo(2);

        assertThat(journal).containsExactly("out of time at 50");
        limited.close();
    }

    @VirtualTimeTest
    void aLimitInABodyThatIsNotOverWhenTheBodyGoesOnDoesNotStrike() throws Exception {
        limited.anext().await();
        pause(5);

        limited.anext().await();

        assertThat(journal).containsExactly("in time at 6");
        limited.close();
    }

    @VirtualTimeTest
    void aLimitInABodyGoesOnWhileTheBodyIsStopped() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            timeout(ms(10), () -> {
                        y.yield(1);
                        pause(6);
                        y.yield(2);
                        return null;
                    })
                    .await();
        });
        numbers.anext().await();
        pause(5);

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(numbers.anext()::await);
        assertThat(now()).isEqualTo(10);
    }

    @EachDrive
    void aBodyOutOfTimeThatNeverWaitsAgainIsNotStruckAndNeitherIsTheConsumer(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> timeout(ms(10), () -> {
                    y.yield(1);
                    y.yield(2);
                    y.yield(3);
                    return null;
                })
                .await());

        drive.read(numbers, number -> {
            pause(20);
            journal.noteTime("read " + number);
        });

        assertThat(journal).containsExactly("read 1 at 20", "read 2 at 40", "read 3 at 60");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @EachDrive
    void ofNestedLimitsInABodyOnlyTheOnesThatAreOverStrike(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> timeout(ms(100), () -> {
                    try {
                        timeout(ms(10), () -> {
                                    y.yield(1);
                                    pause(1);
                                    return null;
                                })
                                .await();
                    } catch (TimeoutException e) {
                        journal.noteTime("inner out of time");
                    }
                    pause(20);
                    journal.noteTime("outer goes on");
                    return null;
                })
                .await());

        drive.read(numbers, number -> pause(50));

        assertThat(journal).containsExactly("inner out of time at 50", "outer goes on at 70");
    }

    @EachDrive
    void aLimitOfAnOuterBodySpansTheYieldsOfAnInnerOne(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                timeout(ms(10), () -> {
                            y.yieldAll(generator(inner -> {
                                inner.yield(1);
                                pause(1);
                                inner.yield(2);
                            }));
                            return null;
                        })
                        .await();
            } catch (TimeoutException e) {
                journal.noteTime("out of time");
            }
        });

        drive.read(numbers, number -> {
            pause(50);
            journal.noteTime("read " + number);
        });

        assertThat(journal).containsExactly("read 1 at 50", "out of time at 50");
    }

    @EachDrive
    void aLimitAroundYieldAllStrikesTheInnerBodyWhereItWaits(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                timeout(ms(10), () -> {
                            y.yieldAll(slow);
                            return null;
                        })
                        .await();
            } catch (TimeoutException e) {
                journal.noteTime("out of time");
            }
            y.yield(7);
        });

        drive.read(numbers, number -> journal.noteTime("read " + number));

        assertThat(journal).containsExactly("interrupted at 10", "clean at 15", "out of time at 15", "read 7 at 15");
    }

    @EachDrive
    void aLimitOfABodyThatReadsAnotherGeneratorNeverHitsTheConsumer(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                timeout(ms(10), () -> {
                            of(1, 2).forEach(number -> {
                                y.yield(number);
                                Clock.now();
                            });
                            pause(1);
                            return null;
                        })
                        .await();
            } catch (TimeoutException e) {
                journal.noteTime("out of time");
            }
        });

        drive.read(numbers, number -> {
            pause(50);
            journal.noteTime("read " + number);
        });

        assertThat(journal).containsExactly("read 1 at 50", "read 2 at 100", "out of time at 100");
    }

    @EachDrive
    void aCancelOfTheConsumerBetweenIsNotTakenForTheLimitOfTheBody(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                timeout(ms(10), () -> {
                            y.yield(1);
                            pause(100);
                            return null;
                        })
                        .await();
            } catch (Exception e) {
                journal.noteTime("body sees " + e.getClass().getSimpleName());
                throw e;
            }
        });
        Task<Void> reader = spawn(() -> drive.read(numbers, number -> {}));
        pause(5);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("body sees InterruptedException at 5");
    }

    @EachDrive
    void aLimitOfTheConsumerAndOneOfTheBodyAreKeptApart(Drive drive) {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                timeout(ms(100), () -> {
                            y.yield(1);
                            pause(1_000);
                            return null;
                        })
                        .await();
            } catch (Exception e) {
                journal.noteTime("body sees " + e.getClass().getSimpleName());
                throw e;
            }
        });
        var reading = timeout(ms(20), () -> {
            drive.read(numbers, number -> {});
            return null;
        });

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(reading::await);
        assertThat(journal).containsExactly("body sees InterruptedException at 20");
    }

    @VirtualTimeTest
    void closingABodyWhoseLimitIsOverDoesNotHitTheCloser() throws Exception {
        limited.anext().await();
        pause(50);

        limited.close();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        pause(10);
        assertThat(now()).isEqualTo(60);
    }

    @VirtualTimeTest
    void differentTasksMayStepABodyWithALimit() throws Exception {
        int first = spawn(limited.anext()).await();
        pause(50);
        int second = spawn(limited.anext()).await();

        assertThat(first + second).isEqualTo(3);
        assertThat(journal).containsExactly("out of time at 50");
        limited.close();
    }
}
