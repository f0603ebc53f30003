package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.IGNORED_EXIT;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import java.io.IOException;
import java.util.ArrayList;

/// `forEach` and `each`: a body is written once and driven in any way, and nobody can tell which (W9).
class EachSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the consumer");

    /// Yields 1 and 2; notes what it sees at its first yield and the end of its clean-up.
    private final AsyncGenerator<Integer> watchful = generator("watchful", y -> {
        try {
            y.yield(1);
            y.yield(2);
        } catch (Throwable t) {
            journal.note("body sees " + t.getClass().getSimpleName());
            throw t;
        } finally {
            pause(10);
            journal.noteTime("clean");
        }
    });

    // ---- all goes well ----

    @EachDrive
    void bodyAndConsumerTakeTurns(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1, 2);

        drive.read(numbers, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("body 1", "read 1", "body 2", "read 2", "body closed");
    }

    @EachDrive
    void waitsOfBodyAndConsumerAddUp(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            pause(10);
            y.yield(1);
            pause(20);
            y.yield(2);
            pause(30);
        });

        drive.read(numbers, number -> {
            pause(5);
            journal.noteTime("read " + number);
        });

        assertThat(journal).containsExactly("read 1 at 15", "read 2 at 40");
        assertThat(now()).isEqualTo(70);
    }

    @EachDrive
    void anEmptyGeneratorGivesNothing(Drive drive) throws Exception {
        drive.read(journal.source("body"), number -> journal.note("read " + number));

        assertThat(journal).containsExactly("body closed");
    }

    @EachDrive
    void nullsAreElements(Drive drive) throws Exception {
        var read = new ArrayList<String>();

        drive.read(of(null, "a", null), read::add);

        assertThat(read).containsExactly(null, "a", null);
    }

    @EachDrive
    void theConsumerRunsOnTheCallingThread(Drive drive) throws Exception {
        var threads = new ArrayList<Thread>();

        drive.read(journal.source("body", 1, 2), number -> threads.add(Thread.currentThread()));

        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @EachDrive
    void afterwardsTheGeneratorHasEnded(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = journal.source("body", 1);

        drive.read(numbers, number -> {});

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(numbers.anext()::await);
    }

    @EachDrive
    void aBodyMayReadAnotherGenerator(Drive drive) throws Exception {
        AsyncGenerator<Integer> inner = journal.source("inner", 1, 2);
        AsyncGenerator<Integer> outer = generator(y -> inner.forEach(number -> {
            journal.note("outer " + number);
            y.yield(10 * number);
        }));

        drive.read(outer, number -> journal.note("read " + number));

        assertThat(journal)
                .containsExactly("inner 1", "outer 1", "read 10", "inner 2", "outer 2", "read 20", "inner closed");
    }

    @EachDrive
    void theConsumerMayReadAnotherGenerator(Drive drive) throws Exception {
        AsyncGenerator<Integer> other = range(10, 20);

        drive.read(of(1, 2), number -> journal.note(number + " " + other.anext().await()));

        assertThat(journal).containsExactly("1 10", "2 11");
        other.close();
    }

    // ---- the body fails ----

    @EachDrive
    void aFailureOfTheBodyComesOutAsTheSameInstance(Drive drive) {
        var ofTheBody = new IOException("of the body");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.yield(1);
            throw ofTheBody;
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> journal.note("read " + number)));

        assertThat(error).isSameAs(ofTheBody);
        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void aBodyMayYieldWhileItsFailureIsPending(Drive drive) {
        var ofTheBody = new IOException("of the body");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                throw ofTheBody;
            } finally {
                y.yield(1);
            }
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> journal.note("read " + number)));

        assertThat(error).isSameAs(ofTheBody);
        assertThat(journal).containsExactly("read 1");
    }

    // ---- the consumer fails ----

    @EachDrive
    void aFailureOfTheConsumerIsAnExitToTheBodyAndGoesOnUnchangedAfterTheCleanUp(Drive drive) {
        var error = catchThrowable(() -> drive.read(watchful, number -> {
            throw failure;
        }));
        journal.note("caught " + error.getMessage());

        assertThat(error).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(journal).containsExactly("body sees GeneratorExit", "clean at 10", "caught of the consumer");
    }

    @EachDrive
    void aFailureAtALaterElementIsAnExitToo(Drive drive) {
        var error = catchThrowable(() -> drive.read(watchful, number -> {
            journal.note("read " + number);
            if (number == 2) {
                throw failure;
            }
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1", "read 2", "body sees GeneratorExit", "clean at 10");
    }

    @EachDrive
    void anErrorOfTheConsumerIsAnExitToo(Drive drive) {
        var broken = new AssertionError("of the consumer");

        var error = catchThrowable(() -> drive.read(watchful, number -> {
            throw broken;
        }));

        assertThat(error).isSameAs(broken);
        assertThat(journal).containsExactly("body sees GeneratorExit", "clean at 10");
    }

    @EachDrive
    void aGeneratorExitOfTheConsumerGoesOnToo(Drive drive) {
        var exit = new GeneratorExit();

        var error = catchThrowable(() -> drive.read(watchful, number -> {
            throw exit;
        }));

        assertThat(error).isSameAs(exit);
        assertThat(journal).containsExactly("body sees GeneratorExit", "clean at 10");
    }

    @EachDrive
    void aHandlerInTheBodyDoesNotSeeTheConsumersFailure(Drive drive) {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } catch (Exception e) {
                journal.note("body sees " + e);
            }
            journal.note("body goes on");
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aFailingCleanUpIsSuppressedInTheConsumersFailure(Drive drive) {
        var ofTheCleanUp = new IllegalStateException("of the clean-up");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(ofTheCleanUp);
            }
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).containsExactly(ofTheCleanUp);
    }

    @EachDrive
    void anIgnoredExitIsSuppressedInTheConsumersFailure(Drive drive) {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                try {
                    y.yield(2);
                } catch (GeneratorExit e) {
                    journal.note("refused");
                    throw e;
                }
            }
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {
            journal.note("read " + number);
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(error.getSuppressed()).hasSize(1);
        assertThat(Refusal.reasonOf(error.getSuppressed()[0])).isEqualTo(IGNORED_EXIT);
        assertThat(journal).containsExactly("read 1", "refused");
    }

    @EachDrive
    void aBodyThatCatchesTheExitAndFinishesChangesNothing(Drive drive) {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } catch (GeneratorExit e) {
                journal.note("caught");
            }
            pause(10);
            journal.noteTime("end");
        });

        var error = catchThrowable(() -> drive.read(numbers, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(journal).containsExactly("caught", "end at 10");
    }

    @EachDrive
    void afterAFailureOfTheConsumerTheGeneratorHasEnded(Drive drive) {
        catchThrowable(() -> drive.read(watchful, number -> {
            throw failure;
        }));

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(watchful.anext()::await);
    }

    @EachDrive
    void delegatedBodiesUnwindInnermostFirst(Drive drive) {
        AsyncGenerator<Integer> outer = generator(y -> {
            try {
                y.yieldAll(watchful);
            } catch (Throwable t) {
                journal.note("outer sees " + t.getClass().getSimpleName());
                throw t;
            } finally {
                journal.noteTime("outer clean");
            }
        });

        var error = catchThrowable(() -> drive.read(outer, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal)
                .containsExactly(
                        "body sees GeneratorExit", "clean at 10", "outer sees GeneratorExit", "outer clean at 10");
    }

    @EachDrive
    void anotherGeneratorThatTheBodyReadsIsClosedFirst(Drive drive) {
        AsyncGenerator<Integer> outer = generator(y -> {
            try {
                watchful.forEach(y::yield);
            } finally {
                journal.noteTime("outer clean");
            }
        });

        var error = catchThrowable(() -> drive.read(outer, number -> {
            throw failure;
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("body sees GeneratorExit", "clean at 10", "outer clean at 10");
    }
}
