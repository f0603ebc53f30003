package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.RAISED_STOP;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Dialogue;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;

/// `yieldAll`: a body that lets another one run in its place.
class YieldAllSpec {

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

    // ---- elements and results ----

    @EachDrive
    void theElementsOfTheInnerGeneratorComeOutInPlaceOfItsOwn(Drive drive) throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.yield(0);
            y.yieldAll(of(1, 2));
            y.yield(3);
            y.yieldAll(of());
            y.yieldAll(of(4));
        });

        drive.read(numbers, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 0", "read 1", "read 2", "read 3", "read 4");
    }

    @EachDrive
    void theResultOfTheInnerDialogueIsThatOfYieldAll(Drive drive) throws Exception {
        drive.read(outer, journal::note);

        assertThat(journal)
                .containsExactly(
                        "ready",
                        "inner got null",
                        "inner got null",
                        "inner clean at 10",
                        "outer has inner result",
                        "outer clean at 10");
        assertThat(outer.result()).isEqualTo("outer result");
        assertThat(inner.result()).isEqualTo("inner result");
    }

    @EachDrive
    void generatorsRecurse(Drive drive) throws Exception {
        drive.read(countdown(3), number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 3", "read 2", "read 1", "read -1", "read -2", "read -3");
    }

    private static AsyncGenerator<Integer> countdown(int from) {
        return generator(y -> {
            if (from > 0) {
                y.yield(from);
                y.yieldAll(countdown(from - 1));
                y.yield(-from);
            }
        });
    }

    @EachDrive
    void waitsOfInnerAndOuterAddUp(Drive drive) throws Exception {
        AsyncGenerator<Integer> waiting = generator(y -> {
            pause(10);
            y.yieldAll(AsyncGeneratorOf.delayed(20, 1, 2));
            pause(10);
        });

        drive.read(waiting, number -> journal.noteTime("read " + number));

        assertThat(journal).containsExactly("read 1 at 30", "read 2 at 50");
        assertThat(now()).isEqualTo(60);
    }

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

    @EachDrive
    void nullsComeThrough(Drive drive) throws Exception {
        AsyncGenerator<String> nulls = generator(y -> y.yieldAll(of((String) null)));

        drive.read(nulls, element -> journal.note("read " + element));

        assertThat(journal).containsExactly("read null");
    }

    @EachDrive
    void aGeneratorThatHasBegunGoesOnWhereItStands(Drive drive) throws Exception {
        AsyncGenerator<Integer> begun = of(1, 2, 3);
        begun.anext().await();
        AsyncGenerator<Integer> rest = generator(y -> y.yieldAll(begun));

        drive.read(rest, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 2", "read 3");
    }

    @EachDrive
    void aFinishedGeneratorHasNoElements(Drive drive) throws Exception {
        AsyncGenerator<Integer> finished = of(1);
        finished.toList();
        AsyncGenerator<Integer> rest = generator(y -> y.yieldAll(finished));

        drive.read(rest, number -> journal.note("read " + number));

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void aFinishedDialogueGivesItsResult(Drive drive) throws Exception {
        inner.toList();

        drive.read(outer, journal::note);

        assertThat(journal).containsExactly("inner clean at 10", "outer has inner result", "outer clean at 10");
    }

    @EachDrive
    void aDialogueThatFailedBeforeGivesNoResult(Drive drive) throws Exception {
        Dialogue<String, String, String> failed = dialogue(y -> {
            throw failure;
        });
        catchThrowable(failed.anext()::await);
        AsyncGenerator<String> rest = generator(y -> y.yield("result " + y.yieldAll(failed)));

        drive.read(rest, journal::note);

        assertThat(journal).containsExactly("result null");
    }

    // ---- what is sent and thrown in ----

    @VirtualTimeTest
    void sentValuesGoToTheInnerDialogue() throws Exception {
        outer.anext().await();

        assertThat(outer.asend("a").await()).isEqualTo("inner got a");
        assertThat(outer.asend("b").await()).isEqualTo("inner got b");
        assertThat(outer.asend("c").await()).isEqualTo("outer has inner result");
        outer.close();
    }

    @VirtualTimeTest
    void sentValuesGoToTheInnermostDialogue() throws Exception {
        Dialogue<String, String, String> outermost = dialogue(y -> y.yieldAll(outer));
        outermost.anext().await();

        assertThat(outermost.asend("a").await()).isEqualTo("inner got a");
        outermost.close();
    }

    @VirtualTimeTest
    void aLoopInPlaceOfYieldAllForwardsNothing() throws Exception {
        Dialogue<String, String, Void> loop = dialogue(y -> {
            for (String element : inner) {
                journal.note("outer got " + y.yield(element));
            }
            return null;
        });
        loop.anext().await();

        assertThat(loop.asend("a").await()).isEqualTo("inner got null");
        assertThat(journal).containsExactly("outer got a");
        loop.close();
        inner.close();
    }

    @VirtualTimeTest
    void whatIsThrownInIsThrownInTheInnerBody() throws Exception {
        outer.anext().await();

        var error = catchThrowable(outer.athrow(failure)::await);

        assertThat(error).isSameAs(failure);
        assertThat(journal)
                .containsExactly(
                        "inner sees IOException", "inner clean at 10", "outer sees IOException", "outer clean at 10");
    }

    @VirtualTimeTest
    void theInnerBodyMayAnswerWhatIsThrownIn() throws Exception {
        Dialogue<String, String, Void> forgiving = dialogue(y -> {
            try {
                y.yield("first");
            } catch (Exception e) {
                y.yield("handled " + e.getMessage());
            }
            return null;
        });
        AsyncGenerator<String> delegating = generator(y -> y.yieldAll(forgiving));
        delegating.anext().await();

        assertThat(delegating.athrow(failure).await()).isEqualTo("handled a failure");
        delegating.close();
    }

    @VirtualTimeTest
    void aGeneratorExitThrownInIsNoCloseOfTheInnerBodyEither() throws Exception {
        AsyncGenerator<String> stubborn = generator(y -> {
            try {
                y.yield("first");
            } catch (GeneratorExit e) {
                y.yield("kept going");
            }
        });
        AsyncGenerator<String> delegating = generator(y -> y.yieldAll(stubborn));
        delegating.anext().await();

        assertThat(delegating.athrow(new GeneratorExit()).await()).isEqualTo("kept going");
        delegating.close();
    }

    // ---- failures ----

    @EachDrive
    void aFailureOfTheInnerBodySurfacesInTheOuterOne(Drive drive) {
        AsyncGenerator<Integer> failing = generator(y -> {
            y.yield(1);
            throw failure;
        });
        AsyncGenerator<Integer> delegating = generator(y -> {
            try {
                y.yieldAll(failing);
            } finally {
                journal.note("outer clean");
            }
        });

        var error = catchThrowable(() -> drive.read(delegating, number -> journal.note("read " + number)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("read 1", "outer clean");
    }

    @EachDrive
    void theOuterBodyMayHandleAFailureOfTheInnerOne(Drive drive) throws Exception {
        AsyncGenerator<Integer> failing = generator(y -> {
            y.yield(1);
            throw failure;
        });
        AsyncGenerator<Integer> delegating = generator(y -> {
            try {
                y.yieldAll(failing);
            } catch (IllegalStateException e) {
                journal.note("not this one");
            } catch (Exception e) {
                journal.note("handled " + e.getMessage());
            }
            y.yield(2);
        });

        drive.read(delegating, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 1", "handled a failure", "read 2");
    }

    @EachDrive
    void anEndThatTheInnerBodyLetsOutIsAnErrorInTheOuterOne(Drive drive) throws Exception {
        AsyncGenerator<Integer> careless = generator(y -> {
            throw new StopAsyncIteration();
        });
        AsyncGenerator<Integer> delegating = generator(y -> {
            assertThat(Refusal.of(() -> y.yieldAll(careless))).isEqualTo(RAISED_STOP);
            y.yield(1);
        });

        drive.read(delegating, number -> journal.note("read " + number));

        assertThat(journal).containsExactly("read 1");
    }

    @EachDrive
    void afterwardsTheInnerGeneratorHasEnded(Drive drive) throws Exception {
        AsyncGenerator<Integer> source = journal.source("inner", 1);
        AsyncGenerator<Integer> delegating = generator(y -> y.yieldAll(source));

        drive.read(delegating, number -> {});

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(source.anext()::await);
        source.close();
        assertThat(journal).containsExactly("inner 1", "inner closed");
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
}
