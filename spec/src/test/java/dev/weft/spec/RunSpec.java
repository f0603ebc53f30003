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
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `run`: the scope that owns what is started in it (S116 to S120).
class RunSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");
    private final List<LateError> late = new ArrayList<>();
    private final RunOptions collecting = RunOptions.defaults().lateErrors(late::add);

    /// Begins, and notes how it is ended.
    private AsyncGenerator<Integer> open(String name, long cleanUpMillis) {
        return generator(name, y -> {
            try {
                y.yield(1);
                pause(1_000);
            } catch (Throwable t) {
                journal.noteTime(name + " sees " + t.getClass().getSimpleName());
                throw t;
            } finally {
                pause(cleanUpMillis);
                journal.noteTime(name + " clean");
            }
        });
    }

    // ---- main ----

    @VirtualTimeTest
    void itGivesTheResultOfMain() throws Exception {
        String result = run(() -> "result");

        assertThat(result).isEqualTo("result");
    }

    @VirtualTimeTest
    void mainRunsOnTheCallingThread() throws Exception {
        Thread thread = run(Thread::currentThread);

        assertThat(thread).isSameAs(Thread.currentThread());
    }

    @VirtualTimeTest
    void aFailureOfMainComesOutAsTheSameInstanceAfterTheEndOfTheRun() {
        var error = catchThrowable(() -> run(() -> {
            open("idle", 10).anext().await();
            Failing.with(failure);
        }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("idle sees GeneratorExit at 0", "idle clean at 10");
    }

    // ---- its end ----

    @VirtualTimeTest
    void atItsEndTasksAreCancelledAndAwaitedAndThenGeneratorsClosed() throws Exception {
        AsyncGenerator<Integer> busy = open("busy", 5);
        AsyncGenerator<Integer> idle = open("idle", 7);

        run(() -> {
            busy.anext().await();
            idle.anext().await();
            spawn(busy.anext());
            pause(1);
        });

        assertThat(journal)
                .containsExactly(
                        "busy sees InterruptedException at 1",
                        "busy clean at 6",
                        "idle sees GeneratorExit at 6",
                        "idle clean at 13");
        assertThat(now()).isEqualTo(13);
    }

    @VirtualTimeTest
    void tasksAreCancelledAtTheSameTime() throws Exception {
        run(() -> {
            spawn(journal.work("a", 1_000, 20));
            spawn(journal.work("b", 1_000, 10));
            pause(1);
        });

        assertThat(journal).containsExactly("a cancelled at 1", "b cancelled at 1", "b clean at 11", "a clean at 21");
    }

    @VirtualTimeTest
    void aTaskThatHasNotBegunNeverBegins() throws Exception {
        run(() -> {
            spawn(journal.work("a", 0));
        });

        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void generatorsAreClosedAtTheSameTime() throws Exception {
        run(() -> {
            open("a", 10).anext().await();
            open("b", 20).anext().await();
        });

        assertThat(now()).isEqualTo(20);
        assertThat(journal).contains("a clean at 10", "b clean at 20");
    }

    @VirtualTimeTest
    void generatorsThatNeverBeganOrHaveEndedAreLeftAlone() throws Exception {
        AsyncGenerator<Integer> fresh = journal.source("fresh", 1);
        AsyncGenerator<Integer> ended = journal.source("ended", 1);

        run(() -> {
            ended.toList();
            assertThat(fresh).isNotNull();
        });

        assertThat(journal).containsExactly("ended 1", "ended closed");
        assertThat(fresh.toList()).containsExactly(1);
    }

    @VirtualTimeTest
    void aLoopLeftByBreakIsClosedAtTheEndOfTheRun() throws Exception {
        run(() -> {
            for (int number : open("loop", 10)) {
                journal.note("read " + number);
                break;
            }
            journal.note("end of main");
        });

        assertThat(journal)
                .containsExactly("read 1", "end of main", "loop sees GeneratorExit at 0", "loop clean at 10");
    }

    @VirtualTimeTest
    void aGeneratorThatABodyLeftOpenIsClosedToo() throws Exception {
        AsyncGenerator<Integer> outer = generator(y -> {
            for (int number : open("inner", 0)) {
                y.yield(number);
                break;
            }
        });

        run(() -> outer.toList());

        assertThat(journal).containsExactly("inner sees GeneratorExit at 0", "inner clean at 0");
    }

    @VirtualTimeTest
    void whatTheCleanUpOpensIsEndedToo() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                y.yield(1);
            } finally {
                open("opened late", 5).anext().await();
                spawn(journal.work("spawned late", 1_000, 5));
                pause(1);
            }
        });

        run(() -> numbers.anext().await());

        assertThat(journal).contains("opened late clean at 11", "spawned late clean at 6");
    }

    @VirtualTimeTest
    void aGeneratorThatIgnoresItsCloseIsReportedWhenItsBodyHasEnded() throws Exception {
        AsyncGenerator<Integer> stubborn = generator("stubborn", y -> {
            try {
                y.yield(1);
            } catch (GeneratorExit e) {
                pause(10);
                try {
                    y.yield(2);
                } finally {
                    journal.noteTime("end");
                }
            }
        });

        run(collecting, () -> stubborn.anext().await());

        assertThat(journal).containsExactly("end at 10");
        assertThat(late).singleElement().satisfies(error -> {
            assertThat(Refusal.reasonOf(error.error())).isEqualTo(IGNORED_EXIT);
            assertThat(error.subject().name()).isEqualTo("stubborn");
        });
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(stubborn.anext()::await);
    }

    @VirtualTimeTest
    void failuresOfTheCleanUpGoToTheHandlerOfLateErrorsAndMainsResultComesOut() throws Exception {
        AsyncGenerator<Integer> failing = generator("failing", y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(failure);
            }
        });

        int result = run(collecting, () -> failing.anext().await());

        assertThat(result).isEqualTo(1);
        assertThat(late).singleElement().satisfies(error -> {
            assertThat(error.error()).isSameAs(failure);
            assertThat(error.what()).contains("failing");
        });
    }

    @VirtualTimeTest
    void aTaskThatFailsWhileItIsCancelledAtTheEndIsReported() throws Exception {
        run(collecting, () -> {
            spawn("worker", journal.failingToCleanUp("a", 5, failure));
            pause(1);
            return null;
        });

        assertThat(late).singleElement().satisfies(error -> {
            assertThat(error.error()).isSameAs(failure);
            assertThat(error.subject().name()).isEqualTo("worker");
        });
    }

    @VirtualTimeTest
    void aFailingHandlerOfLateErrorsDoesNotDisturbTheRun() throws Exception {
        var options = RunOptions.defaults().lateErrors(error -> {
            throw new IllegalStateException("the handler fails");
        });

        String result = run(options, () -> {
            spawn("worker", journal.failingToCleanUp("a", 5, failure));
            pause(1);
            return "result";
        });

        assertThat(result).isEqualTo("result");
    }

    @VirtualTimeTest
    void closesThatMeetAtTheEndJoin() throws Exception {
        AsyncGenerator<Integer> inner = open("inner", 10);
        AsyncGenerator<Integer> outer = generator("outer", y -> {
            try (inner) {
                y.yield(inner.anext().await());
            } finally {
                journal.noteTime("outer clean");
            }
        });

        run(collecting, () -> outer.anext().await());

        assertThat(journal).containsExactly("inner sees GeneratorExit at 0", "inner clean at 10", "outer clean at 10");
        assertThat(late).isEmpty();
    }

    @VirtualTimeTest
    void aCloseThatWasUnderWayIsNotLost() throws Exception {
        AsyncGenerator<Integer> idle = open("idle", 10);

        run(collecting, () -> {
            idle.anext().await();
            spawn(idle.aclose());
            return null;
        });

        assertThat(journal).containsExactly("idle sees GeneratorExit at 0", "idle clean at 10");
        assertThat(late).isEmpty();
    }
}
