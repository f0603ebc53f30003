package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static dev.weft.GeneratorStateException.Reason.IGNORED_EXIT;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Dialogue;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/// More of what [YieldAllSpec] specifies: closing, ownership, what is no generator.
class YieldAllCloseSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    /// Answers what it is sent, three times, and returns "inner result".
    private final Dialogue<String, String, String> inner = dialogue("inner", y -> {
        try {
            String sent = y.yield("ready");
            sent = y.yield("inner got " + sent);
            y.yield("inner got " + sent);
            return "inner result";
        } catch (Throwable t) {
            journal.note("inner sees " + t.getClass().getSimpleName());
            throw t;
        } finally {
            pause(10);
            journal.noteTime("inner clean");
        }
    });

    /// Delegates to [#inner] and yields its result.
    private final Dialogue<String, String, String> outer = dialogue("outer", y -> {
        try {
            String result = y.yieldAll(inner);
            y.yield("outer has " + result);
            return "outer result";
        } catch (Throwable t) {
            journal.note("outer sees " + t.getClass().getSimpleName());
            throw t;
        } finally {
            journal.noteTime("outer clean");
        }
    });

    /// Makes generators for these tests.
    private static final class AsyncGeneratorOf {
        static AsyncGenerator<Integer> delayed(long millis, int... elements) {
            return generator(y -> {
                for (int element : elements) {
                    pause(millis);
                    y.yield(element);
                }
            });
        }
    }

    // ---- closing ----

    @VirtualTimeTest
    void aCloseUnwindsTheInnerBodyFirstAndAwaitsIt() throws Exception {
        outer.anext().await();

        outer.close();

        assertThat(journal)
                .containsExactly(
                        "inner sees GeneratorExit",
                        "inner clean at 10",
                        "outer sees GeneratorExit",
                        "outer clean at 10");
        assertThat(now()).isEqualTo(10);
    }

    @VirtualTimeTest
    void aPipelineIsCleanedFromTheSourceOutwards() throws Exception {
        AsyncGenerator<Integer> a = journal.source("a", 1, 2);
        AsyncGenerator<Integer> b = delegating("b", a);
        AsyncGenerator<Integer> c = delegating("c", b);
        c.anext().await();

        c.close();

        assertThat(journal).containsExactly("a 1", "a closed", "b closed", "c closed");
    }

    private AsyncGenerator<Integer> delegating(String name, AsyncGenerator<Integer> source) {
        return generator(name, y -> {
            try {
                y.yieldAll(source);
            } finally {
                journal.note(name + " closed");
            }
        });
    }

    @VirtualTimeTest
    void aFailureOfTheInnerCleanUpReplacesTheExitInTheOuterBody() throws Exception {
        AsyncGenerator<Integer> source = generator(y -> {
            try {
                y.yield(1);
            } finally {
                Failing.with(failure);
            }
        });
        AsyncGenerator<Integer> delegating = generator(y -> {
            try {
                y.yieldAll(source);
            } catch (Throwable t) {
                journal.note("outer sees " + t.getMessage());
                throw t;
            }
        });
        delegating.anext().await();

        assertThat(catchThrowable(delegating::close)).isSameAs(failure);
        assertThat(journal).containsExactly("outer sees a failure");
    }

    @VirtualTimeTest
    void anExitThatTheInnerBodyIgnoresIsAnErrorInTheOuterOne() throws Exception {
        AsyncGenerator<Integer> stubborn = generator(y -> {
            try {
                y.yield(1);
            } finally {
                y.yield(2);
            }
        });
        AsyncGenerator<Integer> delegating = delegating("outer", stubborn);
        delegating.anext().await();

        assertThat(Refusal.of(delegating::close)).isEqualTo(IGNORED_EXIT);
        assertThat(journal).containsExactly("outer closed");
    }

    @VirtualTimeTest
    void anInnerBodyThatIgnoresAHundredExitsIsGivenUpAndTheOuterOneCleanedUp() throws Exception {
        AsyncGenerator<Integer> stubborn = generator(y -> {
            while (true) {
                try {
                    y.yield(1);
                } catch (GeneratorExit e) {
                    journal.note("exit");
                }
            }
        });
        AsyncGenerator<Integer> delegating = delegating("outer", stubborn);
        delegating.anext().await();

        assertThat(Refusal.of(delegating::close)).isEqualTo(IGNORED_EXIT);
        assertThat(journal).hasSize(101).endsWith("outer closed");
    }

    @VirtualTimeTest
    void anOuterBodyThatDelegatesWhileItIsClosedIsRefusedAndTheInnerGeneratorIsClosed() throws Exception {
        AsyncGenerator<Integer> source = journal.source("inner", 1);
        AsyncGenerator<Integer> delegating = generator(y -> {
            try {
                y.yield(0);
            } finally {
                y.yieldAll(source);
            }
        });
        delegating.anext().await();

        assertThat(Refusal.of(delegating::close)).isEqualTo(IGNORED_EXIT);

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(source.anext()::await);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void aCloseThatMeetsAStepOfTheInnerBodyCancelsThat() throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(100);
            } catch (InterruptedException e) {
                journal.noteTime("inner cancelled");
                throw e;
            } finally {
                pause(5);
                journal.noteTime("inner clean");
            }
        });
        AsyncGenerator<Integer> delegating = delegating("outer", waiting);
        Task<Integer> step = spawn(delegating.anext());
        pause(10);

        delegating.close();

        assertThat(journal).containsExactly("inner cancelled at 10", "inner clean at 15", "outer closed");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
    }

    @EachDrive
    void aCancelReachesTheInnermostBodyFirst(Drive drive) throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            try {
                pause(100);
                y.yield(1);
            } finally {
                pause(3);
                journal.noteTime("inner clean");
            }
        });
        AsyncGenerator<Integer> delegating = generator(y -> {
            try {
                y.yieldAll(waiting);
            } finally {
                pause(5);
                journal.noteTime("outer clean");
            }
        });
        Task<Void> reader = spawn(() -> drive.read(delegating, number -> {}));
        pause(10);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("inner clean at 13", "outer clean at 18");
        assertThat(now()).isEqualTo(18);
    }

    // ---- ownership ----

    @VirtualTimeTest
    void nobodyElseDrivesTheInnerGeneratorMeanwhile() throws Exception {
        outer.anext().await();

        assertThat(Refusal.of(inner.anext()::await)).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(inner.athrow(failure)::await)).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(inner::close)).isEqualTo(ALREADY_RUNNING);
        assertThat(Refusal.of(() -> inner.forEach(journal::note))).isEqualTo(ALREADY_RUNNING);

        outer.close();
        inner.close();
    }

    @EachDrive
    void nobodyElseDrivesTheInnerGeneratorMeanwhileInAnyDrive(Drive drive) throws Exception {
        drive.read(outer, element -> {
            if (element.equals("ready")) {
                journal.note("anext " + Refusal.of(inner.anext()::await));
                journal.note("close " + Refusal.of(inner::close));
            }
        });

        assertThat(journal)
                .containsExactly(
                        "anext ALREADY_RUNNING", "close ALREADY_RUNNING", "inner clean at 10", "outer clean at 10");
    }

    @EachDrive
    void aGeneratorThatSomebodyElseDrivesIsRefusedAndLeftAlone(Drive drive) throws Exception {
        AsyncGenerator<Integer> busy = AsyncGeneratorOf.delayed(50, 1, 2);
        Task<Integer> step = spawn(busy.anext());
        pause(10);
        AsyncGenerator<Integer> delegating = generator(y -> {
            journal.note("" + Refusal.of(() -> y.yieldAll(busy)));
            y.yield(7);
        });

        drive.read(delegating, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("ALREADY_RUNNING", "read 7");
        assertThat(step.await()).isEqualTo(1);
        assertThat(busy.anext().await()).isEqualTo(2);
        busy.close();
    }

    @EachDrive
    void aBodyCannotDelegateToItself(Drive drive) throws Exception {
        var self = new AtomicReference<AsyncGenerator<String>>();
        self.set(generator(y -> {
            journal.note("" + Refusal.of(() -> y.yieldAll(self.get())));
            y.yield("alive");
        }));

        drive.read(self.get(), journal::note);

        assertThat(journal).containsExactly("ALREADY_RUNNING", "alive");
    }

    @EachDrive
    void bodiesCannotDelegateInACircle(Drive drive) throws Exception {
        var first = new AtomicReference<AsyncGenerator<String>>();
        AsyncGenerator<String> second = generator(y -> {
            journal.note("" + Refusal.of(() -> y.yieldAll(first.get())));
            y.yield("second");
        });
        first.set(generator(y -> y.yieldAll(second)));

        drive.read(first.get(), journal::note);

        assertThat(journal).containsExactly("ALREADY_RUNNING", "second");
    }
}
