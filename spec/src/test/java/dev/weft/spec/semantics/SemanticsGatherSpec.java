package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorExit;
import dev.weft.GeneratorStateException;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;

/// Section M of the semantics, and what is suppressed where several things fail: rules W5 and W7, fine point F5.
class SemanticsGatherSpec {

    private final Notes notes = new Notes();

    @VirtualTimeTest
    void s98_theFirstErrorComesOutWhenTheOthersHaveCleanedUp() {
        var first = new IOException("first");

        var error = catchThrowable(gather(failing(10, first), cleaningUp(5))::await);
        notes.addTimed("out");

        assertThat(error).isSameAs(first);
        assertThat(notes).containsExactly("cancelled at 10", "clean at 15", "out at 15");
    }

    @VirtualTimeTest
    void s104_whatAnotherChildRaisesIsSuppressedInTheFirstError() {
        var first = new IOException("first");
        var second = new IOException("second");
        Awaitable<String> loser = () -> {
            try {
                return cleaningUp(0).await();
            } catch (InterruptedException e) {
                throw second;
            }
        };

        var error = catchThrowable(gather(failing(10, first), loser)::await);

        assertThat(error).isSameAs(first).hasSuppressedException(second);
    }

    /// In which order children begin is not promised, only that none does before the gather is awaited.
    @VirtualTimeTest(explore = 25)
    void s105_noChildBeginsBeforeTheGatherIsAwaitedAndThenAllDo() throws Exception {
        var gathering = gather(noting("a"), noting("b"), noting("c"));
        sleep(Duration.ofMillis(10));
        notes.add("described");

        var results = gathering.await();

        assertThat(results).containsExactly("a", "b", "c");
        assertThat(notes).startsWith("described").containsExactlyInAnyOrder("described", "a", "b", "c");
    }

    @VirtualTimeTest
    void f5_theLastErrorOfABodyThatIgnoredItsExitIsSuppressedInTheReport() throws Exception {
        var last = new IOException("last");
        AsyncGenerator<Integer> stubborn = generator(y -> {
            try {
                y.yield(1);
            } finally {
                ignoreExit(() -> y.yield(2));
                sneak(last);
            }
        });
        stubborn.anext().await();

        var error = catchThrowable(stubborn.aclose()::await);

        assertThat(error).isInstanceOfSatisfying(GeneratorStateException.class, ignored -> {
            assertThat(ignored.reason()).isEqualTo(GeneratorStateException.Reason.IGNORED_EXIT);
            assertThat(ignored).hasSuppressedException(last);
        });
    }

    private static void ignoreExit(Runnable yielding) {
        try {
            yielding.run();
        } catch (GeneratorExit again) {
            // The body is stubborn.
        }
    }

    private Awaitable<String> noting(String name) {
        return () -> {
            notes.add(name);
            return name;
        };
    }

    private Awaitable<String> failing(long millis, Exception failure) {
        return () -> {
            sleep(Duration.ofMillis(millis));
            throw failure;
        };
    }

    private Awaitable<String> cleaningUp(long millis) {
        return () -> {
            try {
                sleep(Duration.ofMillis(1_000));
                return "done";
            } finally {
                notes.addTimed("cancelled");
                sleep(Duration.ofMillis(millis));
                notes.addTimed("clean");
            }
        };
    }

    /// Throws; hides from the compiler that it does.
    private static void sneak(Exception failure) throws Exception {
        throw failure;
    }
}
